package weight_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

// drawRatio returns a ratio of the scale of 1 to 9 and its reciprocals.
func drawRatio(t *rapid.T, label string) weight.Ratio {
	r := weight.Ratio{Num: rapid.Int64Range(1, 9).Draw(t, label), Den: 1}
	if rapid.Bool().Draw(t, label+" inverted") {
		r = r.Inverse()
	}
	return r
}

// drawJudgements returns complete judgements, and the ratios as a square.
func drawJudgements(t *rapid.T, least, most int) (*weight.Judgements, [][]weight.Ratio) {
	n := rapid.IntRange(least, most).Draw(t, "n")
	square := make([][]weight.Ratio, n)
	for i := range square {
		square[i] = make([]weight.Ratio, n)
		square[i][i] = weight.Ratio{Num: 1, Den: 1}
	}
	for i := range n {
		for k := i + 1; k < n; k++ {
			square[i][k] = drawRatio(t, fmt.Sprintf("%d over %d", i, k))
			square[k][i] = square[i][k].Inverse()
		}
	}
	return fromSquare(t, square), square
}

func fromSquare(t fataler, square [][]weight.Ratio) *weight.Judgements {
	t.Helper()
	j, err := weight.JudgementsOfMatrix(letters(len(square)), square, 0)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return j
}

func methods() []weight.Method {
	return []weight.Method{weight.GeometricMean, weight.Eigenvector, weight.Harker, weight.LeastEigenvalue}
}

const solved = 1e-11 // what an iteration may leave

func TestOrderOfThingsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j, square := drawJudgements(t, 1, 7)
		order := rapid.Permutation(indices(len(square))).Draw(t, "order")
		turned := make([][]weight.Ratio, len(square))
		for i, from := range order {
			for _, k := range order {
				turned[i] = append(turned[i], square[from][k])
			}
		}
		for _, method := range methods() {
			want, got := weigh(t, j, method, 0), weigh(t, fromSquare(t, turned), method, 0)
			for i, from := range order {
				near(t, method.String(), got.Weights[i], want.Weights[from], solved)
			}
			near(t, "lambda", got.Consistency.Lambda, want.Consistency.Lambda, solved*want.Consistency.Lambda)
			near(t, "geometric index", got.Consistency.Geometric, want.Consistency.Geometric, solved)
			if len(got.Consistency.Triads) != len(want.Consistency.Triads) {
				t.Fatalf("%d circular triads, want %d", len(got.Consistency.Triads), len(want.Consistency.Triads))
			}
		}
	})
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func TestMethodsAgreeOnThreeThings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j, _ := drawJudgements(t, 1, 3)
		want := weigh(t, j, weight.GeometricMean, 0)
		for _, method := range methods() {
			nearAll(t, method.String(), weigh(t, j, method, 0).Weights, want.Weights, solved)
		}
	})
}

// Judgements that follow from whole importances are consistent, and give them back.
func TestConsistentJudgements(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		importances := rapid.SliceOfN(rapid.Int64Range(1, 9), 1, 9).Draw(t, "importances")
		n, total := len(importances), int64(0)
		square := make([][]weight.Ratio, n)
		for i, a := range importances {
			total += a
			for _, b := range importances {
				square[i] = append(square[i], weight.Ratio{Num: a, Den: b})
			}
		}
		j := fromSquare(t, square)
		for _, method := range methods() {
			got := weigh(t, j, method, weight.AlonsoLamataLine)
			for i, a := range importances {
				near(t, method.String(), got.Weights[i], float64(a)/float64(total), exactly)
			}
			c := got.Consistency
			if c.Ratio != 0 || c.Index != 0 || c.Lambda != float64(n) || c.Geometric != 0 || c.RatioApplies != (n >= 3) || len(got.Warnings) > 0 {
				t.Fatalf("%v: %+v, %v", method, c, got.Warnings)
			}
		}
	})
}

// One thing k times as important as before has k times the weight, against the others, and all agree as well as before.
func TestImportanceScales(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j, square := drawJudgements(t, 2, 6)
		k := rapid.Int64Range(1, 1000).Draw(t, "k")
		scaled, err := weight.NewJudgements(letters(len(square)), 1_000_000)
		if err != nil {
			t.Fatal(err)
		}
		for i := range square {
			for to := i + 1; to < len(square); to++ {
				r := square[i][to]
				if i == 0 {
					r.Num *= k
				}
				if err := scaled.Set(i, to, r); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, method := range methods() {
			a, b := weigh(t, j, method, 0), weigh(t, scaled, method, 0)
			for i := 1; i < len(square); i++ {
				near(t, method.String(), b.Weights[0]/b.Weights[i]/float64(k), a.Weights[0]/a.Weights[i], solved*a.Weights[0]/a.Weights[i])
			}
			near(t, "lambda", b.Consistency.Lambda, a.Consistency.Lambda, solved*a.Consistency.Lambda)
			near(t, "geometric index", b.Consistency.Geometric, a.Consistency.Geometric, solved)
		}
	})
}

// A judgement turned round, all of them, turns the weights round and leaves the consistency as it is.
func TestTransposedJudgementsLookAsConsistent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j, square := drawJudgements(t, 3, 6)
		turned := make([][]weight.Ratio, len(square))
		for i := range square {
			for k := range square {
				turned[i] = append(turned[i], square[k][i])
			}
		}
		a, b := weigh(t, j, weight.GeometricMean, 0), weigh(t, fromSquare(t, turned), weight.GeometricMean, 0)
		near(t, "ratio", b.Consistency.Ratio, a.Consistency.Ratio, solved*(1+a.Consistency.Ratio))
		for i := range square {
			near(t, "product", a.Weights[i]*b.Weights[i], a.Weights[0]*b.Weights[0], solved)
		}
	})
}

// The eigenvector solves A·w = λ·w, and with gaps filled in the derivative of λ by each of them is 0.
func TestLeastEigenvalueIsLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, square := drawJudgements(t, 4, 6)
		n := len(square)
		for range rapid.IntRange(1, 3).Draw(t, "gaps") {
			i := rapid.IntRange(0, n-2).Draw(t, "row") // the last row keeps all, so that everything stays linked
			k := rapid.IntRange(0, n-2).Draw(t, "column")
			if i != k {
				square[i][k], square[k][i] = weight.Ratio{}, weight.Ratio{}
			}
		}
		got := weigh(t, fromSquare(t, square), weight.LeastEigenvalue, 0)
		values := make([][]float64, n)
		for i := range square {
			for k := range square {
				values[i] = append(values[i], square[i][k].Float())
			}
		}
		for _, f := range got.Filled {
			values[f.Row][f.Column], values[f.Column][f.Row] = f.Value, 1/f.Value
		}
		near(t, "lambda", got.Consistency.Lambda, slowLambda(values), 1e-9)
		for _, f := range got.Filled {
			for _, factor := range []float64{.99, 1.01} {
				values[f.Row][f.Column], values[f.Column][f.Row] = f.Value*factor, 1/f.Value/factor
				if other := slowLambda(values); other < got.Consistency.Lambda*(1-1e-12) {
					t.Fatalf("%+v times %v gives %v, below %v", f, factor, other, got.Consistency.Lambda)
				}
			}
			values[f.Row][f.Column], values[f.Column][f.Row] = f.Value, 1/f.Value
		}
	})
}

// slowLambda is the growth of a vector that is multiplied over and over.
func slowLambda(a [][]float64) float64 {
	w, sum := slices.Repeat([]float64{1 / float64(len(a))}, len(a)), 0.0
	for range 3000 {
		next := make([]float64, len(a))
		sum = 0
		for i, row := range a {
			for k, v := range row {
				next[i] += v * w[k]
			}
			sum += next[i]
		}
		for i := range next {
			next[i] /= sum
		}
		w = next
	}
	return sum
}

func TestPartsAlwaysAddUpToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.Float64Range(0, math.MaxFloat64), 1, 40).Draw(t, "weights")
		weights[rapid.IntRange(0, len(weights)-1).Draw(t, "at")] = rapid.Float64Range(math.SmallestNonzeroFloat64, 1).Draw(t, "above 0")
		places := rapid.IntRange(0, 18).Draw(t, "places")
		parts, err := weight.Parts(weights, places)
		if err != nil {
			t.Fatal(err)
		}
		sum, one := int64(0), int64(math.Pow10(places))
		for i, part := range parts {
			sum += part
			if part < 0 || weights[i] == 0 && part != 0 {
				t.Fatalf("part %d of weight %v is %d", i, weights[i], part)
			}
		}
		if sum != one {
			t.Fatalf("parts add up to %d, want %d", sum, one)
		}
		total := weight.Decimals(parts, places)[0]
		for _, d := range weight.Decimals(parts, places)[1:] {
			total = total.Add(d)
		}
		if total.String() != "1" {
			t.Fatalf("decimals add up to %s", total)
		}
	})
}

// A heavier weight never gets a smaller part, and a power of two as a unit changes nothing.
func TestPartsKeepTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.Float64Range(1e-9, 1), 1, 30).Draw(t, "weights")
		parts, err := weight.Parts(weights, 4)
		if err != nil {
			t.Fatal(err)
		}
		scaled, shift := make([]float64, len(weights)), rapid.IntRange(-900, 900).Draw(t, "shift")
		for i, a := range weights {
			scaled[i] = math.Ldexp(a, shift)
			for k, b := range weights {
				if a > b && parts[i] < parts[k] {
					t.Fatalf("%v has %d parts, %v has %d", a, parts[i], b, parts[k])
				}
			}
		}
		again, err := weight.Parts(scaled, 4)
		if err != nil || !slices.Equal(again, parts) {
			t.Fatalf("%v in another unit: %v, %v", parts, again, err)
		}
	})
}
