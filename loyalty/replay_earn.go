package loyalty

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// Gain is what one member earns under two programmes.
type Gain struct {
	Member string `json:"member"`
	Before Earned `json:"before"`
	After  Earned `json:"after"`
}

// CompareGuests returns who moves, who earns more or less, and what that costs, if the guests' stays are replayed under
// another programme.
//
// Each programme makes its own activity of the stays, by its own rules, and gives its own points; a point costs what the
// version that gave it says. Points of milestones are counted apart. A replay of a programme on itself shows no
// difference.
// Input: replay.At.On must be set; replay.Earned is not asked; calendar may be nil where no rule waits for working days.
// Errors: as [Engine.EarnAll] and [Engine.StatusAll]; a [*hotelcrm.ParamError] for two currencies, or workers.
// Cost: as [Engine.EarnAll] and [Engine.StatusAll] for each programme; memory for both results.
func CompareGuests(before, after *Engine, guests []Guest, calendar Calendar, replay Replay) (Difference, error) {
	out := Difference{On: replay.At.On, Before: before.programme.ID, After: after.programme.ID, Members: len(guests)}
	if a, b := before.programme.Currency, after.programme.Currency; a != b {
		return out, refuse.Param("currency", b, a+", that of the first programme")
	}
	if err := share.Check("Replay.Workers", replay.Workers, refuse.Param); err != nil {
		return out, err
	}
	if replay.Examples == 0 {
		replay.Examples = 3
	}
	how := Earning{replay.At, calendar}
	earnings, err := before.EarnAll(guests, how, replay.Workers)
	if err != nil {
		return out, err
	}
	others, err := after.EarnAll(guests, how, replay.Workers)
	if err != nil {
		return out, err
	}
	outcomes := make([]outcome, len(guests))
	share.Out(len(guests), replay.Workers, func(_, from, to int) {
		sides := [2]*Evaluator{before.Evaluator(), after.Evaluator()}
		for i := from; i < to; i++ {
			outcomes[i] = replay.sides(sides, &guests[i], &earnings[i], &others[i])
		}
	})
	id := func(i int) string { return guests[i].ID }
	out.largest(outcomes, id, replay.Examples)
	err = out.collect(before, after, outcomes, id, replay.Examples)
	return out, err
}

// sides returns one guest under both programmes.
func (r *Replay) sides(evaluators [2]*Evaluator, g *Guest, earnings, others *Earnings) outcome {
	var out outcome
	for side, to := range []struct {
		status *Status
		earned *Earned
		from   *Earnings
	}{{&out.before, &out.earnedThen, earnings}, {&out.after, &out.earnedNow, others}} {
		e, m := evaluators[side].walk.engine, to.from.Of(g)
		if *to.status, out.err = evaluators[side].Status(&m, r.At); out.err != nil {
			return out
		}
		if out.milestones[side], out.err = e.milestonePoints(&m, r.At); out.err != nil {
			return out
		}
		*to.earned = e.cost(to.from)
	}
	return out
}

// cost returns the points of a member and what they cost.
func (e *Engine) cost(earnings *Earnings) Earned {
	out := Earned{Points: earnings.Redeemable}
	for i := range e.versions {
		v, points := &e.versions[i], int64(0)
		if v.earn == nil || v.earn.cost.IsZero() {
			continue
		}
		for k := range earnings.Credits {
			if earnings.Credits[k].Version == v.id {
				points += earnings.Credits[k].Points
			}
		}
		out.Cost = out.Cost.Add(v.earn.cost.Mul(decimal.New(points, 0)))
	}
	return out
}

// largest lists the members whose points differ most, the first ones where they differ alike.
func (d *Difference) largest(outcomes []outcome, id func(int) string, examples int) {
	change := func(i int) int64 { return outcomes[i].earnedNow.Points - outcomes[i].earnedThen.Points }
	var moved []int
	for i := range outcomes {
		switch by := change(i); {
		case outcomes[i].err != nil || by == 0:
			continue
		case by > 0:
			d.More++
		default:
			d.Fewer++
		}
		moved = append(moved, i)
	}
	slices.SortStableFunc(moved, func(a, b int) int { return -cmp.Compare(max(change(a), -change(a)), max(change(b), -change(b))) })
	for _, i := range moved[:min(examples, len(moved))] {
		d.Largest = append(d.Largest, Gain{id(i), outcomes[i].earnedThen, outcomes[i].earnedNow})
	}
}
