package main

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
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
	case a.in.Visits == nil:
		return modelsView{Note: lang.Capital(a.Say(a.noVisits())) + a.Say(".")}, nil
	case a.models == nil:
		return modelsView{Note: a.Say("Who is still a guest is not known: %s.", a.Say(a.noModel))}, nil
	}
	v := modelsView{
		Sentence: a.aliveSentence(), Why: a.whySentence(), FitsOf: a.fitsOf(), Fits: a.fitViews(), Points: a.trackViews(),
		TrackText: a.trackSentence(), Alive: a.aliveView(), Portfolio: a.sumViews(), Basis: a.outlookBasis(),
	}
	for _, one := range a.models.passed {
		v.Passed = append(v.Passed, a.passedSentence(one))
	}
	var err error
	v.Track, err = a.drawTracking()
	return v, err
}

// passedSentence says why a model that was better in the hold-out was not chosen.
func (a *analysis) passedSentence(p passed) string {
	h, chosen, reason := a.models.held, a.models.chosen.Model.Name(), a.Say(p.Reason)
	if h == nil {
		return a.Say("%s comes before it, but %s.", p.Model, reason)
	}
	return a.Say("%s was off by %s on average there and %s by %s, but %s.", p.Model, a.rate(h.off(p.Model)), chosen, a.rate(h.off(chosen)), reason)
}

// off returns the mean error of the cumulative visits of a model, per one.
func (h *holdout) off(model string) float64 {
	return h.Entries[slices.Index(modelNames, model)].Tracking.CumulativeRelative
}

func (a *analysis) aliveSentence() string {
	o := a.models.outlook
	worth := ""
	if o.worth != nil {
		if d, ok := estimate(o.worth.Total.Value, a.places); ok {
			worth = a.Say(", and with all their visits to come to bring %s of revenue in today's money", a.amount(d))
		}
	}
	return a.Say("Of %s, about %s are still guests of ours. They are expected to come about %s\u00a0times in the next year%s.",
		lang.Count(a.Printer, len(o.alive.Guests), "guest", "guests"), prose.Rounded(o.alive.Total.Value), prose.Rounded(o.stays.Total.Value), worth)
}

// whySentence says which model was chosen, and why.
func (a *analysis) whySentence() string {
	m := a.models
	name := m.chosen.Model.Name()
	text := a.Say("No guest says goodbye, so a model reads it from how often each came, when last, and for how long the guest is known. Here it is %s, %s.", name, a.Say(meanings[name])) + a.Say(" ")
	if m.held == nil {
		return text + a.Say("The data is too short to hold a part of it out, so no model could be put to the test; this one is the first of a fixed order that fits.")
	}
	by := a.Say("the last quarter of the days")
	if a.opt.models.end != 0 {
		by = a.Say("the days that were asked for")
	}
	text += a.Say("All models were fitted to the visits through %s and had to foretell those until %s, %s; ", prose.Day(a.Printer, m.held.watch.Last), prose.Day(a.Printer, m.held.watch.End), by)
	for k, e := range m.held.Entries {
		if modelNames[k] == name && e.Rank > 0 {
			text += a.Say("this one expected %s there, and %s came.", prose.Rounded(e.Holdout.Expected), prose.Rounded(e.Holdout.Actual)) + a.Say(" ")
		}
	}
	if m.every > 1 {
		text += a.Say("They were compared on every %s guest.", a.ordinal(m.every)) + a.Say(" ")
	}
	if m.each > 1 {
		return text + a.Say("It was then fitted to all visits through %s of every %s guest, and every prediction is by that fit.", prose.Day(a.Printer, m.last), a.ordinal(m.each))
	}
	return text + a.Say("It was then fitted to all visits through %s, and every prediction is by that fit.", prose.Day(a.Printer, m.last))
}

// meanings are the models in words.
var meanings = map[string]string{
	btyd.NBD{}.Name():       "where every guest comes at a rate of their own and nobody leaves",
	btyd.BGNBD{}.Name():     "where every guest comes at a rate of their own and may leave after any visit but the first",
	btyd.MBGNBD{}.Name():    "where every guest comes at a rate of their own and may leave after any visit",
	btyd.ParetoNBD{}.Name(): "where every guest comes at a rate of their own and may leave at any time",
	ggompertz:               "where every guest comes at a rate of their own and leaves the sooner the longer they have been one",
}

func (a *analysis) ordinal(n int) string {
	switch n {
	case 2:
		return a.Say("second")
	case 3:
		return a.Say("third")
	}
	return a.Say("%sth", prose.Whole(n))
}

func (a *analysis) fitsOf() string {
	m := a.models
	text := a.Say("Fits to the visits from %s through %s, times in %ss; standard errors in brackets", prose.Day(a.Printer, m.watch.First), prose.Day(a.Printer, m.watch.Last), a.Name(m.opt.unit.String()))
	if m.held != nil {
		text += a.Say("; off: mean error of the cumulative visits in what was held out")
	}
	return text
}

func (a *analysis) fitViews() []fitView {
	m := a.models
	var out []fitView
	for k, e := range m.fits.Entries {
		v := fitView{Name: modelNames[k], Failed: a.Say(e.Failed), Chosen: modelNames[k] == m.chosen.Model.Name(), Tracking: "–"}
		if e.Failed == "" {
			a.fill(&v, &e.Report)
		}
		if m.held != nil && m.held.Entries[k].Rank > 0 {
			v.Tracking = a.rate(m.held.Entries[k].Tracking.CumulativeRelative)
		}
		out = append(out, v)
	}
	if m.spend.none == "" {
		v := fitView{Name: a.Say("%s (spend)", btyd.GammaGamma{}.Name()), Tracking: "–"}
		a.fill(&v, &m.spend.Report)
		out = append(out, v)
	}
	return out
}

func (a *analysis) fill(v *fitView, r *btyd.Report) {
	for _, p := range r.Params {
		text := prose.Brief(p.Value)
		if r.Covariance != nil {
			text += prose.NBSP + "(" + prose.Brief(p.StdErr) + ")"
		}
		v.Params = append(v.Params, fact{p.Name, text})
	}
	v.LogLik, v.AIC, v.BIC = prose.OneDigit(r.LogLikelihood), prose.OneDigit(r.AIC), prose.OneDigit(r.BIC)
	v.Gradient = strconv.FormatFloat(r.GradientNorm, 'e', 0, 64)
	for _, w := range r.Warnings {
		v.Warnings = append(v.Warnings, a.fitWarning(w))
	}
}

func (a *analysis) sumViews() []sumView {
	o := a.models.outlook
	add := func(name, text string, p btyd.Prediction) sumView {
		return sumView{Name: name, Text: text, Value: prose.Rounded(p.Value), Between: prose.Rounded(p.Low) + "–" + prose.Rounded(p.High)}
	}
	out := []sumView{
		add(a.Say("Still guests"), a.Say("The sum of P(alive), the probability of each guest not to have left for good."), o.alive.Total),
		add(a.Say("Visits in the next year"), a.Say("Expected visits of all guests known so far; new ones come on top."), o.stays.Total),
	}
	if o.worth == nil {
		return out
	}
	one := sumView{Name: a.Say("Residual value, %s", a.currency), Value: a.estimateText(o.worth.Total.Value), Text: a.Say("All visits to come, discounted, times the expected revenue a visit; no cost is taken off.")}
	one.Between = a.estimateText(o.worth.Total.Low) + "–" + a.estimateText(o.worth.Total.High)
	return append(out, one)
}

func (a *analysis) estimateText(x float64) string {
	d, ok := estimate(x, a.places)
	if !ok {
		return "–"
	}
	return prose.WholeMoney(d, a.places)
}

func (a *analysis) outlookBasis() string {
	o := a.models.outlook
	text := a.Say("The intervals (95\u00a0%, delta method) say how well the data tells these expected values; what happens may lie further off.") + a.Say(" ")
	if o.worth == nil {
		return text + a.Say("What the guests are worth from now on is not known: %s.", a.noWorth())
	}
	n := o.spend.mean()
	return text + a.Say("Discount: %s a year, effective, each visit from its own time on. Spend is expected by the Gamma-Gamma model from a guest's repeat visits; %s given the mean of all. Spends are rounded half to even to the digits of %s.",
		prose.Percent(a.Printer, a.opt.value.rate, decimal.NewFromInt(1)), lang.Count(a.Printer, n, "guest without a positive spend there is", "guests without a positive spend there are"), a.currency)
}

// noWorth says why the guests have no residual value.
func (a *analysis) noWorth() string {
	if o, rate := a.models.outlook, a.models.rate.String(); o.none == fmt.Sprintf(endless, rate) {
		return a.Say(endless, prose.Percent(a.Printer, a.opt.value.rate, decimal.NewFromInt(1)))
	}
	return a.Say(a.models.outlook.none)
}

// fitWarning says a warning of a fit; in Chinese by its code, since the texts hold figures.
func (a *analysis) fitWarning(w hotelcrm.Warning) string {
	if a.Chinese() {
		return a.Name(string(w.Code))
	}
	return w.Text
}
