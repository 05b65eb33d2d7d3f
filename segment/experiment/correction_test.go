package experiment_test

import (
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
	"pgregory.net/rapid"
)

// As R's p.adjust gives them.
func TestCorrections(t *testing.T) {
	p := []float64{0.01, 0.04, 0.03, 0.005, 0.5}
	for correction, want := range map[experiment.Correction][]float64{
		0:                            {0.04, 0.09, 0.09, 0.025, 0.5},
		experiment.Holm:              {0.04, 0.09, 0.09, 0.025, 0.5},
		experiment.Bonferroni:        {0.05, 0.2, 0.15, 0.025, 1},
		experiment.BenjaminiHochberg: {0.025, 0.05, 0.05, 0.025, 0.5},
	} {
		got, err := correction.Correct(p)
		if err != nil || len(got) != len(want) {
			t.Fatalf("%v: got %v, %v", correction, got, err)
		}
		for i := range want {
			near(t, correction.String(), want[i], got[i], 1e-12)
		}
	}
	if got, err := experiment.Holm.Correct(nil); err != nil || len(got) != 0 {
		t.Errorf("none: got %v, %v", got, err)
	}
	_, err := experiment.Holm.Correct([]float64{0.5, math.NaN()})
	refusetest.Param(t, err, "p[1]")
	_, err = experiment.Correction(9).Correct(p)
	refusetest.Param(t, err, "correction")
}

func TestCorrectionsKeepTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 20).Draw(t, "p")
		bonferroni, _ := experiment.Bonferroni.Correct(p)
		holm, _ := experiment.Holm.Correct(p)
		hochberg, _ := experiment.BenjaminiHochberg.Correct(p)
		for i := range p {
			if holm[i] > bonferroni[i] || hochberg[i] > holm[i]+1e-11 || hochberg[i] < p[i]*(1-1e-11) || slices.Max(holm) > 1 {
				t.Fatalf("p %v, Hochberg %v, Holm %v, Bonferroni %v", p, hochberg, holm, bonferroni)
			}
			for j := range p {
				if p[i] < p[j] && (holm[i] > holm[j] || hochberg[i] > hochberg[j]) {
					t.Fatalf("order of %v lost: %v, %v", p, holm, hochberg)
				}
			}
		}
	})
}

func TestSegmentsAreJudgedTogether(t *testing.T) {
	trials := []experiment.SegmentTrial{
		{"business", experiment.Trial{Won: 560, Of: 8000}, experiment.Trial{Won: 110, Of: 2000}}, // p 0.0164
		{"leisure", experiment.Trial{Won: 45, Of: 500}, experiment.Trial{Won: 30, Of: 500}},      // p 0.0717
		{"groups", experiment.Trial{Won: 56, Of: 70}, experiment.Trial{Won: 48, Of: 80}},         // p 0.0080
		{"crew", experiment.Trial{Won: 10, Of: 100}, experiment.Trial{Won: 10, Of: 100}},         // p 1
	}
	got, err := experiment.UpliftBySegment(trials, 0.95, experiment.Holm)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		p     float64
		holds bool
	}{{3 * .0164045, true}, {2 * .0717185, false}, {4 * .00804508, true}, {1, false}} {
		near(t, got[i].Segment, want.p, got[i].CorrectedP, 2e-7)
		if got[i].Holds != want.holds || got[i].Simultaneous.Level != 0.9875 || got[i].Simultaneous.Low > got[i].Newcombe.Low {
			t.Errorf("%s: got %+v", got[i].Segment, got[i])
		}
	}
	strict, err := experiment.UpliftBySegment(trials, 0.95, experiment.Bonferroni)
	if err != nil || strict[0].Holds {
		t.Errorf("4 x 0.0164 is over 0.05: got %+v, %v", strict[0], err)
	}
	trials[1].Control.Of = 0
	_, err = experiment.UpliftBySegment(trials, 0.95, experiment.Holm)
	refusetest.Param(t, err, "trials[1].control")
	_, err = experiment.UpliftBySegment(nil, 0.95, experiment.Holm)
	refusetest.Param(t, err, "trials")
	_, err = experiment.UpliftBySegment(trials[:1], 1, experiment.Holm)
	refusetest.Param(t, err, "level")
	_, err = experiment.UpliftBySegment(trials[:1], 0.95, 9)
	refusetest.Param(t, err, "correction")
}
