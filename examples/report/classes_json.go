package main

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"github.com/shopspring/decimal"
)

// classesJSON is what summary.json says of the classes of the guests. What is not known is null.
type classesJSON struct {
	Plan      classTableJSON  `json:"plan"`
	NotTold   []notToldJSON   `json:"notTold"` // classes of the literature that stays cannot tell
	LifeCycle *classTableJSON `json:"lifeCycle"`
	ABC       abcJSON         `json:"abc"`
	Lint      lintJSON        `json:"lint"`
	Example   *exampleJSON    `json:"example"`
}

type classTableJSON struct {
	ID         string           `json:"id"`
	Revision   int              `json:"revision"`
	Source     string           `json:"source"`
	Mode       segment.Mode     `json:"mode"`
	Classes    []classCountJSON `json:"classes"`
	Movement   *movementJSON    `json:"movement"`
	NotKnown   string           `json:"movementNotKnown,omitempty"`
	Attributes []string         `json:"attributes,omitempty"` // that the plan asks for
}

type classCountJSON struct {
	ID           string      `json:"id"`
	Label        string      `json:"label"`
	LabelZH      string      `json:"labelZh"`
	Action       string      `json:"action"`
	Guests       int         `json:"guests"`
	GuestRate    json.Number `json:"guestRate"`
	Revenue      string      `json:"revenue"`
	Historic     string      `json:"historic"`
	Current      string      `json:"current"`
	CurrentKnown int         `json:"currentKnown"` // guests whose current value is known
}

type notToldJSON struct {
	ID      string            `json:"id"`
	Label   string            `json:"label"`
	LabelZH string            `json:"labelZh"`
	When    segment.Condition `json:"when"`
}

// movementJSON is how guests went from class to class between two days, in the order of the classes.
type movementJSON struct {
	From      hotelcrm.Date           `json:"from"`
	To        hotelcrm.Date           `json:"to"`
	Counts    [][]int64               `json:"counts"` // by class then, and class now
	Entered   []int64                 `json:"entered"`
	Left      []int64                 `json:"left"`
	Ranks     map[string]int          `json:"ranks"` // higher is better; classes without a rank do not count as up or down
	Ranked    int64                   `json:"ranked"`
	Shares    *movement.RankShares    `json:"shares"` // of the ranked; null if there are none
	Stability movement.StabilityIndex `json:"stability"`
}

type abcJSON struct {
	Rules  concentration.ABC `json:"rules"`
	Groups []abcGroupJSON    `json:"groups"`
}

type abcGroupJSON struct {
	Class     concentration.Class `json:"class"`
	Guests    int                 `json:"guests"`
	GuestRate json.Number         `json:"guestRate"`
	Revenue   string              `json:"revenue"`
	Rate      json.Number         `json:"rate"` // of the sum of the amounts above 0
}

type lintJSON struct {
	Complete    bool                  `json:"complete"`
	Gaps        []gapJSON             `json:"gaps"`
	Overlaps    []overlapJSON         `json:"overlaps"`
	Unreachable []segment.Unreachable `json:"unreachable"`
}

type gapJSON struct {
	segment.Region
	Text    string `json:"text"`
	Guests  int    `json:"guests"`
	Revenue string `json:"revenue"`
}

type overlapJSON struct {
	segment.Shared
	Guests int `json:"guests"`
}

// exampleJSON names the guest by the row of guests.csv.
type exampleJSON struct {
	Row    int                  `json:"row"`
	Class  string               `json:"class"`
	Leaves []segment.LeafReason `json:"leaves"`
	Out    []segment.Change     `json:"out"` // the smallest change that takes the guest out of the class; empty: nothing does
	Next   *nextJSON            `json:"next"`
	Life   *lifecycle.Standing  `json:"lifeCycle"`
}

type nextJSON struct {
	Class  string               `json:"class"`
	Leaves []segment.LeafReason `json:"leaves"`
	Into   []segment.Change     `json:"into"`
}

func (a *analysis) classesJSON() *classesJSON {
	c := a.classing
	out := &classesJSON{Plan: a.classTableJSON(c.plan), NotTold: []notToldJSON{}, ABC: a.abcJSON(), Lint: a.lintJSON(), Example: c.example.json()}
	out.Plan.Attributes = slices.Sorted(maps.Keys(a.opt.classes.asked))
	if a.opt.classes.file == "" {
		_, untold := toldByStays()
		for _, class := range untold {
			out.NotTold = append(out.NotTold, notToldJSON{class.ID, class.Label, class.LabelZH, class.When})
		}
	}
	if c.life != nil {
		life := a.classTableJSON(c.life)
		out.LifeCycle = &life
	}
	return out
}

func (a *analysis) classTableJSON(c *classes) classTableJSON {
	out := classTableJSON{ID: c.plan.ID, Revision: c.plan.Revision, Source: c.plan.Source, Mode: c.plan.Mode, NotKnown: c.still}
	for k, class := range c.list {
		s := c.sums[k]
		out.Classes = append(out.Classes, classCountJSON{
			ID: class.ID, Label: class.Label, LabelZH: class.LabelZH, Action: class.Action, Guests: c.sizes[k],
			GuestRate: rateOfCount(c.sizes[k], a.totals.guests), Revenue: prose.Money(s.revenue, a.places), Historic: prose.Money(s.historic, a.places),
			Current: prose.Money(s.current, a.places), CurrentKnown: s.known,
		})
	}
	if m := c.moves; m != nil {
		out.Movement = &movementJSON{
			From: m.from, To: m.to, Counts: m.Counts(), Entered: m.Entered(), Left: m.Left(), Ranks: map[string]int{}, Ranked: m.of,
			Shares: m.shares, Stability: m.index,
		}
		for k, class := range m.ranked {
			out.Movement.Ranks[class.ID] = m.ranks[k]
		}
	}
	return out
}

func rateOfCount(n, of int) json.Number {
	return json.Number(decimal.NewFromInt(int64(n)).DivRound(decimal.NewFromInt(int64(of)), numeral.RateDigits).StringFixed(numeral.RateDigits))
}

func (a *analysis) abcJSON() abcJSON {
	out := abcJSON{Rules: a.classing.abc.rules}
	for _, g := range a.classing.abc.groups {
		out.Groups = append(out.Groups, abcGroupJSON{
			g.Class, g.Guests, json.Number(g.GuestRate.StringFixed(numeral.RateDigits)), prose.Money(g.Amount, a.places), json.Number(g.Rate.StringFixed(numeral.RateDigits)),
		})
	}
	return out
}

func (a *analysis) lintJSON() lintJSON {
	c, words := a.classing.checked, a.words()
	words.Printer = lang.Printer{} // programs read English
	out := lintJSON{Complete: c.Complete, Gaps: []gapJSON{}, Overlaps: []overlapJSON{}, Unreachable: c.Unreachable}
	for k, gap := range c.Gaps {
		out.Gaps = append(out.Gaps, gapJSON{gap, prose.Plain(words.of(gap.When)), c.inGaps[k].guests, prose.Money(c.inGaps[k].revenue, a.places)})
	}
	for k, shared := range c.Overlaps {
		out.Overlaps = append(out.Overlaps, overlapJSON{shared, c.sharing[k]})
	}
	if out.Unreachable == nil {
		out.Unreachable = []segment.Unreachable{}
	}
	return out
}

func (e *example) json() *exampleJSON {
	if e == nil {
		return nil
	}
	out := &exampleJSON{Row: e.row, Class: e.class.ID, Leaves: e.why.Leaves, Out: e.why.Changes, Life: e.life}
	if e.other != nil {
		out.Next = &nextJSON{e.other.ID, e.other.why.Leaves, e.other.why.Changes}
	}
	return out
}
