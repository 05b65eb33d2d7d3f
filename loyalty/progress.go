package loyalty

// Progress is how far a member is from the next tier, and from keeping the present one.
type Progress struct {
	Status Status `json:"status"`

	Next string   `json:"next,omitempty"` // the next tier that activity can reach; empty at the top
	Ways [][]Need `json:"ways,omitempty"` // ways to it: in one of them every threshold must be reached; at most 64
	Keep [][]Need `json:"keep,omitempty"` // ways to earn the present tier again; none where nothing is asked
}

// Progress returns what is missing to the next tier, counted at the close of at.On under the rules then in force.
//
// Errors: as [Engine.Status].
func (e *Engine) Progress(m *Member, at AsOf) (Progress, error) { return e.Evaluator().Progress(m, at) }

func (w *walk) progress() Progress {
	out := Progress{Status: w.status()}
	number := w.engine.versionOn(w.on)
	if w.begun == 0 || number < 0 {
		return out
	}
	v := &w.engine.versions[number]
	w.count(&v.rules, w.on, w.since)
	if k := v.at[out.Status.Rank]; k > 0 {
		place := v.tiers[k].retain
		if out.Status.Rank > w.level {
			place = v.tiers[k].promote
		}
		if place >= 0 && out.Status.Until != 0 {
			out.Keep = w.ways(&v.rules, place)
		}
	}
	above := out.Status.Rank
	if v.stepwise {
		above = w.level
	}
	for i := range v.tiers {
		if t := &v.tiers[i]; t.rank > above && t.promote >= 0 {
			out.Next, out.Ways = w.engine.ladder[t.rank], w.ways(&v.rules, t.promote)
			return out
		}
	}
	return out
}
