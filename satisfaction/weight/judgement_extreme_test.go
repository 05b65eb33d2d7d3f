package weight_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// A chain of a hundred things, each a million times the next, spans more than a float64 holds.
func TestRatiosBeyondFloatsAreAnError(t *testing.T) {
	const n = 100
	j, err := weight.NewJudgements(letters(n), 1_000_000)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n - 1 {
		if err := j.Set(i, i+1, weight.Ratio{Num: 1_000_000, Den: 1}); err != nil {
			t.Fatal(err)
		}
	}
	for _, method := range []weight.Method{weight.GeometricMean, weight.Harker, weight.LeastEigenvalue} {
		if w, err := j.Weigh(method, 0); !errors.Is(err, weight.ErrNoConvergence) {
			t.Errorf("%v: %v, %v", method, w.Weights, err)
		}
	}
}
