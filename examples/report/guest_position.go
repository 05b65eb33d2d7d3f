package main

import (
	"cmp"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
)

// guestPosition is where the guest stands among the others of whom a figure is known: of recency, whose last stay is longer ago
// are below.
type guestPosition struct {
	Of string `json:"of"`
	hotelcrm.Rank
}

// guestPositions returns the places of guest i, of what is known of the guest.
func (a *analysis) guestPositions(i int) []guestPosition {
	s := a.summaries
	out := []guestPosition{
		placeOf("recency", i, s.Len(), func(k, i int) int { return int(s.Last()[k]) - int(s.Last()[i]) }),
		placeOf("visits", i, s.Len(), func(k, i int) int { return int(s.Visits()[k]) - int(s.Visits()[i]) }),
	}
	if !a.in.NoNights {
		out = append(out, placeOf("nights", i, s.Len(), func(k, i int) int { return int(s.Nights()[k]) - int(s.Nights()[i]) }))
	}
	out = append(out, placeOfAmount("revenue", i, s.Revenue(), nil), placeOfAmount("historic", i, a.worth.historic.Values(), nil))
	if c := a.worth.current; c.Known(i) {
		out = append(out, placeOfAmount("current", i, c.Values(), c.Known))
	}
	if w := a.worth; w.matrix != nil && w.incremental.Known(i) {
		out = append(out, placeOfAmount("clv", i, w.lifetime.Totals(), w.incremental.Known))
	}
	if a.models != nil {
		o := a.models.outlook
		out = append(out, placeOfNumber("p_alive", i, len(o.alive.Guests), numeral.RateDigits, func(k int) float64 { return o.alive.Guests[k].Value }))
		if o.worth != nil {
			out = append(out, placeOfNumber("residual_value", i, len(o.worth.Guests), a.places, func(k int) float64 { return o.worth.Guests[k].Value }))
		}
	}
	if t := a.survey; t != nil && t.byGuest[i] != nil && t.byGuest[i].scored > 0 {
		out = append(out, t.placeOf(i, s.Len()))
	}
	return out
}

func placeOf(of string, i, n int, compare func(k, i int) int) guestPosition {
	return guestPosition{of, hotelcrm.RankOf(i, n, compare, nil)}
}

func placeOfAmount(of string, i int, list hotelcrm.Amounts, known func(int) bool) guestPosition {
	return guestPosition{of, hotelcrm.RankOf(i, list.Len(), list.Compare, known)}
}

// placeOfNumber compares estimates to so many decimal places, as guests.csv writes them: equal cells are equal guests.
func placeOfNumber(of string, i, n, digits int, at func(int) float64) guestPosition {
	unit := math.Pow10(digits)
	return placeOf(of, i, n, func(k, i int) int { return cmp.Compare(math.Round(at(k)*unit), math.Round(at(i)*unit)) })
}

func (t *satisfied) placeOf(i, guests int) guestPosition {
	unit := math.Pow10(numeral.ScoreDigits)
	score := func(k int) float64 { return math.Round(unit * t.byGuest[k].mean()) }
	known := func(k int) bool { return t.byGuest[k] != nil && t.byGuest[k].scored > 0 }
	return guestPosition{"satisfaction", hotelcrm.RankOf(i, guests, func(k, i int) int { return cmp.Compare(score(k), score(i)) }, known)}
}
