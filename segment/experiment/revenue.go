package experiment

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/welch"
	"github.com/shopspring/decimal"
)

// RevenueUplift is what an action brought in money.
type RevenueUplift struct {
	TreatedGuests int              `json:"treatedGuests"`
	ControlGuests int              `json:"controlGuests"`
	Treated       decimal.Decimal  `json:"treated"`     // revenue of all treated guests, exactly
	Control       decimal.Decimal  `json:"control"`     // revenue of all guests left out, exactly
	Expected      decimal.Decimal  `json:"expected"`    // what the treated guests would have brought: Treated - Incremental
	Incremental   decimal.Decimal  `json:"incremental"` // rounded once
	Low           decimal.Decimal  `json:"low"`         // of the incremental revenue, rounded down
	High          decimal.Decimal  `json:"high"`        // rounded up
	Level         float64          `json:"level"`
	T             float64          `json:"t"`
	Degrees       float64          `json:"degrees"` // of freedom
	P             float64          `json:"p"`       // two-sided
	Rounding      hotelcrm.RoundTo `json:"rounding"`
}

// IncrementalRevenue returns the revenue that treated guests brought beyond what those left out let expect.
//
//	Incremental = Σ treated - Σ control · n₁/n₂
//	interval    n₁·(m₁ - m₂ ± t·√(s₁²/n₁ + s₂²/n₂)),  t of Student's law with Welch's degrees of freedom
//
// Input: one amount for every guest who was dealt to the arm, 0 for those who did not come; at least 2 in each arm;
// level in (0, 1). A few guests who spend very much make the interval wide, and too narrow where the arms are small.
// Result: sums, means and variances are exact, and the incremental revenue is rounded once. T is 0 and P is 1 where no
// amount differs from another and the means are equal; where the means differ with no spread, P is 0.
// Errors: a [*hotelcrm.ParamError].
// Cost: O(guests).
// Source: B. Welch, The generalization of Student's problem when several different population variances are involved,
// Biometrika 34 (1947).
func IncrementalRevenue(treated, control hotelcrm.Amounts, level float64, rounding hotelcrm.RoundTo) (RevenueUplift, error) {
	if err := rounding.Validate(); err != nil {
		return RevenueUplift{}, err
	}
	if _, err := figure.Deviate(level); err != nil {
		return RevenueUplift{}, err
	}
	for _, arm := range []struct {
		param   string
		amounts hotelcrm.Amounts
	}{{"treated", treated}, {"control", control}} {
		if arm.amounts.Len() < 2 {
			return RevenueUplift{}, refuse.Param(arm.param, plural.Of(arm.amounts.Len(), "guest", "guests"), "2 or more")
		}
	}
	a, b := momentsOf(treated), momentsOf(control)
	out := RevenueUplift{
		TreatedGuests: treated.Len(), ControlGuests: control.Len(), Treated: treated.Sum(), Control: control.Sum(),
		Level: level, Rounding: rounding, P: 1,
	}
	difference := new(big.Rat).Sub(a.mean, b.mean)
	incremental := new(big.Rat).Mul(difference, a.n)
	out.Incremental = rounding.Rat(incremental)
	out.Expected = out.Treated.Sub(out.Incremental)
	half := new(big.Rat)
	spread := new(big.Rat).Add(a.spread, b.spread)
	if spread.Sign() > 0 {
		half = out.judge(difference, spread, a)
	} else if difference.Sign() != 0 {
		out.P = 0
	}
	half.Mul(half, a.n)
	out.Low = hotelcrm.RoundTo{Places: rounding.Places, Mode: hotelcrm.RoundFloor}.Rat(new(big.Rat).Sub(incremental, half))
	out.High = hotelcrm.RoundTo{Places: rounding.Places, Mode: hotelcrm.RoundCeiling}.Rat(half.Add(incremental, half))
	return out, nil
}

// judge fills in the test and returns half the width of the interval of the difference of the means.
func (r *RevenueUplift) judge(difference, spread *big.Rat, treated moments) *big.Rat {
	part, _ := new(big.Rat).Quo(treated.spread, spread).Float64()
	r.Degrees = figure.Digits12(welch.Degrees(part, float64(r.TreatedGuests), float64(r.ControlGuests)))
	error := exact.Sqrt(spread)
	t, _ := new(big.Float).Quo(new(big.Float).SetPrec(100).SetRat(difference), error).Float64()
	r.T = figure.Digits12(t)
	r.P = figure.Digits9(welch.P(r.T, r.Degrees))
	width := new(big.Float).SetFloat64(figure.Digits9(welch.Deviate(r.Level, r.Degrees)))
	half, _ := error.Mul(error, width).Rat(nil)
	return half
}

// moments are exact figures of one arm.
type moments struct {
	n, mean *big.Rat
	spread  *big.Rat // s²/n
}

func momentsOf(amounts hotelcrm.Amounts) moments {
	n := big.NewRat(int64(amounts.Len()), 1)
	mean := new(big.Rat).Quo(amounts.Sum().Rat(), n)
	spread := new(big.Rat).Mul(mean, mean)
	spread.Mul(spread, n).Sub(exact.SumSquares(amounts).Rat(), spread)
	return moments{n: n, mean: mean, spread: spread.Quo(spread, big.NewRat(int64(amounts.Len())*int64(amounts.Len()-1), 1))}
}
