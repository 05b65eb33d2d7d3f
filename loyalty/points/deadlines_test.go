package points_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// Commands that set a deadline themselves are not undone by being on the list of acts.
func TestActsThatSetTheirOwnDeadline(t *testing.T) {
	tests := []struct {
		act     points.EventKind
		command func(points.Header) points.Command
		lapses  hotelcrm.Date
	}{
		{points.EventExtend, func(h points.Header) points.Command {
			return points.Extend{Header: h, Currency: "points", Expires: day(12, 1)}
		}, day(12, 1)},
		{points.EventExtend, func(h points.Header) points.Command { return points.Extend{Header: h, Currency: "points"} }, 0},
		{points.EventExempt, func(h points.Header) points.Command { return points.Exempt{Header: h} }, 0},
		{points.EventExempt, func(h points.Header) points.Command { return points.Exempt{Header: h, Until: day(6, 1)} }, day(7, 1)},
		{points.EventMergeIn, func(h points.Header) points.Command {
			return points.Receive{Header: h, From: "G-2", Merged: true, Deadlines: []points.Deadline{{Currency: "points", Date: day(9, 1)}}}
		}, day(9, 1)},
	}
	for _, test := range tests {
		for _, acts := range [][]points.EventKind{nil, {test.act}} {
			d := open(t, plain(func(c *points.Currency) { c.Inactivity = points.Inactivity{Months: 1, Acts: acts} }))
			d.earn(day(1, 1), 100)
			d.do(test.command(d.head(day(1, 10))))
			list, err := d.account.Forecast("points", day(1, 10), hotelcrm.MaxDate)
			var got hotelcrm.Date
			if len(list) > 0 {
				got = list[0].Date
			}
			if err != nil || got != test.lapses {
				t.Errorf("%v, acts %v: lapses on %v, want %v, %v", test.act, acts, got, test.lapses, err)
			}
		}
	}
}

// A period that is over is over: a credit that comes in late, under an older date, starts its own.
func TestLateCreditAfterTheBalanceLapsed(t *testing.T) {
	d := open(t, plain(func(c *points.Currency) { c.Inactivity.Months = 1 }))
	d.earn(day(2, 1), 10)
	d.do(points.Expire{Header: d.head(day(3, 3))})
	d.want(day(3, 3), 0)
	d.earn(day(2, 11), 7)
	d.want(day(3, 3), 7)
	d.want(day(3, 11), 0)
}

// Points that came back on the 10th are not spent on the 6th, whatever else came back before.
func TestPointsThatCameBackAreNotSpentBefore(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100)
	first, second := d.redeem(day(2, 1), 50), d.redeem(day(2, 1), 50)
	d.void(day(3, 10), first)
	d.void(day(3, 5), second)
	d.refused(points.Redeem{Header: d.head(day(3, 6)), Currency: "points", Points: 100}, points.Insufficient)
	d.redeem(day(3, 10), 100)
}

// A merged account whose period is over does not end the points of the other.
func TestDeadlineThatHasPassedDoesNotCome(t *testing.T) {
	d := open(t, plain(func(c *points.Currency) { c.Inactivity.Months = 1 }))
	d.earn(day(1, 15), 5)
	before := points.Deadline{Currency: "points", Date: day(2, 1)}
	d.do(points.Receive{Header: d.head(day(2, 18)), From: "G-2", Merged: true, Deadlines: []points.Deadline{before}})
	d.do(points.Expire{Header: d.head(day(2, 20))})
	d.want(day(2, 14), 5)
	d.want(day(2, 15), 0)
	if list := d.account.Lots(); list[0].Lapsed != day(2, 15) {
		t.Errorf("lapsed on %v", list[0].Lapsed)
	}
	if s, err := points.Explain("G-1", d.events, "points", points.AsOf{Date: day(2, 20)}); err != nil || len(s.Lines) != 2 {
		t.Errorf("%d lines, %v", len(s.Lines), err)
	}
	for _, e := range d.events {
		if len(e.Deadlines) > 0 && e.Kind == points.EventMergeIn {
			t.Errorf("the merge set %v", e.Deadlines)
		}
	}
}

// A night is held when the period of inactivity ends. The hold ends before, on or after that day: the points lapse all
// the same.
func TestHeldPointsLapseWithTheBalance(t *testing.T) {
	for _, until := range []hotelcrm.Date{day(1, 31), day(2, 1), day(2, 2)} {
		d := open(t, plain(func(c *points.Currency) {
			c.Inactivity = points.Inactivity{Months: 1, Acts: []points.EventKind{points.EventEarn}}
		}))
		d.earn(day(1, 1), 100)
		d.do(points.Hold{Header: d.head(day(1, 20)), Currency: "points", Points: 40, Until: until})
		d.want(day(1, 30), 100)
		d.want(day(2, 3), 0)
	}
}

// An event says what it changes: no deadline that stands already, no end where a lot has that end of its own.
func TestEventsRepeatNoDates(t *testing.T) {
	d := open(t, plain(func(c *points.Currency) {
		c.Inactivity = points.Inactivity{Months: 1, Acts: []points.EventKind{points.EventEarn}}
	}))
	d.earn(day(1, 1), 100, expires(day(2, 1)))
	d.earn(day(1, 1), 50)
	for i, want := range []int{1, 0} {
		if got := d.events[i].Deadlines; len(got) != want {
			t.Errorf("earn %d sets %v, want %d deadlines", i, got, want)
		}
	}
	d.do(points.Extend{Header: d.head(day(1, 2)), Currency: "points", Expires: day(2, 1)})
	if e := d.events[2]; len(e.Ends) != 0 || len(e.Deadlines) != 0 {
		t.Errorf("extended to the end that lots have: %v, %v", e.Ends, e.Deadlines)
	}
	d.do(points.Expire{Header: d.head(day(2, 1))})
	if ends := d.events[3].Ends; len(ends) != 1 || ends[0].Lot != 2 {
		t.Errorf("ends %v, want that of lot 2", ends)
	}
}
