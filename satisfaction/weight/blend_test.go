package weight_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

func TestBlends(t *testing.T) {
	sources := []weight.Source{{Name: "Delphi", Weights: []float64{3, 1}, Share: 3}, {Name: "AHP", Weights: []float64{.2, .8}, Share: 1}}
	for _, test := range []struct {
		mean weight.Mean
		want []float64
	}{
		{0, []float64{.6125, .3875}},
		{weight.Geometric, []float64{0.61713034, 0.38286966}}, // .75^.75·.2^.25 against .25^.75·.8^.25
	} {
		got, err := weight.Blend(sources, test.mean)
		if err != nil {
			t.Fatal(err)
		}
		nearAll(t, test.mean.String(), got.Weights, test.want, eightPlaces)
		nearAll(t, "shares", got.Shares, []float64{.75, .25}, 0)
		c := got.Disagreement[0]
		near(t, "moved", c.Moved, .55, exactly)
		near(t, "largest", c.Largest, .55, exactly)
		if c.First != "Delphi" || c.Second != "AHP" || c.Order != -1 || !c.HasOrder || c.At != 0 {
			t.Errorf("%+v", c)
		}
	}
}

func TestSourcesWithoutOrder(t *testing.T) {
	got, err := weight.Disagreements([]weight.Source{{Weights: []float64{1, 1}}, {Weights: []float64{1e308, 1e308}}, {Weights: []float64{1, 2}}})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0].HasOrder || got[0].Moved != 0 || got[1].HasOrder {
		t.Errorf("%+v", got)
	}
}

// A blend lies between its sources, item by item, and does not depend on their units.
func TestABlendLiesBetweenItsSources(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "items")
		positive := rapid.SliceOfN(rapid.Float64Range(1e-3, 1), n, n)
		a, b := positive.Draw(t, "a"), positive.Draw(t, "b")
		shares := rapid.SliceOfN(rapid.Int64Range(0, 5), 2, 2).Draw(t, "shares")
		blend := func(a, b []float64, mean weight.Mean) weight.Blended {
			got, err := weight.Blend([]weight.Source{{"a", a, shares[0]}, {"b", b, shares[1]}}, mean)
			if err != nil {
				t.Fatal(err)
			}
			sumsToOne(t, "blend", got.Weights)
			return got
		}
		got := blend(a, b, weight.Arithmetic)
		x, y := blend(a, a, 0).Weights, blend(b, b, 0).Weights
		unit := make([]float64, n)
		for i := range a {
			unit[i] = a[i] * 8
			if got.Weights[i] < min(x[i], y[i])-exactly || got.Weights[i] > max(x[i], y[i])+exactly {
				t.Fatalf("item %d is %v of %v and %v", i, got.Weights[i], x[i], y[i])
			}
		}
		for _, mean := range []weight.Mean{weight.Arithmetic, weight.Geometric} {
			nearAll(t, "another unit", blend(unit, b, mean).Weights, blend(a, b, mean).Weights, exactly)
		}
	})
}
