package experiment_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
	"pgregory.net/rapid"
)

// Recomputed by two programs; the last row is Newcombe (1998), Statistics in Medicine 17, table II (a).
func TestPublishedUplift(t *testing.T) {
	tests := []struct {
		treated, control    experiment.Trial
		diff, lift, z, p    float64
		waldLow, waldHigh   float64
		newcLow, newcHigh   float64
		pTolerance          float64
		incremental, source string
	}{
		{experiment.Trial{Won: 560, Of: 8000}, experiment.Trial{Won: 110, Of: 2000}, .015, .272727, 2.399789, .0164045, .003551, .026449, .002867, .025846, 5.1e-8, "120", "mailing"},
		{experiment.Trial{Won: 45, Of: 500}, experiment.Trial{Won: 30, Of: 500}, .03, .5, 1.800901, .0717185, -.002597, .062597, -.002863, .063362, 5.1e-8, "15", "call"},
		{experiment.Trial{Won: 56, Of: 70}, experiment.Trial{Won: 48, Of: 80}, .2, .333333, 2.650172, .00804508, .057505, .342495, .052431, .333873, 5.1e-9, "14", "Newcombe"},
	}
	for _, tt := range tests {
		t.Run(tt.source, func(t *testing.T) {
			got, err := experiment.UpliftOf(tt.treated, tt.control, 0.95)
			if err != nil || !got.LiftKnown || !got.Incremental.Equal(dec(tt.incremental)) {
				t.Fatalf("got %+v, %v", got, err)
			}
			near(t, "difference", tt.diff, got.Difference, 1e-12)
			near(t, "lift", tt.lift, got.Lift, close6)
			near(t, "z", tt.z, got.Z, close6)
			near(t, "p", tt.p, got.P, tt.pTolerance)
			near(t, "Wald low", tt.waldLow, got.Wald.Low, close6)
			near(t, "Wald high", tt.waldHigh, got.Wald.High, close6)
			near(t, "Newcombe low", tt.newcLow, got.Newcombe.Low, close6)
			near(t, "Newcombe high", tt.newcHigh, got.Newcombe.High, close6)
		})
	}
	got, err := experiment.UpliftOf(tests[0].treated, tests[0].control, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Wilson low", .064613, got.Treated.Low, close6)
	near(t, "Wilson high", .075800, got.Treated.High, close6)
}

func TestUpliftAtTheEdges(t *testing.T) {
	none, err := experiment.UpliftOf(experiment.Trial{Of: 10}, experiment.Trial{Of: 20}, 0.95)
	if err != nil || none.LiftKnown || none.P != 1 || none.Z != 0 || !none.Incremental.IsZero() || none.Newcombe.Low >= 0 || none.Newcombe.High <= 0 {
		t.Errorf("nobody won: got %+v, %v", none, err)
	}
	all, err := experiment.UpliftOf(experiment.Trial{Won: 7, Of: 7}, experiment.Trial{Of: 3}, 0.95)
	if err != nil || all.Difference != 1 || all.Newcombe.High != 1 || !all.Incremental.Equal(dec("7")) {
		t.Errorf("all and none: got %+v, %v", all, err)
	}
	third, err := experiment.UpliftOf(experiment.Trial{Won: 1, Of: 1}, experiment.Trial{Won: 1, Of: 3}, 0.95)
	if err != nil || !third.Incremental.Equal(dec("0.666667")) {
		t.Errorf("two thirds: got %+v, %v", third, err)
	}
	for param, trials := range map[string][2]experiment.Trial{
		"treated": {{Won: 2, Of: 1}, {Of: 1}}, "control": {{Of: 1}, {}},
	} {
		_, err := experiment.UpliftOf(trials[0], trials[1], 0.95)
		refusetest.Param(t, err, param)
	}
	most := math.MaxInt32
	if _, err := experiment.UpliftOf(experiment.Trial{Of: most}, experiment.Trial{Of: 1}, 0.95); err != nil {
		t.Error(err)
	}
	most++ // below 0 where an int has 32 bits
	_, err = experiment.UpliftOf(experiment.Trial{Of: most}, experiment.Trial{Of: 1}, 0.95)
	refusetest.Param(t, err, "treated")
	_, err = experiment.UpliftOf(experiment.Trial{Of: 1}, experiment.Trial{Won: -1, Of: 1}, 0.95)
	refusetest.Param(t, err, "control")
	_, err = experiment.UpliftOf(experiment.Trial{Of: 1}, experiment.Trial{Of: 1}, math.NaN())
	refusetest.Param(t, err, "level")
}

func TestUpliftTurnsRound(t *testing.T) {
	trial := rapid.Custom(func(t *rapid.T) experiment.Trial {
		of := rapid.IntRange(1, 3000).Draw(t, "of")
		return experiment.Trial{Won: rapid.IntRange(0, of).Draw(t, "won"), Of: of}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := trial.Draw(t, "a"), trial.Draw(t, "b")
		there, err := experiment.UpliftOf(a, b, 0.9)
		back, err2 := experiment.UpliftOf(b, a, 0.9)
		if err != nil || err2 != nil || there.Difference != -back.Difference || there.P != back.P {
			t.Fatalf("got %+v and %+v, %v, %v", there, back, err, err2)
		}
		if math.Abs(there.Newcombe.Low+back.Newcombe.High) > 1e-10 || there.Newcombe.Low < -1 || there.Newcombe.High > 1 ||
			there.Newcombe.Low > there.Difference || there.Newcombe.High < there.Difference {
			t.Fatalf("Newcombe: got %+v and %+v", there.Newcombe, back.Newcombe)
		}
		if wide, _ := experiment.UpliftOf(a, b, 0.99); wide.Newcombe.Low > there.Newcombe.Low || wide.Newcombe.High < there.Newcombe.High {
			t.Fatalf("0.99 lies inside 0.9: %+v, %+v", wide.Newcombe, there.Newcombe)
		}
	})
}
