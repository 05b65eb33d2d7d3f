package lifecycle

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/segment/movement"
)

// Lives are the life-cycle stages of all guests with a visit, on the analysis date of the visits. They are immutable
// and safe for concurrent use.
type Lives struct {
	rules  Rules
	clock  clock
	visits *hotelcrm.Visits
	stages []Stage
	counts [WonBack + 1]int
}

// Stages returns the stage of every guest with a visit.
//
// Visits outside the window were not read, so a window that begins late makes old guests look new; give the whole
// history. Guests without a visit are prospects: [Lives.Standing] says so of every guest it does not know.
//
// Errors: a [*hotelcrm.ParamError] for rules out of range, or no visits at all (nil).
// Cost: O(visits · log of the visits a guest has); one byte a guest is kept.
func (r Rules) Stages(visits *hotelcrm.Visits) (*Lives, error) {
	if err := r.checkVisits(visits); err != nil {
		return nil, err
	}
	out := &Lives{rules: r.resolved(), clock: r.clock(), visits: visits, stages: make([]Stage, len(visits.Guests()))}
	counts := make([][WonBack + 1]int, share.Count(len(out.stages), r.Workers))
	share.Out(len(out.stages), r.Workers, func(worker, from, to int) {
		var h history
		for guest := from; guest < to; guest++ {
			stage := out.standing(&h, guest, visits.AsOf()).Stage
			out.stages[guest] = stage
			counts[worker][stage]++
		}
	})
	for _, part := range counts {
		for stage, n := range part {
			out.counts[stage] += n
		}
	}
	return out, nil
}

// StandingAll returns what [Rules.Standing] says of every guest of the visits on a day, such as a year ago, in the order of
// the visits. Whoever came later is a prospect then.
//
// Errors: a [*hotelcrm.ParamError] for rules out of range, no visits at all (nil) or an asOf that is no day.
// Cost: O(visits · log of the visits a guest has); 48 bytes a guest.
func (r Rules) StandingAll(visits *hotelcrm.Visits, asOf hotelcrm.Date) ([]Standing, error) {
	if err := r.checkVisits(visits); err != nil {
		return nil, err
	}
	if err := checkDay(asOf); err != nil {
		return nil, err
	}
	lives := Lives{clock: r.clock(), visits: visits}
	out := make([]Standing, len(visits.Guests()))
	share.Out(len(out), r.Workers, func(_, from, to int) {
		var h history
		for guest := from; guest < to; guest++ {
			out[guest] = lives.standing(&h, guest, asOf)
		}
	})
	return out, nil
}

func (r Rules) checkVisits(visits *hotelcrm.Visits) error {
	if err := r.Validate(); err != nil {
		return err
	}
	if visits == nil {
		return refuse.Param("visits", "nil", "visits of a register")
	}
	return nil
}

func (l *Lives) standing(h *history, guest int, asOf hotelcrm.Date) Standing {
	from, to := l.visits.Of(guest)
	return h.standing(l.clock, l.visits.Arrival()[from:to], l.visits.Departure()[from:to], asOf)
}

// Rules returns the rules, defaults filled in.
func (l *Lives) Rules() Rules { return l.rules }

// Guests returns the guests, in the order of the visits.
func (l *Lives) Guests() []string { return l.visits.Guests() }

// AsOf returns the day on which the stages hold.
func (l *Lives) AsOf() hotelcrm.Date { return l.visits.AsOf() }

// Stages returns the stage of each guest, by guest number. It is shared and must not be changed.
func (l *Lives) Stages() []Stage { return l.stages }

// Count returns how many guests are in a stage, 0 for [Prospect] and for what is no stage.
func (l *Lives) Count(stage Stage) int {
	if int(stage) >= len(l.counts) {
		return 0
	}
	return l.counts[stage]
}

// Standing returns the stage of one guest and what it follows from: that of a prospect if the guest has no visit.
//
// Cost: O(log guests + n log n) for n visits of the guest.
func (l *Lives) Standing(guest string) Standing {
	var h history
	if i, ok := l.visits.Find(guest); ok {
		return l.standing(&h, i, l.visits.AsOf())
	}
	return h.standing(l.clock, nil, nil, l.visits.AsOf())
}

// Snapshot returns the stages as classes of a plan, for [movement.Log.Record] and [movement.TransitionOf]. Prospects are in
// none of them, as they have no visit.
//
// Result: checked by what reads it, as an empty plan is refused there. It shares the guests with the visits.
func (l *Lives) Snapshot(plan string, revision int) movement.Snapshot {
	out := movement.Snapshot{Plan: plan, Revision: revision, AsOf: l.AsOf(), Guests: l.Guests(), Codes: make([]uint16, len(l.stages))}
	for _, stage := range Stages() {
		out.Classes = append(out.Classes, stage.String())
	}
	for i, stage := range l.stages {
		out.Codes[i] = uint16(stage)
	}
	return out
}
