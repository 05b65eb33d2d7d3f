package loyalty

import (
	"cmp"
	"errors"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// Replay says how two programmes are compared over the same activity.
type Replay struct {
	At       AsOf
	Examples int // how many members of each kind of move are shown, the first ones in their order; 0: 3
	Workers  int // 0: 1; they never change a result

	// Earned returns what a member has earned under a programme, for the difference in points and cost. It is called from
	// several goroutines at once. Nil: only the points of milestones are compared.
	Earned func(e *Engine, m *Member) (Earned, error)
}

// Earned is what a member has earned and what it costs.
type Earned struct {
	Points int64           `json:"points"`
	Cost   decimal.Decimal `json:"cost"`
}

// Direction says which way a member moves.
type Direction string

// The directions. Sideways is a move between tiers that stand on no common ladder.
const (
	Up       Direction = "up"
	Down     Direction = "down"
	Sideways Direction = "sideways"
)

// Difference is what another programme would change.
type Difference struct {
	On     hotelcrm.Date `json:"on"`
	Before string        `json:"before"` // id of the first programme
	After  string        `json:"after"`

	Members  int `json:"members"`
	Same     int `json:"same"`
	Up       int `json:"up"`
	Down     int `json:"down"`
	Sideways int `json:"sideways"`

	Moves []Movement `json:"moves,omitempty"` // by the tier before, then after, in the order of the ladders

	More    int    `json:"more,omitempty"`    // members who earn more points; of CompareGuests
	Fewer   int    `json:"fewer,omitempty"`   // and fewer
	Largest []Gain `json:"largest,omitempty"` // the members whose points differ most

	EarnedBefore     Earned `json:"earnedBefore"`
	EarnedAfter      Earned `json:"earnedAfter"`
	MilestonesBefore int64  `json:"milestonesBefore"` // points of milestones
	MilestonesAfter  int64  `json:"milestonesAfter"`
}

// Movement is the members who move from one tier to another.
type Movement struct {
	From      string    `json:"from"`
	To        string    `json:"to"`
	Direction Direction `json:"direction"`
	Members   int       `json:"members"`
	Examples  []Example `json:"examples,omitempty"`
}

// Example is one member who moves.
type Example struct {
	Member string `json:"member"`
	Before Status `json:"before"`
	After  Status `json:"after"`
}

// outcome is one member under both programmes.
type outcome struct {
	before, after         Status
	milestones            [2]int64
	earnedNow, earnedThen Earned
	err                   error
}

// Compare returns who moves, and what is earned, if the members' activity is replayed under another programme.
//
// Both programmes look at the same lines; the currency must be the same. A replay of a programme on itself shows no
// difference. Grants name tiers: their tiers must be in both programmes.
// Errors: as [Engine.StatusAll], or what Earned returns, of the first [hotelcrm.MaxRowErrors] members; a
// [*hotelcrm.ParamError] for two currencies, or workers.
// Cost: O(n) in all lines for each programme.
func Compare(before, after *Engine, members []Member, replay Replay) (Difference, error) {
	out := Difference{On: replay.At.On, Before: before.programme.ID, After: after.programme.ID, Members: len(members)}
	if a, b := before.programme.Currency, after.programme.Currency; a != b {
		return out, refuse.Param("currency", b, a+", that of the first programme")
	}
	if err := share.Check("Replay.Workers", replay.Workers, refuse.Param); err != nil {
		return out, err
	}
	if replay.Examples == 0 {
		replay.Examples = 3
	}
	outcomes := make([]outcome, len(members))
	share.Out(len(members), replay.Workers, func(_, from, to int) {
		evaluators := [2]*Evaluator{before.Evaluator(), after.Evaluator()}
		for i := from; i < to; i++ {
			outcomes[i] = replay.both(evaluators, &members[i])
		}
	})
	err := out.collect(before, after, outcomes, func(i int) string { return members[i].ID }, replay.Examples)
	return out, err
}

// collect counts the outcomes, and returns the first errors.
func (d *Difference) collect(before, after *Engine, outcomes []outcome, id func(int) string, examples int) error {
	var errs []error
	counts := map[[2]string]*Movement{}
	for i := range outcomes {
		if o := &outcomes[i]; o.err == nil {
			d.add(before, after, counts, id(i), o, examples)
		} else if len(errs) < hotelcrm.MaxRowErrors {
			errs = append(errs, o.err)
		}
	}
	for _, m := range counts {
		d.Moves = append(d.Moves, *m)
	}
	slices.SortFunc(d.Moves, func(a, b Movement) int {
		return cmp.Or(cmp.Compare(before.rankOr(a.From), before.rankOr(b.From)), cmp.Compare(after.rankOr(a.To), after.rankOr(b.To)))
	})
	return errors.Join(errs...)
}

// rankOr returns the rank, -1 for no member.
func (e *Engine) rankOr(tier string) int {
	if r, ok := e.rank[tier]; ok {
		return r
	}
	return -1
}

// both returns one member under both programmes.
func (r *Replay) both(evaluators [2]*Evaluator, m *Member) outcome {
	var out outcome
	for side, to := range []struct {
		status *Status
		earned *Earned
	}{{&out.before, &out.earnedThen}, {&out.after, &out.earnedNow}} {
		e := evaluators[side].walk.engine
		if *to.status, out.err = evaluators[side].Status(m, r.At); out.err != nil {
			return out
		}
		if out.milestones[side], out.err = e.milestonePoints(m, r.At); out.err != nil {
			return out
		}
		if r.Earned == nil {
			continue
		}
		if *to.earned, out.err = r.Earned(e, m); out.err != nil {
			return out
		}
	}
	return out
}

// milestonePoints returns the points of all milestones reached.
func (e *Engine) milestonePoints(m *Member, at AsOf) (int64, error) {
	paid := func(v Version) bool {
		return slices.ContainsFunc(v.Milestones, func(rule Milestone) bool { return rule.Points > 0 })
	}
	if !slices.ContainsFunc(e.programme.Versions, paid) {
		return 0, nil
	}
	reached, err := e.Milestones(m, at)
	sum := int64(0)
	for _, r := range reached {
		sum += r.Points
	}
	return sum, err
}

// add counts one member.
func (d *Difference) add(before, after *Engine, counts map[[2]string]*Movement, id string, o *outcome, examples int) {
	d.MilestonesBefore += o.milestones[0]
	d.MilestonesAfter += o.milestones[1]
	d.EarnedBefore = d.EarnedBefore.plus(o.earnedThen)
	d.EarnedAfter = d.EarnedAfter.plus(o.earnedNow)
	from, to := o.before.Tier, o.after.Tier
	if from == to {
		d.Same++
		return
	}
	move := counts[[2]string{from, to}]
	if move == nil {
		move = &Movement{From: from, To: to, Direction: direction(before, after, from, to)}
		counts[[2]string{from, to}] = move
	}
	move.Members++
	if len(move.Examples) < examples {
		move.Examples = append(move.Examples, Example{id, o.before, o.after})
	}
	switch move.Direction {
	case Up:
		d.Up++
	case Down:
		d.Down++
	default:
		d.Sideways++
	}
}

func (e Earned) plus(other Earned) Earned {
	return Earned{Points: e.Points + other.Points, Cost: e.Cost.Add(other.Cost)}
}

// direction compares two tiers on the second programme's ladder, else on the first's.
func direction(before, after *Engine, from, to string) Direction {
	for _, e := range []*Engine{after, before} {
		a, b := e.rankOr(from), e.rankOr(to)
		if (a < 0 && from != "") || (b < 0 && to != "") {
			continue
		}
		if a < b {
			return Up
		}
		return Down
	}
	return Sideways
}
