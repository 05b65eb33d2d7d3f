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

//go:embed first.html
var firstHTML string

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

//go:embed first.css
var firstCSS string

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
	page, err := template.New(Name).Funcs(w.Funcs()).Parse(words.Begin + pageHTML + firstHTML + valueHTML + aliveHTML + classesHTML + surveyHTML + tiersHTML + yearsHTML)
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
	Title    string
	Chapters []chapter
	Source   string
	AsOf     string
	Currency string
	Guests   string
	First    []taskView
	Houses   housesView
	Short    []shortView
	Facts    []words.Fact
	Warnings []warningView
	Keys     []words.Key
	Intake   intakeView
	Grid     gridView
	Segments segmentsView
	Spread   spreadView
	Amounts  *amountsView // nil: there are no two to tell apart
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
		CSS: template.CSS(style.Base + style.Page + pageCSS + firstCSS + aliveCSS + classesCSS + tiersCSS), Source: words.Source(w.Printer, w.Data), Lang: w.Code(), AsOf: prose.Day(w.Printer, w.Summaries.AsOf()), Currency: w.Currency,
		Guests: prose.Whole(w.Totals.Guests), Facts: w.facts(), Keys: w.keys(), Intake: w.intakeView(),
		Segments: w.segmentsView(), Scores: w.scoresView(), Terms: w.terms(), Reading: w.reading(),
		Amounts: w.amountsView(), Value: w.valueView(), Equity: w.equityView(), Survey: w.surveyView(), Classes: w.classesView(),
	}
	for _, warning := range w.Warnings {
		v.Warnings = append(v.Warnings, warningView{WarningText(w.Printer, warning)})
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
	v.Title = w.Say("Guest report") + w.Say(": %s", v.Source) + w.Say(", %s", v.AsOf)
	v.First, v.Houses, v.Short = w.first(v.Survey), w.housesView(), w.inShort(v)
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
