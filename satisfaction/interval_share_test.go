package satisfaction_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"pgregory.net/rapid"
)

// Eight of ten guests, as R's prop.test and binom.test give it.
func TestPublishedIntervalsOfAShare(t *testing.T) {
	corrected, err := satisfaction.WilsonCorrected(8, 10, .95)
	if err != nil {
		t.Fatal(err)
	}
	exact, err := satisfaction.ExactShare(8, 10, .95)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ got, want float64 }{
		{corrected.Low, .4421814243}, {corrected.High, .9645730563}, {exact.Low, .4439045377}, {exact.High, .9747892737},
	} {
		if math.Abs(c.got-c.want) > 5e-11 {
			t.Errorf("%.10f, want %.10f", c.got, c.want)
		}
	}
}

// The ends of the exact interval are where the binomial tails have the probability that is left over.
func TestExactShareHoldsItsTails(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 200).Draw(t, "n")
		count := rapid.Int64Range(0, n).Draw(t, "count")
		level := rapid.Float64Range(.5, .999).Draw(t, "level")
		i, err := satisfaction.ExactShare(count, n, level)
		if err != nil {
			t.Fatal(err)
		}
		tail := (1 - level) / 2
		if count > 0 && math.Abs(atLeast(count, n, i.Low)-tail) > 1e-9 || count == 0 && i.Low != 0 {
			t.Errorf("low %v: tail %v, want %v", i.Low, atLeast(count, n, i.Low), tail)
		}
		if count < n && math.Abs(1-atLeast(count+1, n, i.High)-tail) > 1e-9 || count == n && i.High != 1 {
			t.Errorf("high %v", i.High)
		}
		wilson, err := satisfaction.Wilson(count, n, level)
		if err != nil {
			t.Fatal(err)
		}
		corrected, err := satisfaction.WilsonCorrected(count, n, level)
		if err != nil || corrected.Low > wilson.Low+1e-12 || corrected.High < wilson.High-1e-12 {
			t.Errorf("corrected %v, not around %v: %v", corrected, wilson, err)
		}
	})
}

// atLeast returns the probability that k or more of n have what each has with probability p.
func atLeast(k, n int64, p float64) float64 {
	sum := 0.0
	for ; k <= n; k++ {
		a, _ := math.Lgamma(float64(n + 1))
		b, _ := math.Lgamma(float64(k + 1))
		c, _ := math.Lgamma(float64(n - k + 1))
		sum += math.Exp(a - b - c + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	}
	return sum
}

func TestIntervalsOfAShareRefuse(t *testing.T) {
	for _, c := range []struct {
		count, n int64
		level    float64
	}{{-1, 10, .95}, {11, 10, .95}, {0, 0, .95}, {0, 2e15, .95}, {1, 2, 0}, {1, 2, 1}, {1, 2, math.NaN()}} {
		if _, err := satisfaction.Wilson(c.count, c.n, c.level); err == nil {
			t.Errorf("%+v: score", c)
		}
		if _, err := satisfaction.WilsonCorrected(c.count, c.n, c.level); err == nil {
			t.Errorf("%+v: corrected", c)
		}
		if _, err := satisfaction.ExactShare(c.count, c.n, c.level); err == nil {
			t.Errorf("%+v: exact", c)
		}
	}
}

// Eight of the ten guests who answered would come again. So few guests say little: the three intervals differ.
func ExampleExactShare_wouldComeAgain() {
	score, _ := satisfaction.Wilson(8, 10, .95)
	exact, _ := satisfaction.ExactShare(8, 10, .95)
	fmt.Printf("%.2f to %.2f, %v\n", score.Low, score.High, score.Method)
	fmt.Printf("%.2f to %.2f, %v\n", exact.Low, exact.High, exact.Method)
	// Output:
	// 0.49 to 0.94, wilson
	// 0.44 to 0.97, clopper-pearson
}

// Two of three families would recommend the breakfast.
func ExampleWilsonCorrected_breakfast() {
	i, _ := satisfaction.WilsonCorrected(2, 3, .95)
	fmt.Printf("%.2f to %.2f, %v\n", i.Low, i.High, i.Method)
	// Output: 0.13 to 0.98, wilson-continuity
}
