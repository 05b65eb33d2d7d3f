package guestpage

import (
	"html/template"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chart"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// mostBars is how many visits are drawn one by one; more are drawn by month.
const mostBars = 240

// drawStays returns the visits over time.
func (g *Page) drawStays() template.HTML {
	return chart.Timeline(g.Printer, g.bars(), g.Sheet.AsOf, func(minor int64) string {
		return g.Sheet.Currency + " " + prose.ShortMoney(g.Printer, hotelcrm.FromMinor(minor, g.Data.Whole.Revenue().Scale()))
	})
}

// bars are the visits, or the months of many.
func (g *Page) bars() []chart.Bar {
	var out []chart.Bar
	for _, v := range g.Sheet.Visits {
		text := g.Say("%s: %s", v.Arrival.String(), g.amount(v.Revenue))
		_, _, day := v.Arrival.Civil()
		month := v.Arrival.AddDays(1 - day)
		if n := len(out); len(g.Sheet.Visits) > mostBars && n > 0 && out[n-1].On == month {
			out[n-1].Minor += v.Minor
			continue
		}
		if len(g.Sheet.Visits) > mostBars {
			out = append(out, chart.Bar{On: month, Minor: v.Minor, Text: month.Format("2006-01")})
			continue
		}
		out = append(out, chart.Bar{On: v.Arrival, Minor: v.Minor, Text: text})
	}
	return out
}
