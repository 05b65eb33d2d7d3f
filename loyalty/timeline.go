package loyalty

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// Entry is one change in a member's life.
type Entry struct {
	Date    hotelcrm.Date `json:"date"`
	Reason  Reason        `json:"reason"`
	Tier    string        `json:"tier"`             // the tier that the change is about
	Status  string        `json:"status"`           // the tier held at the close of the day, from whatever source
	Until   hotelcrm.Date `json:"until,omitzero"`   // exclusive; zero: for ever
	Reached hotelcrm.Date `json:"reached,omitzero"` // when a promotion was earned
	Source  Source        `json:"source"`
	Version string        `json:"version"`           // of the rules in force on Date
	Because []Need        `json:"because,omitempty"` // the thresholds that were reached, with the counts of that day
}

// Timeline returns everything that happened to a member's status up to the close of at.On, in the order of dates.
//
// With at.On in the future it shows what will happen if nothing more is done. Input: as [Engine.Status].
// Errors: as [Engine.Status].
func (e *Engine) Timeline(m *Member, at AsOf) ([]Entry, error) {
	var changes []change
	w := walk{engine: e, changes: &changes}
	if err := w.start(m, at); err != nil {
		return nil, err
	}
	w.run()
	var out []Entry
	for _, c := range changes {
		out = append(out, w.entry(c))
	}
	for _, o := range w.overlays {
		if w.begun != 0 {
			out = append(out, w.grantEntries(o)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Entry) int { return int(a.Date) - int(b.Date) })
	w.fillStatus(out, changes)
	return out, nil
}

func (w *walk) entry(c change) Entry {
	out := Entry{Date: c.day, Reason: c.reason, Tier: w.engine.ladder[c.to], Reached: c.reached, Source: c.source, Because: c.needs}
	if c.until < forever {
		out.Until = c.until
	}
	out.Version = w.versionName(c.day)
	return out
}

func (w *walk) versionName(d hotelcrm.Date) string {
	if i := w.engine.versionOn(d); i >= 0 {
		return w.engine.versions[i].id
	}
	return ""
}

// grantEntries returns the entries of a status with an end: when it began and, if that is past, when it ended.
func (w *walk) grantEntries(o overlay) []Entry {
	from := max(o.from, w.begun)
	if from > w.on || o.to <= from {
		return nil
	}
	began := Entry{Date: from, Reason: Granted, Tier: w.engine.ladder[o.rank], Source: o.source, Version: w.versionName(from)}
	if o.to >= forever {
		return []Entry{began}
	}
	began.Until = o.to
	if o.to > w.on {
		return []Entry{began}
	}
	ended := began
	ended.Date, ended.Reason, ended.Version = o.to, GrantEnded, w.versionName(o.to)
	return []Entry{began, ended}
}

// fillStatus writes into each entry the tier held at the close of its day.
func (w *walk) fillStatus(entries []Entry, changes []change) {
	for i := range entries {
		rank, d := 0, entries[i].Date
		for _, c := range changes {
			if c.day <= d && (c.reason != ForLife || c.to > rank) {
				rank = c.to
			}
		}
		for _, o := range w.overlays {
			if o.from <= d && d < o.to {
				rank = max(rank, o.rank)
			}
		}
		entries[i].Status = w.engine.ladder[rank]
	}
}
