package main

import "github.com/hotelcrm/hotelcrm/examples/internal/lang"

// chapter is an entry of the table of contents.
type chapter struct{ ID, Short string }

// chapters are what the page has, in its order.
func (v *view) chapters(p lang.Printer) []chapter {
	list := []chapter{
		{"intake", p.Say("Rows")},
		{"grid", p.Say("Recency and frequency")},
		{"segments", p.Say("Segments")},
		{"spread", p.Say("80/20")},
		{"value", p.Say("Values")},
		{"returns", p.Say("Returns")},
		{"equity", p.Say("Equity")},
		{"alive", p.Say("Still guests")},
		{"classes", p.Say("Classes")},
	}
	if v.Survey != nil {
		list = append(list, chapter{"survey", p.Say("Satisfaction")})
	}
	if v.Loyalty != nil {
		list = append(list, chapter{"loyalty", p.Say("Tiers")})
	}
	return append(list, chapter{"scores", p.Say("Scores")}, chapter{"terms", p.Say("Definitions")}, chapter{"made", p.Say("How it was made")})
}
