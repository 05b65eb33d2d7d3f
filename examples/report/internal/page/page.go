package page

import (
	"bytes"
	_ "embed"
	"html/template"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
)

// Name is the name of the file.
const Name = "report.html"

//go:embed page.html
var pageHTML string

//go:embed value.html
var valueHTML string

//go:embed alive.html
var aliveHTML string

//go:embed survey.html
var surveyHTML string

//go:embed classes.html
var classesHTML string

//go:embed tiers.html
var tiersHTML string

//go:embed years.html
var yearsHTML string

//go:embed page.css
var pageCSS string

//go:embed alive.css
var aliveCSS string

//go:embed classes.css
var classesCSS string

//go:embed tiers.css
var tiersCSS string

// Render returns report.html: one file with its style and pictures inside, without a script.
func Render(p lang.Printer, of *reckon.Report) ([]byte, error) {
	if err := of.Finish(); err != nil {
		return nil, err
	}
	w := &writer{p, of}
	page, err := template.New(Name).Funcs(w.Funcs()).Parse(pageHTML + valueHTML + aliveHTML + classesHTML + surveyHTML + tiersHTML + yearsHTML)
	if err != nil {
		return nil, err
	}
	v, err := newView(w)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = page.Execute(&b, v)
	return b.Bytes(), err
}

// writer says the results in the language of the page.
type writer struct {
	lang.Printer
	*reckon.Report
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
	Facts    []words.Fact
	Warnings []warningView
	Keys     []words.Key
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
	Terms    []words.Fact
	Reading  []string
}

type warningView struct{ Text string }

func newView(w *writer) (*view, error) {
	v := &view{
		CSS: template.CSS(style.Base + pageCSS + aliveCSS + classesCSS + tiersCSS), Source: words.Source(w.Printer, w.Data), Lang: w.Code(), AsOf: prose.Day(w.Printer, w.Summaries.AsOf()), Currency: w.Currency,
		Guests: prose.Whole(w.Totals.Guests), Facts: w.facts(), Keys: w.keys(), Intake: w.intakeView(),
		Segments: w.segmentsView(), Scores: w.scoresView(), Terms: w.terms(), Reading: w.reading(),
		Value: w.valueView(), Equity: w.equityView(), Survey: w.surveyView(), Classes: w.classesView(),
	}
	for _, warning := range w.Warnings {
		v.Warnings = append(v.Warnings, warningView{w.warningText(warning)})
	}
	var err error
	if v.Grid, err = w.gridView(); err != nil {
		return nil, err
	}
	if v.Returns, err = w.returnsView(); err != nil {
		return nil, err
	}
	if v.Models, err = w.modelsView(); err != nil {
		return nil, err
	}
	if v.Loyalty, err = w.loyaltyView(); err != nil {
		return nil, err
	}
	if v.Spread, err = w.spreadView(); err != nil {
		return nil, err
	}
	v.Change, v.Chapters = w.yearsView(), w.chapters(v)
	v.Short = w.inShort(v)
	return v, nil
}

// lead is the guests in a sentence or two.
func (w *writer) lead() string {
	guests, times := lang.Count(w.Printer, w.Totals.Guests, "guest", "guests"), lang.Count(w.Printer, w.Totals.Visits, "time", "times")
	if w.Totals.Visits == 1 {
		times = w.Say("once")
	}
	revenue := w.Currency + prose.NBSP + prose.WholeMoney(w.Totals.Revenue, w.Places)
	var text string
	switch first, last := w.Totals.First, w.Totals.Last; {
	case first == 0:
		text = w.Say("%s came %s, last on %s, and brought %s.", guests, times, prose.Day(w.Printer, last), revenue)
	case first == last:
		text = w.Say("%s came %s on %s and brought %s.", guests, times, prose.Day(w.Printer, first), revenue)
	default:
		text = w.Say("%s came %s between %s and %s and brought %s.", guests, times, prose.Day(w.Printer, first), prose.Day(w.Printer, last), revenue)
	}
	if w.Spread != nil && w.Totals.Guests > 1 {
		text = w.Sentences(text, w.eightyTwenty())
	}
	return text
}

// keys are the figures at the top.
func (w *writer) keys() []words.Key {
	t := w.Totals
	keys := []words.Key{
		{Value: prose.Whole(t.Guests), Label: w.Say(prose.Plural(int64(t.Guests), "guest")), Note: w.Say("with at least one visit")},
		{Value: prose.Whole(t.Visits), Label: w.Say(prose.Plural(t.Visits, "visit")), Note: w.Say("%s a guest", ratio(t.Visits, int64(t.Guests)))},
	}
	if w.Data.NoNights {
		keys = append(keys, words.Key{Value: "–", Label: w.Say("nights"), Note: w.Say("not in the file")})
	} else {
		keys = append(keys, words.Key{Value: prose.Whole(t.Nights), Label: w.Say(prose.Plural(t.Nights, "night")), Note: w.Say("%s a visit", ratio(t.Nights, t.Visits))})
	}
	repeat := w.Say("none came more than once")
	if t.Repeat > 0 {
		repeat = w.Say("%s came more than once", prose.Whole(t.Repeat))
	}
	keys = append(keys,
		words.Key{Value: prose.WholeMoney(t.Revenue, w.Places), Label: w.Say("%s revenue", w.Currency), Note: w.Say("%s a guest", prose.Mean(t.Revenue, t.Guests, w.Places))},
		words.Key{Value: prose.PercentOf(w.Printer, t.Repeat, t.Guests), Label: w.Say("repeat guests"), Note: repeat})
	best := words.Key{Value: "–", Label: w.Say("of revenue from the best %s", w.Percent("20")), Note: w.Say("not defined without revenue")}
	if w.Spread != nil {
		part := w.Spread.Best20()
		best.Value, best.Note = prose.Percent(w.Printer, part.Amount, t.Revenue), lang.Count(w.Printer, part.Guests, "guest", "guests")
	}
	return append(keys, best)
}
