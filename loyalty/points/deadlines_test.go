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
