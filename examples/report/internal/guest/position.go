package guest

import (
	"cmp"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/survey"
)

// Position is where the guest stands among the others of whom a figure is known: of recency, whose last stay is longer ago
// are below.
type Position struct {
	Of string `json:"of"`
	hotelcrm.Rank
}

// positions returns the places of guest i, of what is known of the guest.
func (r *reader) positions(i int) []Position {
	s := r.Summaries
	out := []Position{
		placeOf("recency", i, s.Len(), func(k, i int) int { return int(s.Last()[k]) - int(s.Last()[i]) }),
		placeOf("visits", i, s.Len(), func(k, i int) int { return int(s.Visits()[k]) - int(s.Visits()[i]) }),
	}
	if !r.Data.NoNights {
		out = append(out, placeOf("nights", i, s.Len(), func(k, i int) int { return int(s.Nights()[k]) - int(s.Nights()[i]) }))
	}
	out = append(out, placeOfAmount("revenue", i, s.Revenue(), nil), placeOfAmount("historic", i, r.Worth.Historic.Values(), nil))
	if c := r.Worth.Current; c.Known(i) {
		out = append(out, placeOfAmount("current", i, c.Values(), c.Known))
	}
	if w := r.Worth; w.Matrix != nil && w.Incremental.Known(i) {
		out = append(out, placeOfAmount("clv", i, w.Lifetime.Totals(), w.Incremental.Known))
	}
	if r.Alive != nil {
		o := r.Alive.Outlook
		out = append(out, placeOfNumber("p_alive", i, len(o.Alive.Guests), numeral.RateDigits, func(k int) float64 { return o.Alive.Guests[k].Value }))
		if o.Worth != nil {
			out = append(out, placeOfNumber("residual_value", i, len(o.Worth.Guests), r.Places, func(k int) float64 { return o.Worth.Guests[k].Value }))
		}
	}
	if t := r.Survey; t != nil && t.ByGuest[i] != nil && t.ByGuest[i].Scored > 0 {
		out = append(out, placeOfScore(t, i, s.Len()))
	}
	return out
}

func placeOf(of string, i, n int, compare func(k, i int) int) Position {
	return Position{of, hotelcrm.RankOf(i, n, compare, nil)}
}

func placeOfAmount(of string, i int, list hotelcrm.Amounts, known func(int) bool) Position {
	return Position{of, hotelcrm.RankOf(i, list.Len(), list.Compare, known)}
}

// placeOfNumber compares estimates to so many decimal places, as guests.csv writes them: equal cells are equal guests.
func placeOfNumber(of string, i, n, digits int, at func(int) float64) Position {
	unit := math.Pow10(digits)
	return placeOf(of, i, n, func(k, i int) int { return cmp.Compare(math.Round(at(k)*unit), math.Round(at(i)*unit)) })
}

func placeOfScore(t *survey.Result, i, guests int) Position {
	unit := math.Pow10(numeral.ScoreDigits)
	score := func(k int) float64 { return math.Round(unit * t.ByGuest[k].Mean()) }
	known := func(k int) bool { return t.ByGuest[k] != nil && t.ByGuest[k].Scored > 0 }
	return Position{"satisfaction", hotelcrm.RankOf(i, guests, func(k, i int) int { return cmp.Compare(score(k), score(i)) }, known)}
}
