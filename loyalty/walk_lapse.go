package loyalty

import "github.com/hotelcrm/hotelcrm"

// lapse takes the end of a status that has come: a cycle is judged by the rules of its last day, any other status is
// over. The rules in force the day before decide where the member falls.
func (w *walk) lapse() {
	number := w.engine.versionOn(w.today - 1)
	if number < 0 {
		w.fall(nil)
		return
	}
	v := &w.engine.versions[number]
	k := v.at[w.level]
	if k < 0 || v.tiers[k].valid.Kind != ForCycle {
		w.fall(v)
		return
	}
	t, end := &v.tiers[k], w.cycleEnd
	if end == 0 || end > w.today {
		end = w.today
	}
	w.count(&v.rules, end-1, w.since)
	if t.retain >= 0 && w.holds(&v.rules, t.retain) {
		w.renew(v, t)
		return
	}
	for i := 1; i < int(k); i++ { // what the finished cycle supports
		if low := &v.tiers[i]; low.retain >= 0 && w.holds(&v.rules, low.retain) {
			w.supported[low.rank] = max(w.supported[low.rank], w.landing(low))
		}
	}
	w.fall(v)
}

// renew holds the level for another cycle.
func (w *walk) renew(v *version, t *tier) {
	w.cycleEnd = w.span(t.valid.Cycle, w.today, w.since).To
	w.supported[w.level] = graced(w.cycleEnd, t.valid)
	w.note(change{day: w.today, reason: Kept, from: w.level, place: t.retain}, &v.rules)
}

// fall lowers the level as the version says; without a version, to what is still supported.
func (w *walk) fall(v *version) {
	from, to := w.level, 0
	for r := 1; r < w.level; r++ {
		if w.supported[r] > w.today {
			to = r
		}
	}
	reason := Lapsed
	if v != nil {
		switch {
		case v.downgrade == NoDowngrade:
			to = w.level
		case v.downgrade == OneStep && v.below(w.level) > to:
			to, reason = v.below(w.level), SteppedDown
		}
		if w.level >= v.floor {
			to = max(to, v.floor)
		}
		if w.supported[to] <= w.today {
			w.supported[to] = w.landed(v, to)
		}
	}
	if to == from {
		w.supported[to] = forever
		w.note(change{day: w.today, reason: Kept, from: from}, nil)
		return
	}
	w.level, w.since = to, w.today
	w.source = FromActivity
	if to == 0 {
		w.source = FromEnrolment
	}
	if w.supported[to] == forever && to > 0 && w.lifelong(to) {
		w.source = FromLifetime
	}
	w.restartCycle(v)
	w.note(change{day: w.today, reason: reason, from: from}, nil)
}

// below returns the rank of the next lower tier of the version.
func (v *version) below(rank int) int {
	out := 0
	for i := range v.tiers {
		if v.tiers[i].rank < rank {
			out = v.tiers[i].rank
		}
	}
	return out
}

// landed returns until when a tier lasts that a member falls to without support by activity.
func (w *walk) landed(v *version, rank int) hotelcrm.Date {
	if k := v.at[rank]; k > 0 {
		return w.landing(&v.tiers[k])
	}
	return forever
}

// landing returns the end of a tier that begins today by a fall: the next end of its kind.
func (w *walk) landing(t *tier) hotelcrm.Date {
	if t.valid.Kind != MonthEnd {
		return w.landingEnd(t)
	}
	return graced(endAfter(w.today, t.valid.Month), t.valid)
}

func (w *walk) landingEnd(t *tier) hotelcrm.Date {
	kept := w.cycleEnd
	end := w.end(t, w.today, w.today)
	w.cycleEnd = kept
	return end
}

// restartCycle notes where the cycle of the level that begins today ends.
func (w *walk) restartCycle(v *version) {
	w.cycleEnd = 0
	if v == nil || v.at[w.level] < 0 {
		return
	}
	if t := &v.tiers[v.at[w.level]]; t.valid.Kind == ForCycle && w.level > 0 {
		w.cycleEnd = w.span(t.valid.Cycle, w.today, w.today).To
	}
}

// lifelong reports whether a tier is held for ever by its path for life.
func (w *walk) lifelong(rank int) bool {
	for i := range w.engine.versions {
		v := &w.engine.versions[i]
		if k := v.at[rank]; k >= 0 && v.tiers[k].forLife >= 0 && v.tiers[k].valid.Kind != ForEver {
			return true
		}
	}
	return false
}
