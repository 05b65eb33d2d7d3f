package main

import (
	"encoding/json"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// btydJSON is what summary.json says of the models of guests who never say goodbye.
type btydJSON struct {
	Unit       valuation.Period `json:"unit"`
	Models     []modelJSON      `json:"models"`
	GammaGamma *spendJSON       `json:"gammaGamma"` // null without a model of spend
	Holdout    *heldJSON        `json:"holdout"`    // null if the data is too short to hold any out
	Portfolio  portfolioJSON    `json:"portfolio"`
	From       hotelcrm.Date    `json:"from"`
	Through    hotelcrm.Date    `json:"through"` // the last day that models and gammaGamma are fitted to
	Every      int              `json:"every"`   // models are fitted to every n-th guest
	Chosen     chosenJSON       `json:"chosen"`
}

type modelJSON struct {
	Model    string             `json:"model"`
	Params   json.RawMessage    `json:"params"` // by name, in the order of the paper; null if there is no fit
	StdErr   json.RawMessage    `json:"se"`     // null if there is none
	LogLik   *json.Number       `json:"logLik"`
	AIC      *json.Number       `json:"aic"`
	BIC      *json.Number       `json:"bic"`
	Gradient *json.Number       `json:"gradient"` // its length, in the log parameters
	Guests   int64              `json:"guests"`
	Warnings []hotelcrm.Warning `json:"warnings"`
	Failed   string             `json:"failed,omitempty"`
}

type spendJSON struct {
	modelJSON
	Correlation *json.Number `json:"correlation"` // of visits and mean spend
	Dropped     int          `json:"dropped"`
	Unknown     int          `json:"unknown"`
	Visits      string       `json:"visits"`
}

// chosenJSON is the model of the predictions, fitted to all visits.
type chosenJSON struct {
	modelJSON
	Through    hotelcrm.Date `json:"through"`
	RankBy     string        `json:"rankBy"`
	Every      int           `json:"every"`  // fitted to every n-th guest
	Passed     []passed      `json:"passed"` // better in the hold-out, but not chosen
	GammaGamma *spendJSON    `json:"gammaGamma"`
}

func (a *analysis) btydJSON() *btydJSON {
	m := a.models
	if m == nil {
		return nil
	}
	out := &btydJSON{
		Unit: m.opt.unit, GammaGamma: m.spend.json(), Holdout: m.heldJSON(), Portfolio: a.portfolioJSON(),
		From: m.watch.First, Through: m.watch.Last, Every: m.every,
		Chosen: chosenJSON{
			modelJSON: fitJSON(m.chosen.Model.Name(), &m.chosen.Report, ""), Through: m.last,
			RankBy: m.rankBy(), Every: m.each, Passed: append([]passed{}, m.passed...), GammaGamma: m.outlook.spend.json(),
		},
	}
	for k, e := range m.fits.Entries {
		out.Models = append(out.Models, fitJSON(modelNames[k], &e.Report, e.Failed))
	}
	return out
}

// modelNames are the models in the order of a comparison.
var modelNames = []string{btyd.NBD{}.Name(), btyd.BGNBD{}.Name(), btyd.MBGNBD{}.Name(), btyd.ParetoNBD{}.Name(), ggompertz}

func fitJSON(name string, r *btyd.Report, failed string) modelJSON {
	out := modelJSON{Model: name, Guests: r.Guests, Warnings: append([]hotelcrm.Warning{}, r.Warnings...), Failed: failed}
	if failed != "" {
		return out
	}
	out.Params = byName(r.Params, func(e btyd.Estimate) float64 { return e.Value })
	if r.Covariance != nil {
		out.StdErr = byName(r.Params, func(e btyd.Estimate) float64 { return e.StdErr })
	}
	out.LogLik, out.AIC, out.BIC = numeral.Fixed(r.LogLikelihood, 8), numeral.Fixed(r.AIC, 8), numeral.Fixed(r.BIC, 8)
	out.Gradient = numeral.Significant(r.GradientNorm, 2)
	return out
}

// byName writes an object whose keys keep the order of the list.
func byName(list []btyd.Estimate, value func(btyd.Estimate) float64) json.RawMessage {
	b := []byte{'{'}
	for i, e := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(strconv.AppendQuote(b, e.Name), ':')
		if x := numeral.Significant(value(e), 10); x != nil {
			b = append(b, *x...)
		} else {
			b = append(b, "null"...)
		}
	}
	return append(b, '}')
}

func (s *spendFit) json() *spendJSON {
	if s.none != "" && s.Report.Model == "" {
		return nil
	}
	return &spendJSON{
		modelJSON: fitJSON(btyd.GammaGamma{}.Name(), &s.Report, ""), Correlation: numeral.Significant(s.Correlation, 10),
		Dropped: s.Dropped, Unknown: s.Unknown, Visits: "repeat visits",
	}
}
