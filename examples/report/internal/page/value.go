package page

import (
	"html/template"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chart"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
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

func (w *writer) valueView() valueView {
	r := w.Worth
	v := valueView{Basis: w.basisSentence(), Sentence: w.valueSentence(), Columns: w.valueColumns()}
	if r.Matrix != nil {
		v.Matrix = w.matrixView()
		return v
	}
	v.Note = w.Say("Potential, incremental value, lifetime value and the value matrix are not known, since nothing is known of the guests beyond their stays. With a table of motives, industries, incomes, credit standings or satisfaction (-profiles) they stand here; until then, this is how the current values are spread.")
	v.Bins, v.BinsAll = w.binViews()
	return v
}

// basisSentence says what the values rest on.
func (w *writer) basisSentence() string {
	setup := w.Worth.Current.Setup()
	cost := w.Say("The input cost of the house is not stated, so revenue stands for profit.")
	if !w.Worth.Terms.NoCost {
		mean, _ := w.Worth.Historic.Basis().Mean(basis.HalfEven(w.Places)) // cannot fail: the values were made with both
		cost = w.Say("The input cost of %s is shared equally by all guests, %s each.",
			w.amount(w.Worth.Terms.Cost), w.Currency+prose.NBSP+prose.GroupedMoney(mean, w.Places))
	}
	return cost + w.Say(" ") + w.Say("Current value reckons with %s, payments at the end of each, a discount of %s a year, and the guest's visits over the days since the first arrival, at least %s.",
		lang.Count(w.Printer, setup.Convention.Horizon.N, "year", "years"), w.stated(w.Worth.Terms.Rate),
		lang.Count(w.Printer, setup.Pace.LeastDays, "day", "days"))
}

func (w *writer) valueSentence() string {
	t := w.Worth.Totals
	text := w.Say("The guests have brought %s so far.", w.amount(t.Historic))
	if !w.Worth.Terms.NoCost {
		text = w.Say("The guests have brought %s so far after cost.", w.amount(t.Historic))
	}
	if t.KnownCurrent == 0 {
		return text + w.Say(" ") + w.Say("Their first arrivals are not known, so neither is their current value.")
	}
	more := ""
	if w.Worth.Matrix != nil {
		more = w.Say("; with their potential used, %s more", w.amount(t.Incremental))
	}
	return w.Sentences(text, w.Say("If every one of them went on as before, also those who have stopped, the next %s would bring %s in today's money%s.",
		lang.Count(w.Printer, w.Worth.Terms.Years, "year", "years"), w.amount(t.Current), more))
}

// stated writes a share that was asked for, with the digits it was given.
func (w *writer) stated(share decimal.Decimal) string {
	return w.Percent(prose.Group(share.Mul(prose.Hundred).String()))
}

// amount writes an amount for a sentence.
func (w *writer) amount(d decimal.Decimal) string {
	return w.Currency + prose.NBSP + prose.WholeMoney(d, w.Places)
}

func (w *writer) valueColumns() []columnView {
	t := w.Worth.Totals
	add := func(name, text string, known int, sum decimal.Decimal) columnView {
		if known == 0 {
			return columnView{Name: name, Text: text, Known: w.Say("none"), Amount: "–", Mean: "–"}
		}
		return columnView{Name: name, Text: text, Known: prose.Whole(known), Amount: prose.WholeMoney(sum, w.Places), Mean: prose.Mean(sum, known, w.Places)}
	}
	uplift := w.stated(worth.UpliftAtTop)
	return []columnView{
		add(w.Say("Historic"), w.Say("Revenue of all stays so far, less the mean cost of a guest, once per guest."), w.Totals.Guests, t.Historic),
		add(w.Say("Current"), w.Say("Profit per stay × stays a year, for each year of the horizon, discounted: every guest goes on as before, also those who have stopped."), t.KnownCurrent, t.Current),
		add(w.Say("Incremental"), w.Say("What the potential could add: current value × %s × score ÷ top score. The %s is an assumption of this report.", uplift, uplift), t.KnownIncremental, t.Incremental),
		add(w.Say("Lifetime"), w.Say("Historic + current + incremental, where all three are known."), t.KnownLifetime, t.Lifetime),
	}
}

func (w *writer) binViews() (rows []binView, all binView) {
	t, most := w.Worth.Totals, 0
	for _, bin := range w.Worth.Bins {
		most = max(most, bin.Guests)
	}
	share := func(sum decimal.Decimal) string {
		if !t.Current.IsPositive() {
			return "–"
		}
		return prose.Percent(w.Printer, sum, t.Current)
	}
	for _, bin := range w.Worth.Bins {
		rows = append(rows, binView{
			Range: w.binRange(bin), Guests: prose.Whole(bin.Guests), Share: prose.PercentOf(w.Printer, bin.Guests, t.KnownCurrent),
			Width: prose.BarOf(bin.Guests, most), Sum: prose.WholeMoney(bin.Sum, w.Places), SumShare: share(bin.Sum),
		})
	}
	all = binView{
		Guests: prose.Whole(t.KnownCurrent), Share: prose.PercentOf(w.Printer, t.KnownCurrent, t.KnownCurrent), Sum: prose.WholeMoney(t.Current, w.Places),
		SumShare: share(t.Current),
	}
	return rows, all
}

func (w *writer) binRange(bin worth.Bin) string {
	bound := func(d decimal.Decimal) string { return prose.Group(d.String()) }
	switch {
	case !bin.From.Valid && !bin.To.Valid:
		return w.Say("any amount")
	case !bin.From.Valid:
		return w.Say("below %s", bound(bin.To.Decimal))
	case !bin.To.Valid:
		return w.Say("%s or more", bound(bin.From.Decimal))
	}
	return w.Say("%s to below %s", bound(bin.From.Decimal), bound(bin.To.Decimal))
}

func (w *writer) matrixView() *matrixView {
	r := w.Worth
	current, potential := r.Matrix.Cuts()
	v := &matrixView{Picture: chart.Matrix(w.Printer, r, w.Currency)}
	v.Cuts = w.Say("High and low are told apart at the medians of the guests who have both: %s of current value and %s points of potential; who is equal is high.",
		w.Currency+prose.NBSP+w.cutMoney(current), potential.StringFixed(2))
	low := chart.TickText(w.Printer, r.Density.Low)
	v.Drawing = w.Say("Dashed lines: the medians. Each guest is a dot. Current values up to %s, below 0 too, stand at the left edge; above, the scale is logarithmic.", low)
	if r.Density.Counts != nil {
		v.Drawing = w.Say("Dashed lines: the medians. Shade: guests in a square. Current values up to %s, below 0 too, stand in the first column; above, the scale is logarithmic.", low)
		v.Shades = w.shadesOf(r.Density)
	}
	v.Drawing = w.Sentences(v.Drawing, w.Say("In the corners: guests, and the sum of their current values."))
	all := worth.Cell{Revenue: w.Totals.Revenue}
	all.Current, all.Incremental, all.Guests = r.Totals.Current, r.Totals.Incremental, w.Totals.Guests
	for _, class := range r.Cells {
		if class.Class != 0 || class.Guests > 0 {
			v.Rows = append(v.Rows, w.classView(class))
		}
	}
	v.All = w.classView(all)
	v.All.Label, v.All.LabelZH, v.All.Action = w.Say("All guests"), "", ""
	v.Card, v.Indicators, v.Profiles = w.cardSentence(), w.indicatorViews(), w.profilesSentence()
	return v
}

func (w *writer) shadesOf(d *worth.Density) []shadeView {
	var out []shadeView
	steps := d.Steps()
	for k, from := range steps {
		text := w.Say("%s or more", prose.Whole(from))
		if k+1 < len(steps) {
			text = w.Say("%s to %s", prose.Whole(from), prose.Whole(steps[k+1]-1))
			if from == steps[k+1]-1 {
				text = prose.Whole(from)
			}
		}
		out = append(out, shadeView{k, text})
	}
	return out
}

func (w *writer) classView(c worth.Cell) classView {
	v := classView{
		Action: lang.Capital(w.Pick(c.Advice.Action, c.Advice.ActionZH)),
		Guests: prose.Whole(c.Guests), Share: prose.PercentOf(w.Printer, c.Guests, w.Totals.Guests), Revenue: prose.WholeMoney(c.Revenue, w.Places),
		Current: prose.WholeMoney(c.Current, w.Places), Incremental: prose.WholeMoney(c.Incremental, w.Places), Mean: prose.Mean(c.Current, c.Guests, w.Places),
	}
	v.Label, v.LabelZH = prose.Both(w.Printer, c.Advice.Label, c.Advice.LabelZH)
	if c.Guests > 0 && c.Unknown {
		v.Incremental = "–"
	}
	return v
}

func (w *writer) cardSentence() string {
	return w.Say("The potential is the mean of the scores of the indicators that are known, all of equal weight, each from %s to %s points; with less than half of them it is not known. Weights, scales and the %s are assumptions of this report, to be replaced by the hotel's own judgement.",
		prose.Whole(worth.LowestPoints), prose.Whole(worth.TopPoints), w.stated(worth.UpliftAtTop))
}

func (w *writer) indicatorViews() []indicatorView {
	var out []indicatorView
	for _, one := range w.Worth.Card.Indicators {
		v := indicatorView{Name: w.Say(indicatorNames[one.Indicator]), Rule: w.Say("fifths of the guests who have it")}
		switch one.Indicator {
		case valuation.Motive:
			v.Rule, v.Steps = w.Say("rank by the current value of its guests"), w.rankedSteps(one.Scale, w.Worth.Card.Ranks.Motives)
		case valuation.Industry:
			v.Rule, v.Steps = w.Say("rank by the current value of its guests"), w.rankedSteps(one.Scale, w.Worth.Card.Ranks.Industries)
		default:
			v.Steps = w.numberSteps(one.Scale)
		}
		out = append(out, v)
	}
	return out
}

func (w *writer) profilesSentence() string {
	p := w.Data.Profiles
	left := ""
	if skipped := p.Skipped(); len(skipped) > 0 {
		left = w.Say("; left out: %s", intake.ByReason(w.Printer, skipped))
	}
	source := p.Source
	if w.Data.Order.Simulated() {
		source = w.Say("the guest file of the simulated hotel")
	}
	return w.Say("From %s: %s, of which %s of this report%s. The potential of %s is known.",
		source, lang.Count(w.Printer, p.Rows, "row", "rows"), lang.Count(w.Printer, len(p.Lines), "tells of a guest", "tell of guests"), left,
		lang.Count(w.Printer, w.Worth.Potential.Len()-w.Worth.Potential.Unknown(), "guest", "guests"))
}
