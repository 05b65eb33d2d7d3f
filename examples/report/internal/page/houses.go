package page

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/shopspring/decimal"
)

// housesView is the last year by property; without rows there are no several ones.
type housesView struct {
	Caption, More string
	Rows          []houseRow
}

type houseRow struct {
	Name                    string
	Guests, Visits, Revenue yearlyView
}

// yearlyView is a figure of the last year, and how it changed.
type yearlyView struct{ Now, Change string }

// mostHouseRows is how many properties the page shows.
const mostHouseRows = 12

func (w *writer) housesView() housesView {
	y := w.Data.Years
	if y == nil || len(y.Houses) == 0 {
		return housesView{}
	}
	v := housesView{Caption: w.Say("Arrivals from %s to %s, and the change against the twelve months before", prose.Day(w.Printer, y.Now.Span.From), prose.Day(w.Printer, y.Now.Span.To))}
	for _, one := range y.Houses[:min(len(y.Houses), mostHouseRows)] {
		v.Rows = append(v.Rows, w.houseRow(one))
	}
	v.More = w.Say("A guest of several houses counts in each.")
	if more := len(y.Houses) - mostHouseRows; more > 0 {
		v.More = w.Sentences(w.Say("%s with less revenue not shown.", lang.Count(w.Printer, more, "house is", "houses are")), v.More)
	}
	return v
}

func (w *writer) houseRow(h intake.House) houseRow {
	x, y := h.Before, h.Now
	count := func(before, now int64) yearlyView {
		return yearlyView{prose.Whole(now), w.changed(decimal.NewFromInt(before), decimal.NewFromInt(now))}
	}
	return houseRow{
		Name: prose.Shortened(prose.Label(h.Name, w.Say("no house named"))), Guests: count(x.Guests, y.Guests), Visits: count(x.Visits, y.Visits),
		Revenue: yearlyView{prose.WholeMoney(y.Revenue, w.Places), w.changed(x.Revenue, y.Revenue)},
	}
}
