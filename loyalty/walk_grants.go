package loyalty

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// sortGrants takes the grants that are known, in an order of their own: with an end as overlays, without one as
// promotions by hand, challenges with what was done in them.
func (w *walk) sortGrants(known hotelcrm.Date) error {
	for i := range w.member.Grants {
		g := &w.member.Grants[i]
		since := g.Known
		if since == 0 {
			since = g.From
		}
		if since > known || g.From > w.on {
			continue
		}
		if err := w.addGrant(g); err != nil {
			err.Row = i + 1
			return err
		}
	}
	slices.SortFunc(w.grants, grant.compare)
	slices.SortFunc(w.overlays, overlay.compare) // of those alike in rank and end, the status shows the first
	return nil
}

func (g grant) compare(other grant) int {
	return cmp.Or(cmp.Compare(g.from, other.from), cmp.Compare(g.rank, other.rank), cmp.Compare(g.source, other.source))
}

func (o overlay) compare(other overlay) int {
	return cmp.Or(
		cmp.Compare(o.from, other.from), cmp.Compare(o.to, other.to), cmp.Compare(o.rank, other.rank), cmp.Compare(o.source, other.source),
	)
}

func (w *walk) addGrant(g *Grant) *hotelcrm.RowError {
	switch {
	case g.From < hotelcrm.MinDate || g.From > hotelcrm.MaxDate:
		return lineError("from", g.From.String(), "want a date")
	case g.Source == 0 || int(g.Source) >= len(sourceNames):
		return lineError("source", fmt.Sprint(uint8(g.Source)), "want one of "+sourceNames.Allowed())
	case g.Challenge != "":
		return w.addChallenge(g)
	}
	rank, ok := w.engine.rank[g.Tier]
	switch {
	case !ok:
		return lineError("tier", g.Tier, "want a tier of the programme")
	case g.To != 0 && g.To <= g.From:
		return lineError("to", g.To.String(), "want a date after from, or none")
	case g.To == 0:
		w.grants = append(w.grants, grant{rank, max(g.From, w.member.Enrolled), g.Source})
	case g.To > max(g.From, w.member.Enrolled):
		w.overlays = append(w.overlays, overlay{rank, max(g.From, w.member.Enrolled), g.To, g.Source})
	}
	return nil
}

// addChallenge adds the tier held on trial and those that the activity in the trial has won.
func (w *walk) addChallenge(g *Grant) *hotelcrm.RowError {
	number := w.engine.versionOn(g.From)
	k := -1
	if number >= 0 {
		k = slices.IndexFunc(w.engine.versions[number].trials, func(t trial) bool { return t.id == g.Challenge })
	}
	if k < 0 {
		return lineError("challenge", g.Challenge, "want a challenge of the rules in force on from")
	}
	t := &w.engine.versions[number].trials[k]
	end := g.From.AddDays(t.days)
	if end == 0 {
		end = forever
	}
	if t.rank >= 0 {
		w.overlays = append(w.overlays, overlay{t.rank, g.From, end, FromChallenge})
	}
	for i := range t.steps {
		s := &t.steps[i]
		if won := w.won(t, s, g.From, end); won != 0 && hotelcrm.Date(s.to) > won {
			w.overlays = append(w.overlays, overlay{s.rank, won, hotelcrm.Date(s.to), FromChallenge})
		}
	}
	return nil
}

// won returns the first day of the trial at whose close a step holds, 0 if there is none.
func (w *walk) won(t *trial, s *step, from, to hotelcrm.Date) hotelcrm.Date {
	first, dates := w.lines.before(from), w.lines.dates
	for i := first; i < len(dates) && dates[i] < to; i++ {
		if i+1 < len(dates) && dates[i+1] == dates[i] {
			continue // the day has more lines
		}
		w.spans[0] = counted{from: first, to: i + 1}
		if w.holds(&t.rules, s.when) {
			return dates[i]
		}
	}
	return 0
}
