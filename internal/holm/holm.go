// Package holm is Holm's correction of the p-values of several tests.
package holm

import (
	"cmp"
	"slices"
)

// Adjust returns p-values so adjusted that all tests together find a difference where there is none no more often than
// each alone did, in the order given.
//
//	p̃(k) = max over j <= k of min(1, (m-j+1)·p(j)),  p(1) <= ... <= p(m)
//
// Input: values in [0, 1].
// Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979).
func Adjust(p []float64) []float64 {
	rising := make([]int, len(p))
	for i := range rising {
		rising[i] = i
	}
	slices.SortStableFunc(rising, func(i, j int) int { return cmp.Compare(p[i], p[j]) })
	out := make([]float64, len(p))
	most := 0.0
	for rank, i := range rising {
		most = max(most, min(1, float64(len(p)-rank)*p[i]))
		out[i] = most
	}
	return out
}
