package record

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// Houses is the last twelve months and the twelve before, by arrival, property by property.
type Houses struct {
	Before hotelcrm.Window `json:"before"`
	Now    hotelcrm.Window `json:"now"`
	List   []House         `json:"list"` // the most revenue of the last twelve months first
}

// House is one property. A guest of several counts in each.
type House struct {
	Property string `json:"property"` // empty: none is named
	Before   Came   `json:"before"`
	Now      Came   `json:"now"`
}

// Came is who came to a property, and what they brought.
type Came struct {
	Guests  int64  `json:"guests"`
	Visits  int64  `json:"visits"`
	Revenue string `json:"revenue"`
}

func (r *recorder) housesJSON() *Houses {
	y := r.Data.Years
	if y == nil || len(y.Houses) == 0 {
		return nil
	}
	came := func(c intake.Came) Came { return Came{c.Guests, c.Visits, prose.Money(c.Revenue, r.Places)} }
	out := &Houses{Before: y.Before.Span, Now: y.Now.Span}
	for _, h := range y.Houses {
		out.List = append(out.List, House{h.Name, came(h.Before), came(h.Now)})
	}
	return out
}
