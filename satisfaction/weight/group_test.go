package weight_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

func group(t fataler, experts []weight.Expert) weight.GroupWeighing {
	t.Helper()
	g, err := weight.AggregateJudgements(experts, 0, 0)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return g
}

func TestSharesAreWorthAsManyExperts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := 4
		a, b := drawOf(t, n, "first"), drawOf(t, n, "second")
		shares := []weight.Expert{{Judgements: a, Share: 2}, {Judgements: b, Share: 1}}
		heads := []weight.Expert{{Judgements: a}, {Judgements: b}, {Judgements: a}}
		nearAll(t, "judgements", group(t, shares).Weights, group(t, heads).Weights, solved)
		for _, mean := range []weight.Mean{weight.Arithmetic, weight.Geometric} {
			x, err := weight.AggregatePriorities(shares, weight.Eigenvector, 0, mean)
			if err != nil {
				t.Fatal(err)
			}
			y, err := weight.AggregatePriorities(heads, weight.Eigenvector, 0, mean)
			if err != nil {
				t.Fatal(err)
			}
			nearAll(t, mean.String(), x.Weights, y.Weights, solved)
			near(t, "consensus", x.Consensus, y.Consensus, 1)
		}
	})
}

func drawOf(t *rapid.T, n int, label string) *weight.Judgements {
	var upper []weight.Ratio
	for range n * (n - 1) / 2 {
		upper = append(upper, drawRatio(t, label))
	}
	j, err := weight.JudgementsOf(letters(n), upper, 0)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// Together by judgements or by priorities is the same with geometric means throughout, and one expert is heard as is.
func TestGeometricMeansCommute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		experts := []weight.Expert{{Judgements: drawOf(t, 4, "first"), Share: rapid.Int64Range(1, 5).Draw(t, "share")}, {Judgements: drawOf(t, 4, "second"), Share: 3}}
		want := group(t, experts)
		got, err := weight.AggregatePriorities(experts, 0, 0, weight.Geometric)
		if err != nil {
			t.Fatal(err)
		}
		nearAll(t, "weights", got.Weights, want.Weights, solved)
		if got.Sum > 1+exactly || want.Consensus < 0 || want.Consensus > 1 {
			t.Fatalf("sum %v, consensus %v", got.Sum, want.Consensus)
		}
		alone := group(t, experts[:1])
		nearAll(t, "alone", alone.Weights, weigh(t, experts[0].Judgements, 0, 0).Weights, solved)
		nearAll(t, "spread alone", alone.Spread, make([]float64, 4), 0)
	})
}

func TestConsensus(t *testing.T) {
	tests := []struct {
		name     string
		matrices []string
		want     float64
	}{
		{"alone", []string{city}, 1},
		{"the same", []string{city, city, city}, 1},
		{"as far apart as the scale allows", []string{"9,9 | 1", "1/9,1 | 9", "1,1/9 | 1/9"}, 0},
		{"two of three apart", []string{"9,9 | 1", "1/9,1 | 9"}, 0},
		{"more experts than things", []string{"9", "1/9", "9", "1/9"}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var experts []weight.Expert
			for _, text := range test.matrices {
				experts = append(experts, weight.Expert{Judgements: triangle(t, text)})
			}
			near(t, "consensus", group(t, experts).Consensus, test.want, exactly)
		})
	}
}

// Nobody is left out: a pair that one expert did not compare is the others' alone.
func TestMissingComparisonsInAGroup(t *testing.T) {
	experts := []weight.Expert{
		{Name: "Ann", Judgements: triangle(t, "3,x | 3")}, {Name: "Ben", Judgements: triangle(t, "3,9 | 3")}, {Name: "Cai", Judgements: triangle(t, "9,1/9 | 9")},
	}
	g := group(t, experts)
	if len(g.Experts) != 3 || g.Experts[0].Consistency.RatioApplies || g.Accepted != 1 || codes(g.Warnings) != "inconsistent-judgements 1" {
		t.Errorf("%+v", g)
	}
	two := group(t, experts[:2])
	nearAll(t, "weights", two.Weights, []float64{9. / 13, 3. / 13, 1. / 13}, exactly)
}

// Experts who agree with themselves agree as a group, whatever the rounding: no index is below 0.
func TestGroupOfConsistentExpertsIsConsistent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 9).Draw(t, "things")
		var experts []weight.Expert
		for range 2 {
			var upper []weight.Ratio
			of := rapid.SliceOfN(rapid.Int64Range(1, 9), n, n).Draw(t, "weights")
			for i := range of {
				for _, other := range of[i+1:] {
					upper = append(upper, weight.Ratio{Num: of[i], Den: other})
				}
			}
			j, err := weight.JudgementsOf(letters(n), upper, 0)
			if err != nil {
				t.Fatal(err)
			}
			experts = append(experts, weight.Expert{Judgements: j})
		}
		c := group(t, experts).Consistency
		if c.Lambda < float64(n) || c.Index < 0 || c.Ratio < 0 {
			t.Fatalf("%d things: %+v", n, c)
		}
		near(t, "index", c.Index, 0, 1)
	})
}
