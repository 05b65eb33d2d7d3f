package btyd

import (
	"fmt"
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/special"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// maxOccasions bounds how many renewals or occasions one guest can have had: a century of days.
const maxOccasions = 36_500

func occasionsError(param string, n, low int) error {
	return refuse.Param(param, strconv.Itoa(n), fmt.Sprintf("%d to %d", low, maxOccasions))
}

// discountPer returns the effective discount rate per unit.
func discountPer(rate valuation.Rate, unit valuation.Period) (float64, error) {
	if !rate.IsSet() {
		return 0, refuse.Param("rate", rate.String(), "a rate with its period")
	}
	d := rate.Per(unit).InexactFloat64()
	if d < 0 {
		return 0, refuse.Param("rate", rate.String(), "0 or more")
	}
	return d, nil
}

func errNoDiscount(shape float64) error {
	return refuse.Param(
		"rate", "0",
		fmt.Sprintf("above 0: without discount the sum is infinite for a dropout shape of %.4g, 1 or less", shape))
}

// logRisingRatio returns ln of b(b+1)...(b+n-1) / c(c+1)...(c+n-1), 0 for n of 0 or less.
func logRisingRatio(b, c float64, n int) float64 {
	if n <= 64 {
		ratio := 1.0
		for i := range n {
			ratio *= (b + float64(i)) / (c + float64(i))
		}
		return math.Log(ratio)
	}
	return special.LogRising(b, n) - special.LogRising(c, n)
}

// sumOfSurvivors returns Σ v^t S(t) over t ≥ 0, v = 1/(1+d), for a beta-geometric dropout with S(t+1)/S(t) = (b+t)/(a+b+t):
// ₂F₁(1, b; a+b; v). Without discount it is (a+b-1)/(a-1), +Inf for a of 1 or less.
//
// Gauss's continued fraction is evaluated by the method of Lentz. All its partial quotients have one sign, so nothing
// cancels, and near v = 1 it needs tens of terms where the series needs thousands.
func sumOfSurvivors(b, a, d float64) float64 {
	c := a + b
	if d == 0 {
		if a <= 1 {
			return math.Inf(1)
		}
		return (c - 1) / (a - 1)
	}
	v := 1 / (1 + d)
	// 1/(1 + q1/(1 + q2/(1 + ...))), q1 = -v·b/c, f the value below the first stroke.
	f, high, low := 1.0, 1.0, 0.0
	for i := 1; i <= maxFraction; i++ {
		q := -v * gaussQuotient(b, c, i)
		low = 1 / (1 + q*low)
		high = 1 + q/high
		step := high * low
		f *= step
		if math.Abs(step-1) < 0x1p-52 {
			break
		}
	}
	return 1 / f
}

// maxFraction bounds the continued fraction. It is reached only for rates below 1e-8 a unit.
const maxFraction = 200_000

// gaussQuotient returns the i-th coefficient of Gauss's continued fraction of ₂F₁(1, b; c; ·).
func gaussQuotient(b, c float64, i int) float64 {
	k := float64(i / 2)
	switch {
	case i == 1:
		return b / c
	case i%2 == 1:
		return (b + k) * (c - 1 + k) / ((c - 1 + 2*k) * (c + 2*k))
	}
	return k * (c - b - 1 + k) / ((c - 2 + 2*k) * (c - 1 + 2*k))
}

// checkParams refuses parameters that no fit reaches, and an unset unit.
func checkParams(unit valuation.Period, params []Param) error {
	for _, p := range params {
		if !(p.Value >= 1e-20 && p.Value <= 1e20) { // NaN too
			return refuse.Param(p.Name, fmt.Sprint(p.Value), "1e-20 to 1e20")
		}
	}
	return checkUnit(unit)
}

func checkPositive(params []Param) error {
	for _, p := range params {
		if !(p.Value > 0 && p.Value <= math.MaxFloat64) { // NaN too
			return refuse.Param(p.Name, fmt.Sprint(p.Value), "above 0 and finite")
		}
	}
	return nil
}

func checkTimes(param string, times ...float64) error {
	for _, t := range times {
		if !validTime(t) {
			return refuse.Param(param, fmt.Sprint(t), "0 to 1e9")
		}
	}
	return nil
}

func errNone(param string) error {
	return refuse.Param(param, "nil", "what its constructor returns")
}
