package loyalty

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
)

// term is one way in which a condition can hold: a range for each count that it asks for.
type term []rangeOf

// rangeOf is the range of one count.
type rangeOf struct {
	metric    Metric
	window    uint8
	tier      uint8
	low, high int64
}

// maxTerms bounds the ways of one condition that are looked at.
const maxTerms = 200

// terms returns the ways in which the condition at a place can hold.
func (r *rules) terms(place int32) []term {
	n := &r.nodes[place]
	if n.metric != 0 {
		return []term{{{n.metric, n.window, n.tier, n.low, n.high}}}
	}
	var out []term
	if !n.any {
		out = []term{nil}
	}
	for child := place + 1; child < n.end; child = r.nodes[child].end {
		inner := r.terms(child)
		if n.any {
			out = append(out, inner...)
		} else {
			out = crossed(out, inner)
		}
		out = out[:min(len(out), maxTerms)]
	}
	return out
}

func crossed(a, b []term) []term {
	var out []term
	for _, x := range a {
		for _, y := range b {
			out = append(out, x.and(y))
		}
	}
	return out
}

// and returns the term that asks for both.
func (t term) and(other term) term {
	out := slices.Clone(t)
	for _, r := range other {
		i := slices.IndexFunc(out, r.same)
		if i < 0 {
			out = append(out, r)
			continue
		}
		out[i].low, out[i].high = max(out[i].low, r.low), min(out[i].high, r.high)
	}
	return out
}

func (r rangeOf) same(other rangeOf) bool {
	return r.metric == other.metric && r.window == other.window && r.tier == other.tier
}

func (t term) possible() bool {
	return !slices.ContainsFunc(t, func(r rangeOf) bool { return r.low > r.high })
}

// implies reports whether the condition at a place holds wherever the term does. It may say no where the answer is yes
// only by ways that share the values between them.
func (t term) implies(r *rules, place int32) bool {
	n := &r.nodes[place]
	if n.metric != 0 {
		low, high := int64(0), int64(unbounded)
		for _, x := range t {
			if x.metric == n.metric && x.window == n.window && x.tier == n.tier {
				low, high = max(low, x.low), x.high
			}
		}
		return low >= n.low && high <= n.high
	}
	for child := place + 1; child < n.end; child = r.nodes[child].end {
		if t.implies(r, child) == n.any {
			return n.any
		}
	}
	return !n.any
}

// words returns the term as people say it, such as "10 nights or more and spend of 5000.00 or more".
func (t term) words(e *Engine, r *rules) string {
	var parts []string
	for _, x := range t {
		parts = append(parts, e.rangeWords(x.metric, x.low, x.high)+r.windows[x.window].words())
	}
	return strings.Join(parts, " and ")
}

// words returns a count with its metric.
func (e *Engine) words(m Metric, v int64) string {
	switch m {
	case Spend:
		return "spend of " + hotelcrm.FromMinor(v, e.places).StringFixed(int32(e.places))
	case NoShows:
		return plural.Of(v, "no-show", "no-shows")
	case YearsAtTier:
		return plural.Of(v, "year at the tier", "years at the tier")
	}
	many := m.String()
	return plural.Of(v, strings.TrimSuffix(many, "s"), many)
}

// rangeWords returns a range of counts with its metric.
func (e *Engine) rangeWords(m Metric, low, high int64) string {
	switch {
	case low <= 0 && high == unbounded:
		return "any " + m.String()
	case high == unbounded:
		return e.words(m, low) + " or more"
	case low == high:
		return e.words(m, low)
	case low <= 0:
		return e.words(m, high) + " or less"
	}
	if m == Spend {
		return e.words(m, low) + " to " + strings.TrimPrefix(e.words(m, high), "spend of ")
	}
	return fmt.Sprint(low, " to ", e.words(m, high))
}

// words returns the window as people say it.
func (w Window) words() string {
	switch w.Kind {
	case CalendarYear:
		return []string{" in a calendar year", " in the calendar year before"}[min(w.Back, 1)]
	case RollingMonths:
		return " in " + plural.Of(w.Months, "month", "months")
	case LevelCycle:
		return " since the level began"
	case MembershipYear:
		return " in a membership year"
	}
	return ""
}
