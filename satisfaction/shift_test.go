package satisfaction_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// twoCells returns the answers 1 and 2 of two cells, the second of which weighs three times as much.
func twoCells(tb testing.TB) *satisfaction.Moments {
	tb.Helper()
	yes, err := satisfaction.Direct(1, 2)
	must(tb, err)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "again", Scale: yes}})
	must(tb, err)
	var cells []*satisfaction.Summary
	for _, rows := range [][]satisfaction.Answer{
		slices.Concat(slices.Repeat([]satisfaction.Answer{1}, 6), slices.Repeat([]satisfaction.Answer{2}, 4)),
		slices.Concat(slices.Repeat([]satisfaction.Answer{1}, 2), slices.Repeat([]satisfaction.Answer{2}, 8)),
	} {
		s := satisfaction.NewSummary(form)
		must(tb, s.AddRows(rows, 1))
		cells = append(cells, s)
	}
	m, err := satisfaction.Combine(cells, []float64{1, 3})
	must(tb, err)
	return m
}

// By hand: shares 12/40 and 28/40, n in effect 40²/100 = 16; χ² = 16·10/26 · 0.2² / (p̄(1-p̄)) with p̄ = 9.8/26.
func TestDistributionOfWeightedRounds(t *testing.T) {
	before, err := twoCells(t).Frequencies(0)
	must(t, err)
	if !slices.Equal(before.Levels, []float64{12, 28}) || before.N != 20 {
		t.Fatalf("%+v", before)
	}
	s, err := satisfaction.Distribution(before, satisfaction.FrequenciesOf([]int64{5, 5}))
	must(t, err)
	check(t, "in effect", s.EffectiveN[0], 16, 1e-12)
	check(t, "chi2", s.Chi2, 1.0481229528848577, 1e-12)
	check(t, "p", s.P, .3059397840, near10)
	check(t, "psi", s.PSI, .1694595721, near10)
	if s.N != [2]int64{20, 10} || s.EffectiveN[1] != 10 || s.DF != 1 ||
		s.Weighting != [2]satisfaction.Weighting{satisfaction.CellWeights, satisfaction.Unweighted} {
		t.Errorf("%+v", s)
	}
}

func TestFrequenciesOfASummaryAreItsCounts(t *testing.T) {
	s := innSummary()
	for i := range s.Form().Len() {
		f, err := s.Frequencies(i)
		must(t, err)
		m, err := s.Moments()
		must(t, err)
		g, err := m.Frequencies(i)
		must(t, err)
		if f.N != s.Answered(i) || f.EffectiveN != float64(f.N) || f.Weighting != satisfaction.Unweighted || !slices.Equal(f.Levels, g.Levels) || f.EffectiveN != g.EffectiveN {
			t.Errorf("item %d: %+v, by moments %+v", i, f, g)
		}
	}
}

func ExampleMoments_Frequencies_twoKindsOfGuests() {
	f, err := twoCells(new(testing.T)).Frequencies(0)
	fmt.Printf("%v, n %d, in effect %.0f, %v %v\n", f.Levels, f.N, f.EffectiveN, f.Weighting, err)
	// Output: [12 28], n 20, in effect 16, cells <nil>
}

func ExampleSummary_Frequencies_answersOnTheRoom() {
	f, err := innSummary().Frequencies(0)
	fmt.Println(f.Levels, f.N, f.Weighting, err)
	// Output: [0 1 1 2 1] 5 none <nil>
}

func ExampleFrequenciesOf_countsOfAnotherSystem() {
	f := satisfaction.FrequenciesOf([]int64{11, 22, 44, 88, 55})
	fmt.Println(f.Levels, f.N)
	// Output: [11 22 44 88 55] 220
}
