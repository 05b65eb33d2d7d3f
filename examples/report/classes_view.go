package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/shopspring/decimal"
)

// classesView is the classes and what to do about them.
type classesView struct {
	Sentence string
	Notes    []string // of the plan
	Plan     classTableView
	Life     *classTableView // nil: visits are not known
	NoLife   string
	LifeText string
	ABC      []abcView
	ABCText  string
	Moves    []movesView
	Still    []string // why movement is not known
	Check    checkView
	Example  *exampleView
}

type classTableView struct {
	ID, Name, NameZH string
	Rows             []classRow
	All              classRow
	HasAction        bool
}

type classRow struct {
	Label, LabelZH, Action, Guests, Share, Width, Revenue, Historic, Current, Mean string
}

type abcView struct{ Label, LabelZH, Guests, GuestShare, GuestBar, Revenue, RevenueShare, RevenueBar string }

func (a *analysis) classesView() *classesView {
	c := a.classing
	v := &classesView{
		Sentence: a.classesSentence(), Notes: a.planNotes(), Plan: a.classTable(c.plan, "classes"), ABC: a.abcViews(), ABCText: a.abcText(),
		Check: a.checkView(), Example: a.exampleView(),
	}
	if c.life != nil {
		life := a.classTable(c.life, "stages")
		v.Life, v.LifeText = &life, a.Say(lifeText)
	} else {
		v.NoLife = lang.Capital(a.Say(a.noLife())) + a.Say(".")
	}
	for _, one := range []*classes{c.plan, c.life} {
		switch {
		case one == nil:
		case one.moves != nil:
			v.Moves = append(v.Moves, a.movesView(one))
		default:
			text := a.Say("How guests moved between the classes in a year is not known: %s.", a.stillText(one))
			if !slices.Contains(v.Still, text) {
				v.Still = append(v.Still, text)
			}
		}
	}
	return v
}

// stillText says why movement between classes is not known.
func (a *analysis) stillText(c *classes) string {
	if text := a.noMoves(a.Printer); text != "" || c != a.classing.plan {
		return text
	}
	return a.noPlanMoves(a.Printer)
}

// noLife says why the stages of life are not known.
func (a *analysis) noLife() string {
	if a.in.Order.Counted() {
		return "the stages of the life cycle are told by when a guest came, time by time, which a table of guests does not hold"
	}
	return "the stages of the life cycle are told by when a guest came, time by time; here visits are not kept one by one, and -asof DATE keeps them"
}

// classesSentence names the largest class.
func (a *analysis) classesSentence() string {
	c := a.classing.plan
	most := 0
	for k := range c.list {
		if c.sizes[k] > c.sizes[most] {
			most = k
		}
	}
	text := a.Say("The largest class of the plan “%s” is “%s”: %s, %s of all.", a.planLabel(c.plan), a.labelOf(c.list[most]),
		lang.Count(a.Printer, c.sizes[most], "guest", "guests"), prose.PercentOf(a.Printer, c.sizes[most], a.totals.guests))
	if l := a.classing.life; l != nil {
		late := l.sizes[lifecycle.AtRisk-lifecycle.NewGuest]
		switch text += a.Say(" "); late {
		case 0:
			text += a.Say("None is late by their own habit, and could still be kept.")
		case 1:
			text += a.Say("%s is late by their own habit, and could still be kept.", prose.Whole(late))
		default:
			text += a.Say("%s are late by their own habit, and could still be kept.", prose.Whole(late))
		}
	}
	return text
}

// labelOf names a class in the language of the page.
func (a *analysis) labelOf(c segment.Class) string {
	return prose.Label(a.Pick(c.Label, c.LabelZH), c.ID)
}

// planLabel names a plan in the language of the page.
func (a *analysis) planLabel(p segment.Plan) string {
	return prose.Label(a.Pick(p.Label, p.LabelZH), p.ID)
}

// planNotes says which plan it is, and which part of it stays cannot tell.
func (a *analysis) planNotes() []string {
	p := a.opt.classes
	if p.file != "" {
		from := ""
		if p.plan.Source != "" {
			from = a.Say(", from %s", p.plan.Source)
		}
		text := a.Say("The plan is of %s%s, revision %s.", filepath.Base(p.file), from, prose.Whole(p.plan.Revision)) + a.Say(" ")
		if p.plan.Mode == segment.Exclusive {
			return []string{text + a.Say("Every guest is in the first class whose condition holds.")}
		}
		return []string{text + a.Say("A guest is in every class whose condition holds, so that shares may add up to more than 100\u00a0%.")}
	}
	notes := []string{
		a.Say("The plan is table 4-1 of %s as far as stays tell it: a first visit is a new guest; 2 to 4 visits below 20,000 an ordinary guest; 5 visits or more from 20,000 to 100,000 an ordinary business guest. Where guests come from (walk-in, group, contract) and the grade of their rooms stand in the table too, but in no table of stays, so both are left out.",
			strings.TrimSuffix(p.plan.Source, ", table 4-1")),
	}
	if _, untold := toldByStays(); len(untold) > 0 {
		notes = append(notes, a.Say("“%s” is told by special status, an important business guest or the top room. Stays tell none of it, so the class is not here, and its guests are in the rows of their visits and spend. With -plan FILE the classes are your own.", a.labelOf(untold[0])))
	}
	if a.currency != "CNY" {
		notes = append(notes, a.Say("The table has its limits in CNY; they are read here in %s as they are printed.", a.currency))
	}
	return notes
}

func (a *analysis) classTable(c *classes, id string) classTableView {
	v := classTableView{ID: id}
	v.Name, v.NameZH = prose.Both(a.Printer, prose.Label(c.plan.Label, c.plan.ID), c.plan.LabelZH)
	most := 0
	for _, n := range c.sizes {
		most = max(most, n)
	}
	for k, class := range c.list {
		row := a.classRow(c.sizes[k], c.sums[k])
		row.Label, row.LabelZH = prose.Both(a.Printer, prose.Label(class.Label, class.ID), class.LabelZH)
		row.Action, row.Width = lang.Capital(a.Pick(a.Say(class.Action), class.ActionZH)), prose.BarOf(c.sizes[k], most)
		v.HasAction = v.HasAction || class.Action != ""
		v.Rows = append(v.Rows, row)
	}
	t := a.worth.totals
	v.All = a.classRow(a.totals.guests, classSum{a.totals.revenue, t.historic, t.current, t.knownCurrent})
	return v
}

func (a *analysis) classRow(guests int, s classSum) classRow {
	return classRow{
		Guests: prose.Whole(guests), Share: prose.PercentOf(a.Printer, guests, a.totals.guests), Revenue: prose.WholeMoney(s.revenue, a.places),
		Historic: prose.WholeMoney(s.historic, a.places), Current: prose.WholeMoney(s.current, a.places), Mean: prose.Mean(s.current, s.known, a.places),
	}
}

func (a *analysis) abcViews() []abcView {
	groups := a.classing.abc.groups
	var widest decimal.Decimal
	for _, g := range groups {
		widest = decimal.Max(widest, g.GuestRate, g.Rate)
	}
	var out []abcView
	for _, g := range groups {
		v := abcView{
			Guests: lang.Count(a.Printer, g.Guests, "guest", "guests"), GuestShare: prose.PercentOf(a.Printer, g.Guests, a.totals.guests),
			GuestBar: prose.Bar(g.GuestRate, widest), Revenue: prose.WholeMoney(g.Amount, a.places), RevenueShare: "–", RevenueBar: prose.Bar(g.Rate, widest),
		}
		v.Label, v.LabelZH = prose.Both(a.Printer, "Class "+g.Class.String(), g.Class.String()+"类客户")
		if !groups[0].Rate.IsZero() {
			v.RevenueShare = prose.Percent(a.Printer, g.Rate, decimal.NewFromInt(1))
		}
		out = append(out, v)
	}
	return out
}

// abcText says where the classes end.
func (a *analysis) abcText() string {
	r := a.classing.abc.rules
	limit := func(d decimal.Decimal) string { return a.Percent(d.Mul(prose.Hundred).String()) }
	text := a.Say("The guests are taken from whoever brought most down. A guest is A as long as those before have not brought %s of the revenue yet, B up to %s, and C after that. Equal amounts share a class.",
		limit(r.A), limit(r.B))
	for _, n := range a.summaries.Revenue().Minor() {
		if n < 0 {
			return text + a.Say(" ") + a.Say("Whoever brought nothing, or has a negative total, is C, and the shares are of what all others brought together.")
		}
	}
	return text
}

// lifeText says where the stages begin and end.
const lifeText = "The stages go by each guest's own rhythm: the median of the days between arrivals, at least 30. Until the third visit there is none, and 180 days stand in. Whoever is away for more than 1½ times the rhythm is at risk, for more than three times lapsed, and won back on coming again after that. Five visits make a loyal guest."
