package weight_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

// settled is what rounding may move where eigenvalues or entropies are close to each other.
const settled = 1e-8

func dataMethods() []weight.DataMethod {
	return []weight.DataMethod{
		weight.StandardDeviation, weight.Entropy, weight.CRITIC, weight.MEREC, weight.DeviationMaximum,
		weight.FirstComponent, weight.EigenvalueWeighted, weight.Communality,
	}
}

// eachMethod checks a property of every method.
func eachMethod(t *testing.T, check func(t *rapid.T, method weight.DataMethod)) {
	t.Helper()
	for _, method := range dataMethods() {
		t.Run(method.String(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { check(t, method) })
		})
	}
}

// drawAnswers returns answers from 1 to 5, all items varying. Principal components of few guests may tie, where no
// component is better than another, so there are more guests than items.
func drawAnswers(t *rapid.T, guests int) [][]int64 {
	m := rapid.IntRange(2, 5).Draw(t, "items")
	out := make([][]int64, guests+m)
	for g := range out {
		for i := range m {
			v := rapid.Int64Range(1, 5).Draw(t, "answer")
			if g < 2 {
				v = 1 + 4*int64((g+i)%2)
			}
			out[g] = append(out[g], v)
		}
	}
	return out
}

// undefined leaves out data on which a method says nothing: items in step, or components anybody's choice.
func undefined(t *rapid.T, w weight.DataWeights, err error) {
	t.Helper()
	if err != nil && !errors.Is(err, weight.ErrUndefined) {
		t.Fatal(err)
	}
	const close = 1e-6
	for k := range w.Components {
		if k+1 < len(w.Eigenvalues) && w.Eigenvalues[k]-w.Eigenvalues[k+1] < close || math.Abs(w.Eigenvalues[k]-1) < close {
			t.Skip("components tie")
		}
	}
	if k := len(w.Components); k > 0 && k < len(w.Eigenvalues) && math.Abs(w.Eigenvalues[k]-1) < close {
		t.Skip("an eigenvalue is just 1")
	}
	if err != nil {
		t.Skip("undefined")
	}
}

func TestOrderOfGuestsAndItemsDoesNotMatter(t *testing.T) {
	eachMethod(t, func(t *rapid.T, method weight.DataMethod) {
		answers := drawAnswers(t, 6)
		o := weight.Options{Method: method}
		want, err := asTable(t, answers).Weigh(o)
		undefined(t, want, err)
		guests := rapid.Permutation(indices(len(answers))).Draw(t, "guests")
		items := rapid.Permutation(indices(len(answers[0]))).Draw(t, "items")
		turned := make([][]int64, len(answers))
		for g, from := range guests {
			for _, i := range items {
				turned[g] = append(turned[g], answers[from][i])
			}
		}
		got := dataWeights(t, asTable(t, turned), o)
		for k, i := range items {
			near(t, "weight", got.Weights[k], want.Weights[i], settled)
		}
	})
}

// A unit of measurement, another for each column, changes no weight; where only differences count, nor does a zero.
func TestUnitsDoNotMatter(t *testing.T) {
	eachMethod(t, func(t *rapid.T, method weight.DataMethod) {
		answers := drawAnswers(t, 6)
		o := weight.Options{Method: method}
		want, err := asTable(t, answers).Weigh(o)
		undefined(t, want, err)
		rows := make([][]float64, len(answers))
		for i := range answers[0] {
			unit, zero := rapid.Float64Range(1e-6, 1e6).Draw(t, "unit"), 0.0
			if method != weight.Entropy && method != weight.MEREC {
				zero = unit * rapid.Float64Range(-10, 10).Draw(t, "zero")
			}
			for g, row := range answers {
				rows[g] = append(rows[g], float64(row[i])*unit+zero)
			}
		}
		nearAll(t, "weights", dataWeights(t, matrix(t, rows, ""), o).Weights, want.Weights, settled)
	})
}

// Sums and the table they were taken from give the same weights.
func TestSumsKnowWhatTheTableKnows(t *testing.T) {
	eachMethod(t, func(t *rapid.T, method weight.DataMethod) {
		answers := drawAnswers(t, rapid.IntRange(4, 30).Draw(t, "guests"))
		o := weight.Options{Method: method}
		want, err := asTable(t, answers).Weigh(o)
		got, momentsErr := sumsOf(answers, nil, 1, 5).Weigh(o)
		if method == weight.MEREC {
			if momentsErr == nil {
				t.Fatal("moments know MEREC")
			}
			return
		}
		if errors.Is(err, weight.ErrUndefined) != errors.Is(momentsErr, weight.ErrUndefined) {
			t.Fatalf("table %v, moments %v", err, momentsErr)
		}
		undefined(t, want, err)
		nearAll(t, "weights", got.Weights, want.Weights, settled)
		nearAll(t, "scores", got.Scores, want.Scores, settled)
		for _, component := range got.Components {
			sum, squares := 0.0, 0.0
			for _, v := range component {
				sum += v
				squares += v * v
			}
			near(t, "length", squares, 1, settled)
			if sum < 0 {
				t.Fatalf("component %v", component)
			}
		}
	})
}

// Whatever is in the table, weights sum to one, none is negative, and constant columns have none.
func TestWeightsOfAnyTableSumToOne(t *testing.T) {
	eachMethod(t, func(t *rapid.T, method weight.DataMethod) {
		m, n := rapid.IntRange(1, 5).Draw(t, "items"), rapid.IntRange(2, 6).Draw(t, "rows")
		rows := make([][]float64, n)
		for g := range rows {
			rows[g] = rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom([]float64{1, 1, 2, 5e-324, 1e-100, 1e100}), rapid.Float64Range(1e-9, 1e9)), m, m).Draw(t, "row")
			rows[g] = append(rows[g], 7.3)
		}
		o := weight.Options{Method: method, EqualIfUndefined: true}
		got := dataWeights(t, matrix(t, rows, ""), o)
		sumsToOne(t, "weights", got.Weights)
		if len(got.Constant) <= m {
			for _, i := range got.Constant {
				if got.Weights[i] != 0 {
					t.Fatalf("constant column %d has weight %v", i, got.Weights[i])
				}
			}
		}
		if _, err := weight.Parts(got.Weights, 4); err != nil {
			t.Fatal(err)
		}
	})
}
