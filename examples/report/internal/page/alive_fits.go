package page

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// fitView is the fit of a model; Failed takes the place of its figures.
type fitView struct {
	Name, Guests, Failed, LogLik, AIC, BIC, Gradient string
	Params                                           []words.Fact
	Warnings                                         []string
	Used                                             bool // for all predictions
}

// fitsOf says which guests and days the fits are of.
func (w *writer) fitsOf() string {
	m := w.Alive
	text := w.Say("Compared on %s, by the visits from %s through %s; times in %ss, standard errors in brackets.",
		w.comparedOn(), prose.Day(w.Printer, m.Watch.First), prose.Day(w.Printer, m.Watch.Last), w.Name(m.Terms.Unit.String()))
	if m.Apart() {
		text = w.Sentences(w.Say("First the fit that all predictions are by, to the visits through %s.", prose.Day(w.Printer, m.Last)), text)
	}
	return text
}

// comparedOn says on which guests the models were compared.
func (w *writer) comparedOn() string {
	guests := int64(0)
	for _, e := range w.Alive.Fits.Entries {
		guests = max(guests, e.Report.Guests)
	}
	if w.Alive.Every > 1 {
		return w.Say("every %s guest (%s)", w.ordinal(w.Alive.Every), prose.Whole(guests))
	}
	return w.Say("all guests (%s)", prose.Whole(guests))
}

func (w *writer) fitViews() []fitView {
	m := w.Alive
	var out []fitView
	apart := m.Apart()
	if apart {
		v := fitView{Name: m.Chosen.Model.Name(), Used: true}
		w.fill(&v, &m.Chosen.Report)
		out = append(out, v)
	}
	for k, e := range m.Fits.Entries {
		v := fitView{Name: alive.Names[k], Failed: w.Say(e.Failed), Used: !apart && alive.Names[k] == m.Chosen.Model.Name()}
		if e.Failed == "" {
			w.fill(&v, &e.Report)
		}
		out = append(out, v)
	}
	return out
}

// spendView is the model of spend that the predictions are by.
func (w *writer) spendView() *fitView {
	s := &w.Alive.Outlook.Spend
	if s.None != "" {
		return nil
	}
	v := &fitView{Name: btyd.GammaGamma{}.Name()}
	w.fill(v, &s.Report)
	return v
}

func (w *writer) fill(v *fitView, r *btyd.Report) {
	for _, p := range r.Params {
		text := prose.Brief(p.Value)
		if r.Covariance != nil {
			text += prose.NBSP + "(" + prose.Brief(p.StdErr) + ")"
		}
		v.Params = append(v.Params, words.Fact{Name: p.Name, Value: text})
	}
	v.Guests = prose.Whole(r.Guests)
	v.LogLik, v.AIC, v.BIC = prose.OneDigit(r.LogLikelihood), prose.OneDigit(r.AIC), prose.OneDigit(r.BIC)
	v.Gradient = strconv.FormatFloat(r.GradientNorm, 'e', 0, 64)
	for _, one := range r.Warnings {
		v.Warnings = append(v.Warnings, w.fitWarning(one))
	}
}

// fitWarning says a warning of a fit; in Chinese by its code, since the texts hold figures.
func (w *writer) fitWarning(of hotelcrm.Warning) string {
	if w.Chinese() {
		return w.Name(string(of.Code))
	}
	return of.Text
}

// heldView is what the models foretold of what was held out.
type heldView struct {
	Caption, Text string
	Rows          []heldRow
}

// heldRow is one model, or the naive rule, which has no distribution and no rank.
type heldRow struct {
	Rank, Name, Expected, Came, Off, Score, Behind, Error string
	Used                                                  bool
}

func (w *writer) heldView() *heldView {
	h := w.Alive.Held
	if h == nil {
		return nil
	}
	out := &heldView{}
	var any btyd.Holdout
	for _, k := range byRank(h.Entries) {
		e := h.Entries[k]
		any = e.Holdout
		out.Rows = append(out.Rows, heldRow{
			Rank: strconv.Itoa(e.Rank), Name: alive.Names[k], Expected: prose.Rounded(e.Holdout.Expected), Came: prose.Rounded(e.Holdout.Actual),
			Off: w.signedRate(e.Holdout.Bias), Score: prose.Fixed(e.Holdout.LogScore, 4), Behind: behindText(e.Behind), Error: prose.Fixed(e.Holdout.MAE, 3),
			Used: alive.Names[k] == w.Alive.Chosen.Model.Name(),
		})
	}
	out.Rows = append(out.Rows, heldRow{
		Rank: "–", Name: w.Say("each goes on as before"), Expected: prose.Rounded(any.NaiveExpected), Came: prose.Rounded(any.Actual),
		Off: w.naiveOff(any), Score: "–", Behind: "–", Error: prose.Fixed(any.NaiveMAE, 3),
	})
	out.Caption = w.Say("Visits from the day after %s through %s of %s who had come before, as foretold and as they came",
		prose.Day(w.Printer, h.Watch.Last), prose.Day(w.Printer, h.Watch.End), lang.Count(w.Printer, any.Guests, "guest", "guests"))
	out.Text = w.Sentences(
		w.Say("Off: of the visits in the test alone. Log score: the mean of −ln of the probability that the model had given to the number of visits which the guest then made; lower is better, and one distribution for all guests gets %s at best. Error: mean absolute error a guest.", prose.Fixed(any.NaiveLogScore, 4)),
		w.Say("The log score ranks. Models within 1.96 standard errors (in brackets) of the lowest are not told apart and are ranked by their totals."),
		w.Say("Of the ranges for single guests, by the model used, %s were to hold what the guest then did, and %s did.", w.rate(h.Ranges.Foretold), w.rate(h.Ranges.Held)),
	)
	return out
}

// byRank returns the places of the entries that have a rank, the best first.
func byRank(list []btyd.Entry) []int {
	out := make([]int, 0, len(list))
	for k, e := range list {
		if e.Rank > 0 {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Compare(list[a].Rank, list[b].Rank) })
	return out
}

func (w *writer) naiveOff(h btyd.Holdout) string {
	if h.Actual == 0 {
		return "–"
	}
	return w.signedRate(h.NaiveExpected/h.Actual - 1)
}

// behindText says by how much a log score is above the lowest.
func behindText(l btyd.Lag) string {
	if l.StdErr == 0 {
		return "–"
	}
	return "+" + prose.Fixed(l.LogScore, 4) + prose.NBSP + "(" + prose.Fixed(l.StdErr, 4) + ")"
}
