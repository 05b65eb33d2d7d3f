// Package welch is the law of the difference of two means whose variances may differ: Student's, with Welch's degrees of
// freedom.
//
// Source: B. Welch, The generalization of Student's problem when several different population variances are involved,
// Biometrika 34 (1947).
package welch

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Degrees returns the degrees of freedom.
//
//	1 / (c²/(n₁-1) + (1-c)²/(n₂-1)),  c = (s₁²/n₁) / (s₁²/n₁ + s₂²/n₂)
//
// Input: c in [0, 1], n₁ and n₂ above 1. It takes c in place of the variances, whose squares may be beyond floats.
func Degrees(c, n1, n2 float64) float64 {
	return 1 / (float64(c*c)/(n1-1) + float64((1-c)*(1-c))/(n2-1))
}

// P returns the chance of a statistic at least as far from 0, in either direction.
func P(t, degrees float64) float64 {
	return 2 * distuv.StudentsT{Sigma: 1, Nu: degrees}.Survival(math.Abs(t))
}

// Deviate returns t with P(|T| < t) = level, also for levels close to 1.
func Deviate(level, degrees float64) float64 {
	return -distuv.StudentsT{Sigma: 1, Nu: degrees}.Quantile((1 - level) / 2)
}
