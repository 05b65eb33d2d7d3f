package loyalty_test

import (
	"slices"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

const never = hotelcrm.MaxDate + 1

// oracle finds a status by living through every single day and adding up all lines again for every threshold.
type oracle struct {
	p      loyalty.Programme
	ladder []string
	m      loyalty.Member
	at     loyalty.AsOf

	begun, since, reset, cycleEnd hotelcrm.Date
	level                         string
	until                         map[string]hotelcrm.Date // of each tier that activity supports
	carried                       map[int]int64            // into a year
	years                         map[string]int64
	waiting                       []waiting
	over                          []loyalty.Grant // statuses with an end
}

type waiting struct {
	tier            string
	begins, reached hotelcrm.Date
}

func oracleStatus(e *loyalty.Engine, m loyalty.Member, at loyalty.AsOf) (string, hotelcrm.Date) {
	o := &oracle{p: e.Programme(), ladder: e.Ladder(), at: at, until: map[string]hotelcrm.Date{}, carried: map[int]int64{}, years: map[string]int64{}}
	o.m = loyalty.Member{Enrolled: m.Enrolled}
	o.begun = m.Enrolled
	first := never
	for _, a := range m.Activities {
		known := a.Known
		if known == 0 {
			known = a.Date
		}
		if a.Date >= m.Enrolled && a.Date <= at.On && (at.Known == 0 || known <= at.Known) {
			o.m.Activities = append(o.m.Activities, a)
			first = min(first, a.Date)
		}
	}
	for _, g := range m.Grants {
		known := g.Known
		if known == 0 {
			known = g.From
		}
		if g.From <= at.On && (at.Known == 0 || known <= at.Known) {
			o.m.Grants = append(o.m.Grants, g)
			first = min(first, g.From)
		}
	}
	if o.begun == 0 {
		o.begun = first
	}
	if o.begun > at.On {
		return "", 0
	}
	o.live()
	return o.now(at.On)
}

func (o *oracle) rank(tier string) int { return slices.Index(o.ladder, tier) }

func (o *oracle) version(d hotelcrm.Date) *loyalty.Version {
	for i := range o.p.Versions {
		if o.p.Versions[i].Contains(d) {
			return &o.p.Versions[i]
		}
	}
	return nil
}

func (o *oracle) tier(v *loyalty.Version, id string) *loyalty.Tier {
	for i := range v.Tiers {
		if v.Tiers[i].ID == id {
			return &v.Tiers[i]
		}
	}
	return nil
}

func (o *oracle) live() {
	o.level, o.since = o.ladder[0], o.begun
	o.until[o.level] = never
	for _, g := range o.m.Grants {
		if g.From = max(g.From, o.m.Enrolled); g.To > g.From {
			o.over = append(o.over, g)
		}
	}
	for d := o.begun; d <= o.at.On; d++ {
		if _, month, day := d.Civil(); month == time.January && day == 1 && d > o.begun {
			o.newYear(d)
		}
		for len(o.waiting) > 0 && o.waiting[0].begins <= d {
			o.promote(o.waiting[0].tier, d, o.waiting[0].reached, false)
			o.waiting = o.waiting[1:]
		}
		if o.until[o.level] <= d {
			o.lapse(d)
		}
		o.byHand(d)
		if slices.ContainsFunc(o.m.Activities, func(a loyalty.Activity) bool { return a.Date == d }) {
			o.look(d)
		}
	}
}

func (o *oracle) byHand(d hotelcrm.Date) {
	var tiers []string
	for _, g := range o.m.Grants {
		if g.To == 0 && max(g.From, o.begun) == d {
			tiers = append(tiers, g.Tier)
		}
	}
	slices.SortFunc(tiers, func(a, b string) int { return o.rank(a) - o.rank(b) })
	for _, tier := range tiers {
		if o.rank(tier) >= o.rank(o.level) {
			o.promote(tier, d, d, true)
			continue
		}
		end, kept := never, o.cycleEnd
		if v := o.version(d); v != nil {
			if t := o.tier(v, tier); t != nil {
				end = o.end(o.valid(v, t), d, d)
			}
		}
		o.until[tier], o.cycleEnd = max(o.until[tier], end), kept
	}
}

func (o *oracle) now(d hotelcrm.Date) (string, hotelcrm.Date) {
	tier, until := o.level, o.until[o.level]
	for _, g := range o.over {
		if g.From <= d && d < g.To && (o.rank(g.Tier) > o.rank(tier) || (g.Tier == tier && g.To > until)) {
			tier, until = g.Tier, g.To
		}
	}
	if until >= never {
		until = 0
	}
	return tier, until
}

func (o *oracle) look(d hotelcrm.Date) {
	v := o.version(d)
	if v == nil {
		return
	}
	before, since := o.level, o.since
	o.forLife(v, d, d)
	held, reached := o.level, o.level
	above, stepped := held, v.Stepwise && held != before
	for _, w := range o.waiting {
		if o.rank(w.tier) > o.rank(above) {
			above = w.tier
		}
	}
	for _, t := range v.Tiers[1:] {
		if o.rank(t.ID) <= o.rank(above) || stepped {
			continue
		}
		if !t.Promote.IsZero() && o.holds(t.Promote, v.Window, d, since) && !(v.Stepwise && len(o.waiting) > 0) {
			reached = t.ID
		}
		if v.Stepwise && !t.Promote.IsZero() {
			break
		}
	}
	for _, t := range v.Tiers[1:] {
		cond := t.Retain
		if o.rank(t.ID) > o.rank(held) || cond.IsZero() {
			cond = t.Promote
		}
		valid := o.valid(v, &t)
		if valid.Kind == loyalty.ForCycle && o.cycleEnd <= d && o.until[held] < never && o.rank(t.ID) <= o.rank(held) &&
			!t.Promote.IsZero() && o.holds(t.Promote, v.Window, d, since) {
			next := o.cycle(valid.Cycle, d, o.since)
			o.until[t.ID] = max(o.until[t.ID], grace(next, valid))
			if t.ID == held {
				o.cycleEnd = next
			}
		}
		if o.rank(t.ID) > max(o.rank(held), o.rank(reached)) || valid.Kind == loyalty.ForCycle || cond.IsZero() {
			continue
		}
		if o.holds(cond, v.Window, d, since) {
			o.until[t.ID] = max(o.until[t.ID], o.end(valid, d, d))
		}
	}
	if held != before && v.Counters == loyalty.Reset {
		o.reset = d + 1
	}
	switch {
	case reached == held:
	case v.DelayDays == 0:
		o.promote(reached, d, d, false)
	default:
		o.waiting = append(o.waiting, waiting{reached, d.AddDays(v.DelayDays), d})
	}
}

func (o *oracle) forLife(v *loyalty.Version, d, begins hotelcrm.Date) {
	for i := len(v.Tiers) - 1; i > 0; i-- {
		t := v.Tiers[i]
		if o.until[t.ID] >= never && o.rank(t.ID) <= o.rank(o.level) {
			return
		}
		if !t.ForLife.IsZero() && o.holds(t.ForLife, loyalty.Window{Kind: loyalty.Lifetime}, d, o.since) {
			o.until[t.ID] = never
			if o.rank(t.ID) > o.rank(o.level) {
				o.level, o.since, o.cycleEnd = t.ID, begins, never
			}
			return
		}
	}
}

func (o *oracle) promote(tier string, d, reached hotelcrm.Date, byHand bool) {
	if !byHand && o.rank(tier) <= o.rank(o.level) {
		return
	}
	o.level, o.since, o.cycleEnd = tier, d, never
	end := never
	if v := o.version(d); v != nil {
		if t := o.tier(v, tier); t != nil {
			end = o.end(o.valid(v, t), d, reached)
		}
		if v.Counters == loyalty.Reset {
			o.reset = d
			if d == reached && !byHand {
				o.reset = d + 1
			}
		}
	}
	o.until[tier] = max(o.until[tier], end)
}
