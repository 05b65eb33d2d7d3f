package main

import (
	"html/template"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// valueView is what the guests have been, are and could be worth.
type valueView struct {
	Sentence, Basis string
	Columns         []columnView
	Note            string // why there is no matrix
	Bins            []binView
	BinsAll         binView
	Matrix          *matrixView
}

// columnView is one of the values of all guests together.
type columnView struct{ Name, Known, Amount, Mean, Text string }

// binView is the guests whose current value lies in a range.
type binView struct{ Range, Guests, Share, Width, Sum, SumShare string }

type matrixView struct {
	Picture        template.HTML
	Cuts, Drawing  string
	Shades         []shadeView
	Rows           []classView
	All            classView
	Card, Profiles string
	Indicators     []indicatorView
}

type shadeView struct {
	Step int
	Text string
}

type classView struct {
	Label, LabelZH, Action, Guests, Share, Revenue, Current, Incremental, Mean string
}

type indicatorView struct{ Name, Rule, Steps string }

func (a *analysis) valueView() valueView {
	w := a.worth
	v := valueView{Basis: a.basisSentence(), Sentence: a.valueSentence(), Columns: a.valueColumns()}
	if w.matrix != nil {
		v.Matrix = a.matrixView()
		return v
	}
	v.Note = a.Say("Potential, incremental value, lifetime value and the value matrix are not known, since nothing is known of the guests beyond their stays. With a table of motives, industries, incomes, credit standings or satisfaction (-profiles) they stand here; until then, this is how the current values are spread.")
	v.Bins, v.BinsAll = a.binViews()
	return v
}

// basisSentence says what the values rest on.
func (a *analysis) basisSentence() string {
	setup := a.worth.current.Setup()
	cost := a.Say("The input cost of the house is not stated, so revenue stands for profit.")
	if !a.opt.value.noCost {
		mean, _ := a.worth.historic.Basis().Mean(basis.HalfEven(a.places)) // cannot fail: the values were made with both
		cost = a.Say("The input cost of %s is shared equally by all guests, %s each.",
			a.currency+prose.NBSP+prose.GroupedMoney(a.opt.value.cost, a.places), a.currency+prose.NBSP+prose.GroupedMoney(mean, a.places))
	}
	return cost + a.Say(" ") + a.Say("Current value reckons with %s, payments at the end of each, a discount of %s a year, and the guest's visits over the days since the first arrival, at least %s.",
		lang.Count(a.Printer, setup.Convention.Horizon.N, "year", "years"), prose.Percent(a.Printer, a.opt.value.rate, decimal.NewFromInt(1)),
		lang.Count(a.Printer, setup.Pace.LeastDays, "day", "days"))
}

func (a *analysis) valueSentence() string {
	t := a.worth.totals
	text := a.Say("The guests have brought %s so far.", a.amount(t.historic))
	if !a.opt.value.noCost {
		text = a.Say("The guests have brought %s so far after cost.", a.amount(t.historic))
	}
	if t.knownCurrent == 0 {
		return text + a.Say(" ") + a.Say("Their first arrivals are not known, so neither is their current value.")
	}
	more := ""
	if a.worth.matrix != nil {
		more = a.Say("; with their potential used, %s more", a.amount(t.incremental))
	}
	return text + a.Say(" ") + a.Say("If they go on as they have, the next %s %s in today's money%s.",
		lang.Count(a.Printer, a.opt.value.years, "year brings", "years bring"), a.amount(t.current), more)
}

// amount writes an amount for a sentence.
func (a *analysis) amount(d decimal.Decimal) string {
	return a.currency + prose.NBSP + prose.WholeMoney(d, a.places)
}

func (a *analysis) valueColumns() []columnView {
	t := a.worth.totals
	add := func(name, text string, known int, sum decimal.Decimal) columnView {
		if known == 0 {
			return columnView{Name: name, Text: text, Known: a.Say("none"), Amount: "–", Mean: "–"}
		}
		return columnView{Name: name, Text: text, Known: prose.Whole(known), Amount: prose.GroupedMoney(sum, a.places), Mean: prose.Mean(sum, known, a.places)}
	}
	uplift := prose.Percent(a.Printer, upliftAtTop, decimal.NewFromInt(1))
	return []columnView{
		add(a.Say("Historic"), a.Say("Revenue of all stays so far, less the mean cost of a guest, once per guest."), a.totals.guests, t.historic),
		add(a.Say("Current"), a.Say("Profit per stay × stays a year, for each year of the horizon, discounted: the present pattern goes on."), t.knownCurrent, t.current),
		add(a.Say("Incremental"), a.Say("What the potential could add: current value × %s × score ÷ top score. The %s is an assumption of this report.", uplift, uplift), t.knownIncremental, t.incremental),
		add(a.Say("Lifetime"), a.Say("Historic + current + incremental, where all three are known."), t.knownLifetime, t.lifetime),
	}
}

func (a *analysis) binViews() (rows []binView, all binView) {
	t, most := a.worth.totals, 0
	for _, bin := range a.worth.bins {
		most = max(most, bin.guests)
	}
	share := func(sum decimal.Decimal) string {
		if !t.current.IsPositive() {
			return "–"
		}
		return prose.Percent(a.Printer, sum, t.current)
	}
	for _, bin := range a.worth.bins {
		rows = append(rows, binView{
			Range: a.binRange(bin), Guests: prose.Whole(bin.guests), Share: prose.PercentOf(a.Printer, bin.guests, t.knownCurrent),
			Width: prose.BarOf(bin.guests, most), Sum: prose.GroupedMoney(bin.sum, a.places), SumShare: share(bin.sum),
		})
	}
	all = binView{
		Guests: prose.Whole(t.knownCurrent), Share: prose.PercentOf(a.Printer, t.knownCurrent, t.knownCurrent), Sum: prose.GroupedMoney(t.current, a.places),
		SumShare: share(t.current),
	}
	return rows, all
}

func (a *analysis) binRange(bin valueBin) string {
	bound := func(d decimal.Decimal) string { return prose.Group(d.String()) }
	switch {
	case !bin.from.Valid && !bin.to.Valid:
		return a.Say("any amount")
	case !bin.from.Valid:
		return a.Say("below %s", bound(bin.to.Decimal))
	case !bin.to.Valid:
		return a.Say("%s or more", bound(bin.from.Decimal))
	}
	return a.Say("%s to below %s", bound(bin.from.Decimal), bound(bin.to.Decimal))
}

func (a *analysis) matrixView() *matrixView {
	w := a.worth
	current, potential := w.matrix.Cuts()
	v := &matrixView{Picture: drawMatrix(a)}
	v.Cuts = a.Say("High and low are told apart at the medians of the guests who have both: %s of current value and %s points of potential; who is equal is high.",
		a.currency+prose.NBSP+a.cutMoney(current), potential.StringFixed(2))
	low := tickText(w.density.low)
	v.Drawing = a.Say("Dashed lines: the medians. Each guest is a dot. Current values up to %s, below 0 too, stand at the left edge; above, the scale is logarithmic.", low)
	if w.density.counts != nil {
		v.Drawing = a.Say("Dashed lines: the medians. Shade: guests in a square. Current values up to %s, below 0 too, stand in the first column; above, the scale is logarithmic.", low)
		v.Shades = a.shadesOf(w.density)
	}
	all := classTotal{revenue: a.totals.revenue}
	all.Current, all.incremental, all.Guests = w.totals.current, w.totals.incremental, a.totals.guests
	for _, class := range w.classes {
		if class.Class != 0 || class.Guests > 0 {
			v.Rows = append(v.Rows, a.classView(class))
		}
	}
	v.All = a.classView(all)
	v.All.Label, v.All.LabelZH, v.All.Action = a.Say("All guests"), "", ""
	v.Card, v.Indicators, v.Profiles = a.cardSentence(), a.indicatorViews(), a.profilesSentence()
	return v
}

func (a *analysis) shadesOf(d *density) []shadeView {
	var out []shadeView
	steps := d.steps()
	for k, from := range steps {
		text := a.Say("%s or more", prose.Whole(from))
		if k+1 < len(steps) {
			text = a.Say("%s to %s", prose.Whole(from), prose.Whole(steps[k+1]-1))
			if from == steps[k+1]-1 {
				text = prose.Whole(from)
			}
		}
		out = append(out, shadeView{k, text})
	}
	return out
}

func (a *analysis) classView(c classTotal) classView {
	v := classView{
		Action: lang.Capital(a.Pick(c.Advice.Action, c.Advice.ActionZH)),
		Guests: prose.Whole(c.Guests), Share: prose.PercentOf(a.Printer, c.Guests, a.totals.guests), Revenue: prose.GroupedMoney(c.revenue, a.places),
		Current: prose.GroupedMoney(c.Current, a.places), Incremental: prose.GroupedMoney(c.incremental, a.places), Mean: prose.Mean(c.Current, c.Guests, a.places),
	}
	v.Label, v.LabelZH = prose.Both(a.Printer, c.Advice.Label, c.Advice.LabelZH)
	if c.Guests > 0 && c.unknown {
		v.Incremental = "–"
	}
	return v
}

func (a *analysis) cardSentence() string {
	return a.Say("The potential is the mean of the scores of the indicators that are known, all of equal weight, each from %s to %s points; with less than half of them it is not known. Weights, scales and the %s are assumptions of this report, to be replaced by the hotel's own judgement.",
		prose.Whole(lowestPoints), prose.Whole(topPoints), prose.Percent(a.Printer, upliftAtTop, decimal.NewFromInt(1)))
}

func (a *analysis) indicatorViews() []indicatorView {
	var out []indicatorView
	for _, one := range a.worth.card.Indicators {
		v := indicatorView{Name: a.Say(indicatorNames[one.Indicator]), Rule: a.Say("fifths of the guests who have it")}
		switch one.Indicator {
		case valuation.Motive:
			v.Rule, v.Steps = a.Say("rank by the current value of its guests"), a.rankedSteps(one.Scale, a.worth.card.Ranks.Motives)
		case valuation.Industry:
			v.Rule, v.Steps = a.Say("rank by the current value of its guests"), a.rankedSteps(one.Scale, a.worth.card.Ranks.Industries)
		default:
			v.Steps = a.numberSteps(one.Scale)
		}
		out = append(out, v)
	}
	return out
}

func (a *analysis) profilesSentence() string {
	p := a.in.Profiles
	left := ""
	if skipped := p.Skipped(); len(skipped) > 0 {
		left = a.Say("; left out: %s", intake.ByReason(a.Printer, skipped))
	}
	return a.Say("From %s: %s, of which %s of this report%s. The potential of %s is known.",
		a.Say(p.Source), lang.Count(a.Printer, p.Rows, "row", "rows"), lang.Count(a.Printer, len(p.Lines), "tells of a guest", "tell of guests"), left,
		lang.Count(a.Printer, a.worth.potential.Len()-a.worth.potential.Unknown(), "guest", "guests"))
}
