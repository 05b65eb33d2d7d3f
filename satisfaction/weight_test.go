package satisfaction_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// Weights of the generated survey, items 0, 5, 11 and 23.
func TestWeightsFromASummary(t *testing.T) {
	m := weightSums(t, summaryOf(t, thesisForm(t), generated().complete, 1))
	for method, want := range map[weight.DataMethod][4]float64{
		weight.StandardDeviation: {0.04033631, 0.04624798, 0.04768590, 0.04586619},
		weight.CRITIC:            {0.03779573, 0.05802110, 0.06297792, 0.06134797},
		weight.Entropy:           {0.03635954, 0.05980505, 0.06305418, 0.06113544},
		weight.DeviationMaximum:  {0.04012580, 0.04670715, 0.04813392, 0.04632106},
	} {
		got, err := m.Weigh(weight.Options{Method: method})
		if err != nil {
			t.Fatal(err)
		}
		for k, i := range []int{0, 5, 11, 23} {
			check(t, fmt.Sprint(method, " item ", i), got.Weights[i], want[k], 0.6e-8)
		}
	}
}

func weightSums(t testing.TB, s *satisfaction.Summary) *weight.Sums {
	t.Helper()
	m, err := s.WeightSums(nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func ExampleSummary_WeightSums_weightsFromAnswers() {
	sums, err := innSummary().WeightSums(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	w, err := sums.Weigh(weight.Options{Method: weight.StandardDeviation})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f\n", w.Weights)
	// Output: [0.338 0.513 0.149]
}
