package funnel

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Counts says how guests, or their passes, went through a funnel. They are immutable and safe for concurrent use.
type Counts struct {
	rules   Rules
	asOf    hotelcrm.Date
	reached []int
	lost    []int
	spells  [][]valuation.Spell // days in each stage
	cycles  []int               // days from the beginning to the last stage
	passes  int
	guests  int
	left    int
	later   int
}

// Row is one stage of a funnel. Reached = Advanced + Lost + Open, save in the last stage, where all have arrived.
type Row struct {
	Stage    Stage `json:"stage"`
	Reached  int   `json:"reached"`
	Advanced int   `json:"advanced"` // reached the next stage
	Lost     int   `json:"lost"`     // ended here
	Open     int   `json:"open"`     // still here: censored

	Dwell      int  `json:"dwell"`      // median days in the stage until it was left, onwards or lost, by Kaplan and Meier
	DwellKnown bool `json:"dwellKnown"` // false where no more than half have left
}

// NewCounts returns a funnel of numbers that are known already: how many reached each stage, and how many of them were
// lost there. Without lost (nil) all who did not go on count as open. There are no days in it.
//
// Input: numbers of 0 to 2^40, each stage's reached at least the next stage's and its own lost together; nobody is lost
// in the last stage.
// Errors: a [*hotelcrm.ParamError].
func NewCounts(rules Rules, reached, lost []int) (*Counts, error) {
	if err := rules.Validate(); err != nil {
		return nil, err
	}
	if lost == nil {
		lost = make([]int, len(reached))
	}
	if len(reached) != len(rules.Stages) || len(lost) != len(rules.Stages) {
		value := fmt.Sprintf("%d reached, %d lost", len(reached), len(lost))
		return nil, refuse.Param("reached, lost", value, fmt.Sprintf("one number for each of %d stages", len(rules.Stages)))
	}
	for stage := range reached {
		next := 0
		if stage+1 < len(reached) {
			next = reached[stage+1]
		} else if lost[stage] != 0 {
			return nil, refuse.Param(fmt.Sprintf("lost[%d]", stage), fmt.Sprint(lost[stage]), "0: the last stage is the end")
		}
		here := reached[stage]
		if min(here, next, lost[stage]) < 0 || int64(max(here, next, lost[stage])) > maxGuests || int64(here) < int64(next)+int64(lost[stage]) {
			allowed := fmt.Sprintf("at least the next stage's and those lost here, all 0 to %d", int64(maxGuests))
			return nil, refuse.Param(fmt.Sprintf("reached[%d]", stage), fmt.Sprint(here), allowed)
		}
	}
	out := noCounts(rules, 0)
	out.reached, out.lost = slices.Clone(reached), slices.Clone(lost)
	out.passes = reached[0]
	return out, nil
}

func noCounts(rules Rules, asOf hotelcrm.Date) *Counts {
	rules.Stages = slices.Clone(rules.Stages)
	n := len(rules.Stages)
	return &Counts{rules: rules, asOf: asOf, reached: make([]int, n), lost: make([]int, n), spells: make([][]valuation.Spell, n)}
}

// guest counts the steps of one guest.
func (c *Counts) guest(steps []step) {
	n := len(steps)
	for n > 0 && steps[n-1].on > c.asOf {
		n--
	}
	c.later += len(steps) - n
	passes, left := c.rules.passes(steps[:n], c.asOf)
	c.left += left
	if len(passes) == 0 {
		return
	}
	c.guests++
	if c.rules.Reentry == OncePerGuest {
		best := passes[0]
		for _, pass := range passes[1:] {
			if pass.stage > best.stage {
				best = pass
			}
		}
		passes = []*pass{best}
	}
	for _, pass := range passes {
		c.pass(pass)
	}
}

func (c *Counts) pass(p *pass) {
	c.passes++
	for stage, on := range p.on {
		c.reached[stage]++
		if on == 0 || stage == len(c.reached)-1 {
			continue
		}
		switch {
		case stage < p.stage:
			c.spell(stage, c.next(p, stage).DaysSince(on), true)
		case p.lost:
			c.spell(stage, p.ended.DaysSince(on), true)
		default:
			c.spell(stage, c.asOf.DaysSince(on), false)
		}
	}
	switch {
	case p.stage == len(c.reached)-1:
		c.cycles = append(c.cycles, p.on[p.stage].DaysSince(p.started))
	case p.lost:
		c.lost[p.stage]++
	}
}

// next returns the day of the next stage that was not skipped.
func (c *Counts) next(p *pass, stage int) hotelcrm.Date {
	for _, on := range p.on[stage+1:] {
		if on != 0 {
			return on
		}
	}
	return c.asOf
}

func (c *Counts) spell(stage, days int, ended bool) {
	c.spells[stage] = append(c.spells[stage], valuation.Spell{Length: days, Ended: ended})
}

// Rows returns the stages in their order.
func (c *Counts) Rows() []Row {
	out := make([]Row, len(c.reached))
	for stage, reached := range c.reached {
		row := Row{Stage: c.rules.Stages[stage], Reached: reached, Lost: c.lost[stage]}
		if stage+1 < len(c.reached) {
			row.Advanced = c.reached[stage+1]
			row.Open = reached - row.Advanced - row.Lost
		}
		if curve, err := valuation.KaplanMeier(c.spells[stage]); err == nil {
			row.Dwell, row.DwellKnown = curve.Median()
		}
		out[stage] = row
	}
	return out
}

// Guests returns how many guests began, 0 for [NewCounts].
func (c *Counts) Guests() int { return c.guests }

// Passes returns how many passes are counted: one a guest, or more with [EveryPass].
func (c *Counts) Passes() int { return c.passes }

// LeftOut returns how many entries were left out: those that the path does not take, and losses of guests who had not
// begun or had ended.
func (c *Counts) LeftOut() int { return c.left }

// Later returns how many entries were left out because they are after asOf.
func (c *Counts) Later() int { return c.later }

// Spells returns the days that guests spent in a stage, those who are still there as censored, for
// [valuation.KaplanMeier] and [valuation.LogRank]; nil for a stage that is none, and for the last, which nobody leaves.
func (c *Counts) Spells(stage int) []valuation.Spell {
	if stage < 0 || stage >= len(c.spells) {
		return nil
	}
	return slices.Clone(c.spells[stage])
}

// Cycle returns the median number of days from the beginning of a pass to the last stage, the mean of the two in the
// middle for an even number, and false if no pass was won.
//
// It knows only those who arrived. Where guests are still on their way, they will take longer than these.
func (c *Counts) Cycle() (days float64, ok bool) {
	n := len(c.cycles)
	if n == 0 {
		return 0, false
	}
	sorted := slices.Sorted(slices.Values(c.cycles))
	return float64(sorted[(n-1)/2]+sorted[n/2]) / 2, true
}
