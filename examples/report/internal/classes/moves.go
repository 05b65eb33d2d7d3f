package classes

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

// Moves is how the guests of a plan went from class to class in a year.
type Moves struct {
	From, To hotelcrm.Date
	*movement.Transition
	Index  movement.StabilityIndex
	Ranked []segment.Class      // those that stand above or below each other
	Ranks  []int                // of them
	Shares *movement.RankShares // nil: nobody was in one of them on both days
	OnBoth int64                // guests in one of them on both days
}

// guestRanks says which class of the literature is higher.
var guestRanks = map[string]int{"new_guest": 1, "ordinary_guest": 2, "ordinary_business_guest": 3, "vip_member": 4}

// LookOn finds how guests moved in a year, or why that is not known, what the classes add up to, and an example.
func (c *Result) LookOn() error {
	s, w := c.from.Data.Summaries, c.from.Worth
	c.Classes.sum(s, w)
	if c.Life != nil {
		c.Life.sum(s, w)
	}
	if err := c.findMoves(); err != nil {
		return err
	}
	var err error
	c.Example, err = c.newExample()
	return err
}

func (c *Result) findMoves() error {
	p, today := c.from.Data.Past, c.from.Data.Summaries
	c.Classes.Still = c.NoMoves(lang.Printer{})
	if c.Classes.Still != "" {
		if c.Life != nil {
			c.Life.Still = c.Classes.Still
		}
		return nil
	}
	life := classesOfLife(p.Stages)
	var err error
	if c.Life.Moves, err = newMoves(life, c.Life, p.Summaries, today, stageRanks); err != nil {
		return err
	}
	if c.Classes.Still = c.NoPlanMoves(lang.Printer{}); c.Classes.Still != "" {
		return nil
	}
	before, err := c.classedBefore()
	if err != nil {
		return err
	}
	c.Classes.Moves, err = newMoves(before, c.Classes, p.Summaries, today, c.ranksOf(c.Classes.Plan))
	return err
}

// NoMoves says why it is not known in which classes the guests were a year ago, empty if it is.
func (c *Result) NoMoves(say lang.Printer) string {
	p := c.from.Data.Past
	switch {
	case c.from.Data.Order.Counted():
		return say.Say("a table of guests does not say how they stood a year earlier")
	case c.from.Data.Visits == nil:
		return say.Say("visits are not kept one by one, so nobody can say how the guests stood a year earlier; -asof DATE keeps them, and takes more memory")
	case p == nil:
		return say.Say("a year before the analysis date lies before %s", prose.Day(say, intake.EarliestAsOf))
	case p.Summaries.Len() == 0:
		return say.Say("the data begins on %s, and as of %s nobody was a guest yet", prose.Day(say, c.from.First), prose.Day(say, p.AsOf))
	}
	return ""
}

// NoPlanMoves says why the classes of the plan are not known for a year ago.
func (c *Result) NoPlanMoves(say lang.Printer) string {
	if c.By.Plan.Mode != segment.Exclusive {
		return say.Say("guests may be in several classes of this plan at once, so they do not move from one to another")
	}
	for _, attr := range segment.ValueAttributes(c.from.Currency) {
		if c.By.Asked[attr.ID] {
			return say.Say("the plan asks for %s, and what the guests were worth a year earlier is not known", say.Pick(attr.ID, attr.LabelZH))
		}
	}
	return ""
}

// classedBefore classes the guests of a year ago by the plan of today.
func (c *Result) classedBefore() (*Assigned, error) {
	p := c.from.Data.Past
	tables, err := c.guestTables(nil)
	if err != nil {
		return nil, err
	}
	tables.Summaries, tables.stages, tables.visits = p.Summaries, p.Stages, p.Stayed
	tables.worth, tables.scores, tables.segments = nil, nil, nil
	asked, scoring := c.By.Asked, c.from.Scores
	if asked[abcAttribute] {
		abc, err := concentration.ABC{}.Classify(p.Summaries.Revenue())
		if err != nil {
			return nil, err
		}
		tables.abc = abc.Classes()
	}
	if asked["rfm_r"] || asked["rfm_f"] || asked["rfm_m"] || asked["rfm_segment"] {
		if tables.scores, err = scoring.Plan.Score(c.from.Data.Order, p.Summaries); err != nil {
			return nil, err
		}
		if scoring.Plan.Set != nil {
			if tables.segments, err = tables.scores.Segments(*scoring.Plan.Set); err != nil {
				return nil, err
			}
		}
	}
	classifier, err := segment.NewClassifier(tables.schema, c.By.Plan)
	if err != nil {
		return nil, err
	}
	return assign(tables, classifier, nil)
}

// ranksOf says which class of the plan is higher.
func (c *Result) ranksOf(p segment.Plan) map[string]int {
	if c.By.File == "" {
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

func newMoves(before, now *Assigned, then, today *hotelcrm.Summaries, ranks map[string]int) (*Moves, error) {
	t, err := movement.TransitionOf(before.snapshot(then), now.snapshot(today))
	if err != nil {
		return nil, err
	}
	m := &Moves{From: then.AsOf(), To: today.AsOf(), Transition: t}
	if m.Index, err = t.Stability(movement.AddHalf); err != nil {
		return nil, err
	}
	return m, m.rank(now.List, ranks)
}

// rank finds who rose and fell among the classes that have a rank.
func (m *Moves) rank(list []segment.Class, ranks map[string]int) error {
	var places []int
	for k, class := range list {
		if rank, ok := ranks[class.ID]; ok {
			places, m.Ranked, m.Ranks = append(places, k), append(m.Ranked, class), append(m.Ranks, rank)
		}
	}
	var ids []string
	var counts [][]int64
	for _, k := range places {
		var row []int64
		for _, j := range places {
			row = append(row, m.Counts()[k][j])
			m.OnBoth += m.Counts()[k][j]
		}
		ids, counts = append(ids, list[k].ID), append(counts, row)
	}
	if m.OnBoth == 0 {
		return nil
	}
	t, err := movement.NewTransition(ids, counts, nil, nil)
	if err != nil {
		return err
	}
	shares, err := t.RankShares(m.Ranks)
	m.Shares = &shares
	return err
}

// snapshot returns the classes of guests as segment compares them.
func (c *Assigned) snapshot(s *hotelcrm.Summaries) movement.Snapshot {
	out := movement.Snapshot{
		Plan: c.Plan.ID, Revision: c.Plan.Revision, AsOf: s.AsOf(), Guests: s.Guests(), Codes: make([]uint16, len(c.Codes)),
	}
	for _, class := range c.List {
		out.Classes = append(out.Classes, class.ID)
	}
	for i, code := range c.Codes {
		out.Codes[i] = uint16(code) + 1
	}
	return out
}

// Used returns the places of the classes that anybody was in on either day.
func (m *Moves) Used() []int {
	var out []int
	before, after := m.Before(), m.After()
	for k := range before {
		if before[k]+after[k] > 0 {
			out = append(out, k)
		}
	}
	return slices.Clip(out)
}
