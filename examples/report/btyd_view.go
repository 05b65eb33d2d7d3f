package main

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

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
	Params                                             []fact
	Warnings                                           []string
	Chosen                                             bool
}

type trackView struct {
	Day, Actual, Expected, Error string
	Held                         bool
}

// sumView is a figure of all guests together.
type sumView struct{ Name, Value, Between, Text string }

func (a *analysis) modelsView() (modelsView, error) {
	switch {
	case a.in.visits == nil:
		return modelsView{Note: capital(a.noVisits()) + "."}, nil
	case a.models == nil:
		return modelsView{Note: "Who is still a guest is not known: " + a.noModel + "."}, nil
	}
	v := modelsView{
		Sentence: a.aliveSentence(), Why: a.whySentence(), FitsOf: a.fitsOf(), Fits: a.fitViews(), Points: a.trackViews(),
		TrackText: a.trackSentence(), Alive: a.aliveView(), Portfolio: a.sumViews(), Basis: a.outlookBasis(),
	}
	for _, one := range a.models.passed {
		v.Passed = append(v.Passed, a.passedSentence(one))
	}
	var err error
	v.Track, err = drawTracking(a.models)
	return v, err
}

// passedSentence says why a model that was better in the hold-out was not chosen.
func (a *analysis) passedSentence(p passed) string {
	text := p.Model + " comes before it"
	if h := a.models.held; h != nil {
		chosen := a.models.chosen.Model.Name()
		text = p.Model + " was off by " + rate(h.off(p.Model)) + " on average there and " + chosen + " by " + rate(h.off(chosen))
	}
	return text + ", but " + p.Reason + "."
}

// off returns the mean error of the cumulative visits of a model, per one.
func (h *holdout) off(model string) float64 {
	return h.Entries[slices.Index(modelNames, model)].Tracking.Relative
}

func (a *analysis) aliveSentence() string {
	o := a.models.outlook
	text := "Of " + counted(len(o.alive.Guests), "guest", "guests") + ", about " + whole(o.alive.Total.Value) + " are still guests of ours. They are expected to come " +
		"about " + whole(o.stays.Total.Value) + nbsp + "times in the next year"
	if o.worth != nil {
		if d, ok := estimate(o.worth.Total.Value, a.places); ok {
			text += ", and with all their visits to come to bring " + a.amount(d) + " of revenue in today's money"
		}
	}
	return text + "."
}

// whySentence says which model was chosen, and why.
func (a *analysis) whySentence() string {
	m := a.models
	text := "No guest says goodbye, so a model reads it from how often each came, when last, and for how long the guest is known. Here it is " +
		m.chosen.Model.Name() + ", " + meanings[m.chosen.Model.Name()] + ". "
	if m.held == nil {
		return text + "The data is too short to hold a part of it out, so no model could be put to the test; this one is the first of a fixed order that fits."
	}
	by := "the last quarter of the days"
	if a.opt.models.end != 0 {
		by = "the days that were asked for"
	}
	text += "All models were fitted to the visits through " + longDate(m.held.watch.Last) + " and had to foretell those until " + longDate(m.held.watch.End) + ", " + by + "; "
	for k, e := range m.held.Entries {
		if modelNames[k] == m.chosen.Model.Name() && e.Rank > 0 {
			text += "this one expected " + whole(e.Holdout.Expected) + " there, and " + whole(e.Holdout.Actual) + " came. "
		}
	}
	if m.every > 1 {
		text += "They were compared on every " + ordinal(m.every) + " guest. "
	}
	text += "It was then fitted to all visits through " + longDate(m.last)
	if m.each > 1 {
		text += " of every " + ordinal(m.each) + " guest"
	}
	return text + ", and every prediction is by that fit."
}

// meanings are the models in words.
var meanings = map[string]string{
	btyd.NBD{}.Name():       "where every guest comes at a rate of their own and nobody leaves",
	btyd.BGNBD{}.Name():     "where every guest comes at a rate of their own and may leave after any visit but the first",
	btyd.MBGNBD{}.Name():    "where every guest comes at a rate of their own and may leave after any visit",
	btyd.ParetoNBD{}.Name(): "where every guest comes at a rate of their own and may leave at any time",
	ggompertz:               "where every guest comes at a rate of their own and leaves the sooner the longer they have been one",
}

func ordinal(n int) string {
	switch n {
	case 2:
		return "second"
	case 3:
		return "third"
	}
	return grouped(n) + "th"
}

func (a *analysis) fitsOf() string {
	m := a.models
	text := "Fits to the visits from " + longDate(m.watch.First) + " through " + longDate(m.watch.Last) + ", times in " + m.opt.unit.String() + "s; standard errors in brackets"
	if m.held != nil {
		text += "; off: mean error of the cumulative visits in what was held out"
	}
	return text
}

func (a *analysis) fitViews() []fitView {
	m := a.models
	var out []fitView
	for k, e := range m.fits.Entries {
		v := fitView{Name: modelNames[k], Failed: e.Failed, Chosen: modelNames[k] == m.chosen.Model.Name(), Tracking: "–"}
		if e.Failed == "" {
			v.fill(&e.Report)
		}
		if m.held != nil && m.held.Entries[k].Rank > 0 {
			v.Tracking = rate(m.held.Entries[k].Tracking.Relative)
		}
		out = append(out, v)
	}
	if m.spend.none == "" {
		v := fitView{Name: btyd.GammaGamma{}.Name() + " (spend)", Tracking: "–"}
		v.fill(&m.spend.Report)
		out = append(out, v)
	}
	return out
}

func (v *fitView) fill(r *btyd.Report) {
	for _, p := range r.Params {
		text := brief(p.Value)
		if r.Covariance != nil {
			text += nbsp + "(" + brief(p.StdErr) + ")"
		}
		v.Params = append(v.Params, fact{p.Name, text})
	}
	v.LogLik, v.AIC, v.BIC = oneDigit(r.LogLikelihood), oneDigit(r.AIC), oneDigit(r.BIC)
	v.Gradient = strconv.FormatFloat(r.GradientNorm, 'e', 0, 64)
	for _, w := range r.Warnings {
		v.Warnings = append(v.Warnings, w.Text)
	}
}

// brief writes four significant digits.
func brief(x float64) string {
	text := strconv.FormatFloat(x, 'g', 4, 64)
	if !strings.Contains(text, "e") {
		return groupDigits(text)
	}
	return text
}

func oneDigit(x float64) string { return groupDigits(strconv.FormatFloat(x, 'f', 1, 64)) }

// whole writes an expected number of guests or visits.
func whole(x float64) string { return groupDigits(strconv.FormatFloat(x, 'f', 0, 64)) }

func (a *analysis) sumViews() []sumView {
	o := a.models.outlook
	add := func(name, text string, p btyd.Prediction) sumView {
		return sumView{Name: name, Text: text, Value: whole(p.Value), Between: whole(p.Low) + "–" + whole(p.High)}
	}
	out := []sumView{
		add("Still guests", "The sum of P(alive), the probability of each guest not to have left for good.", o.alive.Total),
		add("Visits in the next year", "Expected visits of all guests known so far; new ones come on top.", o.stays.Total),
	}
	if o.worth == nil {
		return out
	}
	one := sumView{Name: "Residual value, " + a.opt.currency, Value: a.estimateText(o.worth.Total.Value), Text: "All visits to come, discounted, times the expected revenue a visit; no cost is taken off."}
	one.Between = a.estimateText(o.worth.Total.Low) + "–" + a.estimateText(o.worth.Total.High)
	return append(out, one)
}

func (a *analysis) estimateText(x float64) string {
	d, ok := estimate(x, a.places)
	if !ok {
		return "–"
	}
	return wholeMoney(d, a.places)
}

func (a *analysis) outlookBasis() string {
	o := a.models.outlook
	text := "The intervals (95" + nbsp + "%, delta method) say how well the data tells these expected values; what happens may lie further off. "
	if o.worth == nil {
		return text + "What the guests are worth from now on is not known: " + o.none + "."
	}
	return text + "Discount: " + percent(a.Printer, a.opt.value.rate, decimal.NewFromInt(1)) + " a year, effective, each visit from its own time on. Spend is expected by the Gamma-Gamma model from a guest's repeat visits; " +
		counted(o.spend.mean(), "guest", "guests") + " without a positive spend there " + isAre(o.spend.mean()) + " given the mean of all. Spends are rounded half to even to the digits of " + a.opt.currency + "."
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
