package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Standard is the mean and the standard deviation of one answer while nothing is amiss, such as those of last year.
type Standard struct {
	Mean float64 `json:"mean"`
	SD   float64 `json:"sd"`
}

// XBarChart returns the control chart of the means of periods: μ ± 3 σ/√n.
//
// Input: at least one period with n of at least 1, mean, and sd with divisor n - 1, as [NodeScore.Group] gives them. A
// nil standard is estimated from the periods: the mean of all guests, and σ² = Σ (n-1) s² / Σ (n-1), so that what
// differs between periods does not widen the limits.
// Errors: a [*hotelcrm.ParamError], also where no period has 2 guests and there is no standard.
// Source: W. A. Shewhart (1931), Economic Control of Quality of Manufactured Product.
func XBarChart(periods []Group, standard *Standard) (*Chart, error) {
	s, err := standardOf(periods, standard)
	if err != nil {
		return nil, err
	}
	c := newChart(MeanChart, s.Mean, s.SD)
	for _, p := range periods {
		c.plot(p.Mean, p.N, s.SD/math.Sqrt(p.N))
	}
	return c, nil
}

// EWMAChart returns the control chart of the exponentially weighted moving averages of the means of periods, which shows
// a slow drift sooner than [XBarChart]. Limits are those of each period, narrow at first, not their limit in the long run.
//
//	zᵢ = λ x̄ᵢ + (1-λ) zᵢ₋₁,  z₀ = μ
//	var zᵢ = λ² σ²/nᵢ + (1-λ)² var zᵢ₋₁;  for equal n: σ²/n · λ/(2-λ) · (1 - (1-λ)²ⁱ)
//
// Input: periods and standard as for [XBarChart]; λ in (0, 1], where 1 is that chart; 0.2 is common.
// Result: FalseAlarm is that of one period; averages of neighbours go together.
// Errors: a [*hotelcrm.ParamError], as [XBarChart].
// Source: S. W. Roberts (1959), Technometrics 1, 239-250.
func EWMAChart(periods []Group, lambda float64, standard *Standard) (*Chart, error) {
	s, err := standardOf(periods, standard)
	if err != nil {
		return nil, err
	}
	if !(lambda > 0 && lambda <= 1) {
		return nil, refuse.Param("lambda", fmt.Sprint(lambda), "(0, 1], such as 0.2")
	}
	c := newChart(AveragingChart, s.Mean, s.SD)
	c.Lambda = lambda
	z, variance := s.Mean, 0.0
	for _, p := range periods {
		z = float64(lambda*p.Mean) + float64((1-lambda)*z)
		variance = float64(lambda*lambda*s.SD*s.SD/p.N) + float64((1-lambda)*(1-lambda)*variance)
		c.plot(z, p.N, math.Sqrt(variance))
	}
	return c, nil
}

// standardOf returns the standard given, or that of the periods.
func standardOf(periods []Group, given *Standard) (Standard, error) {
	if err := checkGroups(periods); err != nil {
		return Standard{}, err
	}
	var squares, free float64
	for i, p := range periods {
		if err := checkWithin(fmt.Sprintf("periods[%d].N", i), p.N, 1, maxCount); err != nil {
			return Standard{}, err
		}
		squares += float64((p.N - 1) * float64(p.SD*p.SD))
		free += p.N - 1
	}
	if given != nil {
		return *given, firstError(checkWithin("standard.Mean", given.Mean, -maxNumber, maxNumber), checkWithin("standard.SD", given.SD, 0, maxNumber))
	}
	if free < 1 {
		return Standard{}, refuse.Param("standard", "none", "a standard, or a period with at least 2 guests")
	}
	_, mean := centre(periods)
	return Standard{mean, math.Sqrt(squares / free)}, nil
}
