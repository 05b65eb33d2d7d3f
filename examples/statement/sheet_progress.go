package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

func sortedKeys(m map[string]int) []string { return slices.Sorted(maps.Keys(m)) }

// progress says what is missing to the next tier, and what keeps the present one.
func (w *writer) progress() *section {
	if w.Status.Tier == "" {
		return nil
	}
	s := &section{ID: "progress", Title: w.Say("The way to %s", w.tier(w.Next))}
	if w.Next == "" {
		s.Title, s.Text = w.Say("Progress"), []string{w.Say("There is no higher tier that activity reaches.")}
	}
	for _, needs := range w.Ways {
		s.Ways = append(s.Ways, w.way(needs))
	}
	if len(w.Ways) > 1 {
		s.Text = append(s.Text, w.Say("One of these ways is enough."))
	}
	if text := w.keep(); text != "" {
		s.After = append(s.After, text)
	}
	if p := w.Projection; p != nil && p.Booked.Tier != p.Idle.Tier {
		s.After = append(s.After, w.Say("With what is booked the tier on %s is %s, without it %s.", w.Date(p.On), w.tier(p.Booked.Tier), w.tier(p.Idle.Tier)))
	}
	return s
}

// keep says what is missing to have the present tier again. What is counted today may not count when the tier is judged:
// then a tier that falls all the same has not been earned again.
func (w *writer) keep() string {
	falls := slices.ContainsFunc(w.Outlook, func(e loyalty.Entry) bool {
		return e.Date == w.Status.Until && e.Status != w.Status.Tier
	})
	switch {
	case len(w.Keep) == 0 || (complete(w.Keep) && falls):
		return ""
	case complete(w.Keep):
		return w.Say("%s is earned again already: %s.", w.tier(w.Status.Tier), w.reached(nearest(w.Keep)))
	}
	return w.Say("To keep %s: %s.", w.tier(w.Status.Tier), w.either(w.Keep))
}

func (w *writer) way(needs []loyalty.Need) way {
	var out way
	for _, n := range needs {
		m := meter{Label: w.Name(n.Metric.String()), Window: w.window(n.Window)}
		if n.Tier != "" {
			m.Label = w.Say("years as %s", w.tier(n.Tier))
		}
		switch {
		case n.AtLeast != nil:
			m.Have = w.Say("%s of %s", w.amount(n.Metric, n.Have), w.amount(n.Metric, *n.AtLeast))
			m.Reached, m.Percent = n.Missing.Sign() == 0, int(share(n).Mul(decimal.NewFromInt(100)).IntPart())
		case n.AtMost != nil:
			m.Have = w.Say("%s, at most %s", w.amount(n.Metric, n.Have), w.amount(n.Metric, *n.AtMost))
			m.Reached = !n.Blocked
		}
		out.Needs = append(out.Needs, m)
	}
	return out
}

// amount writes a count, or spend with its currency.
func (w *writer) amount(m loyalty.Metric, d decimal.Decimal) string {
	if m == loyalty.Spend {
		return w.money(d)
	}
	return lang.Group(d.String())
}

// money writes an amount with all decimal places of the currency.
func (w *writer) money(d decimal.Decimal) string {
	places, err := hotelcrm.MinorUnits(w.Programme.Currency)
	if err != nil || -d.Exponent() > int32(places) {
		return w.Programme.Currency + " " + lang.Group(d.String())
	}
	return w.Programme.Currency + " " + lang.Group(d.StringFixed(int32(places)))
}

func (w *writer) window(s hotelcrm.Span) string {
	switch {
	case s == hotelcrm.Span{}:
		return w.Say("all years")
	case s.From == 0:
		return w.Say("all that was")
	case s.To == 0:
		return w.Say("since %s", s.From)
	}
	return w.Say("%s to %s", s.From, s.Last())
}

// missing writes what one way still needs.
func (w *writer) missing(needs []loyalty.Need) string {
	var parts []string
	for _, n := range needs {
		if n.Missing.Sign() > 0 {
			parts = append(parts, w.counted(n, n.Missing))
		}
	}
	if len(parts) == 0 {
		return w.Say("nothing is missing")
	}
	return w.Join(parts, w.Say(" and "))
}

// either writes what each of a few ways still needs, of many the nearest.
func (w *writer) either(ways [][]loyalty.Need) string {
	if len(ways) > mostWays {
		return w.missing(nearest(ways))
	}
	var parts []string
	for _, needs := range ways {
		parts = append(parts, w.missing(needs))
	}
	return w.Join(parts, w.Say(", or "))
}

// mostWays is how many ways still make a sentence.
const mostWays = 3

// reached writes the thresholds that hold, with their counts.
func (w *writer) reached(needs []loyalty.Need) string {
	var parts []string
	for _, n := range needs {
		text := w.counted(n, n.Have)
		if n.AtLeast != nil {
			text = w.Say("%s (%s needed)", text, w.amount(n.Metric, *n.AtLeast))
		}
		parts = append(parts, text)
	}
	return w.Join(parts, w.Say(" and "))
}

func (w *writer) counted(n loyalty.Need, count decimal.Decimal) string {
	if n.Metric == loyalty.Spend {
		return w.Say("spend %s", w.amount(n.Metric, count))
	}
	label := w.Name(n.Metric.String())
	if n.Tier != "" {
		label = w.Say("years as %s", w.tier(n.Tier))
	}
	if !w.Chinese() && count.Equal(decimal.NewFromInt(1)) {
		label = strings.TrimSuffix(label, "s")
	}
	return w.Say("%s %s", lang.Group(count.String()), label)
}

// complete reports whether nothing is missing in one of the ways.
func complete(ways [][]loyalty.Need) bool { return part(nearest(ways)).Equal(decimal.NewFromInt(1)) }

// nearest returns the way of which the largest part is done; of several the first.
func nearest(ways [][]loyalty.Need) []loyalty.Need {
	best := ways[0]
	for _, needs := range ways[1:] {
		if part(needs).GreaterThan(part(best)) {
			best = needs
		}
	}
	return best
}

// part returns how much of a way is done: that of its threshold that is furthest.
func part(needs []loyalty.Need) decimal.Decimal {
	least := decimal.NewFromInt(1)
	for _, n := range needs {
		if n.Blocked {
			return decimal.NewFromInt(-1)
		}
		least = decimal.Min(least, share(n))
	}
	return least
}

// share returns how much of a threshold there is, from 0 to 1.
func share(n loyalty.Need) decimal.Decimal {
	one := decimal.NewFromInt(1)
	if n.AtLeast == nil || n.Missing.Sign() == 0 || n.AtLeast.Sign() <= 0 {
		return one
	}
	if n.Have.Sign() <= 0 {
		return decimal.Decimal{}
	}
	return n.Have.DivRound(*n.AtLeast, 6)
}
