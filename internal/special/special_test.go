package special_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/special"
)

// The wanted values of this file were computed with 40 digits.

// close12 is the relative error allowed: rounding alone.
const close12 = 2e-13

func near(got, want float64) bool {
	return got == want || math.Abs(got-want) <= close12*math.Abs(want)
}

func TestScaledExpIntAgainstTable(t *testing.T) {
	for _, test := range expInts {
		if got := special.ScaledExpInt(test.s, test.z); !near(got, test.want) {
			t.Errorf("ScaledExpInt(%g, %g) = %.17g, want %.17g", test.s, test.z, got, test.want)
		}
	}
}

// A guest of a loyal base: B·e^z·E_.6(z) with z = B·ln(1.15)/52 and B = beta + 38.86.
func TestScaledExpIntWhereOthersOverflow(t *testing.T) {
	for _, test := range []struct{ beta, want float64 }{{100, 207.736836519}, {7000, 361.143305254}, {50000, 370.420739078}} {
		b := test.beta + 38.86
		if got := b * special.ScaledExpInt(0.6, b*math.Log(1.15)/52); math.Abs(got/test.want-1) > 1e-11 {
			t.Errorf("beta %g: got %.12g, want %.12g", test.beta, got, test.want)
		}
	}
}

func TestScaledExpIntAtItsEdges(t *testing.T) {
	if got := special.ScaledExpInt(3, 0); got != 0.5 {
		t.Errorf("z = 0: got %g, want 1/(s-1)", got)
	}
	if got := special.ScaledExpInt(1, 0); !math.IsInf(got, 1) {
		t.Errorf("z = 0, s = 1: got %g, want +Inf", got)
	}
	for _, bad := range [][2]float64{{0, 1}, {-1, 1}, {1, -1}, {math.NaN(), 1}, {1, math.NaN()}} {
		if got := special.ScaledExpInt(bad[0], bad[1]); !math.IsNaN(got) {
			t.Errorf("ScaledExpInt(%g, %g) = %g, want NaN", bad[0], bad[1], got)
		}
	}
}

func TestLogRisingAgainstTable(t *testing.T) {
	for _, test := range risings {
		if got := special.LogRising(test.c, test.n); !near(got, test.want) {
			t.Errorf("LogRising(%g, %d) = %.17g, want %.17g", test.c, test.n, got, test.want)
		}
	}
}

func TestTrigammaAgainstTable(t *testing.T) {
	for _, test := range trigammas {
		if got := special.Trigamma(test.x); !near(got, test.want) {
			t.Errorf("Trigamma(%g) = %.17g, want %.17g", test.x, got, test.want)
		}
	}
	if got := special.Trigamma(0); !math.IsNaN(got) {
		t.Errorf("Trigamma(0) = %g, want NaN", got)
	}
}

func TestGrowthIsRegularAtZero(t *testing.T) {
	for _, test := range []struct{ e, l, want float64 }{{0, 3, 3}, {1e-18, 3, 3}, {2, math.Ln2, 0.375}, {-1, math.Ln2, 1}} {
		if got := special.Growth(test.e, test.l); !near(got, test.want) {
			t.Errorf("Growth(%g, %g) = %g, want %g", test.e, test.l, got, test.want)
		}
	}
}

// A rule with n nodes integrates polynomials up to degree 2n-1 exactly.
func TestGaussLegendreIntegratesPolynomials(t *testing.T) {
	for _, n := range []int{8, 12, 16, 24} {
		nodes, weights := special.GaussLegendre(n - 1)
		if len(nodes) != n || len(weights) != n {
			t.Fatalf("%d nodes and %d weights, want %d", len(nodes), len(weights), n)
		}
		for degree := range 2 * n {
			want := float64(1+degree%2*-1) * 2 / float64(degree+1)
			var got float64
			for i, x := range nodes {
				got += weights[i] * math.Pow(x, float64(degree))
			}
			if math.Abs(got-want) > 1e-14 {
				t.Errorf("%d nodes, degree %d: got %.17g, want %.17g", n, degree, got, want)
			}
		}
	}
}
