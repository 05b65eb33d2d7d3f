package main

import (
	"bytes"
	_ "embed"
	"html/template"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

//go:embed page.html
var pageHTML string

//go:embed value.html
var valueHTML string

//go:embed btyd.html
var btydHTML string

//go:embed survey.html
var surveyHTML string

//go:embed classes.html
var classesHTML string

//go:embed loyalty.html
var loyaltyHTML string

//go:embed change.html
var changeHTML string

//go:embed page.css
var pageCSS string

//go:embed btyd.css
var btydCSS string

//go:embed classes.css
var classesCSS string

//go:embed loyalty.css
var loyaltyCSS string

// renderPage returns report.html: one file with its style and pictures inside, without a script.
func renderPage(a *analysis) ([]byte, error) {
	if err := a.finish(); err != nil {
		return nil, err
	}
	page, err := template.New(pageName).Funcs(a.Funcs()).Parse(pageHTML + valueHTML + btydHTML + classesHTML + surveyHTML + loyaltyHTML + changeHTML)
	if err != nil {
		return nil, err
	}
	v, err := newView(a)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = page.Execute(&b, v)
	return b.Bytes(), err
}

// view is what the page shows: texts that are ready to print.
type view struct {
	CSS      template.CSS
	Lang     string
	Chapters []chapter
	Source   string
	AsOf     string
	Currency string
	Guests   string
	Short    []shortView
	Facts    []fact
	Warnings []warningView
	Keys     []keyView
	Intake   intakeView
	Grid     gridView
	Segments segmentsView
	Spread   spreadView
	Value    valueView
	Returns  returnsView
	Equity   equityView
	Models   modelsView
	Classes  *classesView
	Survey   *surveyView  // nil: none
	Loyalty  *loyaltyView // nil: none
	Change   yearsView
	Scores   scoresView
	Terms    []fact
	Reading  []string
}

type fact struct{ Name, Value string }

type warningView struct{ Text string }

// keyView is one of the figures at the top.
type keyView struct{ Value, Label, Note string }

// source names what the report is of.
func (a *analysis) source() string {
	if a.in.Order.Simulated() {
		return a.Say("Simulated hotel")
	}
	return a.in.Source
}

func newView(a *analysis) (*view, error) {
	v := &view{
		CSS: template.CSS(style.Base + pageCSS + btydCSS + classesCSS + loyaltyCSS), Source: a.source(), Lang: a.Code(), AsOf: prose.Day(a.Printer, a.summaries.AsOf()), Currency: a.currency,
		Guests: prose.Whole(a.totals.guests), Facts: a.facts(), Keys: a.keys(), Intake: a.intakeView(),
		Segments: a.segmentsView(), Scores: a.scoresView(), Terms: a.terms(), Reading: a.reading(),
		Value: a.valueView(), Equity: a.equityView(), Survey: a.surveyView(), Classes: a.classesView(),
	}
	for _, w := range a.warnings {
		v.Warnings = append(v.Warnings, warningView{a.warningText(w)})
	}
	var err error
	if v.Grid, err = a.gridView(); err != nil {
		return nil, err
	}
	if v.Returns, err = a.returnsView(); err != nil {
		return nil, err
	}
	if v.Models, err = a.modelsView(); err != nil {
		return nil, err
	}
	if v.Loyalty, err = a.loyaltyView(); err != nil {
		return nil, err
	}
	if v.Spread, err = a.spreadView(); err != nil {
		return nil, err
	}
	v.Change, v.Chapters = a.yearsView(), a.chapters(v)
	v.Short = a.inShort(v)
	return v, nil
}

// lead is the guests in a sentence or two.
func (a *analysis) lead() string {
	guests, times := lang.Count(a.Printer, a.totals.guests, "guest", "guests"), lang.Count(a.Printer, a.totals.visits, "time", "times")
	if a.totals.visits == 1 {
		times = a.Say("once")
	}
	revenue := a.currency + prose.NBSP + prose.WholeMoney(a.totals.revenue, a.places)
	var text string
	switch first, last := a.totals.first, a.totals.last; {
	case first == 0:
		text = a.Say("%s came %s, last on %s, and brought %s.", guests, times, prose.Day(a.Printer, last), revenue)
	case first == last:
		text = a.Say("%s came %s on %s and brought %s.", guests, times, prose.Day(a.Printer, first), revenue)
	default:
		text = a.Say("%s came %s between %s and %s and brought %s.", guests, times, prose.Day(a.Printer, first), prose.Day(a.Printer, last), revenue)
	}
	if a.spread != nil && a.totals.guests > 1 {
		text = a.Sentences(text, a.eightyTwenty())
	}
	return text
}

// keys are the figures at the top.
func (a *analysis) keys() []keyView {
	t := a.totals
	keys := []keyView{
		{prose.Whole(t.guests), a.Say(prose.Plural(int64(t.guests), "guest")), a.Say("with at least one visit")},
		{prose.Whole(t.visits), a.Say(prose.Plural(t.visits, "visit")), a.Say("%s a guest", Ratio(t.visits, int64(t.guests)))},
	}
	if a.in.NoNights {
		keys = append(keys, keyView{"–", a.Say("nights"), a.Say("not in the file")})
	} else {
		keys = append(keys, keyView{prose.Whole(t.nights), a.Say(prose.Plural(t.nights, "night")), a.Say("%s a visit", Ratio(t.nights, t.visits))})
	}
	repeat := a.Say("none came more than once")
	if t.repeat > 0 {
		repeat = a.Say("%s came more than once", prose.Whole(t.repeat))
	}
	keys = append(keys,
		keyView{prose.WholeMoney(t.revenue, a.places), a.Say("%s revenue", a.currency), a.Say("%s a guest", prose.Mean(t.revenue, t.guests, a.places))},
		keyView{prose.PercentOf(a.Printer, t.repeat, t.guests), a.Say("repeat guests"), repeat})
	best := keyView{"–", a.Say("of revenue from the best %s", a.Percent("20")), a.Say("not defined without revenue")}
	if a.spread != nil {
		part := a.spread.best20()
		best.Value, best.Note = prose.Percent(a.Printer, part.Amount, t.revenue), lang.Count(a.Printer, part.Guests, "guest", "guests")
	}
	return append(keys, best)
}
