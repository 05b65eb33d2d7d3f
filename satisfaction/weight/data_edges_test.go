package weight_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// By hand: the ranks of the first item are 1 2.5 2.5 4, so its rank correlation with the second is √0.9 and with the
// third -3/√22.5; that of the second and third is -0.8.
func TestEqualValuesShareTheirRanks(t *testing.T) {
	m := table(t, "1,1,4; 2,2,3; 2,3,1; 3,4,2", "")
	got := dataWeights(t, m, weight.Options{Method: weight.CRITIC, Ranks: true})
	first, others := math.Sqrt(2./3)/2, math.Sqrt(5./3)/3
	ab, ac := math.Sqrt(.9), -3/math.Sqrt(22.5)
	nearAll(t, "scores", got.Scores, []float64{first * (2 - ab - ac), others * (2 - ab + .8), others * (2 - ac + .8)}, exactly)
}

// A shift and the shifted table are the same.
func TestShiftedEntropyIsThatOfTheShiftedTable(t *testing.T) {
	shifted := dataWeights(t, table(t, "-3,1; 0,2; 3,3", ""), weight.Options{Method: weight.Entropy, Shift: 4})
	plain := dataWeights(t, table(t, "1,5; 4,6; 7,7", ""), weight.Options{Method: weight.Entropy})
	nearAll(t, "weights", shifted.Weights, plain.Weights, exactly)
	_, err := table(t, "0,1; 1,2", "").Weigh(weight.Options{Method: weight.MEREC})
	refuses(t, err, "column 0") // the logarithm of 0
}

// Values that nobody gave are no part of what was seen; frequencies must have the sum that is told.
func TestFrequenciesOfNobody(t *testing.T) {
	rows := [][]int64{{2, 1}, {3, 5}, {3, 4}, {4, 2}}
	m := sumsOf(rows, nil, 1, 5)
	observed := weight.Options{Method: weight.StandardDeviation, Scaling: weight.Observed}
	m.Frequencies[0] = []weight.Frequency{{Value: 1}, {Value: 2, Count: 1}, {Value: 3, Count: 2}, {Value: 4, Count: 1}, {Value: 5}}
	// Answers 2 3 3 4 and 1 5 4 2: the distances of what was seen are 2 and 4.
	nearAll(t, "scores", dataWeights(t, m, observed).Scores, []float64{math.Sqrt(2./3) / 2, math.Sqrt(10./3) / 4}, exactly)

	turned := sumsOf([][]int64{{-1}, {1}, {1}, {1}}, nil, -1, 1)
	turned.Frequencies[0] = []weight.Frequency{{Value: -1, Count: 3}, {Value: 1, Count: 1}} // squares 4, but the sum -2
	refuses(t, turned.Validate(), "Frequencies[0]")
}

// Items that have nothing to do with each other have eigenvalues of exactly 1: each component is kept.
func TestComponentsOfOneAreKept(t *testing.T) {
	m := table(t, "1,1,1; 1,-1,-1; -1,1,-1; -1,-1,1", "")
	got := dataWeights(t, m, weight.Options{Method: weight.Communality})
	if got.Options.Components != 3 {
		t.Errorf("%d components of %v", got.Options.Components, got.Eigenvalues)
	}
	// An item that is the sum of others leaves an eigenvalue of 0 but for rounding: nothing to warn of.
	for n := 3; n < 9; n++ {
		var rows [][]float64
		for i := range 12 {
			row, sum := make([]float64, n+1), 0.0
			for j := range n {
				row[j] = math.Sqrt(float64((i*i*(j+2)+j*j*3+i)%13)) / 3
				sum += row[j]
			}
			row[n] = sum
			rows = append(rows, row)
		}
		if got := dataWeights(t, matrix(t, rows, ""), weight.Options{Method: weight.Communality}); len(got.Warnings) > 0 {
			t.Errorf("%d items and their sum: warnings %v, eigenvalues %v", n, got.Warnings, got.Eigenvalues)
		}
	}
}

// A row of weight 0 is as if it were not there.
func TestRowsOfNoWeightAreLeftOut(t *testing.T) {
	rows := [][]float64{{1, 2}, {90, -50}, {3, 1}, {2, 5}}
	all, err := matrix(t, rows, "").Weighted([]float64{1, 0, 1, 1})
	if err != nil {
		t.Fatal(err)
	}
	got := dataWeights(t, all, weight.Options{})
	want := dataWeights(t, matrix(t, [][]float64{rows[0], rows[2], rows[3]}, ""), weight.Options{})
	nearAll(t, "weights", got.Weights, want.Weights, exactly)
	if got.N[0] != 3 {
		t.Errorf("%d rows", got.N[0])
	}
}
