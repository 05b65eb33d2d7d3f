package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
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
	if a.opt.file() == "" {
		return a.Say("Simulated hotel")
	}
	return a.in.name
}

func newView(a *analysis) (*view, error) {
	v := &view{
		CSS: template.CSS(style.Base + pageCSS + btydCSS + classesCSS + loyaltyCSS), Source: a.source(), Lang: a.Code(), AsOf: a.day(a.summaries.AsOf()), Currency: a.opt.currency,
		Guests: grouped(a.totals.guests), Facts: a.facts(), Keys: a.keys(), Intake: a.intakeView(),
		Segments: a.segmentsView(), Scores: a.scoresView(), Terms: a.terms(), Reading: a.reading(),
		Value: a.valueView(), Equity: a.equityView(), Survey: a.surveyView(), Classes: a.classesView(),
	}
	for _, w := range a.warnings {
		v.Warnings = append(v.Warnings, warningView{capital(warningText(w))})
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

// warningText says how many guests are meant, where the text begins with guests.
func warningText(w hotelcrm.Warning) string {
	if w.N > 1 && strings.HasPrefix(w.Text, "guests ") {
		return grouped(w.N) + " " + w.Text
	}
	return w.Text
}

// lead is the guests in a sentence or two.
func (a *analysis) lead() string {
	guests, times := lang.Count(a.Printer, a.totals.guests, "guest", "guests"), lang.Count(a.Printer, a.totals.visits, "time", "times")
	if a.totals.visits == 1 {
		times = a.Say("once")
	}
	revenue := a.opt.currency + nbsp + wholeMoney(a.totals.revenue, a.places)
	var text string
	switch first, last := a.totals.first, a.totals.last; {
	case first == 0:
		text = a.Say("%s came %s, last on %s, and brought %s.", guests, times, a.day(last), revenue)
	case first == last:
		text = a.Say("%s came %s on %s and brought %s.", guests, times, a.day(first), revenue)
	default:
		text = a.Say("%s came %s between %s and %s and brought %s.", guests, times, a.day(first), a.day(last), revenue)
	}
	if a.spread != nil && a.totals.guests > 1 {
		text += " " + a.eightyTwenty()
	}
	return text
}

// keys are the figures at the top.
func (a *analysis) keys() []keyView {
	t := a.totals
	keys := []keyView{
		{Value: grouped(t.guests), Label: plural(int64(t.guests), "guest"), Note: "with at least one visit"},
		{Value: grouped(t.visits), Label: plural(t.visits, "visit"), Note: fixedRatio(t.visits, int64(t.guests)) + " a guest"},
	}
	if a.in.noNights {
		keys = append(keys, keyView{Value: "–", Label: "nights", Note: "not in the file"})
	} else {
		keys = append(keys, keyView{Value: grouped(t.nights), Label: plural(t.nights, "night"), Note: fixedRatio(t.nights, t.visits) + " a visit"})
	}
	keys = append(keys,
		keyView{Value: wholeMoney(t.revenue, a.places), Label: a.opt.currency + " revenue", Note: a.plainMean(t.revenue, t.guests) + " a guest"},
		keyView{Value: percentOf(a.Printer, t.repeat, t.guests), Label: "repeat guests", Note: none(t.repeat) + " came more than once"})
	best := keyView{Value: "–", Label: "of revenue from the best 20" + nbsp + "%", Note: "not defined without revenue"}
	if a.spread != nil {
		part := a.spread.best20()
		best.Value, best.Note = percent(a.Printer, part.Amount, t.revenue), counted(part.Guests, "guest", "guests")
	}
	return append(keys, best)
}

// facts are the parameters of the run.
func (a *analysis) facts() []fact {
	p := a.opt.plan
	segments := "none"
	if p.set != nil {
		segments = p.set.ID + ", from " + p.set.Source
	}
	hash := "SHA-256 of the file"
	if a.opt.file() == "" {
		hash = "SHA-256 of the stays"
	}
	facts := []fact{
		{"Input", a.in.name},
		{"Rows read", grouped(a.in.rows)},
		{"Rows counted", grouped(a.in.stays())},
		{"Analysis date", longDate(a.summaries.AsOf())},
		{"Visit", a.visitRule()},
		{"Currency", a.currencyFact()},
		{"Fees", a.feesFact()},
		{"Scores", a.scoresFact()},
		{"Segments", segments},
		{"Cost", a.costFact()},
		{"Values", a.worth.current.Setup().Convention.String()},
		{"Profiles", a.profilesFact()},
		{"Programme", a.programmeFact()},
		{"Made with", "hotelcrm, github.com/hotelcrm/hotelcrm"},
		{hash, a.in.hash},
	}
	return facts
}

func (a *analysis) costFact() string {
	if a.opt.value.noCost {
		return "not stated"
	}
	return a.opt.currency + nbsp + groupedMoney(a.opt.value.cost, a.places)
}

func (a *analysis) profilesFact() string {
	if a.in.profiles == nil {
		return "none"
	}
	return a.in.profiles.name
}

func (a *analysis) currencyFact() string {
	switch a.opt.currencyFrom {
	case notStated:
		return a.opt.currency + ", assumed"
	case fromFile:
		return a.opt.currency + ", by the first row that names one"
	}
	return a.opt.currency
}

func (a *analysis) feesFact() string {
	switch {
	case a.opt.guests != "":
		return "as counted by the source"
	case a.opt.fees:
		return "count as revenue"
	}
	return "do not count"
}

func (a *analysis) scoresFact() string {
	p := a.opt.plan
	if p.frozen != nil {
		return inWords(p.bins) + " bins, by the thresholds of " + p.frozen.AsOf.String()
	}
	return p.method.String() + ", " + inWords(p.bins) + " bins"
}

func (a *analysis) visitRule() string {
	switch {
	case a.opt.guests != "":
		return "as counted by the source"
	case a.opt.visit == hotelcrm.ByStay:
		return "every stay is a visit"
	}
	return "rooms of one guest, house and arrival are one visit"
}
