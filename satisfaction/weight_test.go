package satisfaction_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// momentsOf hands a summary to package weight, as whole numbers.
func momentsOf(s *satisfaction.Summary) *weight.Moments {
	n := s.Form().Len()
	m := &weight.Moments{Items: n}
	for i := range n {
		top := s.Form().Top(i)
		m.Ends = append(m.Ends, [2]int64{1, int64(top)})
		var levels []weight.Level
		for a := satisfaction.Answer(1); a <= top; a++ {
			levels = append(levels, weight.Level{Value: int64(a), Count: s.Count(i, a)})
		}
		m.Levels = append(m.Levels, levels)
		for j := range n {
			m.N = append(m.N, s.AnsweredBoth(i, j))
			m.Sums = append(m.Sums, s.Sum(i, j))
			m.Cross = append(m.Cross, s.Cross(i, j))
		}
	}
	return m
}

// Weights of the generated survey, items 0, 5, 11 and 23.
func TestWeightsFromASummary(t *testing.T) {
	m := momentsOf(summaryOf(t, thesisForm(t), generated().complete, 1))
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

func ExampleSummary_weightsFromData() {
	s := innSummary()
	w, err := momentsOf(s).Weigh(weight.Options{Method: weight.StandardDeviation})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f\n", w.Weights)
	// Output: [0.338 0.513 0.149]
}
