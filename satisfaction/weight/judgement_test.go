package weight_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

func TestJudgementsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j, square := drawJudgements(t, 1, 6)
		document, err := json.Marshal(j)
		if err != nil {
			t.Fatal(err)
		}
		var back weight.Judgements
		if err := json.Unmarshal(document, &back); err != nil {
			t.Fatal(err)
		}
		for i := range square {
			for k := range square {
				want, ok := j.At(i, k)
				if got, gotOK := back.At(i, k); got != want || gotOK != ok || !ok || got.Float() != square[i][k].Float() {
					t.Fatalf("(%d, %d) is %v, want %v", i, k, got, want)
				}
			}
		}
		if diff := cmp.Diff(j.Names(), back.Names()); diff != "" || back.Limit() != 9 || back.Missing() != 0 {
			t.Fatalf("names (-want +got):\n%s", diff)
		}
	})
}

func TestEitherHalfWillDo(t *testing.T) {
	for _, document := range []string{
		`{"names":["a","b","c"],"matrix":[[1,2,"1/4"],[null,1,null],[null,3,1]]}`,
		`{"names":["a","b","c"],"matrix":[["1","2.0","0.25"],["1/2","1","1/3"],["4","3","1"]],"limit":9,"title":"rooms"}`,
		`{"names":["a","b","c"],"matrix":[["",2,""],["","",""],[4,3,""]]}`,
		`{"names":["a","b","c"],"judgements":[{"row":"a","column":"b","ratio":2},{"row":"c","column":"a","ratio":"4"},{"row":"b","column":"c","ratio":"1/3"},{"row":"c","column":"b","ratio":3}]}`,
		`{"names":["a","b","c"],"matrix":[["",2,""],["","",""],["","",""]],"judgements":[{"row":"c","column":"a","ratio":"4"},{"row":"c","column":"b","ratio":3}]}`,
	} {
		j, err := weight.ReadJudgements([]byte(document))
		if err != nil {
			t.Error(err)
			continue
		}
		got, err := json.Marshal(j)
		want := `{"names":["a","b","c"],"limit":9,"matrix":[["1","2","1/4"],["1/2","1","1/3"],["4","3","1"]]}`
		if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}

func TestOneThingHasAllTheWeight(t *testing.T) {
	j, err := weight.ReadJudgements([]byte(`{"names":["room"]}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, method := range methods() {
		got := weigh(t, j, method, 0)
		if got.Weights[0] != 1 || got.Consistency.RatioApplies || got.Consistency.GeometricApplies || got.Consistency.Lambda != 1 {
			t.Errorf("%v: %+v", method, got)
		}
	}
}

func TestTwoThingsHaveNoRatio(t *testing.T) {
	got := weigh(t, triangle(t, "3"), weight.Eigenvector, 0)
	nearAll(t, "weights", got.Weights, []float64{.75, .25}, exactly)
	if c := got.Consistency; c.RatioApplies || c.GeometricApplies || c.Ratio != 0 {
		t.Errorf("%+v", c)
	}
	if repairs, err := triangle(t, "3").Repairs(0); len(repairs) != 0 || err != nil {
		t.Errorf("repairs %v, %v", repairs, err)
	}
}

func TestTablesEnd(t *testing.T) {
	upper := strings.Repeat("2,", 11*10/2)
	j := triangle(t, upper)
	if got := weigh(t, j, 0, weight.Saaty).Consistency; got.RatioApplies || got.Random != 0 || !got.GeometricApplies {
		t.Errorf("eleven things by Saaty: %+v", got)
	}
	if got := weigh(t, j, 0, weight.AlonsoLamataLine).Consistency; !got.RatioApplies || got.Ratio == 0 {
		t.Errorf("eleven things by the line: %+v", got)
	}
}

// The geometric index divides by what is left of the comparisons once the weights are found.
func TestGeometricIndexWithGaps(t *testing.T) {
	j := triangle(t, "1,5,2 | 3,4 | x")
	got := weigh(t, j, weight.GeometricMean, 0)
	sum := 0.0
	for i := range 4 {
		for k := i + 1; k < 4; k++ {
			if r, ok := j.At(i, k); ok {
				d := math.Log(r.Float() * got.Weights[k] / got.Weights[i])
				sum += d * d
			}
		}
	}
	near(t, "geometric index", got.Consistency.Geometric, sum/2, exactly)
	if tree := weigh(t, triangle(t, "2,3 | x"), 0, 0).Consistency; tree.GeometricApplies || tree.Geometric != 0 {
		t.Errorf("nothing to compare with: %+v", tree)
	}
}

// A long chain of comparisons is the slowest to settle: every thing hears of the first through all between.
func TestALongChainSettles(t *testing.T) {
	const n = 60
	j, err := weight.NewJudgements(letters(n), 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n - 1 {
		ratio := weight.Ratio{Num: int64(1 + i%3), Den: int64(1 + i%2)}
		if err := j.Set(i, i+1, ratio); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Set(0, n/2, weight.Ratio{Num: 1, Den: 9}); err != nil { // against the run of the chain
		t.Fatal(err)
	}
	for _, method := range []weight.Method{weight.GeometricMean, weight.Harker, weight.LeastEigenvalue} {
		got := weigh(t, j, method, 0)
		t.Logf("%v: %d steps, lambda %v", method, got.Steps, got.Consistency.Lambda)
		sumsToOne(t, method.String(), got.Weights)
		if codes(got.Warnings) != "missing-comparisons 1710" {
			t.Errorf("warnings %v", got.Warnings)
		}
	}
}

// A step with the squared matrix counts as two: Steps tells how slowly the plain iteration settles, which goes from the
// geometric means by the matrix that has 0 for a pair not compared and 1 more on the diagonal for each.
func TestStepsAreThoseOfThePlainIteration(t *testing.T) {
	const n = 12
	j, err := weight.NewJudgements(letters(n), 0)
	if err != nil {
		t.Fatal(err)
	}
	plain := make([][]float64, n)
	for i := range n {
		plain[i] = make([]float64, n)
		plain[i][i] = n // 1, and n - 1 pairs that are missing so far
	}
	compare := func(i, k int, ratio weight.Ratio) {
		if err := j.Set(i, k, ratio); err != nil {
			t.Fatal(err)
		}
		plain[i][k], plain[k][i] = ratio.Float(), 1/ratio.Float()
		plain[i][i]--
		plain[k][k]--
	}
	for i := range n - 1 {
		compare(i, i+1, weight.Ratio{Num: int64(1 + i%4), Den: 1})
	}
	compare(0, n/2, weight.Ratio{Num: 1, Den: 9}) // against the run of the chain
	got := weigh(t, j, weight.Harker, 0)
	w, steps := weigh(t, j, weight.GeometricMean, 0).Weights, 0
	for ; farthest(w, got.Weights) > 1e-12; steps++ {
		next, sum := make([]float64, n), 0.0
		for i := range next {
			for k := range w {
				next[i] += plain[i][k] * w[k]
			}
			sum += next[i]
		}
		for i := range next {
			w[i] = next[i] / sum
		}
	}
	if steps < 300 || got.Steps < steps || got.Steps > 2*steps {
		t.Errorf("%d steps, the plain iteration is within 1e-12 after %d", got.Steps, steps)
	}
}

// farthest returns the largest relative difference.
func farthest(got, want []float64) float64 {
	out := 0.0
	for i := range want {
		out = max(out, math.Abs(got[i]-want[i])/want[i])
	}
	return out
}

// What the first proposal says of the eigenvalue is what weighing the repaired judgements says.
func TestRepairsDoWhatTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j, square := drawJudgements(t, 3, 6)
		before := weigh(t, j, weight.Eigenvector, 0)
		repairs, err := j.Repairs(0)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range repairs {
			if r.Factor < 1 || i > 0 && r.Factor > repairs[i-1].Factor {
				t.Fatalf("factors %v", repairs)
			}
			if given, _ := j.At(r.Row, r.Column); given != r.Given {
				t.Fatalf("given %v, want %v", r.Given, given)
			}
			near(t, "factor", r.Given.Float()*before.Weights[r.Column]/before.Weights[r.Row], r.Factor, solved*r.Factor)
		}
		worst := repairs[0]
		values := make([][]float64, len(square))
		for i := range square {
			for k := range square {
				values[i] = append(values[i], square[i][k].Float())
			}
		}
		repaired, err := weight.NewJudgements(j.Names(), 0)
		if err != nil {
			t.Fatal(err)
		}
		for i := range square {
			for k := range square {
				ratio := square[i][k]
				switch {
				case i == worst.Row && k == worst.Column:
					ratio = worst.Nearest
				case i == worst.Column && k == worst.Row:
					ratio = worst.Nearest.Inverse()
				}
				values[i][k] = ratio.Float()
				if err := repaired.Set(i, k, ratio); err != nil {
					t.Fatal(err)
				}
			}
		}
		near(t, "ratio after", worst.RatioAfter, weigh(t, repaired, weight.Eigenvector, 0).Consistency.Ratio, 1e-9)
		for n := int64(1); n <= 9; n++ {
			for _, other := range []float64{float64(n), 1 / float64(n)} {
				if math.Abs(math.Log(other/worst.Value)) < math.Abs(math.Log(worst.Nearest.Float()/worst.Value))-exactly {
					t.Fatalf("%v is nearer to %v than %v", other, worst.Value, worst.Nearest)
				}
			}
		}
		near(t, "lambda after", worst.LambdaAfter, slowLambda(values), 1e-9)
		const step = 1e-5
		row, column := min(worst.Row, worst.Column), max(worst.Row, worst.Column)
		a := square[row][column].Float()
		lambda := func(v float64) float64 {
			values[row][column], values[column][row] = v, 1/v
			return slowLambda(values)
		}
		slope := (lambda(a*(1+step)) - lambda(a*(1-step))) / (2 * step * a)
		near(t, "slope", worst.Slope, max(slope, -slope), 1e-5*(1+worst.Slope))
	})
}
