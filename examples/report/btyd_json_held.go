package main

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// heldJSON is how good the models were in what was held out.
type heldJSON struct {
	CalibrationEnd hotelcrm.Date `json:"calibrationEnd"`
	End            hotelcrm.Date `json:"end"`
	Stated         bool          `json:"stated"` // by -calibration-end; else the last quarter of the days
	Length         *json.Number  `json:"length"` // in the unit
	RankBy         string        `json:"rankBy"`
	Models         []judgedJSON  `json:"models"`
	Calibration    []aliveJSON   `json:"calibration"` // of the chosen model, guests by rising P(alive)
}

type judgedJSON struct {
	Model    string       `json:"model"`
	Rank     int          `json:"rank"` // 0: not fitted
	Guests   int          `json:"guests"`
	Expected *json.Number `json:"expected"` // visits
	Actual   *json.Number `json:"actual"`
	MAE      *json.Number `json:"mae"` // a guest
	RMSE     *json.Number `json:"rmse"`
	NaiveMAE *json.Number `json:"naiveMae"`
	Brier    *json.Number `json:"brier"`
	Naive    *json.Number `json:"naiveBrier"`
	Tracking *json.Number `json:"trackingMae"`  // of the cumulative visits
	Relative *json.Number `json:"trackingMape"` // per one
}

type aliveJSON struct {
	Guests   int          `json:"guests"`
	Alive    *json.Number `json:"pAlive"`
	Returns  *json.Number `json:"pReturn"`
	Returned *json.Number `json:"returned"`
	Expected *json.Number `json:"expected"`
	Actual   *json.Number `json:"actual"`
}

func (m *models) heldJSON() *heldJSON {
	if m.held == nil {
		return nil
	}
	out := &heldJSON{
		CalibrationEnd: m.held.watch.Last, End: m.held.watch.End, Stated: m.opt.end != 0, Length: numeral.Significant(m.held.length, 10),
		RankBy: m.held.RankBy,
	}
	for k, e := range m.held.Entries {
		h, t := e.Holdout, e.Tracking
		one := judgedJSON{Model: modelNames[k], Rank: e.Rank, Guests: h.Guests}
		if e.Rank > 0 {
			one.Expected, one.Actual, one.MAE, one.RMSE = numeral.Fixed(h.Expected, 6), numeral.Fixed(h.Actual, 0), numeral.Fixed(h.MAE, 9), numeral.Fixed(h.RMSE, 9)
			one.NaiveMAE, one.Brier, one.Naive = numeral.Fixed(h.NaiveMAE, 9), numeral.Fixed(h.Brier, 9), numeral.Fixed(h.NaiveBrier, 9)
			one.Tracking, one.Relative = numeral.Fixed(t.Cumulative, 6), numeral.Fixed(t.CumulativeRelative, 8)
		}
		out.Models = append(out.Models, one)
	}
	for _, b := range m.held.bins {
		out.Calibration = append(out.Calibration, aliveJSON{
			b.Guests, numeral.Fixed(b.Alive, 6), numeral.Fixed(b.Returns, 6), numeral.Fixed(b.Returned, 6), numeral.Fixed(b.Expected, 6), numeral.Fixed(b.Actual, 6),
		})
	}
	return out
}

// portfolioJSON is what all guests together will do by the chosen model. Amounts are null where a note says why.
type portfolioJSON struct {
	Model      string           `json:"model"`
	AsOf       hotelcrm.Date    `json:"asOf"` // the last day of the data
	Guests     int              `json:"guests"`
	Level      float64          `json:"level"` // of the intervals, by the delta method
	Alive      predictionJSON   `json:"pAlive"`
	Stays      predictionJSON   `json:"expectedStays1y"`
	Rate       string           `json:"rate"`
	Rounding   hotelcrm.RoundTo `json:"rounding"`
	Residual   *worthJSON       `json:"residualValue"`
	Definition string           `json:"definition"`
	Mean       int              `json:"spendOfAll"` // guests without a positive spend, who are given the mean of all
	Note       string           `json:"note,omitempty"`
}

type predictionJSON struct {
	Value *json.Number `json:"value"`
	Low   *json.Number `json:"low"`
	High  *json.Number `json:"high"`
}

// worthJSON is an amount with its interval; null for an end beyond all measure.
type worthJSON struct {
	Value *string `json:"value"`
	Low   *string `json:"low"`
	High  *string `json:"high"`
}

const worthDefinition = "all visits from now on, each discounted from its time at a 52nd of the yearly force a week (a 12th a month, a 365th a day), times the expected spend a visit"

func (a *analysis) portfolioJSON() portfolioJSON {
	m, o := a.models, a.models.outlook
	out := portfolioJSON{
		Model: m.chosen.Model.Name(), AsOf: m.last, Guests: len(o.alive.Guests), Level: basis.Level, Alive: sumJSON(o.alive.Total), Stays: sumJSON(o.stays.Total),
		Rate: m.rate.String(), Rounding: basis.HalfEven(a.places), Definition: worthDefinition, Mean: o.spend.mean(), Note: o.none,
	}
	if o.worth != nil {
		total := o.worth.Total
		out.Residual = &worthJSON{a.estimateJSON(total.Value), a.estimateJSON(total.Low), a.estimateJSON(total.High)}
	}
	return out
}

func sumJSON(p btyd.Prediction) predictionJSON {
	return predictionJSON{numeral.Significant(p.Value, 10), numeral.Significant(p.Low, 10), numeral.Significant(p.High, 10)}
}

func (a *analysis) estimateJSON(x float64) *string {
	d, ok := estimate(x, a.places)
	if !ok {
		return nil
	}
	return new(prose.Money(d, a.places))
}
