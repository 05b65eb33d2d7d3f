package loyalty

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// trail follows a member's tier from one stay to the next, so that the life before is not walked again for each of them.
type trail struct {
	usable    bool
	bare      Member // without activity
	base, now walk
	lived     hotelcrm.Date // base has come to the close of this day

	given []int32 // places of the guest's own lines, by date
	next  int     // of them
	stays int     // place of the next line of a stay
}

// tier returns the rank that the member holds on a date by the lines so far.
func (r *Earner) tier(on hotelcrm.Date) (int, error) {
	if on < r.member.Enrolled {
		return 0, nil
	}
	if rank, ok := r.trail.rank(r, on); ok {
		return rank, nil
	}
	status, err := r.walk.Status(&r.member, AsOf{On: on, Known: r.how.Known})
	return status.Rank, err
}

// start makes the trail ready for the earner's member. It is of no use where lines that come later matter to earlier
// days: for the first day of a member without an enrolment date, in challenges, and for different brands.
func (t *trail) start(r *Earner) {
	m := &r.member
	t.bare = Member{ID: m.ID, Enrolled: m.Enrolled, Grants: m.Grants}
	t.base.engine, t.lived, t.stays, t.given, t.next = r.engine, 0, len(m.Activities), t.given[:0], 0
	challenged := slices.ContainsFunc(m.Grants, func(g Grant) bool { return g.Challenge != "" })
	t.usable = m.Enrolled != 0 && !challenged && !r.engine.byBrand &&
		t.base.start(&t.bare, AsOf{On: hotelcrm.MaxDate, Known: r.how.Known}) == nil
	if !t.usable {
		return
	}
	for i := range m.Activities {
		t.given = append(t.given, int32(i))
	}
	sortByDate(t.given, m.Activities)
	t.base.begin()
}

// rank returns the rank held on a date, and false where the trail cannot say it: it never goes back.
func (t *trail) rank(r *Earner, on hotelcrm.Date) (int, bool) {
	if !t.usable || on <= t.lived || !t.take(r, on) {
		return 0, false
	}
	t.lived, t.base.on = on-1, on-1
	t.base.goOn()
	overlays, pending := t.now.overlays[:0], t.now.pending[:0]
	t.now = t.base
	t.now.overlays, t.now.pending = append(overlays, t.base.overlays...), append(pending, t.base.pending...)
	t.now.on = on
	t.now.goOn()
	return t.now.status().Rank, true
}

// take adds the lines up to a date, and reports false if one of them cannot be.
func (t *trail) take(r *Earner, on hotelcrm.Date) bool {
	lines := r.member.Activities
	for {
		place, own := int32(t.stays), false
		if t.next < len(t.given) && (t.stays == len(lines) || lines[t.given[t.next]].Date <= lines[t.stays].Date) {
			place, own = t.given[t.next], true
		}
		if int(place) == len(lines) || lines[place].Date > on {
			return true
		}
		if own {
			t.next++
		} else {
			t.stays++
		}
		a := &lines[place]
		if a.Date == 0 || (a.Date > 0 && a.Date < t.bare.Enrolled) || (r.how.Known != 0 && a.known() > r.how.Known) {
			continue
		}
		if t.usable = t.base.lines.add(r.engine, place, a) == nil; !t.usable {
			return false
		}
	}
}
