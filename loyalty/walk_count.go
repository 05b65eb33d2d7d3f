package loyalty

import "github.com/hotelcrm/hotelcrm"

// counted is the lines that a window holds, and what is carried into it.
type counted struct {
	from, to int
	carry    int64
	metric   Metric // of carry
}

// yearCache holds the calendar year that was asked for last.
type yearCache struct {
	span hotelcrm.Span
	year int
}

// of returns the calendar year of d.
func (c *yearCache) of(d hotelcrm.Date) hotelcrm.Span {
	if c.year == 0 || d < c.span.From || d >= c.span.To {
		c.year, _, _ = d.Civil()
		c.span = hotelcrm.Span{From: hotelcrm.DateOf(c.year, 1, 1), To: yearStart(c.year + 1)}
	}
	return c.span
}

// yearStart returns 1 January, or the day after the last date of the calendar.
func yearStart(year int) hotelcrm.Date {
	if year > 9999 {
		return forever
	}
	return hotelcrm.DateOf(year, 1, 1)
}

// span returns the dates of a window seen from d. Its end may lie after d.
func (w *walk) span(window Window, d, since hotelcrm.Date) hotelcrm.Span {
	switch window.Kind {
	case CalendarYear:
		year := w.year.of(d)
		for range window.Back {
			year = w.year.of(max(year.From-1, hotelcrm.MinDate))
		}
		return year
	case RollingMonths:
		return hotelcrm.Span{From: hotelcrm.Rolling(d, window.Months).From, To: d + 1}
	case LevelCycle:
		return cycleBack(since, d, window)
	case MembershipYear:
		return cycleBack(w.begun, d, window)
	}
	return hotelcrm.Span{To: d + 1}
}

// cycleBack returns the cycle that holds d, or one before it.
func cycleBack(start, d hotelcrm.Date, window Window) hotelcrm.Span {
	cycle := hotelcrm.Cycle(start, d, window.Months)
	for range window.Back {
		cycle = hotelcrm.Cycle(start, cycle.From-1, window.Months)
	}
	if cycle.To == 0 {
		cycle.To = forever // beyond the calendar
	}
	return cycle
}

// count finds the lines of every window of the rules at the close of d; since is where the level began.
func (w *walk) count(r *rules, d, since hotelcrm.Date) {
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
		if window.Kind == CalendarYear && w.carried > 0 && w.carriedTo == w.year.year && span.From > w.resetOn {
			c.carry, c.metric = w.carried, w.carriedMetric
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
		return w.lines.brands(w.member, c.from, c.to)
	case YearsAtTier:
		return w.years[n.tier]
	}
	v := w.lines.totals[c.to][n.metric] - w.lines.totals[c.from][n.metric]
	if c.metric == n.metric {
		v += c.carry
	}
	return v
}
