package loyalty

import "github.com/hotelcrm/hotelcrm"

// effective returns the rank held on a date up to today, with overlays.
func (w *walk) effective(d hotelcrm.Date) int {
	rank := w.level
	for _, o := range w.overlays {
		if o.from <= d && d < o.to {
			rank = max(rank, o.rank)
		}
	}
	return rank
}

// holdFloor makes what was held on a day a minimum.
func (w *walk) holdFloor(f floor) {
	if rank := w.effective(f.heldOn); rank > 0 {
		w.overlays = append(w.overlays, overlay{rank, f.heldOn, f.to, FromFloor})
	}
}

// status returns the status at the end of the walk.
func (w *walk) status() Status {
	if w.begun == 0 {
		return Status{}
	}
	best := overlay{w.level, w.since, w.supported[w.level], w.source}
	for _, o := range w.overlays {
		if o.from > w.on || o.to <= w.on {
			continue
		}
		if o.rank > best.rank || (o.rank == best.rank && o.to > best.to) {
			best = o
		}
	}
	s := Status{Tier: w.engine.ladder[best.rank], Rank: best.rank, From: best.from, Source: best.source}
	if best.to < forever {
		s.Until = best.to
	}
	if w.version >= 0 && w.engine.versions[w.version].Contains(w.on) {
		s.Version = w.engine.versions[w.version].id
	}
	return s
}
