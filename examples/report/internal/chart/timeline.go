package chart

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

const (
	barsHeight = 96 // in pixels, as the places of all marks that are not in per cent
	barsTop    = 18
	mostTicks  = 9 // years that have a mark
)

// Bar is a mark of the picture.
type Bar struct {
	On    hotelcrm.Date
	Minor int64
	Text  string
}

// Timeline returns visits over time, at least one, as an SVG element. Places across are in per cent of the width, so
// that it fits any screen while its texts keep their size.
func Timeline(in lang.Printer, bars []Bar, to hotelcrm.Date, amount func(minor int64) string) template.HTML {
	from := hotelcrm.DateOf(yearOf(bars[0].On), 1, 1)
	span := float64(max(1, to.DaysSince(from)))
	at := func(d hotelcrm.Date) string { return fmt.Sprintf("%.2f%%", 1+97*float64(d.DaysSince(from))/span) }
	low, high := int64(0), int64(1)
	for _, b := range bars {
		low, high = min(low, b.Minor), max(high, b.Minor)
	}
	height := func(minor int64) float64 { return barsHeight * (float64(minor) / (float64(high) - float64(low))) }
	ground := barsTop + height(high)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="stays" role="img" aria-label="%s" width="100%%" height="%d">`, template.HTMLEscapeString(in.Say("Spend of each visit over the years")), barsTop+barsHeight+22)
	drawYears(&b, yearOf(bars[0].On), to, at)
	fmt.Fprintf(&b, `<line class="axis" x1="0" x2="100%%" y1="%.1f" y2="%.1f"/>`, ground, ground)
	for _, one := range bars {
		top, tall := ground-height(one.Minor), height(one.Minor)
		if one.Minor < 0 {
			top, tall = ground, -tall
		}
		tall = max(tall, 1.5) // so that a visit without spend is seen
		fmt.Fprintf(&b, `<rect x="%s" y="%.1f" width="3" height="%.1f" rx="1"><title>%s</title></rect>`, at(one.On), top, tall, template.HTMLEscapeString(one.Text))
	}
	fmt.Fprintf(&b, `<line class="today" x1="%s" x2="%s" y1="%d" y2="%.1f"/>`, at(to), at(to), barsTop-6, ground)
	fmt.Fprintf(&b, `<text x="0" y="11">%s</text></svg>`, template.HTMLEscapeString(in.Say("highest: %s", amount(high))))
	return template.HTML(b.String())
}

func drawYears(b *strings.Builder, first int, to hotelcrm.Date, at func(hotelcrm.Date) string) {
	last := yearOf(to)
	step := 1 + (last-first)/mostTicks
	for year := first; year <= last; year += step {
		day := hotelcrm.DateOf(year, 1, 1)
		if day > to {
			break
		}
		fmt.Fprintf(b, `<line class="year" x1="%s" x2="%s" y1="%d" y2="%d"/>`, at(day), at(day), barsTop, barsTop+barsHeight+4)
		if to.DaysSince(day) > to.DaysSince(hotelcrm.DateOf(first, 1, 1))/12 {
			fmt.Fprintf(b, `<text x="%s" y="%d">%d</text>`, at(day), barsTop+barsHeight+18, year)
		}
	}
}

func yearOf(d hotelcrm.Date) int {
	year, _, _ := d.Civil()
	return year
}
