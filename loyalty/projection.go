package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Projection is what a member's status will be.
type Projection struct {
	On     hotelcrm.Date `json:"on"`
	Idle   Status        `json:"idle"`   // if nothing more happens
	Booked Status        `json:"booked"` // if what is booked is stayed
	Paced  string        `json:"paced"`  // the tier that holds or will be reached if the present windows go on to their ends at the pace so far
}

// Project returns the status on a later date, as far as can be said at at.On.
//
// Input: booked holds lines of the future; they are taken as known.
// Result: the pace of a window with an end is its count times its days over the days gone by, rounded down; rolling and
// lifetime counts are taken as they are.
// Errors: as [Engine.Status]; on must not lie before at.On.
func (e *Engine) Project(m *Member, at AsOf, on hotelcrm.Date, booked []Activity) (Projection, error) {
	if on < at.On {
		return Projection{}, refuse.Param("on", on.String(), "a date not before "+at.On.String())
	}
	out := Projection{On: on}
	now := *m
	now.Activities = m.knownBy(at)
	var err error
	if out.Idle, err = e.Status(&now, AsOf{On: on, Known: at.Known}); err != nil {
		return out, err
	}
	if out.Paced, err = e.paced(m, at); err != nil {
		return out, err
	}
	for _, a := range booked {
		if a.Date > at.On {
			a.Known = min(a.known(), max(at.Known, at.On))
			now.Activities = append(now.Activities, a)
		}
	}
	out.Booked, err = e.Status(&now, AsOf{On: on, Known: at.Known})
	return out, err
}

// knownBy returns the lines dated and known by a question's dates.
func (m *Member) knownBy(at AsOf) []Activity {
	var out []Activity
	for _, a := range m.Activities {
		if a.Date <= at.On && (at.Known == 0 || a.known() <= at.Known) {
			out = append(out, a)
		}
	}
	return out
}

// pace is how far a count is stretched.
type pace struct{ total, gone int64 }

// stretch returns a count at the end of its window.
func (p pace) stretch(v int64) int64 {
	if p.gone <= 0 || v <= 0 || v > bound*1000 {
		return v
	}
	return v * p.total / p.gone
}

// paced returns the tier that the counts reach at their pace.
func (e *Engine) paced(m *Member, at AsOf) (string, error) {
	w := walk{engine: e}
	if err := w.start(m, at); err != nil {
		return "", err
	}
	w.run()
	now := w.status()
	number := e.versionOn(at.On)
	if w.begun == 0 || number < 0 {
		return now.Tier, nil
	}
	v := &e.versions[number]
	w.count(&v.rules, w.on, w.since)
	w.pace = &[maxWindows]pace{}
	for i, window := range v.rules.windows {
		span := w.span(window, w.on, w.since)
		span.From = max(span.From, w.begun)
		if window.Back == 0 && window.Kind != RollingMonths && window.Kind != Lifetime && span.To < forever {
			w.pace[i] = pace{int64(span.To - span.From), int64(w.on + 1 - span.From)}
		}
	}
	for i := len(v.tiers) - 1; i > 0 && v.tiers[i].rank > now.Rank; i-- {
		if t := &v.tiers[i]; t.promote >= 0 && w.holds(&v.rules, t.promote) {
			return e.ladder[t.rank], nil
		}
	}
	return now.Tier, nil
}
