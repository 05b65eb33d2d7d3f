package weight_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

// deviationOf returns the largest difference between a weight and what a comparison says.
func deviationOf(b weight.BestWorst, w []float64) float64 {
	worst := 0.0
	for i := range w {
		worst = max(worst, math.Abs(w[b.Best]-b.Over[i].Float()*w[i]), math.Abs(w[i]-b.Under[i].Float()*w[b.Worst]))
	}
	return worst
}

// The linear model is convex: where no small step away from the weights is better, nothing is.
func TestBestWorstIsOptimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 7).Draw(t, "n")
		whole := func(label string) weight.Ratio {
			return weight.Ratio{Num: rapid.Int64Range(1, 9).Draw(t, label), Den: 1}
		}
		b := weight.BestWorst{Names: letters(n), Best: 0, Worst: n - 1, Over: make([]weight.Ratio, n), Under: make([]weight.Ratio, n)}
		for i := range n {
			b.Over[i], b.Under[i] = whole("over"), whole("under")
		}
		b.Over[0], b.Under[n-1] = weight.Ratio{Num: 1, Den: 1}, weight.Ratio{Num: 1, Den: 1}
		b.Under[0] = b.Over[n-1]
		got, err := b.Weigh()
		if err != nil {
			t.Fatal(err)
		}
		sumsToOne(t, "weights", got.Weights)
		near(t, "deviation", deviationOf(b, got.Weights), got.Deviation, solved)
		for range 50 {
			step, away, sum := rapid.Float64Range(1e-6, .5).Draw(t, "step"), make([]float64, n), 0.0
			for i := range away {
				away[i] = got.Weights[i] * math.Exp(step*rapid.Float64Range(-1, 1).Draw(t, "direction"))
				sum += away[i]
			}
			for i := range away {
				away[i] /= sum
			}
			if other := deviationOf(b, away); other < got.Deviation-solved {
				t.Fatalf("%v deviate by %v, %v by %v only", got.Weights, got.Deviation, away, other)
			}
		}
	})
}

func TestInputRatioOfBestWorst(t *testing.T) {
	b := car()
	b.Over[2] = weight.Ratio{Num: 9, Den: 1} // nine times comfort, which is twice style: eighteen times style, not eight
	got, err := b.Weigh()
	if err != nil {
		t.Fatal(err)
	}
	near(t, "ratio", got.Ratio, 10./56, exactly)
	if got.At != 2 || got.Deviation <= 0 {
		t.Errorf("%+v", got)
	}
}
