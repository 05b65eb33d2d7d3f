package loyalty

// endYear closes the calendar year that ended yesterday: the tier held counts for the years at it, nights above the
// threshold are carried, and paths for life are looked at, all under the rules of the year's last day.
func (w *walk) endYear() {
	last := w.today - 1
	for r := 0; r <= w.effective(last); r++ {
		w.years[r]++
	}
	number := w.engine.versionOn(last)
	var in carriedOver
	if number >= 0 {
		v := &w.engine.versions[number]
		w.count(&v.rules, last, w.since)
		if v.lifelong {
			w.lookForLife(v)
		}
		if v.rollover != nil {
			in = carriedOver{v.rollover.metric, w.carry(v)}
		}
	}
	w.carried, w.carriedTo = [2]carriedOver{in, w.carried[0]}, yearOf(w.today)
	w.turn = yearStart(w.carriedTo + 1)
}

// carry returns what the year that ended yesterday hands on: what was earned in it above the threshold of the highest
// tier that its counters reach. What had come in from the year before helps to reach a tier and is not handed on.
func (w *walk) carry(v *version) int64 {
	reached := &v.tiers[0]
	for i := len(v.tiers) - 1; i > 0; i-- {
		if t := &v.tiers[i]; t.promote >= 0 && w.holds(&v.rules, t.promote) {
			reached = t
			break
		}
	}
	if reached.threshold < 0 || reached.rank < v.rollover.from {
		return 0
	}
	year := yearSpan(yearOf(w.today - 1))
	from, to := w.lines.before(max(year.From, w.resetOn)), w.lines.before(year.To)
	out := max(0, w.lines.totals[to][0]-w.lines.totals[from][0]-reached.threshold)
	if v.rollover.limit > 0 {
		out = min(out, v.rollover.limit)
	}
	return out
}
