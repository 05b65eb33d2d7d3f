package loyalty

import "github.com/hotelcrm/hotelcrm"

// counted is the lines that a window holds, and what is carried into it.
type counted struct {
	from, to int
	carry    int64
	metric   Metric // of carry
}

// span returns the dates of a window seen from d. Its end may lie after d.
func (w *walk) span(window Window, d, since hotelcrm.Date) hotelcrm.Span {
	switch window.Kind {
	case CalendarYear:
		return yearSpan(yearOf(d) - window.Back)
	case RollingMonths:
		return hotelcrm.Span{From: hotelcrm.Rolling(d, window.Months).From, To: d + 1}
	case LevelCycle:
		return w.cycle.back(since, d, window)
	case MembershipYear:
		return w.cycle.back(w.begun, d, window)
	}
	return hotelcrm.Span{To: d + 1}
}

// count finds the lines of every window of the rules at the close of d; since is where the level began.
func (w *walk) count(r *rules, d, since hotelcrm.Date) {
	w.looked, w.lookedSince = d, since
	last := w.done
	if d != w.today {
		last = w.lines.before(d + 1)
	}
	for i := range r.windows {
		window := &r.windows[i]
		if window.Kind == trialWindow {
			continue // set by the challenge
		}
		span := w.span(*window, d, since)
		if window.Kind != Lifetime {
			span.From = max(span.From, w.resetOn)
		}
		c := counted{to: last}
		if span.From > hotelcrm.MinDate {
			c.from = w.lines.before(span.From)
		}
		if span.To <= d {
			c.to = w.lines.before(span.To)
		}
		c.from = min(c.from, c.to)
		if window.Kind == CalendarYear && w.carriedTo > 0 && span.From > w.resetOn {
			if ago := w.carriedTo - yearOf(d) + window.Back; ago == 0 || ago == 1 {
				c.carry, c.metric = w.carried[ago].amount, w.carried[ago].metric
			}
		}
		w.spans[i] = c
	}
}

// holds reports whether the condition at a place holds for the windows counted last.
func (w *walk) holds(r *rules, place int32) bool {
	n := &r.nodes[place]
	if n.metric != 0 {
		v := w.value(n)
		return n.low <= v && v <= n.high
	}
	for child := place + 1; child < n.end; child = r.nodes[child].end {
		if w.holds(r, child) == n.any {
			return n.any
		}
	}
	return !n.any
}

// value returns what a leaf counts.
func (w *walk) value(n *node) int64 {
	c := &w.spans[n.window]
	switch n.metric {
	case Brands:
		return w.lines.shown.count(c.from, c.to)
	case YearsAtTier:
		return w.years[n.tier]
	}
	v := w.lines.totals[c.to][n.metric] - w.lines.totals[c.from][n.metric]
	if c.metric == n.metric {
		v += c.carry
	}
	if w.pace != nil {
		v = w.pace[n.window].stretch(v)
	}
	return v
}
