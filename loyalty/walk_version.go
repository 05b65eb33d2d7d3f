package loyalty

import "github.com/hotelcrm/hotelcrm"

// changeVersion puts the rules of today in force.
func (w *walk) changeVersion() {
	if w.version >= 0 && w.engine.versions[w.version].Contains(w.today) {
		return
	}
	before := w.version
	w.version = w.engine.versionOn(w.today)
	if w.version < 0 || w.version == before {
		return
	}
	moves := &w.engine.versions[w.version].moves
	var moved [maxTiers]hotelcrm.Date
	for r, until := range w.supported {
		to := moves[r]
		moved[to] = max(moved[to], until)
	}
	w.supported = moved
	for i := range w.overlays {
		if w.overlays[i].from < w.today {
			w.overlays[i].rank = int(moves[w.overlays[i].rank])
		}
	}
	for i := range w.pending {
		w.pending[i].rank = int(moves[w.pending[i].rank])
	}
	if to := int(moves[w.level]); to != w.level {
		from := w.level
		w.level, w.since = to, w.today
		w.note(change{day: w.today, reason: Moved, from: from}, nil)
	}
}
