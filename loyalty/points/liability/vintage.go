package liability

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Vintage is what became of the points that were earned in one period.
type Vintage struct {
	Start hotelcrm.Date `json:"start"` // first day of the period
	Flow
}

// Vintages returns the table of vintages at the end of a business date, the oldest first.
func (b *Book) Vintages(date hotelcrm.Date) []Vintage {
	sums := map[hotelcrm.Date]Flow{}
	for at, f := range b.cells {
		if at.date <= date {
			sum := sums[at.vintage]
			sum.add(f)
			sums[at.vintage] = sum
		}
	}
	list := make([]Vintage, 0, len(sums))
	for start, f := range sums {
		f.Issued = -f.Issued
		list = append(list, Vintage{Start: start, Flow: f})
	}
	slices.SortFunc(list, func(x, y Vintage) int { return cmp.Compare(x.Start, y.Start) })
	return list
}

// RollForward is how outstanding points moved in a period:
//
//	Opening + Issued - Redeemed - Expired - Reversed - Transferred = Closing
type RollForward struct {
	From        hotelcrm.Date `json:"from"` // first day
	To          hotelcrm.Date `json:"to"`   // last day
	Opening     int64         `json:"opening"`
	Issued      int64         `json:"issued"`
	Redeemed    int64         `json:"redeemed"`
	Expired     int64         `json:"expired"`
	Reversed    int64         `json:"reversed"`
	Transferred int64         `json:"transferred"` // to accounts outside the book
	Closing     int64         `json:"closing"`
}

// RollForward returns how outstanding points moved from the beginning of one day to the end of another.
//
// Errors: a [*hotelcrm.ParamError] if the days are in the wrong order.
func (b *Book) RollForward(from, to hotelcrm.Date) (RollForward, error) {
	if from < hotelcrm.MinDate || to < from || to > hotelcrm.MaxDate {
		return RollForward{}, refuse.Param("to", to.String(), "a date from "+from.String()+" on")
	}
	var before, within Flow
	for at, f := range b.cells {
		switch {
		case at.date < from:
			before.add(f)
		case at.date <= to:
			within.add(f)
		}
	}
	return RollForward{
		From: from, To: to, Opening: before.Outstanding, Issued: -within.Issued, Redeemed: within.Redeemed, Expired: within.Expired,
		Reversed: within.Reversed, Transferred: within.Transferred, Closing: before.Outstanding + within.Outstanding,
	}, nil
}

// Triangle returns the redemptions of every vintage at full ages of so many months, by what had happened at the end of
// a business date. The first age of a vintage ends so many months after its first day. Vintages that have not reached
// the first age, and those without points issued, are left out.
//
// Input: months in [1, 120].
// Errors: a [*hotelcrm.ParamError].
func (b *Book) Triangle(date hotelcrm.Date, months int) ([]Row, error) {
	if months < 1 || months > 120 {
		return nil, refuse.Param("months", fmt.Sprint(months), "1 to 120")
	}
	redeemed := b.redemptions()
	var rows []Row
	for _, v := range b.Vintages(date) {
		row := Row{Vintage: v.Start, Issued: v.Issued}
		for n := 1; ; n++ {
			end := v.Start.AddMonths(n * months)
			if end == 0 || end > date.AddDays(1) {
				break
			}
			row.Cumulative = append(row.Cumulative, before(redeemed[v.Start], end))
		}
		if len(row.Cumulative) > 0 && row.Issued > 0 {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// redemption is how many points of a vintage were redeemed on a day.
type redemption struct {
	date   hotelcrm.Date
	points int64
}

// redemptions returns the days of every vintage.
func (b *Book) redemptions() map[hotelcrm.Date][]redemption {
	days := map[hotelcrm.Date][]redemption{}
	for at, f := range b.cells {
		if f.Redeemed != 0 {
			days[at.vintage] = append(days[at.vintage], redemption{at.date, f.Redeemed})
		}
	}
	return days
}

func before(list []redemption, end hotelcrm.Date) (sum int64) {
	for _, r := range list {
		if r.date < end {
			sum += r.points
		}
	}
	return sum
}
