package page

import (
	"fmt"
	"html/template"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chart"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// modelsView is who is still a guest; Note says why that is not known.
type modelsView struct {
	Note, Sentence, Why string
	Passed              []string
	FitsOf              string
	Fits                []fitView
	Track               template.HTML
	TrackText           string
	Points              []trackView
	Alive               aliveView
	Portfolio           []sumView
	Basis               string
}

// fitView is the fit of a model; Failed takes the place of its figures.
type fitView struct {
	Name, Failed, LogLik, AIC, BIC, Gradient, Tracking string
	Params                                             []words.Fact
	Warnings                                           []string
	Chosen                                             bool
}

type trackView struct {
	Day, Actual, Expected, Error string
	Held                         bool
}

// sumView is a figure of all guests together.
type sumView struct{ Name, Value, Between, Text string }

func (w *writer) modelsView() (modelsView, error) {
	switch {
	case w.Data.Visits == nil:
		return modelsView{Note: lang.Capital(w.Say(w.NoVisits())) + w.Say(".")}, nil
	case w.Alive == nil:
		return modelsView{Note: w.Say("Who is still a guest is not known: %s.", w.Say(w.NoModel))}, nil
	}
	v := modelsView{
		Sentence: w.aliveSentence(), Why: w.whySentence(), FitsOf: w.fitsOf(), Fits: w.fitViews(), Points: w.trackViews(),
		TrackText: w.trackSentence(), Alive: w.aliveView(), Portfolio: w.sumViews(), Basis: w.outlookBasis(),
	}
	for _, one := range w.Alive.Passed {
		v.Passed = append(v.Passed, w.passedSentence(one))
	}
	var err error
	v.Track, err = chart.Tracking(w.Printer, w.Alive)
	return v, err
}

// passedSentence says why a model that was better in the hold-out was not chosen.
func (w *writer) passedSentence(p alive.Passed) string {
	h, chosen, reason := w.Alive.Held, w.Alive.Chosen.Model.Name(), w.Say(p.Reason)
	if h == nil {
		return w.Say("%s comes before it, but %s.", p.Model, reason)
	}
	return w.Say("%s was off by %s on average there and %s by %s, but %s.", p.Model, w.rate(h.Off(p.Model)), chosen, w.rate(h.Off(chosen)), reason)
}

func (w *writer) aliveSentence() string {
	o := w.Alive.Outlook
	worth := ""
	if o.Worth != nil {
		if d, ok := alive.Estimate(o.Worth.Total.Value, w.Places); ok {
			worth = w.Say(", and with all their visits to come to bring %s of revenue in today's money", w.amount(d))
		}
	}
	return w.Say("Of %s, about %s are still guests of ours. They are expected to come about %s\u00a0times in the next year%s.",
		lang.Count(w.Printer, len(o.Alive.Guests), "guest", "guests"), prose.Rounded(o.Alive.Total.Value), prose.Rounded(o.Stays.Total.Value), worth)
}

// whySentence says which model was chosen, and why.
func (w *writer) whySentence() string {
	m := w.Alive
	name := m.Chosen.Model.Name()
	text := w.Say("No guest says goodbye, so a model reads it from how often each came, when last, and for how long the guest is known. Here it is %s, %s.", name, w.Say(meanings[name])) + w.Say(" ")
	if m.Held == nil {
		return text + w.Say("The data is too short to hold a part of it out, so no model could be put to the test; this one is the first of a fixed order that fits.")
	}
	by := w.Say("the last quarter of the days")
	if w.Alive.Terms.End != 0 {
		by = w.Say("the days that were asked for")
	}
	text += w.Say("All models were fitted to the visits through %s and had to foretell those until %s, %s; ", prose.Day(w.Printer, m.Held.Watch.Last), prose.Day(w.Printer, m.Held.Watch.End), by)
	for k, e := range m.Held.Entries {
		if alive.Names[k] == name && e.Rank > 0 {
			text += w.Say("this one expected %s there, and %s came.", prose.Rounded(e.Holdout.Expected), prose.Rounded(e.Holdout.Actual)) + w.Say(" ")
		}
	}
	if m.Every > 1 {
		text += w.Say("They were compared on every %s guest.", w.ordinal(m.Every)) + w.Say(" ")
	}
	if m.Each > 1 {
		return text + w.Say("It was then fitted to all visits through %s of every %s guest, and every prediction is by that fit.", prose.Day(w.Printer, m.Last), w.ordinal(m.Each))
	}
	return text + w.Say("It was then fitted to all visits through %s, and every prediction is by that fit.", prose.Day(w.Printer, m.Last))
}

// meanings are the models in words.
var meanings = map[string]string{
	btyd.NBD{}.Name():       "where every guest comes at a rate of their own and nobody leaves",
	btyd.BGNBD{}.Name():     "where every guest comes at a rate of their own and may leave after any visit but the first",
	btyd.MBGNBD{}.Name():    "where every guest comes at a rate of their own and may leave after any visit",
	btyd.ParetoNBD{}.Name(): "where every guest comes at a rate of their own and may leave at any time",
	alive.GGompertz:         "where every guest comes at a rate of their own and leaves the sooner the longer they have been one",
}

func (w *writer) ordinal(n int) string {
	switch n {
	case 2:
		return w.Say("second")
	case 3:
		return w.Say("third")
	}
	return w.Say("%sth", prose.Whole(n))
}

func (w *writer) fitsOf() string {
	m := w.Alive
	text := w.Say("Fits to the visits from %s through %s, times in %ss; standard errors in brackets", prose.Day(w.Printer, m.Watch.First), prose.Day(w.Printer, m.Watch.Last), w.Name(m.Terms.Unit.String()))
	if m.Held != nil {
		text += w.Say("; off: mean error of the cumulative visits in what was held out")
	}
	return text
}

func (w *writer) fitViews() []fitView {
	m := w.Alive
	var out []fitView
	for k, e := range m.Fits.Entries {
		v := fitView{Name: alive.Names[k], Failed: w.Say(e.Failed), Chosen: alive.Names[k] == m.Chosen.Model.Name(), Tracking: "–"}
		if e.Failed == "" {
			w.fill(&v, &e.Report)
		}
		if m.Held != nil && m.Held.Entries[k].Rank > 0 {
			v.Tracking = w.rate(m.Held.Entries[k].Tracking.CumulativeRelative)
		}
		out = append(out, v)
	}
	if m.Spend.None == "" {
		v := fitView{Name: w.Say("%s (spend)", btyd.GammaGamma{}.Name()), Tracking: "–"}
		w.fill(&v, &m.Spend.Report)
		out = append(out, v)
	}
	return out
}

func (w *writer) fill(v *fitView, r *btyd.Report) {
	for _, p := range r.Params {
		text := prose.Brief(p.Value)
		if r.Covariance != nil {
			text += prose.NBSP + "(" + prose.Brief(p.StdErr) + ")"
		}
		v.Params = append(v.Params, words.Fact{Name: p.Name, Value: text})
	}
	v.LogLik, v.AIC, v.BIC = prose.OneDigit(r.LogLikelihood), prose.OneDigit(r.AIC), prose.OneDigit(r.BIC)
	v.Gradient = strconv.FormatFloat(r.GradientNorm, 'e', 0, 64)
	for _, one := range r.Warnings {
		v.Warnings = append(v.Warnings, w.fitWarning(one))
	}
}

func (w *writer) sumViews() []sumView {
	o := w.Alive.Outlook
	add := func(name, text string, p btyd.Prediction) sumView {
		return sumView{Name: name, Text: text, Value: prose.Rounded(p.Value), Between: prose.Rounded(p.Low) + "–" + prose.Rounded(p.High)}
	}
	out := []sumView{
		add(w.Say("Still guests"), w.Say("The sum of P(alive), the probability of each guest not to have left for good."), o.Alive.Total),
		add(w.Say("Visits in the next year"), w.Say("Expected visits of all guests known so far; new ones come on top."), o.Stays.Total),
	}
	if o.Worth == nil {
		return out
	}
	one := sumView{Name: w.Say("Residual value, %s", w.Currency), Value: w.estimateText(o.Worth.Total.Value), Text: w.Say("All visits to come, discounted, times the expected revenue a visit; no cost is taken off.")}
	one.Between = w.estimateText(o.Worth.Total.Low) + "–" + w.estimateText(o.Worth.Total.High)
	return append(out, one)
}

func (w *writer) estimateText(x float64) string {
	d, ok := alive.Estimate(x, w.Places)
	if !ok {
		return "–"
	}
	return prose.WholeMoney(d, w.Places)
}

func (w *writer) outlookBasis() string {
	o := w.Alive.Outlook
	text := w.Say("The intervals (95\u00a0%, delta method) say how well the data tells these expected values; what happens may lie further off.") + w.Say(" ")
	if o.Worth == nil {
		return text + w.Say("What the guests are worth from now on is not known: %s.", w.noWorth())
	}
	n := o.Spend.Mean()
	return text + w.Say("Discount: %s a year, effective, each visit from its own time on. Spend is expected by the Gamma-Gamma model from a guest's repeat visits; %s given the mean of all. Spends are rounded half to even to the digits of %s.",
		prose.Percent(w.Printer, w.Worth.Terms.Rate, decimal.NewFromInt(1)), lang.Count(w.Printer, n, "guest without a positive spend there is", "guests without a positive spend there are"), w.Currency)
}

// noWorth says why the guests have no residual value.
func (w *writer) noWorth() string {
	if o, rate := w.Alive.Outlook, w.Alive.Rate.String(); o.None == fmt.Sprintf(alive.Endless, rate) {
		return w.Say(alive.Endless, prose.Percent(w.Printer, w.Worth.Terms.Rate, decimal.NewFromInt(1)))
	}
	return w.Say(w.Alive.Outlook.None)
}

// fitWarning says a warning of a fit; in Chinese by its code, since the texts hold figures.
func (w *writer) fitWarning(of hotelcrm.Warning) string {
	if w.Chinese() {
		return w.Name(string(of.Code))
	}
	return of.Text
}
