package main

import (
	"cmp"
	"math"

	"github.com/hotelcrm/hotelcrm"
)

// guestPosition is where the guest stands among the others of whom a figure is known. Equal ones are neither below nor above.
type guestPosition struct {
	Of    string `json:"of"`
	Below int    `json:"below"` // of recency: whose last stay is longer ago
	Equal int    `json:"equal"` // the guest not counted
	Above int    `json:"above"`
}

// others returns of how many guests the position tells.
func (p guestPosition) others() int { return p.Below + p.Equal + p.Above }

// tenths returns which part of the others lies below, in tenths of a per cent, cut off and not rounded: 93.99 % is not 94 %.
func (p guestPosition) tenths() int {
	if p.others() == 0 {
		return 0
	}
	return 1000 * p.Below / p.others()
}

// guestPositions returns the places of guest i, of what is known of the guest.
func (a *analysis) guestPositions(i int) []guestPosition {
	s := a.summaries
	out := []guestPosition{
		placeOf("recency", i, s.Len(), func(k, i int) int { return int(s.Last()[k]) - int(s.Last()[i]) }),
		placeOf("visits", i, s.Len(), func(k, i int) int { return int(s.Visits()[k]) - int(s.Visits()[i]) }),
	}
	if !a.in.noNights {
		out = append(out, placeOf("nights", i, s.Len(), func(k, i int) int { return int(s.Nights()[k]) - int(s.Nights()[i]) }))
	}
	out = append(out, a.placeOfAmount("revenue", i, s.Revenue(), nil), a.placeOfAmount("historic", i, a.worth.historic.Values(), nil))
	if c := a.worth.current; c.Known(i) {
		out = append(out, a.placeOfAmount("current", i, c.Values(), c.Known))
	}
	if w := a.worth; w.matrix != nil && w.incremental.Known(i) {
		out = append(out, a.placeOfAmount("clv", i, w.lifetime.Totals(), w.incremental.Known))
	}
	if a.models != nil {
		o := a.models.outlook
		out = append(out, placeOfNumber("p_alive", i, len(o.alive.Guests), rateDigits, func(k int) float64 { return o.alive.Guests[k].Value }))
		if o.worth != nil {
			out = append(out, placeOfNumber("residual_value", i, len(o.worth.Guests), a.places, func(k int) float64 { return o.worth.Guests[k].Value }))
		}
	}
	if t := a.survey; t != nil && t.byGuest[i] != nil && t.byGuest[i].scored > 0 {
		out = append(out, t.placeOf(i))
	}
	return out
}

// placeOf counts the guests below, beside and above guest i.
func placeOf(of string, i, n int, compare func(k, i int) int) guestPosition {
	p := guestPosition{Of: of}
	for k := range n {
		if k != i {
			p.count(compare(k, i))
		}
	}
	return p
}

func (p *guestPosition) count(sign int) {
	switch {
	case sign < 0:
		p.Below++
	case sign > 0:
		p.Above++
	default:
		p.Equal++
	}
}

func (a *analysis) placeOfAmount(of string, i int, list hotelcrm.Amounts, known func(int) bool) guestPosition {
	p := guestPosition{Of: of}
	for k := range list.Len() {
		if k != i && (known == nil || known(k)) {
			p.count(list.Compare(k, i))
		}
	}
	return p
}

// placeOfNumber compares estimates to so many decimal places, as guests.csv writes them: equal cells are equal guests.
func placeOfNumber(of string, i, n, digits int, at func(int) float64) guestPosition {
	unit := math.Pow10(digits)
	return placeOf(of, i, n, func(k, i int) int { return cmp.Compare(math.Round(at(k)*unit), math.Round(at(i)*unit)) })
}

func (t *satisfied) placeOf(i int) guestPosition {
	p := guestPosition{Of: "satisfaction"}
	mine, unit := t.byGuest[i].mean(), math.Pow10(scoreDigits)
	for k, one := range t.byGuest {
		if k == i || one.scored == 0 {
			continue
		}
		p.count(cmp.Compare(math.Round(unit*one.mean()), math.Round(unit*mine)))
	}
	return p
}
