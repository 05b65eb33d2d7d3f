package main

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

const (
	mostBars   = 240 // more visits are drawn by month
	barsHeight = 96  // in pixels, as the places of all marks that are not in per cent
	barsTop    = 18
	mostTicks  = 9 // years that have a mark
)

// bar is a mark of the picture.
type bar struct {
	on    hotelcrm.Date
	minor int64
	text  string
}

// drawStays returns the visits over time as an SVG element. Places across are in per cent of the width, so that it fits any
// screen while its texts keep their size.
func (g *guestPage) drawStays() template.HTML {
	bars := g.bars()
	from, to := hotelcrm.DateOf(yearOf(bars[0].on), 1, 1), g.sheet.AsOf
	span := float64(max(1, to.DaysSince(from)))
	at := func(d hotelcrm.Date) string { return fmt.Sprintf("%.2f%%", 1+97*float64(d.DaysSince(from))/span) }
	low, high := int64(0), int64(1)
	for _, b := range bars {
		low, high = min(low, b.minor), max(high, b.minor)
	}
	height := func(minor int64) float64 { return barsHeight * (float64(minor) / (float64(high) - float64(low))) }
	ground := barsTop + height(high)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="stays" role="img" aria-label="%s" width="100%%" height="%d">`, template.HTMLEscapeString(g.Say("Spend of each visit over the years")), barsTop+barsHeight+22)
	g.drawYears(&b, at)
	fmt.Fprintf(&b, `<line class="axis" x1="0" x2="100%%" y1="%.1f" y2="%.1f"/>`, ground, ground)
	for _, one := range bars {
		top, tall := ground-height(one.minor), height(one.minor)
		if one.minor < 0 {
			top, tall = ground, -tall
		}
		tall = max(tall, 1.5) // so that a visit without spend is seen
		fmt.Fprintf(&b, `<rect x="%s" y="%.1f" width="3" height="%.1f" rx="1"><title>%s</title></rect>`, at(one.on), top, tall, template.HTMLEscapeString(one.text))
	}
	fmt.Fprintf(&b, `<line class="today" x1="%s" x2="%s" y1="%d" y2="%.1f"/>`, at(to), at(to), barsTop-6, ground)
	most := prose.ShortMoney(hotelcrm.FromMinor(high, g.in.Whole.Revenue().Scale()))
	fmt.Fprintf(&b, `<text x="0" y="11">%s</text></svg>`, template.HTMLEscapeString(g.Say("highest: %s", g.sheet.Currency+" "+most)))
	return template.HTML(b.String())
}

// bars are the visits, or the months of many.
func (g *guestPage) bars() []bar {
	var out []bar
	for _, v := range g.sheet.Visits {
		text := g.Say("%s: %s", v.Arrival.String(), g.amount(v.Revenue))
		_, _, day := v.Arrival.Civil()
		month := v.Arrival.AddDays(1 - day)
		if n := len(out); len(g.sheet.Visits) > mostBars && n > 0 && out[n-1].on == month {
			out[n-1].minor += v.minor
			continue
		}
		if len(g.sheet.Visits) > mostBars {
			out = append(out, bar{month, v.minor, month.Format("2006-01")})
			continue
		}
		out = append(out, bar{v.Arrival, v.minor, text})
	}
	return out
}

func (g *guestPage) drawYears(b *strings.Builder, at func(hotelcrm.Date) string) {
	first, last := yearOf(g.sheet.Visits[0].Arrival), yearOf(g.sheet.AsOf)
	step := 1 + (last-first)/mostTicks
	for year := first; year <= last; year += step {
		day := hotelcrm.DateOf(year, 1, 1)
		if day > g.sheet.AsOf {
			break
		}
		fmt.Fprintf(b, `<line class="year" x1="%s" x2="%s" y1="%d" y2="%d"/>`, at(day), at(day), barsTop, barsTop+barsHeight+4)
		if g.sheet.AsOf.DaysSince(day) > g.sheet.AsOf.DaysSince(hotelcrm.DateOf(first, 1, 1))/12 {
			fmt.Fprintf(b, `<text x="%s" y="%d">%d</text>`, at(day), barsTop+barsHeight+18, year)
		}
	}
}

func yearOf(d hotelcrm.Date) int {
	year, _, _ := d.Civil()
	return year
}
