package page

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// classesView is the classes and what to do about them.
type classesView struct {
	Sentence string
	Currency string
	Own      bool     // the plan is of the house
	PlanText string   // of one that is not
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
	Currency         string
	HasModel         bool // what is expected stands where the values of the past would
	Rows             []classRow
	All              classRow
	HasAction        bool
}

type classRow struct {
	Label, LabelZH, Action, Guests, Share, Width, Revenue, Historic, Current, Mean string
	Outlook                                                                        outlookView
}

type abcView struct{ Label, LabelZH, Guests, GuestShare, GuestBar, Revenue, RevenueShare, RevenueBar string }

func (w *writer) classesView() *classesView {
	c := w.Classes
	v := &classesView{
		Sentence: w.classesSentence(), Notes: w.planNotes(), Plan: w.classTable(c.Classes, "classes"), ABC: w.abcViews(), ABCText: w.abcText(),
		Check: w.checkView(), Example: w.exampleView(), Own: c.By.File != "", Currency: w.Currency, PlanText: w.planText(),
	}
	if c.Life != nil {
		life := w.classTable(c.Life, "stages")
		w.lookOn(&life, c.Life)
		v.Life, v.LifeText = &life, w.Sentences(w.Say(lifeText), w.secondVisit())
	} else {
		v.NoLife = lang.Capital(w.Say(w.noLife())) + w.Say(".")
	}
	for _, one := range []*classes.Assigned{c.Classes, c.Life} {
		switch {
		case one == nil, one == c.Classes && c.By.File == "": // by visits and spend alone nobody falls
		case one.Moves != nil:
			v.Moves = append(v.Moves, w.movesView(one))
		default:
			text := w.Say("How guests moved between the classes in a year is not known: %s.", w.stillText(one))
			if !slices.Contains(v.Still, text) {
				v.Still = append(v.Still, text)
			}
		}
	}
	return v
}

// stillText says why movement between classes is not known.
func (w *writer) stillText(c *classes.Assigned) string {
	if text := w.Classes.NoMoves(w.Printer); text != "" || c != w.Classes.Classes {
		return text
	}
	return w.Classes.NoPlanMoves(w.Printer)
}

// noLife says why the stages of life are not known.
func (w *writer) noLife() string {
	if w.Data.Order.Counted() {
		return "the stages of the life cycle are told by when a guest came, time by time, which a table of guests does not hold"
	}
	return "the stages of the life cycle are told by when a guest came, time by time; here visits are not kept one by one, and -asof DATE keeps them"
}

// labelOf names a class in the language of the page.
func (w *writer) labelOf(c segment.Class) string {
	return prose.Label(w.Pick(c.Label, c.LabelZH), c.ID)
}

// planLabel names a plan in the language of the page.
func (w *writer) planLabel(p segment.Plan) string {
	return prose.Label(w.Pick(p.Label, p.LabelZH), p.ID)
}

// planNotes says which plan it is, and which part of it stays cannot tell.
func (w *writer) planNotes() []string {
	p := w.Classes.By
	if p.File != "" {
		from := ""
		if p.Plan.Source != "" {
			from = w.Say(", from %s", p.Plan.Source)
		}
		text := w.Say("The plan is of %s%s, revision %s.", filepath.Base(p.File), from, prose.Whole(p.Plan.Revision)) + w.Say(" ")
		if p.Plan.Mode == segment.Exclusive {
			return []string{text + w.Say("Every guest is in the first class whose condition holds.")}
		}
		return []string{text + w.Say("A guest is in every class whose condition holds, so that shares may add up to more than 100\u00a0%.")}
	}
	notes := []string{
		w.Say("The plan is table 4-1 of %s as far as stays tell it: who came once is the new guest of the table; 2 to 4 visits below 20,000 an ordinary guest; 5 visits or more from 20,000 to 100,000 an ordinary business guest. Where guests come from (walk-in, group, contract) and the grade of their rooms stand in the table too, but in no table of stays, so both are left out.",
			strings.TrimSuffix(p.Plan.Source, ", table 4-1")),
	}
	if _, untold := classes.ToldByStays(); len(untold) > 0 {
		notes = append(notes, w.Say("“%s” is told by special status, an important business guest or the top room. Stays tell none of it, so the class is not here, and its guests are in the rows of their visits and spend.", w.labelOf(untold[0])))
	}
	return notes
}

// planText introduces the plan of the literature.
func (w *writer) planText() string {
	text := w.Say("The literature has a plan of classes by visits and spend. Nobody can fall in it, since both only grow, so it says little of who comes now.")
	if w.Currency != "CNY" {
		text = w.Sentences(text, w.Say("Its limits are amounts in CNY, taken here for %s: read its classes with care.", w.Currency))
	}
	return w.Sentences(text, w.Say("With -plan FILE the classes of your house stand first in this chapter instead."))
}

func (w *writer) classTable(c *classes.Assigned, id string) classTableView {
	v := classTableView{ID: id, Currency: w.Currency}
	v.Name, v.NameZH = prose.Both(w.Printer, prose.Label(c.Plan.Label, c.Plan.ID), c.Plan.LabelZH)
	for k, class := range c.List {
		row := w.classRow(c.Sizes[k], c.Sums[k])
		row.Label, row.LabelZH = prose.Both(w.Printer, prose.Label(class.Label, class.ID), class.LabelZH)
		row.Action, row.Width = lang.Capital(w.Pick(w.Say(class.Action), class.ActionZH)), prose.BarOf(c.Sizes[k], w.Totals.Guests)
		v.HasAction = v.HasAction || class.Action != ""
		v.Rows = append(v.Rows, row)
	}
	t := w.Worth.Totals
	v.All = w.classRow(w.Totals.Guests, classes.Sum{Revenue: w.Totals.Revenue, Historic: t.Historic, Current: t.Current, Known: t.KnownCurrent})
	return v
}

func (w *writer) classRow(guests int, s classes.Sum) classRow {
	return classRow{
		Guests: prose.Whole(guests), Share: prose.PercentOf(w.Printer, guests, w.Totals.Guests), Revenue: prose.WholeMoney(s.Revenue, w.Places),
		Historic: prose.WholeMoney(s.Historic, w.Places), Current: prose.WholeMoney(s.Current, w.Places), Mean: prose.Mean(s.Current, s.Known, w.Places),
	}
}

func (w *writer) abcViews() []abcView {
	groups := w.Classes.Grades.Groups
	var widest decimal.Decimal
	for _, g := range groups {
		widest = decimal.Max(widest, g.GuestRate, g.Rate)
	}
	var out []abcView
	for _, g := range groups {
		v := abcView{
			Guests: lang.Count(w.Printer, g.Guests, "guest", "guests"), GuestShare: prose.PercentOf(w.Printer, g.Guests, w.Totals.Guests),
			GuestBar: prose.Bar(g.GuestRate, widest), Revenue: prose.WholeMoney(g.Amount, w.Places), RevenueShare: "–", RevenueBar: prose.Bar(g.Rate, widest),
		}
		v.Label, v.LabelZH = prose.Both(w.Printer, "Class "+g.Class.String(), g.Class.String()+"类客户")
		if !groups[0].Rate.IsZero() {
			v.RevenueShare = prose.Percent(w.Printer, g.Rate, decimal.NewFromInt(1))
		}
		out = append(out, v)
	}
	return out
}

// abcText says where the classes end.
func (w *writer) abcText() string {
	r := w.Classes.Grades.Rules
	limit := func(d decimal.Decimal) string { return w.Percent(d.Mul(prose.Hundred).String()) }
	text := w.Say("The guests are taken from whoever brought most down. A guest is A as long as those before have not brought %s of the revenue yet, B up to %s, and C after that. Equal amounts share a class.",
		limit(r.A), limit(r.B))
	for _, n := range w.Summaries.Revenue().Minor() {
		if n < 0 {
			return text + w.Say(" ") + w.Say("Whoever brought nothing, or has a negative total, is C, and the shares are of what all others brought together.")
		}
	}
	return text
}

// secondVisit says how many of the guests who came for the first time come again: the share at two years, or at the
// longest time that guests were watched for.
func (w *writer) secondVisit() string {
	if w.Returns == nil || len(w.Returns.Points) == 0 {
		return ""
	}
	const years = 730
	one := w.Returns.Points[0]
	for _, p := range w.Returns.Points {
		if p.Days <= years {
			one = p
		}
	}
	return w.Say("Of the guests who come for the first time, %s come again within %s (Kaplan-Meier).", w.rate(one.Share), lang.Count(w.Printer, one.Days, "day", "days"))
}

// lifeText says where the stages begin and end.
const lifeText = "The stages go by each guest's own rhythm: the median of the days between arrivals, at least 30. Until the third visit there is none, and 180 days stand in. Whoever is away for more than 1½ times the rhythm is at risk, for more than three times lapsed, and won back on coming again after that. Five visits make a loyal guest."
