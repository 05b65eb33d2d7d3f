package experiment

import (
	"fmt"
	"math"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Trial is how many guests of an arm did what the action was for.
type Trial struct {
	Won int `json:"won"`
	Of  int `json:"of"`
}

// Uplift is what an action did, measured against the guests who were left out.
type Uplift struct {
	Treated     valuation.Proportion `json:"treated"`
	Control     valuation.Proportion `json:"control"`
	Difference  float64              `json:"difference"` // of the rates
	Lift        float64              `json:"lift"`       // difference / rate of control; 0 if LiftKnown is false
	LiftKnown   bool                 `json:"liftKnown"`  // false if nobody of control won
	Newcombe    valuation.Interval   `json:"newcombe"`   // of the difference, from the Wilson intervals: use this one
	Wald        valuation.Interval   `json:"wald"`       // of the difference, simple: too narrow for few guests and rare events
	Z           float64              `json:"z"`          // of the difference, with the pooled rate
	P           float64              `json:"p"`          // two-sided
	Incremental decimal.Decimal      `json:"incremental"`
}

// UpliftOf returns the difference between treated guests and those left out.
//
//	z = d / √(p(1-p)(1/n₁ + 1/n₂)),  p = (x₁ + x₂)/(n₁ + n₂),  d = p₁ - p₂
//	Wald      d ± z·√(p₁(1-p₁)/n₁ + p₂(1-p₂)/n₂)
//	Newcombe  d - √((p₁-l₁)² + (u₂-p₂)²),  d + √((u₁-p₁)² + (p₂-l₂)²)
//
// with l and u the bounds of the Wilson intervals. Count every guest who was dealt to an arm, also those whom the message
// never reached: else the arms differ by more than the action.
//
// Input: at least one guest in each arm; level in (0, 1).
// Result: Incremental is x₁ - n₁·x₂/n₂, the guests won who would not have come otherwise, to 6 decimal places; floats
// to 12 significant digits. Z is 0 and P is 1 where all or none won.
// Errors: a [*hotelcrm.ParamError].
// Source: R. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17
// (1998), method 10.
func UpliftOf(treated, control Trial, level float64) (Uplift, error) {
	z, err := figure.Deviate(level)
	if err != nil {
		return Uplift{}, err
	}
	out := Uplift{P: 1}
	if out.Treated, err = treated.proportion("treated", level); err != nil {
		return Uplift{}, err
	}
	if out.Control, err = control.proportion("control", level); err != nil {
		return Uplift{}, err
	}
	p1, p2, n1, n2 := out.Treated.Rate, out.Control.Rate, float64(treated.Of), float64(control.Of)
	difference := quotient(int64(treated.Won)*int64(control.Of)-int64(control.Won)*int64(treated.Of), int64(treated.Of)*int64(control.Of))
	out.Difference = figure.Digits12(difference)
	if out.LiftKnown = control.Won > 0; out.LiftKnown {
		out.Lift = figure.Digits12(difference / p2)
	}
	half := z * math.Sqrt(p1*(1-p1)/n1+p2*(1-p2)/n2)
	out.Wald = valuation.Interval{Low: figure.Digits12(difference - half), High: figure.Digits12(difference + half), Level: level}
	out.Newcombe = valuation.Interval{
		Low:   figure.Digits12(difference - math.Hypot(p1-out.Treated.Low, out.Control.High-p2)),
		High:  figure.Digits12(difference + math.Hypot(out.Treated.High-p1, p2-out.Control.Low)),
		Level: level,
	}
	pooled := (float64(treated.Won) + float64(control.Won)) / (n1 + n2)
	if pooled > 0 && pooled < 1 {
		out.Z = figure.Digits12(difference / math.Sqrt(float64(pooled*(1-pooled))*(1/n1+1/n2)))
		out.P = figure.TwoSided(out.Z)
	}
	more := big.NewRat(int64(control.Won), int64(control.Of))
	more.Mul(more, big.NewRat(int64(treated.Of), 1))
	more.Sub(big.NewRat(int64(treated.Won), 1), more)
	out.Incremental = hotelcrm.RoundTo{Places: guestPlaces, Mode: hotelcrm.RoundHalfEven}.Rat(more)
	return out, nil
}

// guestPlaces are the decimal places of guests won.
const guestPlaces = 6

// maxArm keeps the products of two counts in an int64.
const maxArm = 1 << 31

func (t Trial) proportion(param string, level float64) (valuation.Proportion, error) {
	if t.Of < 1 || t.Of > maxArm-1 || t.Won < 0 || t.Won > t.Of {
		return valuation.Proportion{}, refuse.Param(param, fmt.Sprintf("%d of %d", t.Won, t.Of), "0 or more of at least one, up to 2^31 - 1 guests")
	}
	return valuation.NewProportion(t.Won, t.Of, level)
}

// quotient returns a/b, correctly rounded.
func quotient(a, b int64) float64 {
	near, _ := big.NewRat(a, b).Float64()
	return near
}
