package page

import (
	"fmt"
	"html/template"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chart"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// modelsView is who is still a guest; Note says why that is not known.
type modelsView struct {
	Note, Sentence, Why string
	Passed              []string
	Held                *heldView // nil: nothing was held out
	FitsOf              string
	Fits                []fitView
	Spend               *fitView // nil: no model of spend
	Track               template.HTML
	TrackText           string
	Points              []trackView
	Alive               aliveView
	Portfolio           []sumView
	Basis               string
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
		Sentence: w.aliveSentence(), Why: w.whySentence(), Held: w.heldView(), FitsOf: w.fitsOf(), Fits: w.fitViews(), Spend: w.spendView(), Points: w.trackViews(),
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
	chosen, reason := w.Alive.Chosen.Model.Name(), w.Say(p.Reason)
	other, ranked := w.Alive.Held.Of(p.Model)
	if !ranked {
		return w.Say("%s comes before it, but %s.", p.Model, reason)
	}
	own, _ := w.Alive.Held.Of(chosen)
	if own.Tie == other.Tie {
		return w.Say("%s was as good there guest by guest and nearer with its total, off by %s beside %s, but %s.", p.Model, w.signedRate(other.Holdout.Bias), w.signedRate(own.Holdout.Bias), reason)
	}
	return w.Say("%s was better there, but %s.", p.Model, reason)
}

func (w *writer) aliveSentence() string {
	o, day := w.Alive.Outlook, prose.Day(w.Printer, w.Alive.Last)
	text := w.Say("Of %s, about %s were still guests of ours on %s, as the model has it. They are expected to come about %s\u00a0times in the year after that day, new guests not counted.",
		lang.Count(w.Printer, len(o.Alive.Guests), "guest", "guests"), prose.Rounded(o.Alive.Total.Value), day, prose.Rounded(o.Stays.Total.Value))
	if o.Worth == nil {
		return text
	}
	d, ok := alive.Estimate(o.Worth.Total.Value, w.Places)
	if !ok {
		return text
	}
	return w.Sentences(text, w.Say("All their visits to come, without an end, are expected to bring %s of revenue, discounted to that day at %s a year, no cost taken off.",
		w.amount(d), w.stated(w.Worth.Terms.Rate)))
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
	if e, ok := m.Held.Of(name); ok {
		text += w.Say("this one expected %s there, and %s came: %s.", prose.Rounded(e.Holdout.Expected), prose.Rounded(e.Holdout.Actual), w.missText(e.Holdout.Bias)) + w.Say(" ")
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

func (w *writer) sumViews() []sumView {
	o := w.Alive.Outlook
	add := func(name, text string, p btyd.Prediction) sumView {
		return sumView{Name: name, Text: text, Value: prose.Rounded(p.Value), Between: prose.Rounded(p.Low) + "–" + prose.Rounded(p.High)}
	}
	visits := w.Sentences(w.Say("Expected visits of all guests known so far; new ones come on top."), w.testText(), w.beforeVisits())
	out := []sumView{
		add(w.Say("Still guests"), w.Say("The sum of P(alive), the probability of each guest not to have left for good. Nobody sees a guest leave, so it cannot be tested by itself."), o.Alive.Total),
		add(w.Say("Visits in the next year"), visits, o.Stays.Total),
	}
	if o.Worth == nil {
		return out
	}
	text := w.Sentences(w.Say("All visits to come, discounted, times the expected revenue a visit; no cost is taken off."), w.beforeRevenue())
	one := sumView{Name: w.Say("Residual value, %s", w.Currency), Value: w.estimateText(o.Worth.Total.Value), Text: text}
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
	text := w.Say("The intervals (95\u00a0%, delta method) hold what the parameters leave open if the model is right, and nothing else. What a model gets wrong comes on top: the test shows how much that was once.")
	if o.Worth == nil {
		return w.Sentences(text, w.Say("What the guests are worth from now on is not known: %s.", w.noWorth()))
	}
	n := o.Spend.Mean()
	return w.Sentences(text, w.Say("Discount: %s a year, effective, each visit from its own time on. Spend is expected by the Gamma-Gamma model from a guest's repeat visits; %s given the mean of all. Spends are rounded half to even to the digits of %s.",
		w.stated(w.Worth.Terms.Rate), lang.Count(w.Printer, n, "guest without a positive spend there is", "guests without a positive spend there are"), w.Currency), w.onceText())
}

// noWorth says why the guests have no residual value.
func (w *writer) noWorth() string {
	if o, rate := w.Alive.Outlook, w.Alive.Rate.String(); o.None == fmt.Sprintf(alive.Endless, rate) {
		return w.Say(alive.Endless, w.stated(w.Worth.Terms.Rate))
	}
	return w.Say(w.Alive.Outlook.None)
}
