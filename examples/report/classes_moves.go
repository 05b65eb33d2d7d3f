package main

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/movement"
)

// moves is how the guests of a plan went from class to class in a year.
type moves struct {
	from, to hotelcrm.Date
	*movement.Transition
	index  movement.StabilityIndex
	ranked []segment.Class      // those that stand above or below each other
	ranks  []int                // of them
	shares *movement.RankShares // nil: nobody was in one of them on both days
	of     int64                // guests in one of them on both days
}

// guestRanks says which class of the literature is higher.
var guestRanks = map[string]int{"new_guest": 1, "ordinary_guest": 2, "ordinary_business_guest": 3, "vip_member": 4}

// lookAtClasses finds how guests moved in a year, or why that is not known, what the classes add up to, and an example.
func (a *analysis) lookAtClasses() error {
	c := a.classing
	c.plan.sum(a)
	if c.life != nil {
		c.life.sum(a)
	}
	if err := a.findMoves(); err != nil {
		return err
	}
	var err error
	c.example, err = a.newExample()
	return err
}

func (a *analysis) findMoves() error {
	c, p := a.classing, a.in.Past
	c.plan.still = a.noMoves(terminal)
	if c.plan.still != "" {
		if c.life != nil {
			c.life.still = c.plan.still
		}
		return nil
	}
	life := classesOfLife(p.Stages)
	var err error
	if c.life.moves, err = newMoves(life, c.life, p.Summaries, a.summaries, stageRanks); err != nil {
		return err
	}
	if c.plan.still = a.noPlanMoves(terminal); c.plan.still != "" {
		return nil
	}
	before, err := a.classedBefore()
	if err != nil {
		return err
	}
	c.plan.moves, err = newMoves(before, c.plan, p.Summaries, a.summaries, a.ranksOf(c.plan.plan))
	return err
}

// noMoves says why it is not known in which classes the guests were a year ago, empty if it is.
func (a *analysis) noMoves(say lang.Printer) string {
	p := a.in.Past
	switch {
	case a.in.Order.Counted():
		return say.Say("a table of guests does not say how they stood a year earlier")
	case a.in.Visits == nil:
		return say.Say("visits are not kept one by one, so nobody can say how the guests stood a year earlier; -asof DATE keeps them, and takes more memory")
	case p == nil:
		return say.Say("a year before the analysis date lies before %s", prose.Day(say, intake.EarliestAsOf))
	case p.Summaries.Len() == 0:
		return say.Say("the data begins on %s, and as of %s nobody was a guest yet", prose.Day(say, a.totals.first), prose.Day(say, p.AsOf))
	}
	return ""
}

// noPlanMoves says why the classes of the plan are not known for a year ago.
func (a *analysis) noPlanMoves(say lang.Printer) string {
	if a.opt.classes.plan.Mode != segment.Exclusive {
		return say.Say("guests may be in several classes of this plan at once, so they do not move from one to another")
	}
	for _, attr := range segment.ValueAttributes(a.currency) {
		if a.opt.classes.asked[attr.ID] {
			return say.Say("the plan asks for %s, and what the guests were worth a year earlier is not known", say.Pick(attr.ID, attr.LabelZH))
		}
	}
	return ""
}

// classedBefore classes the guests of a year ago by the plan of today.
func (a *analysis) classedBefore() (*classes, error) {
	p := a.in.Past
	tables, err := a.guestTables(nil)
	if err != nil {
		return nil, err
	}
	tables.Summaries, tables.stages, tables.visits = p.Summaries, p.Stages, p.Stayed
	tables.worth, tables.scores, tables.segments = nil, nil, nil
	asked := a.opt.classes.asked
	if asked[abcAttribute] {
		abc, err := concentration.ABC{}.Classify(p.Summaries.Revenue())
		if err != nil {
			return nil, err
		}
		tables.abc = abc.Classes()
	}
	if asked["rfm_r"] || asked["rfm_f"] || asked["rfm_m"] || asked["rfm_segment"] {
		if tables.scores, err = a.opt.scores(p.Summaries); err != nil {
			return nil, err
		}
		if a.opt.plan.set != nil {
			if tables.segments, err = tables.scores.Segments(*a.opt.plan.set); err != nil {
				return nil, err
			}
		}
	}
	classifier, err := segment.NewClassifier(tables.schema, a.opt.classes.plan)
	if err != nil {
		return nil, err
	}
	return assign(tables, classifier, nil)
}

// ranksOf says which class of the plan is higher.
func (a *analysis) ranksOf(p segment.Plan) map[string]int {
	if a.opt.classes.file == "" {
		return guestRanks
	}
	return ranksByPlace(p)
}

// ranksByPlace takes the first class of a plan for the highest; who is in none has no rank.
func ranksByPlace(p segment.Plan) map[string]int {
	out := map[string]int{}
	for k, class := range p.Classes {
		out[class.ID] = len(p.Classes) - k
	}
	return out
}

func newMoves(before, now *classes, then, today *hotelcrm.Summaries, ranks map[string]int) (*moves, error) {
	t, err := movement.TransitionOf(before.snapshot(then), now.snapshot(today))
	if err != nil {
		return nil, err
	}
	m := &moves{from: then.AsOf(), to: today.AsOf(), Transition: t}
	if m.index, err = t.Stability(movement.AddHalf); err != nil {
		return nil, err
	}
	return m, m.rank(now.list, ranks)
}

// rank finds who rose and fell among the classes that have a rank.
func (m *moves) rank(list []segment.Class, ranks map[string]int) error {
	var places []int
	for k, class := range list {
		if rank, ok := ranks[class.ID]; ok {
			places, m.ranked, m.ranks = append(places, k), append(m.ranked, class), append(m.ranks, rank)
		}
	}
	var ids []string
	var counts [][]int64
	for _, k := range places {
		var row []int64
		for _, j := range places {
			row = append(row, m.Counts()[k][j])
			m.of += m.Counts()[k][j]
		}
		ids, counts = append(ids, list[k].ID), append(counts, row)
	}
	if m.of == 0 {
		return nil
	}
	t, err := movement.NewTransition(ids, counts, nil, nil)
	if err != nil {
		return err
	}
	shares, err := t.RankShares(m.ranks)
	m.shares = &shares
	return err
}

// snapshot returns the classes of guests as segment compares them.
func (c *classes) snapshot(s *hotelcrm.Summaries) movement.Snapshot {
	out := movement.Snapshot{
		Plan: c.plan.ID, Revision: c.plan.Revision, AsOf: s.AsOf(), Guests: s.Guests(), Codes: make([]uint16, len(c.codes)),
	}
	for _, class := range c.list {
		out.Classes = append(out.Classes, class.ID)
	}
	for i, code := range c.codes {
		out.Codes[i] = uint16(code) + 1
	}
	return out
}

// used returns the places of the classes that anybody was in on either day.
func (m *moves) used() []int {
	var out []int
	before, after := m.Before(), m.After()
	for k := range before {
		if before[k]+after[k] > 0 {
			out = append(out, k)
		}
	}
	return slices.Clip(out)
}
