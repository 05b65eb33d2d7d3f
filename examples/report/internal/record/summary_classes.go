package record

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"github.com/shopspring/decimal"
)

// Classes is what summary.json says of the classes of the guests. What is not known is null.
type Classes struct {
	Plan      ClassTable  `json:"plan"`
	NotTold   []NotTold   `json:"notTold"` // classes of the literature that stays cannot tell
	LifeCycle *ClassTable `json:"lifeCycle"`
	ABC       ABC         `json:"abc"`
	Lint      Lint        `json:"lint"`
	Example   *Example    `json:"example"`
}

// ClassTable is all guests in the classes of one plan.
type ClassTable struct {
	ID         string       `json:"id"`
	Revision   int          `json:"revision"`
	Source     string       `json:"source"`
	Mode       segment.Mode `json:"mode"`
	Classes    []ClassCount `json:"classes"`
	Movement   *Movement    `json:"movement"`
	NotKnown   string       `json:"movementNotKnown,omitempty"`
	Attributes []string     `json:"attributes,omitempty"` // that the plan asks for
}

// ClassCount is the guests of one class, and what they are worth.
type ClassCount struct {
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

// NotTold is a class that stays cannot tell.
type NotTold struct {
	ID      string            `json:"id"`
	Label   string            `json:"label"`
	LabelZH string            `json:"labelZh"`
	When    segment.Condition `json:"when"`
}

// Movement is how guests went from class to class between two days, in the order of the classes.
type Movement struct {
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

// ABC is the guests by what they contribute.
type ABC struct {
	Rules  concentration.ABC `json:"rules"`
	Groups []ABCGroup        `json:"groups"`
}

// ABCGroup is the guests of one of the three classes.
type ABCGroup struct {
	Class     concentration.Class `json:"class"`
	Guests    int                 `json:"guests"`
	GuestRate json.Number         `json:"guestRate"`
	Revenue   string              `json:"revenue"`
	Rate      json.Number         `json:"rate"` // of the sum of the amounts above 0
}

// Lint is what is odd about the plan.
type Lint struct {
	Complete    bool                  `json:"complete"`
	Gaps        []Gap                 `json:"gaps"`
	Overlaps    []Overlap             `json:"overlaps"`
	Unreachable []segment.Unreachable `json:"unreachable"`
}

// Gap is guests whom no class holds.
type Gap struct {
	segment.Region
	Text    string `json:"text"`
	Guests  int    `json:"guests"`
	Revenue string `json:"revenue"`
}

// Overlap is two classes that hold for one guest.
type Overlap struct {
	segment.Shared
	Guests int `json:"guests"`
}

// Example names the guest by the row of guests.csv.
type Example struct {
	Row    int                  `json:"row"`
	Class  string               `json:"class"`
	Leaves []segment.LeafReason `json:"leaves"`
	Out    []segment.Change     `json:"out"` // the smallest change that takes the guest out of the class; empty: nothing does
	Next   *Next                `json:"next"`
	Life   *lifecycle.Standing  `json:"lifeCycle"`
}

// Next is a class that the guest is not in, and what would bring the guest there.
type Next struct {
	Class  string               `json:"class"`
	Leaves []segment.LeafReason `json:"leaves"`
	Into   []segment.Change     `json:"into"`
}

func (r *recorder) classesJSON() *Classes {
	c := r.Classes
	out := &Classes{Plan: r.classTableJSON(c.Classes), NotTold: []NotTold{}, ABC: r.abcJSON(), Lint: r.lintJSON(), Example: exampleOf(c.Example)}
	out.Plan.Attributes = slices.Sorted(maps.Keys(r.Classes.By.Asked))
	if r.Classes.By.File == "" {
		_, untold := classes.ToldByStays()
		for _, class := range untold {
			out.NotTold = append(out.NotTold, NotTold{class.ID, class.Label, class.LabelZH, class.When})
		}
	}
	if c.Life != nil {
		life := r.classTableJSON(c.Life)
		out.LifeCycle = &life
	}
	return out
}

func (r *recorder) classTableJSON(c *classes.Assigned) ClassTable {
	out := ClassTable{ID: c.Plan.ID, Revision: c.Plan.Revision, Source: c.Plan.Source, Mode: c.Plan.Mode, NotKnown: c.Still}
	for k, class := range c.List {
		s := c.Sums[k]
		out.Classes = append(out.Classes, ClassCount{
			ID: class.ID, Label: class.Label, LabelZH: class.LabelZH, Action: class.Action, Guests: c.Sizes[k],
			GuestRate: rateOfCount(c.Sizes[k], r.Totals.Guests), Revenue: prose.Money(s.Revenue, r.Places), Historic: prose.Money(s.Historic, r.Places),
			Current: prose.Money(s.Current, r.Places), CurrentKnown: s.Known,
		})
	}
	if m := c.Moves; m != nil {
		out.Movement = &Movement{
			From: m.From, To: m.To, Counts: m.Counts(), Entered: m.Entered(), Left: m.Left(), Ranks: map[string]int{}, Ranked: m.OnBoth,
			Shares: m.Shares, Stability: m.Index,
		}
		for k, class := range m.Ranked {
			out.Movement.Ranks[class.ID] = m.Ranks[k]
		}
	}
	return out
}

func rateOfCount(n, of int) json.Number {
	return json.Number(decimal.NewFromInt(int64(n)).DivRound(decimal.NewFromInt(int64(of)), numeral.RateDigits).StringFixed(numeral.RateDigits))
}

func (r *recorder) abcJSON() ABC {
	out := ABC{Rules: r.Classes.Grades.Rules}
	for _, g := range r.Classes.Grades.Groups {
		out.Groups = append(out.Groups, ABCGroup{
			g.Class, g.Guests, json.Number(g.GuestRate.StringFixed(numeral.RateDigits)), prose.Money(g.Amount, r.Places), json.Number(g.Rate.StringFixed(numeral.RateDigits)),
		})
	}
	return out
}

func (r *recorder) lintJSON() Lint {
	c, words := r.Classes.Checked, words.ConditionsOf(lang.Printer{}, r.Classes)
	out := Lint{Complete: c.Complete, Gaps: []Gap{}, Overlaps: []Overlap{}, Unreachable: c.Unreachable}
	for k, gap := range c.Gaps {
		out.Gaps = append(out.Gaps, Gap{gap, prose.Plain(words.Of(gap.When)), c.InGaps[k].Guests, prose.Money(c.InGaps[k].Revenue, r.Places)})
	}
	for k, shared := range c.Overlaps {
		out.Overlaps = append(out.Overlaps, Overlap{shared, c.Sharing[k]})
	}
	if out.Unreachable == nil {
		out.Unreachable = []segment.Unreachable{}
	}
	return out
}

func exampleOf(e *classes.Example) *Example {
	if e == nil {
		return nil
	}
	out := &Example{Row: e.Row, Class: e.Class.ID, Leaves: e.Why.Leaves, Out: e.Why.Changes, Life: e.Life}
	if e.Other != nil {
		out.Next = &Next{e.Other.ID, e.Other.Why.Leaves, e.Other.Why.Changes}
	}
	return out
}
