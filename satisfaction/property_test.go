package satisfaction_test

import (
	"bytes"
	"math/big"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"pgregory.net/rapid"
)

func TestMergingPartsGivesTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := drawForm(t)
		rows := drawRows(t, form, 300)
		cut := rapid.IntRange(0, len(rows)/form.Len()).Draw(t, "cut") * form.Len()
		parts := []*satisfaction.Summary{plain(t, form, rows[:cut]), plain(t, form, rows[cut:])}
		if rapid.Bool().Draw(t, "second first") {
			slices.Reverse(parts)
		}
		if err := parts[0].Merge(parts[1]); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(encoded(t, parts[0]), encoded(t, plain(t, form, rows))) {
			t.Error("two parts are not the whole")
		}
	})
}

func TestRowsInAnyOrderGiveTheSameSummary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := drawForm(t)
		rows := drawRows(t, form, 60)
		n := form.Len()
		order := rapid.Permutation(indices(len(rows)/n)).Draw(t, "order")
		shuffled := make([]satisfaction.Answer, 0, len(rows))
		for _, r := range order {
			shuffled = append(shuffled, rows[r*n:(r+1)*n]...)
		}
		if !bytes.Equal(encoded(t, plain(t, form, rows)), encoded(t, plain(t, form, shuffled))) {
			t.Error("another order gives another summary")
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

// repeated returns the generated survey often enough for several workers.
func repeated() []satisfaction.Answer {
	var rows []satisfaction.Answer
	for range 60 {
		rows = append(rows, generated().blanks...)
	}
	return rows
}

func TestWorkersNeverChangeBytes(t *testing.T) {
	rows, scorer := repeated(), scorerOf(t, satisfaction.Scoring{Missing: satisfaction.Flat})
	weights := make([]float64, len(rows)/24)
	for i := range weights {
		weights[i] = 1 / float64(1+i%7)
	}
	one := encoded(t, summaryOf(t, thesisForm(t), rows, 1))
	report, err := scorer.Report(rows, weights, 0.95, 1)
	if err != nil {
		t.Fatal(err)
	}
	scores, err := scorer.ScoreAll(rows, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{2, 7} {
		if !bytes.Equal(encoded(t, summaryOf(t, thesisForm(t), rows, workers)), one) {
			t.Errorf("summary: %d workers give other bytes", workers)
		}
		again, err := scorer.Report(rows, weights, 0.95, workers)
		if diff := gocmp.Diff(report, again); err != nil || diff != "" {
			t.Errorf("report: %d workers (-want +got)\n%s %v", workers, diff, err)
		}
		others, err := scorer.ScoreAll(rows, workers)
		if err != nil {
			t.Fatal(err)
		}
		for i := range others.Len() {
			a, _ := scores.At(i)
			if b, _ := others.At(i); a != b {
				t.Fatalf("score %d: %v, %v", i, a, b)
			}
		}
	}
}

func TestSharesOfTheQuestionsSumToExactlyOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tree := drawTree(t)
		shares, err := tree.Shares()
		if err != nil {
			t.Fatal(err)
		}
		sum := new(big.Rat)
		for _, s := range shares {
			if s.Leaf {
				sum.Add(sum, s.Exact)
			}
		}
		if sum.Cmp(big.NewRat(1, 1)) != 0 {
			t.Errorf("the shares sum to %s", sum.RatString())
		}
	})
}

// Turning a scale round and back is nothing; a reversed answer counts as its mirror image.
func TestReversedScalesMirrorTheirAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Int64Range(-5, 5).Draw(t, "low")
		scale, err := satisfaction.Direct(low, low+rapid.Int64Range(1, 20).Draw(t, "width"))
		if err != nil {
			t.Fatal(err)
		}
		turned := scale
		turned.Reversed = true
		form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "a", Scale: scale}, {ID: "b", Scale: turned}})
		if err != nil {
			t.Fatal(err)
		}
		text := rapid.SampledFrom(scale.Levels).Draw(t, "level").ID
		a, errA := form.Parse(0, text, nil)
		b, errB := form.Parse(1, text, nil)
		p, _ := form.Points(0, a)
		q, _ := form.Points(1, b)
		if errA != nil || errB != nil || p+q != float64(2*low)+float64(len(scale.Levels)-1) {
			t.Errorf("%s is worth %v, reversed %v", text, p, q)
		}
	})
}

func TestRakedWeightsMeetTheirMargins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.Int64Range(1, 50), 6, 6).Draw(t, "counts")
		margins := []satisfaction.Margin{
			{Name: "a", Groups: []int{0, 0, 0, 1, 1, 1}, Shares: rapid.SliceOfN(rapid.Float64Range(1, 9), 2, 2).Draw(t, "a")},
			{Name: "b", Groups: []int{0, 1, 2, 0, 1, 2}, Shares: rapid.SliceOfN(rapid.Float64Range(1, 9), 3, 3).Draw(t, "b")},
		}
		r, err := satisfaction.Rake(counts, margins, satisfaction.RakeRule{})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range margins {
			have, want := make([]float64, len(m.Shares)), 0.0
			for c, g := range m.Groups {
				have[g] += float64(counts[c]) * r.Weights[c]
			}
			for _, share := range m.Shares {
				want += share
			}
			for g, share := range m.Shares {
				if gap := have[g]/float64(r.N) - share/want; gap > 1e-12 || gap < -1e-12 {
					t.Errorf("margin %s, group %d: off by %v", m.Name, g, gap)
				}
			}
		}
		if r.EffectiveN > float64(r.N)*(1+1e-12) {
			t.Errorf("effective n %v of %d", r.EffectiveN, r.N)
		}
	})
}
