package record

import (
	"encoding/json"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// Holdout is how good the models were in what was held out.
type Holdout struct {
	CalibrationEnd hotelcrm.Date `json:"calibrationEnd"`
	End            hotelcrm.Date `json:"end"`
	Stated         bool          `json:"stated"` // by -calibration-end; else the last quarter of the days
	Length         *json.Number  `json:"length"` // in the unit
	RankBy         string        `json:"rankBy"`
	Models         []Judged      `json:"models"`
	Calibration    []AliveBin    `json:"calibration"` // of the chosen model, guests by rising P(alive)
	Ranges         Ranges        `json:"ranges"`
}

// Ranges is how many guests came as often as the chosen model's ranges of single guests had it, per one.
type Ranges struct {
	Level    json.Number  `json:"level"`
	Foretold *json.Number `json:"foretold"`
	Held     *json.Number `json:"held"`
}

// Judged is how good one model was.
type Judged struct {
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

	Bias          *json.Number `json:"bias"`     // of the total: expected less actual, per one of actual
	LogScore      *json.Number `json:"logScore"` // mean of -ln of the probability of what a guest did
	Behind        *json.Number `json:"behind"`   // the lowest log score
	BehindErr     *json.Number `json:"behindSe"`
	Tie           int          `json:"tie"`           // models of one number are not told apart by their log scores
	NaiveExpected *json.Number `json:"naiveExpected"` // visits, if each guest went on as before
	NaiveLogScore *json.Number `json:"naiveLogScore"` // of one distribution for all guests, at best
	Increment     *json.Number `json:"trackingBias"`  // of the tracking, in the hold-out alone
}

// AliveBin is guests of about the same P(alive), and what became of them.
type AliveBin struct {
	Guests   int          `json:"guests"`
	Alive    *json.Number `json:"pAlive"`
	Returns  *json.Number `json:"pReturn"`
	Returned *json.Number `json:"returned"`
	Expected *json.Number `json:"expected"`
	Actual   *json.Number `json:"actual"`
}

func holdoutOf(m *alive.Result) *Holdout {
	if m.Held == nil {
		return nil
	}
	out := &Holdout{
		CalibrationEnd: m.Held.Watch.Last, End: m.Held.Watch.End, Stated: m.Terms.End != 0, Length: numeral.Significant(m.Held.Length, 10),
		RankBy: m.Held.RankBy,
		Ranges: Ranges{json.Number(strconv.FormatFloat(alive.RangeLevel, 'g', -1, 64)), numeral.Fixed(m.Held.Ranges.Foretold, 6), numeral.Fixed(m.Held.Ranges.Held, 6)},
	}
	for k, e := range m.Held.Entries {
		h, t := e.Holdout, e.Tracking
		one := Judged{Model: alive.Names[k], Rank: e.Rank, Guests: h.Guests}
		if e.Rank > 0 {
			one.Expected, one.Actual, one.MAE, one.RMSE = numeral.Fixed(h.Expected, 6), numeral.Fixed(h.Actual, 0), numeral.Fixed(h.MAE, 9), numeral.Fixed(h.RMSE, 9)
			one.NaiveMAE, one.Brier, one.Naive = numeral.Fixed(h.NaiveMAE, 9), numeral.Fixed(h.Brier, 9), numeral.Fixed(h.NaiveBrier, 9)
			one.Tracking, one.Relative = numeral.Fixed(t.Cumulative, 6), numeral.Fixed(t.CumulativeRelative, 8)
			one.Bias, one.LogScore, one.Behind, one.BehindErr = numeral.Fixed(h.Bias, 8), numeral.Fixed(h.LogScore, 9), numeral.Fixed(e.Behind.LogScore, 9), numeral.Fixed(e.Behind.StdErr, 9)
			one.Tie, one.NaiveExpected, one.NaiveLogScore, one.Increment = e.Tie, numeral.Fixed(h.NaiveExpected, 6), numeral.Fixed(h.NaiveLogScore, 9), numeral.Fixed(t.Increment, 8)
		}
		out.Models = append(out.Models, one)
	}
	for _, b := range m.Held.Bins {
		out.Calibration = append(out.Calibration, AliveBin{
			b.Guests, numeral.Fixed(b.Alive, 6), numeral.Fixed(b.Returns, 6), numeral.Fixed(b.Returned, 6), numeral.Fixed(b.Expected, 6), numeral.Fixed(b.Actual, 6),
		})
	}
	return out
}

// Portfolio is what all guests together will do by the chosen model. Amounts are null where a note says why.
type Portfolio struct {
	Model      string           `json:"model"`
	AsOf       hotelcrm.Date    `json:"asOf"` // the last day of the data
	Guests     int              `json:"guests"`
	Level      float64          `json:"level"` // of the intervals, by the delta method: what the parameters leave open if the model is right
	Alive      Prediction       `json:"pAlive"`
	Stays      Prediction       `json:"expectedStays1y"`
	Rate       string           `json:"rate"`
	Rounding   hotelcrm.RoundTo `json:"rounding"`
	Residual   *Worth           `json:"residualValue"`
	Definition string           `json:"definition"`
	Mean       int              `json:"spendOfAll"` // guests without a positive spend, who are given the mean of all
	Note       string           `json:"note,omitempty"`
	Interval   string           `json:"interval"` // what the intervals are of
	Before     *Before          `json:"before"`   // null: nobody was known a year before
	Once       Once             `json:"once"`
}

// Before is what the guests known a year before the last day did in the year since.
type Before struct {
	Known   hotelcrm.Date `json:"known"` // through this day
	Guests  int           `json:"guests"`
	Visits  int           `json:"visits"`
	Revenue string        `json:"revenue"`
}

// Once is the guests who never came back.
type Once struct {
	Guests  int    `json:"guests"`
	Revenue string `json:"revenue"`
}

// Prediction is an expected number with its interval.
type Prediction struct {
	Value *json.Number `json:"value"`
	Low   *json.Number `json:"low"`
	High  *json.Number `json:"high"`
}

// Worth is an amount with its interval; null for an end beyond all measure.
type Worth struct {
	Value *string `json:"value"`
	Low   *string `json:"low"`
	High  *string `json:"high"`
}

const intervalDefinition = "the parameters, if the model is right; what it gets wrong is in holdout, and what one guest will do lies far wider"

const worthDefinition = "all visits from now on, each discounted from its time at a 52nd of the yearly force a week (a 12th a month, a 365th a day), times the expected spend a visit"

func (r *recorder) portfolioJSON() Portfolio {
	m, o := r.Alive, r.Alive.Outlook
	out := Portfolio{
		Model: m.Chosen.Model.Name(), AsOf: m.Last, Guests: len(o.Alive.Guests), Level: basis.Level, Alive: sumJSON(o.Alive.Total), Stays: sumJSON(o.Stays.Total),
		Rate: m.Rate.String(), Rounding: basis.HalfEven(r.Places), Definition: worthDefinition, Mean: o.Spend.Mean(), Note: o.None,
		Interval: intervalDefinition, Once: Once{o.Once.Guests, prose.Money(o.Once.Revenue, r.Places)},
	}
	if b := o.Before; b != nil {
		out.Before = &Before{b.Day, b.Guests, b.Visits, prose.Money(b.Revenue, r.Places)}
	}
	if o.Worth != nil {
		total := o.Worth.Total
		out.Residual = &Worth{r.estimateJSON(total.Value), r.estimateJSON(total.Low), r.estimateJSON(total.High)}
	}
	return out
}

func sumJSON(p btyd.Prediction) Prediction {
	return Prediction{numeral.Significant(p.Value, 10), numeral.Significant(p.Low, 10), numeral.Significant(p.High, 10)}
}

func (r *recorder) estimateJSON(x float64) *string {
	d, ok := alive.Estimate(x, r.Places)
	if !ok {
		return nil
	}
	return new(prose.Money(d, r.Places))
}
