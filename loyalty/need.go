package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Need is one threshold and how far a member is from it.
type Need struct {
	Metric Metric        `json:"metric"`
	Tier   string        `json:"tier,omitempty"` // of the metric years
	Window hotelcrm.Span `json:"window"`         // where it is counted; open to the past for lifetime counts

	Have    decimal.Decimal  `json:"have"`
	AtLeast *decimal.Decimal `json:"atLeast,omitempty"`
	AtMost  *decimal.Decimal `json:"atMost,omitempty"`
	Missing decimal.Decimal  `json:"missing"`           // to AtLeast; 0 if it is reached
	Blocked bool             `json:"blocked,omitempty"` // above AtMost: more activity does not help
}

// maxWays bounds the ways that are listed to one tier.
const maxWays = 64

// need returns a leaf with what is counted for it.
func (w *walk) need(r *rules, n *node) Need {
	value := w.value(n)
	out := Need{Metric: n.metric, Window: w.span(r.windows[n.window], w.looked, w.lookedSince), Have: w.amount(n.metric, value)}
	if out.Window.To >= forever {
		out.Window.To = 0
	}
	if n.metric == YearsAtTier {
		out.Tier, out.Window = w.engine.ladder[n.tier], hotelcrm.Span{}
	}
	if n.low != -unbounded {
		out.AtLeast = new(w.amount(n.metric, n.low))
		out.Missing = w.amount(n.metric, max(0, n.low-value))
	}
	if n.high != unbounded {
		out.AtMost = new(w.amount(n.metric, n.high))
		out.Blocked = value > n.high
	}
	return out
}

func (w *walk) amount(m Metric, v int64) decimal.Decimal {
	if m == Spend {
		return hotelcrm.FromMinor(v, w.engine.places)
	}
	return decimal.NewFromInt(v)
}

// ways returns the ways in which a condition can hold, each a list of thresholds that must all be reached, in the order
// of the rules; at most 64.
func (w *walk) ways(r *rules, place int32) [][]Need {
	n := &r.nodes[place]
	if n.metric != 0 {
		return [][]Need{{w.need(r, n)}}
	}
	var out [][]Need
	if !n.any {
		out = [][]Need{nil}
	}
	for child := place + 1; child < n.end; child = r.nodes[child].end {
		inner := w.ways(r, child)
		if n.any {
			out = append(out, inner...)
		} else {
			out = product(out, inner)
		}
		out = out[:min(len(out), maxWays)]
	}
	return out
}

// product joins each way of one list with each of another.
func product(a, b [][]Need) [][]Need {
	var out [][]Need
	for _, x := range a {
		for _, y := range b {
			out = append(out, append(append([]Need(nil), x...), y...))
		}
	}
	return out
}

// met returns the thresholds by which a condition holds.
func (w *walk) met(r *rules, place int32) []Need {
	n := &r.nodes[place]
	if n.metric != 0 {
		return []Need{w.need(r, n)}
	}
	var out []Need
	for child := place + 1; child < n.end; child = r.nodes[child].end {
		if w.holds(r, child) {
			out = append(out, w.met(r, child)...)
		}
	}
	return out
}
