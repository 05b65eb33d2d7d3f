package loyalty_test

import (
	"slices"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

func (o *oracle) lapse(d hotelcrm.Date) {
	v := o.version(d - 1)
	if v == nil {
		v = &loyalty.Version{}
	}
	here := o.tier(v, o.level)
	if here != nil && o.valid(v, here).Kind == loyalty.ForCycle {
		end := min(o.cycleEnd, d)
		keeps := func(t *loyalty.Tier) bool {
			cond := t.Retain
			if cond.IsZero() {
				cond = t.Promote
			}
			return !cond.IsZero() && o.holds(cond, v.Window, end-1, o.since)
		}
		if keeps(here) {
			o.cycleEnd = o.cycle(o.valid(v, here).Cycle, d, o.since)
			o.until[o.level] = grace(o.cycleEnd, o.valid(v, here))
			return
		}
		for i := 1; i < len(v.Tiers) && v.Tiers[i].ID != o.level; i++ {
			if t := &v.Tiers[i]; keeps(t) {
				kept := o.cycleEnd
				o.until[t.ID] = max(o.until[t.ID], o.landing(o.valid(v, t), d))
				o.cycleEnd = kept
			}
		}
	}
	to, below := o.ladder[0], o.ladder[0]
	for _, tier := range o.ladder[1:o.rank(o.level)] {
		if o.until[tier] > d {
			to = tier
		}
		if o.tier(v, tier) != nil {
			below = tier
		}
	}
	switch v.Downgrade.To {
	case loyalty.NoDowngrade:
		to = o.level
	case loyalty.OneStep:
		if o.rank(below) > o.rank(to) {
			to = below
		}
	}
	if floor := v.Downgrade.Floor; floor != "" && o.rank(o.level) >= o.rank(floor) && o.rank(to) < o.rank(floor) {
		to = floor
	}
	if to == o.level {
		o.until[to] = never
		return
	}
	if o.until[to] <= d {
		o.until[to] = never
		if t := o.tier(v, to); t != nil && to != o.ladder[0] {
			o.until[to] = o.landing(o.valid(v, t), d)
		}
	}
	o.level, o.since, o.cycleEnd = to, d, never
	if t := o.tier(v, to); t != nil && to != o.ladder[0] && o.valid(v, t).Kind == loyalty.ForCycle {
		o.cycleEnd = o.cycle(o.valid(v, t).Cycle, d, d)
	}
}

func (o *oracle) valid(v *loyalty.Version, t *loyalty.Tier) loyalty.Validity {
	for _, valid := range []loyalty.Validity{t.Valid, v.Valid} {
		if valid.Kind != 0 {
			return valid
		}
	}
	return loyalty.Validity{Kind: loyalty.ForEver}
}

func grace(end hotelcrm.Date, valid loyalty.Validity) hotelcrm.Date {
	if end == never {
		return never
	}
	return end.AddMonths(valid.GraceMonths)
}

func (o *oracle) end(valid loyalty.Validity, begins, reached hotelcrm.Date) hotelcrm.Date {
	switch valid.Kind {
	case loyalty.MonthEnd:
		year, _, _ := reached.Civil()
		end := hotelcrm.DateOf(year+valid.Years, time.Month(valid.Month), 1).MonthEnd() + 1
		if end <= begins {
			end = hotelcrm.DateOf(year+valid.Years+1, time.Month(valid.Month), 1).MonthEnd() + 1
		}
		return grace(end, valid)
	case loyalty.ForMonths:
		return grace(begins.AddMonths(valid.Months), valid)
	case loyalty.ForCycle:
		o.cycleEnd = o.cycle(valid.Cycle, begins, begins)
		return grace(o.cycleEnd, valid)
	}
	return never
}

func (o *oracle) landing(valid loyalty.Validity, d hotelcrm.Date) hotelcrm.Date {
	if valid.Kind != loyalty.MonthEnd {
		return o.end(valid, d, d)
	}
	year, _, _ := d.Civil()
	end := hotelcrm.DateOf(year, time.Month(valid.Month), 1).MonthEnd() + 1
	if end <= d {
		end = hotelcrm.DateOf(year+1, time.Month(valid.Month), 1).MonthEnd() + 1
	}
	return grace(end, valid)
}

// cycle returns the end of the cycle that holds d.
func (o *oracle) cycle(w loyalty.Window, d, since hotelcrm.Date) hotelcrm.Date {
	end := d + 1
	for o.in(w, end, d, since) {
		end++
	}
	return end
}

// in reports whether a date lies in the same window as d.
func (o *oracle) in(w loyalty.Window, line, d, since hotelcrm.Date) bool {
	months := w.Months
	if months == 0 {
		months = 12
	}
	start := o.begun
	switch w.Kind {
	case 0, loyalty.CalendarYear:
		a, _, _ := line.Civil()
		b, _, _ := d.Civil()
		return a == b-w.Back
	case loyalty.RollingMonths:
		return line > d.AddMonths(-months) && line <= d
	case loyalty.Lifetime:
		return line <= d
	case loyalty.LevelCycle:
		start = since
	}
	number := func(x hotelcrm.Date) int {
		k := 0
		for start.AddMonths((k+1)*months) <= x {
			k++
		}
		return k
	}
	return line >= start && number(line) == number(d)-w.Back
}

func (o *oracle) holds(c loyalty.Condition, w loyalty.Window, d, since hotelcrm.Date) bool {
	if c.Window.Kind != 0 {
		w = c.Window
	}
	if w.Kind == loyalty.BestOf {
		for _, one := range w.Of {
			c.Window = one
			if o.holds(c, one, d, since) {
				return true
			}
		}
		return false
	}
	for _, child := range c.All {
		if !o.holds(child, w, d, since) {
			return false
		}
	}
	if len(c.All) > 0 {
		return true
	}
	for _, child := range c.Any {
		if o.holds(child, w, d, since) {
			return true
		}
	}
	if len(c.Any) > 0 {
		return false
	}
	v := o.count(c, w, d, since)
	return (c.AtLeast == nil || v.GreaterThanOrEqual(*c.AtLeast)) && (c.AtMost == nil || v.LessThanOrEqual(*c.AtMost)) &&
		(c.Below == nil || v.LessThan(*c.Below))
}

func (o *oracle) count(c loyalty.Condition, w loyalty.Window, d, since hotelcrm.Date) decimal.Decimal {
	if c.Metric == loyalty.YearsAtTier {
		return decimal.NewFromInt(o.years[c.Tier])
	}
	sum, brands := decimal.Decimal{}, map[string]bool{}
	for _, a := range o.m.Activities {
		if a.Date > d || !o.in(w, a.Date, d, since) || (a.Date < o.reset && w.Kind != loyalty.Lifetime) || !o.counts(a) {
			continue
		}
		sum = sum.Add(amountOf(a, c.Metric))
		if a.Brand != "" && (a.Nights > 0 || a.Stays > 0) {
			brands[a.Brand] = true
		}
	}
	if c.Metric == loyalty.Brands {
		return decimal.NewFromInt(int64(len(brands)))
	}
	year, _, _ := d.Civil()
	year -= w.Back
	if (w.Kind == 0 || w.Kind == loyalty.CalendarYear) && o.rolloverOf(year) == c.Metric && hotelcrm.DateOf(year, 1, 1) > o.reset {
		sum = sum.Add(decimal.NewFromInt(o.carried[year]))
	}
	return sum
}

// rolloverOf returns the metric that was carried into a year.
func (o *oracle) rolloverOf(year int) loyalty.Metric {
	v := o.version(hotelcrm.DateOf(year, 1, 1) - 1)
	switch {
	case v == nil || v.Rollover == nil:
		return 0
	case v.Rollover.Metric == 0:
		return loyalty.Nights
	}
	return v.Rollover.Metric
}

func amountOf(a loyalty.Activity, m loyalty.Metric) decimal.Decimal {
	switch m {
	case loyalty.Nights:
		return decimal.NewFromInt(int64(a.Nights))
	case loyalty.Stays:
		return decimal.NewFromInt(int64(a.Stays))
	case loyalty.Points:
		return decimal.NewFromInt(a.Points)
	case loyalty.Spend:
		return a.Spend
	case loyalty.Events:
		return decimal.NewFromInt(int64(a.Events))
	}
	return decimal.NewFromInt(int64(a.NoShows))
}

func (o *oracle) counts(a loyalty.Activity) bool {
	v := o.version(a.Date)
	if v == nil || a.Kind == loyalty.KindRedemption {
		return false
	}
	for _, k := range v.Ignore {
		if k == a.Kind {
			return false
		}
	}
	return true
}

func (o *oracle) newYear(d hotelcrm.Date) {
	tier, _ := o.now(d - 1)
	for _, t := range o.ladder[:o.rank(tier)+1] {
		o.years[t]++
	}
	v := o.version(d - 1)
	if v == nil {
		return
	}
	before, since := o.level, o.since
	o.forLife(v, d-1, d)
	if o.level != before && v.Counters == loyalty.Reset {
		o.reset = d
	}
	if r := v.Rollover; r != nil {
		o.carry(v, d, since)
	}
}

// carry hands on what the year before d counted above the threshold of the tier it reaches.
func (o *oracle) carry(v *loyalty.Version, d, since hotelcrm.Date) {
	year, _, _ := d.Civil()
	metric := o.rolloverOf(year)
	reached, threshold := v.Tiers[0], new(decimal.Decimal)
	for _, t := range v.Tiers[1:] {
		if !t.Promote.IsZero() && o.holds(t.Promote, v.Window, d-1, since) {
			reached, threshold = t, lowest(t.Promote, v.Window, metric)
		}
	}
	if threshold == nil || (v.Rollover.From != "" && o.rank(reached.ID) < o.rank(v.Rollover.From)) {
		return
	}
	sum := decimal.Decimal{}
	for _, a := range o.m.Activities {
		if y, _, _ := a.Date.Civil(); y != year-1 || a.Date < o.reset || !o.counts(a) {
			continue
		}
		if r := o.version(a.Date).Rollover; r != nil && !slices.Contains(r.Without, a.Kind) {
			sum = sum.Add(amountOf(a, metric))
		}
	}
	out := max(0, sum.Sub(*threshold).IntPart())
	if v.Rollover.Cap > 0 {
		out = min(out, v.Rollover.Cap)
	}
	o.carried[year] = out
}

// lowest returns the lowest threshold of a metric in the calendar year, nil if there is none.
func lowest(c loyalty.Condition, w loyalty.Window, metric loyalty.Metric) *decimal.Decimal {
	if c.Window.Kind != 0 {
		w = c.Window
	}
	inYear := func(w loyalty.Window) bool {
		return (w.Kind == 0 || w.Kind == loyalty.CalendarYear) && w.Back == 0 && len(w.Of) == 0
	}
	if c.Metric == metric && c.AtLeast != nil && c.AtLeast.Sign() > 0 && (inYear(w) || slices.ContainsFunc(w.Of, inYear)) {
		return c.AtLeast
	}
	var out *decimal.Decimal
	for _, child := range slices.Concat(c.All, c.Any) {
		if x := lowest(child, w, metric); x != nil && (out == nil || x.LessThan(*out)) {
			out = x
		}
	}
	return out
}
