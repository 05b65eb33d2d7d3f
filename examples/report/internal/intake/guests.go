package intake

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// GuestFields are the fields of a guest that a table may have, at the indices below.
var GuestFields = []string{"guest", "first", "last", "visits", "nights", "revenue"}

const (
	guestGuest = iota
	guestFirst
	guestLast
	guestVisits
	guestNights
	guestRevenue
)

// guestRow is a summary with the line it comes from, or what is wrong with that line.
type guestRow struct {
	line    int
	problem string
	summary hotelcrm.Summary
}

// readGuests collects the rows and makes summaries of those that are right. Whether a date lies after the analysis date
// can be said only when all rows are read, so rows are judged in a second round.
func readGuests(order *Order, rows *rows, in *Data) error {
	in.NoNights = !rows.cells.has(guestNights)
	var list []guestRow
	for {
		more, err := rows.next()
		if err != nil {
			return err
		}
		if !more {
			return closeGuests(order, in, list)
		}
		summary := readGuest(rows.cells)
		list = append(list, guestRow{rows.line, rows.cells.problem, summary})
	}
}

func readGuest(c *cells) hotelcrm.Summary {
	if c.text(guestRevenue) == "" {
		c.fail(guestRevenue, "empty; want an amount")
	}
	if c.text(guestVisits) == "" {
		c.fail(guestVisits, "empty; want a whole number")
	}
	return hotelcrm.Summary{
		Guest: c.text(guestGuest), First: c.date(guestFirst), Last: c.date(guestLast),
		Visits: int(c.whole(guestVisits, 32)), Nights: int(c.whole(guestNights, 32)), Revenue: c.amount(guestRevenue),
	}
}

func closeGuests(order *Order, in *Data, list []guestRow) error {
	asOf := order.AsOf
	if asOf == 0 {
		asOf = dayAfter(lastOf(list))
	}
	right := make([]hotelcrm.Summary, 0, len(list))
	seen := make(map[string]int, len(list))
	for i := range list {
		one := &list[i]
		if one.problem != "" {
			in.refuse(one.line, Unreadable, one.problem)
			continue
		}
		if err := one.summary.Validate(asOf); err != nil {
			text, reason, ok := rowProblem(err, one.summary.Guest)
			if !ok {
				return err
			}
			in.refuse(one.line, reason, text)
			continue
		}
		if first, again := seen[one.summary.Guest]; again {
			in.refuse(one.line, hotelcrm.WasRepeat.String(), fmt.Sprintf("guest: also on line %d; want one row a guest", first))
			continue
		}
		seen[one.summary.Guest] = one.line
		right = append(right, one.summary)
	}
	var err error
	in.Summaries, err = hotelcrm.NewSummaries(order.Currency, asOf, right)
	return err
}

// lastOf returns the latest date of the rows that are right by themselves.
func lastOf(list []guestRow) hotelcrm.Date {
	var last hotelcrm.Date
	for i := range list {
		if list[i].problem == "" && list[i].summary.Last > last && list[i].summary.Validate(LatestAsOf) == nil {
			last = list[i].summary.Last
		}
	}
	return last
}
