package loyalty

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Earning says up to which dates stays are taken, and which days are worked.
type Earning struct {
	AsOf              // the zero On and Known take everything
	Calendar Calendar // for versions that post points after working days
}

// Earner works out one member after another with the same memory. It is for one goroutine; an engine gives as many as
// there are goroutines.
type Earner struct {
	engine *Engine
	walk   *Evaluator
	trail  trail
	how    Earning
	guest  *Guest

	items  []item
	events []Folio
	order  []int32
	visits []visit
	house  []*item
	edges  []edge

	charges []charge
	version *version
	spent   []spent  // of the visit, by rate
	groups  []bool   // of the version, whether a visit has counted for one
	runs    []run    // of the member, by campaign
	member  Member   // as far as the walk has come
	out     Earnings // of the member
}

// Earner returns a new earner.
func (e *Engine) Earner() *Earner {
	return &Earner{engine: e, walk: e.Evaluator(), runs: make([]run, len(e.limits))}
}

// Claims returns what a member's stays and events earn before the limits that campaigns have for all members together;
// see [Engine.EarnAll], which keeps them. The result is valid until the next call.
//
// It is a function of the programme, the guest and the dates: the order of folios, events, charges and registrations
// does not matter. The rules are those in force on the activity date of a stay; a stay of several folios ends with the
// last of them. A stay that names a member number is a claim for that membership, whoever's profile it lies with; one that
// names none is a claim of the guest among whose folios it is.
// Errors: [*hotelcrm.RowError] for folios or events that cannot be, with the row counted from 1, for the first
// [hotelcrm.MaxRowErrors]; a [*hotelcrm.ParamError] where the rules need a calendar.
// Cost: O(n log n) in folios and charges for stays, and where rules depend on the tier one status, so that it is O(n²), for
// each stay of a guest with challenges or without a date of enrolment, under rules that count brands, and for stays that
// arrived before an earlier one ended where the tier is that of check-in; no allocation once the earner has seen a
// guest with as much, but for the Spend of each activity.
func (r *Earner) Claims(g *Guest, how Earning) (*Earnings, error) {
	r.guest, r.how = g, how
	r.out = Earnings{Activities: r.out.Activities[:0], Credits: r.out.Credits[:0]}
	for i := range r.runs {
		r.runs[i] = run{brands: r.runs[i].brands[:0]}
	}
	if err := r.intake(); err != nil {
		return nil, err
	}
	r.join()
	r.member = Member{ID: g.ID, Number: g.Number, Enrolled: g.Enrolled, Grants: g.Grants, Activities: append(r.member.Activities[:0], g.Activities...)}
	r.trail.start(r)
	for from := 0; from < len(r.visits); {
		to, written := from, len(r.out.Activities)
		for to < len(r.visits) && r.visits[to].date == r.visits[from].date {
			if err := r.visitEarns(&r.visits[to]); err != nil {
				return nil, err
			}
			to++
		}
		r.member.Activities = append(r.member.Activities, r.out.Activities[written:]...)
		from = to
	}
	r.out.total()
	return &r.out, nil
}

// total adds up the credits.
func (e *Earnings) total() {
	e.Redeemable, e.Qualifying = 0, 0
	for i := range e.Credits {
		e.Redeemable += e.Credits[i].Points
		e.Qualifying += e.Credits[i].Qualifying
	}
}

// visitEarns works out one visit.
func (r *Earner) visitEarns(v *visit) error {
	r.version = &r.engine.versions[v.version]
	begun := len(r.out.Credits)
	if r.version.earn != nil {
		if err := r.credits(v); err != nil {
			return err
		}
	}
	r.activities(v, r.out.Credits[begun:])
	return nil
}

// credits writes the lines of points of a visit.
func (r *Earner) credits(v *visit) error {
	earn := r.version.earn
	line, rank, err := r.line(v)
	if err != nil {
		return err
	}
	begun := len(r.out.Credits)
	if at, ok := r.base(v, line, rank); !ok {
		return tooMany(v, at)
	}
	r.cap(r.out.Credits[begun:], earn.limit)
	base, elite, ok := r.bonus(v, r.out.Credits[begun:], line, rank)
	if !ok {
		return tooMany(v, line.Tier)
	}
	if sum := base + elite; v.stays > 0 && sum > 0 && sum < earn.floor {
		line.Kind, line.Rule, line.Of = FloorTopUp, "floor", Fraction{sum, 0, 1}
		r.credit(line, Fraction{earn.floor - sum, 0, 1})
	}
	return r.campaigns(v, line, rank, base, elite)
}

// line returns what the lines of a visit have in common, and the rank of the tier that pays.
func (r *Earner) line(v *visit) (Credit, int, error) {
	earn, f := r.version.earn, v.first()
	line := Credit{Date: v.date, Source: f.ID, Seq: f.Seq, Property: f.Property, Version: r.version.id}
	if earn.after.WorkingDays > 0 && r.how.Calendar == nil {
		return line, 0, refuse.Param("Earning.Calendar", "nil", "a calendar: points are posted after working days")
	}
	posted, ok := earn.after.date(v.date, r.how.Calendar)
	if !ok {
		return line, 0, refuse.Param("Earning.Calendar", v.date.String(), fmt.Sprint("a calendar with a working day in any ", maxIdleDays))
	}
	line.Posted = posted
	if !earn.byTier {
		return line, 0, nil
	}
	on := v.date
	if earn.tierAt == CheckIn {
		on = v.arrival
	}
	rank, err := r.tier(on)
	line.Tier = r.engine.ladder[rank]
	return line, rank, err
}

// credit appends a line, rounded as the rules say.
func (r *Earner) credit(line Credit, exact Fraction) *Credit {
	line.Exact, line.Rounded = exact, exact.round(r.version.earn.rounding)
	line.Points = line.Rounded
	r.out.Credits = append(r.out.Credits, line)
	return &r.out.Credits[len(r.out.Credits)-1]
}

// activities writes what a visit counts for the tier.
func (r *Earner) activities(v *visit, credits []Credit) {
	f := v.first()
	line := Activity{
		ID: f.ID, Seq: f.Seq, Date: v.date, Known: v.known, Kind: v.kind, Stays: int32(v.stays), Nights: int32(v.nights), Brand: f.Brand,
		Property: f.Property,
	}
	if v.spend != 0 {
		line.Spend = hotelcrm.FromMinor(v.spend, r.engine.places)
	}
	extra := line
	extra.Stays, extra.Nights, extra.Spend = 0, 0, decimal.Decimal{}
	bonus := extra
	bonus.Kind = KindBonus
	for i := range credits {
		if credits[i].Kind == BasePoints {
			line.Points += credits[i].Qualifying
		} else {
			bonus.Points += credits[i].Qualifying
		}
	}
	switch v.kind {
	case KindEvent:
		line.Events = v.items[0].counts
	case KindNoShow:
		line.NoShows = v.items[0].rooms
	case KindAward:
		line.Nights = int32(v.awards)
	case KindStay:
		extra.Kind, extra.Nights = KindAward, int32(v.awards)
	}
	for _, a := range [...]Activity{line, extra, bonus} {
		if a.Stays != 0 || a.Nights != 0 || a.Points != 0 || a.Events != 0 || a.NoShows != 0 || !a.Spend.IsZero() {
			r.out.Activities = append(r.out.Activities, a)
		}
	}
}

// Of returns the guest as a member with the activity of stays and events added, as questions about status want it.
func (e *Earnings) Of(g *Guest) Member {
	m := g.Member
	m.Activities = slices.Concat(g.Activities, e.Activities)
	slices.SortStableFunc(m.Activities, func(a, b Activity) int { return cmp.Compare(a.Date, b.Date) })
	return m
}
