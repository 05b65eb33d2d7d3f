package record

import (
	"encoding/json"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// Alive is what summary.json says of the models of guests who never say goodbye.
type Alive struct {
	Unit       valuation.Period `json:"unit"`
	Models     []Fit            `json:"models"`
	GammaGamma *Spend           `json:"gammaGamma"` // null without a model of spend
	Holdout    *Holdout         `json:"holdout"`    // null if the data is too short to hold any out
	Portfolio  Portfolio        `json:"portfolio"`
	From       hotelcrm.Date    `json:"from"`
	Through    hotelcrm.Date    `json:"through"` // the last day that models and gammaGamma are fitted to
	Every      int              `json:"every"`   // models are fitted to every n-th guest
	Chosen     Chosen           `json:"chosen"`
}

// Fit is a model as fitted, or why it is not.
type Fit struct {
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

// Spend is the model of spend as fitted.
type Spend struct {
	Fit
	Correlation *json.Number `json:"correlation"` // of visits and mean spend
	Dropped     int          `json:"dropped"`
	Unknown     int          `json:"unknown"`
	Visits      string       `json:"visits"`
}

// Chosen is the model of the predictions, fitted to all visits.
type Chosen struct {
	Fit
	Through    hotelcrm.Date  `json:"through"`
	RankBy     string         `json:"rankBy"`
	Every      int            `json:"every"`  // fitted to every n-th guest
	Passed     []alive.Passed `json:"passed"` // better in the hold-out, but not chosen
	GammaGamma *Spend         `json:"gammaGamma"`
}

func (r *recorder) btydJSON() *Alive {
	m := r.Alive
	if m == nil {
		return nil
	}
	out := &Alive{
		Unit: m.Terms.Unit, GammaGamma: spendOf(&m.Spend), Holdout: holdoutOf(m), Portfolio: r.portfolioJSON(),
		From: m.Watch.First, Through: m.Watch.Last, Every: m.Every,
		Chosen: Chosen{
			Fit: fitJSON(m.Chosen.Model.Name(), &m.Chosen.Report, ""), Through: m.Last,
			RankBy: m.RankBy(), Every: m.Each, Passed: append([]alive.Passed{}, m.Passed...), GammaGamma: spendOf(&m.Outlook.Spend),
		},
	}
	for k, e := range m.Fits.Entries {
		out.Models = append(out.Models, fitJSON(alive.Names[k], &e.Report, e.Failed))
	}
	return out
}

func fitJSON(name string, r *btyd.Report, failed string) Fit {
	out := Fit{Model: name, Guests: r.Guests, Warnings: append([]hotelcrm.Warning{}, r.Warnings...), Failed: failed}
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

func spendOf(s *alive.SpendFit) *Spend {
	if s.None != "" && s.Report.Model == "" {
		return nil
	}
	return &Spend{
		Fit: fitJSON(btyd.GammaGamma{}.Name(), &s.Report, ""), Correlation: numeral.Significant(s.Correlation, 10),
		Dropped: s.Dropped, Unknown: s.Unknown, Visits: "repeat visits",
	}
}
