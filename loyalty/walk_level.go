package loyalty

import "github.com/hotelcrm/hotelcrm"

// look holds the rules against the counters at the close of today, after a day with activity.
func (w *walk) look() {
	if w.version < 0 {
		return
	}
	v := &w.engine.versions[w.version]
	w.count(&v.rules, w.today, w.since) // since the level held before the day: a tier for life hides no higher one
	held := w.level
	if v.lifelong {
		w.lookForLife(v)
	}
	reached := w.level
	if !v.stepwise || held == w.level {
		reached = w.reached(v)
	}
	held = w.level
	for i := 1; i < len(v.tiers); i++ {
		t := &v.tiers[i]
		place := t.retain
		if t.rank > held {
			place = t.promote
		}
		if t.valid.Kind == ForCycle {
			w.reachInGrace(v, t)
			continue
		}
		if t.rank > max(held, reached) || place < 0 || !w.holds(&v.rules, place) {
			continue
		}
		if until := w.end(t, w.today, w.today); until > w.supported[t.rank] {
			w.supported[t.rank] = until
			if t.rank == held {
				w.note(change{day: w.today, reason: Renewed, from: held, place: place}, &v.rules)
			}
		}
	}
	switch {
	case reached <= held:
	case v.delay == 0:
		w.promote(reached, w.today, w.today, FromActivity)
	default:
		w.pending = append(w.pending, pending{reached, w.today.AddDays(v.delay), w.today})
	}
}

// reachInGrace keeps a tier, of the level or below it, that the cycle after the one to be judged reaches already.
func (w *walk) reachInGrace(v *version, t *tier) {
	inGrace := w.cycleEnd != 0 && w.cycleEnd <= w.today && w.supported[w.level] < forever
	if !inGrace || t.rank > w.level || t.promote < 0 || !w.holds(&v.rules, t.promote) {
		return
	}
	end := w.span(t.valid.Cycle, w.today, w.since).To
	if until := graced(end, t.valid); until > w.supported[t.rank] {
		w.supported[t.rank] = until
	}
	if t.rank == w.level {
		w.cycleEnd = end
		w.note(change{day: w.today, reason: Renewed, from: w.level, place: t.promote}, &v.rules)
	}
}

// reached returns the highest tier above the level, and above any that is about to begin, whose condition holds; the
// level if there is none.
func (w *walk) reached(v *version) int {
	above := w.level
	for _, p := range w.pending {
		above = max(above, p.rank)
	}
	if v.stepwise {
		for i := range v.tiers {
			if t := &v.tiers[i]; t.rank > above && t.promote >= 0 {
				if len(w.pending) == 0 && w.holds(&v.rules, t.promote) {
					return t.rank
				}
				break
			}
		}
		return w.level
	}
	for i := len(v.tiers) - 1; i > 0 && v.tiers[i].rank > above; i-- {
		if t := &v.tiers[i]; t.promote >= 0 && w.holds(&v.rules, t.promote) {
			return t.rank
		}
	}
	return w.level
}

// lookForLife gives the highest tier whose path for life holds.
func (w *walk) lookForLife(v *version) {
	for i := len(v.tiers) - 1; i > 0; i-- {
		t := &v.tiers[i]
		if w.supported[t.rank] == forever && t.rank <= w.level {
			return
		}
		if t.forLife >= 0 && w.holds(&v.rules, t.forLife) {
			w.liveLong(v, t)
			return
		}
	}
}

// liveLong holds a tier for ever, now or once the present one ends.
func (w *walk) liveLong(v *version, t *tier) {
	w.supported[t.rank] = forever
	from := w.level
	if t.rank > w.level {
		w.level, w.since, w.cycleEnd = t.rank, w.today, 0
		if v.reset {
			w.resetOn = w.looked + 1 // what was counted for it counts no more
		}
	}
	if t.rank == w.level {
		w.source = FromLifetime
	}
	w.note(change{day: w.today, reason: ForLife, from: from, to: t.rank, place: t.forLife}, &v.rules)
}

// promote begins a level.
func (w *walk) promote(rank int, begins, reached hotelcrm.Date, source Source) {
	if rank <= w.level && source == FromActivity {
		return // a grant came first
	}
	c := change{day: begins, reason: Promoted, from: w.level, reached: reached}
	if source == FromActivity {
		w.prove(&c, rank)
	}
	w.level, w.since, w.source, w.cycleEnd = rank, begins, source, 0
	until := forever
	if w.version >= 0 {
		v := &w.engine.versions[w.version]
		if k := v.at[rank]; k >= 0 {
			until = w.end(&v.tiers[k], begins, reached)
		}
		if v.reset {
			w.resetOn = begins
			if begins == reached && source == FromActivity {
				w.resetOn = begins + 1 // the day's activity made the promotion
			}
		}
	}
	w.supported[rank] = max(w.supported[rank], until)
	w.note(c, nil)
}

// end returns until when a tier lasts that begins on one day and was reached on another.
func (w *walk) end(t *tier, begins, reached hotelcrm.Date) hotelcrm.Date {
	var end hotelcrm.Date
	switch t.valid.Kind {
	case MonthEnd:
		if end = w.ends.of(yearOf(reached)+t.valid.Years, t.valid.Month); end <= begins {
			end = endAfter(begins, t.valid.Month)
		}
	case ForMonths:
		end = begins.AddMonths(t.valid.Months)
	case ForCycle:
		end = w.span(t.valid.Cycle, begins, begins).To
		w.cycleEnd = end
	default:
		return forever
	}
	return graced(end, t.valid)
}

func graced(end hotelcrm.Date, valid Validity) hotelcrm.Date {
	if end == 0 || end >= forever {
		return forever
	}
	if valid.GraceMonths == 0 {
		return end
	}
	if end = end.AddMonths(valid.GraceMonths); end == 0 {
		return forever
	}
	return end
}

// takeGrant promotes by hand; a tier below the level is supported as if activity had earned it.
func (w *walk) takeGrant(g grant) {
	if g.rank < w.level {
		until := forever
		if w.version >= 0 {
			until = w.supportedBy(&w.engine.versions[w.version], g)
		}
		w.supported[g.rank] = max(w.supported[g.rank], until)
		return
	}
	w.promote(g.rank, g.from, g.from, g.source)
}

// supportedBy returns the end of a grant by hand below the level.
func (w *walk) supportedBy(v *version, g grant) hotelcrm.Date {
	k := v.at[g.rank]
	if k < 0 {
		return forever
	}
	kept := w.cycleEnd
	until := w.end(&v.tiers[k], g.from, g.from)
	w.cycleEnd = kept
	return until
}
