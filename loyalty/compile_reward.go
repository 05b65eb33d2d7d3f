package loyalty

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// trial is a compiled challenge.
type trial struct {
	id    string
	rank  int // -1: no tier during the trial
	days  int
	rules rules
	steps []step
}

type step struct {
	when int32
	rank int
	to   int32 // a date
}

func (e *Engine) addChallenges(at string, text Version, v *version) error {
	for i, c := range text.Challenges {
		path := fmt.Sprintf("%s.challenges[%d]", at, i)
		t := trial{id: c.ID, rank: -1, days: c.Days}
		switch {
		case c.ID == "" || slices.ContainsFunc(v.trials, func(other trial) bool { return other.id == c.ID }):
			return refuse.Param(path+".id", c.ID, "an id of its own")
		case c.Days < 1 || c.Days > 3660:
			return refuse.Param(path+".days", fmt.Sprint(c.Days), "1 to 3660")
		case len(c.Steps) == 0:
			return refuse.Param(path+".steps", "0", "one step or more")
		}
		if c.Trial != "" {
			var err error
			if t.rank, err = e.tierRank(path+".trial", c.Trial); err != nil {
				return err
			}
		}
		if err := e.addSteps(path, c.Steps, &t); err != nil {
			return err
		}
		v.trials = append(v.trials, t)
	}
	return nil
}

func (e *Engine) addSteps(at string, steps []Step, t *trial) error {
	compiler := ruleCompiler{engine: e, rules: &t.rules}
	for i, s := range steps {
		path := fmt.Sprintf("%s.steps[%d]", at, i)
		rank, err := e.tierRank(path+".tier", s.Tier)
		if err != nil {
			return err
		}
		when, err := compiler.add(path+".when", s.When, Window{Kind: trialWindow})
		if err != nil {
			return err
		}
		if when < 0 || s.To == 0 {
			return refuse.Param(path, s.Tier, "a condition and a date to")
		}
		t.steps = append(t.steps, step{when, rank, int32(s.To)})
	}
	return nil
}

// checkRewards holds milestones, expiry and free nights against their ranges.
func (e *Engine) checkRewards(at string, text Version, _ *version) error {
	for i, m := range text.Milestones {
		if err := e.checkMilestone(fmt.Sprintf("%s.milestones[%d]", at, i), m); err != nil {
			return err
		}
	}
	if x := text.Expiry; x != nil {
		for _, months := range []int{x.LifeMonths, x.YearEnds, x.IdleMonths} {
			if months < 0 || months > 1200 {
				return refuse.Param(at+".expiry", fmt.Sprint(months), "0 to 1200")
			}
		}
		if err := e.checkTiers(at+".expiry.exempt", x.Exempt); err != nil {
			return err
		}
	}
	if f := text.FreeNight; f != nil {
		if f.Every < 2 || f.Every > 365 {
			return refuse.Param(at+".freeNight.every", fmt.Sprint(f.Every), "2 to 365")
		}
		return e.checkTiers(at+".freeNight.tiers", f.Tiers)
	}
	return nil
}

// maxChooseDays is ten years.
const maxChooseDays = 3660

func (e *Engine) checkMilestone(at string, m Milestone) error {
	w, err := m.Window.resolved(at + ".window")
	if err != nil {
		return err
	}
	valid, err := m.Valid.resolved(at + ".valid")
	if err != nil {
		return err
	}
	switch {
	case m.ID == "":
		return refuse.Param(at+".id", "", "a text")
	case m.Metric == 0 || int(m.Metric) > sums:
		return refuse.Param(at+".metric", m.Metric.String(), "a metric that is a sum over lines")
	case w.Kind != CalendarYear && w.Kind != MembershipYear && w.Kind != Lifetime || w.Back != 0:
		return refuse.Param(at+".window.kind", w.Kind.String(), "calendar-year, membership-year or lifetime")
	case m.At < 1 || m.Every < 0 || m.UpTo < 0 || max(m.At, m.Every, m.UpTo, m.Points) > bound || (m.UpTo > 0 && m.UpTo < m.At):
		return refuse.Param(at, fmt.Sprint(m.At, " ", m.Every, " ", m.UpTo), "at above 0, every and upTo 0 or above, upTo not below at, none above 10^12")
	case m.Choose < 0 || m.Choose > len(m.Choices) || m.ChooseDays < 0 || m.ChooseDays > maxChooseDays || m.Points < 0:
		return refuse.Param(at+".choose", fmt.Sprint(m.Choose), fmt.Sprint("0 to the number of choices, chooseDays of 0 to ", maxChooseDays, ", no negative points"))
	case valid.Kind == ForCycle && (valid.Cycle.Kind == LevelCycle || valid.Cycle.Kind != w.Kind):
		return refuse.Param(at+".valid.cycle", valid.Cycle.Kind.String(), "the window of the milestone")
	case m.Tier != "":
		_, err = e.tierRank(at+".tier", m.Tier)
	}
	return err
}

// checkTables holds the entitlement table against the ladder.
func (e *Engine) checkTables(at string, text Version, _ *version) error {
	for i, b := range text.Benefits {
		path := fmt.Sprintf("%s.benefits[%d]", at, i)
		if b.ID == "" {
			return refuse.Param(path+".id", "", "a text")
		}
		if len(b.Tiers) == 0 {
			return refuse.Param(path+".tiers", "0", "one tier or more")
		}
		for k, cell := range b.Tiers {
			place := fmt.Sprintf("%s.tiers[%d]", path, k)
			if _, err := e.tierRank(place+".tier", cell.Tier); err != nil {
				return err
			}
			if cell.Given == 0 || int(cell.Given) >= len(givenNames) {
				return refuse.Param(place+".given", cell.Given.String(), "one of "+givenNames.Allowed())
			}
			if cell.Quantity < 0 || cell.Quantity > maxFirst {
				return refuse.Param(place+".quantity", fmt.Sprint(cell.Quantity), fmt.Sprint("0 to ", maxFirst))
			}
		}
	}
	return nil
}

func (e *Engine) checkTiers(at string, ids []string) error {
	for i, id := range ids {
		if _, err := e.tierRank(fmt.Sprintf("%s[%d]", at, i), id); err != nil {
			return err
		}
	}
	return nil
}
