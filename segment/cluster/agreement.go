package cluster

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Agreement says how far two ways to label the same guests divide them alike, whatever the labels are called.
type Agreement struct {
	Guests int     `json:"guests"` // with a label in both
	Counts [][]int `json:"counts"` // of guests by label in the first and the second, each counted from 1
	// Rand is the adjusted Rand index: 1 for the same division, about 0 for chance, below 0 for less than chance.
	Rand float64 `json:"rand"`
	// Information is the mutual information over the mean of both entropies: 0 to 1.
	Information float64 `json:"information"`
}

// Agree returns how far two rounds of labels agree: those of this year and last year, or of groups and known classes.
//
//	Rand = (Σ C(nᵢⱼ,2) - E) / ((Σ C(aᵢ,2) + Σ C(bⱼ,2))/2 - E),  E = Σ C(aᵢ,2)·Σ C(bⱼ,2) / C(n,2)
//
// Input: two labels for each guest, 1 to 10000; guests with a label 0 in one of them do not count.
// Result: both figures are 1 where neither way divides the guests.
// Errors: a [*hotelcrm.ParamError] for labels that do not fit, or no guest in both.
// Cost: O(guests + labels²).
// Source: L. Hubert and P. Arabie (1985), Comparing partitions, Journal of Classification 2; A. Strehl and J. Ghosh (2002),
// Cluster ensembles, Journal of Machine Learning Research 3, with the arithmetic mean.
func Agree(first, second []uint16) (Agreement, error) {
	if len(first) != len(second) {
		return Agreement{}, refuse.Param("second", fmt.Sprint(len(second)), fmt.Sprintf("as many labels as the first, %d", len(first)))
	}
	var most [2]uint16
	for i, labels := range [2][]uint16{first, second} {
		if len(labels) > 0 {
			most[i] = slices.Max(labels)
		}
		if most[i] > maxLabel {
			return Agreement{}, refuse.Param([2]string{"first", "second"}[i], fmt.Sprint(most[i]), fmt.Sprintf("0 to %d", maxLabel))
		}
	}
	a := Agreement{Counts: make([][]int, most[0])}
	for i := range a.Counts {
		a.Counts[i] = make([]int, most[1])
	}
	for guest, label := range first {
		if other := second[guest]; label > 0 && other > 0 {
			a.Counts[label-1][other-1]++
			a.Guests++
		}
	}
	if a.Guests == 0 {
		return Agreement{}, refuse.Param("first", "no guest", "a guest with a label in both")
	}
	a.compare()
	return a, nil
}

func (a *Agreement) compare() {
	rows, columns := make([]int, len(a.Counts)), make([]int, len(a.Counts[0]))
	var pairs, rowPairs, columnPairs, joint, rowTerms, columnTerms float64
	for i, counts := range a.Counts {
		for j, n := range counts {
			rows[i] += n
			columns[j] += n
			pairs += choose2(n)
			joint += logTerm(n)
		}
	}
	for _, n := range rows {
		rowPairs, rowTerms = rowPairs+choose2(n), rowTerms+logTerm(n)
	}
	for _, n := range columns {
		columnPairs, columnTerms = columnPairs+choose2(n), columnTerms+logTerm(n)
	}
	a.Rand, a.Information = 1, 1
	expected := float64(rowPairs*columnPairs) / max(1, choose2(a.Guests))
	if most := (rowPairs + columnPairs) / 2; most != expected {
		a.Rand = (pairs - expected) / (most - expected)
	}
	whole := logTerm(a.Guests)
	if entropies := (whole - rowTerms) + (whole - columnTerms); entropies > 0 {
		a.Information = max(0, 2*(whole-rowTerms-columnTerms+joint)/entropies)
	}
}

// choose2 returns the number of pairs.
func choose2(n int) float64 { return float64(n) * float64(n-1) / 2 }

// logTerm returns n·ln n.
func logTerm(n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(float64(n) * math.Log(float64(n)))
}
