package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// A guest seen for no time at all by an NBD of r = α = 1 comes n times in a week with probability 1/2^(n+1): two guests who
// came not at all and twice have the scores ln 2 and ln 8. Each was expected once, so that the total is right; the two
// counts that came are as likely as each other.
func TestHoldoutByHand(t *testing.T) {
	m := btyd.NBD{R: 1, Alpha: 1, Unit: valuation.Week}
	got, err := btyd.CheckHoldout(m, []btyd.History{{}, {}}, []int{0, 2}, 1)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "log score", got.LogScore, 2*math.Ln2, 1e-14)
	wantClose(t, "log score of one distribution", got.NaiveLogScore, math.Ln2, 1e-14)
	if got.Bias != 0 || got.RMSE != 1 || got.NaiveExpected != 0 {
		t.Errorf("got %+v", got)
	}
	// Half a year known with four repeat visits: (1+4)·13/(1+26) are expected in a quarter, and 4/26·13 by the naive rule.
	got, err = btyd.CheckHoldout(m, []btyd.History{{X: 4, Tx: 20, T: 26}}, []int{5}, 13)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "bias", got.Bias, 65.0/27/5-1, 1e-13)
	wantClose(t, "naive", got.NaiveExpected, 2, 1e-13)
	if got.NaiveLogScore != 0 {
		t.Errorf("one guest has one count: %v", got.NaiveLogScore)
	}
}

// The slow way: probabilities, their product guest by guest, one difference after the other.
func TestLogScoresMeetPlainCode(t *testing.T) {
	t.Parallel()
	split := cdnow(t, sampleFile, valuation.Week)
	got, err := btyd.Compare(btyd.TrialOf(split), 2)
	if err != nil {
		t.Fatal(err)
	}
	scores := make([][]float64, len(got.Entries))
	low := 0
	for k, e := range got.Entries {
		var sum float64
		for i, h := range split.Histories {
			score := math.Log(1 / e.Model.CountNext(h, 39, split.Later[i]))
			scores[k] = append(scores[k], score)
			sum += score / 2357
		}
		wantClose(t, e.Report.Model, e.Holdout.LogScore, sum, 1e-12)
		wantClose(t, e.Report.Model+": bias", e.Holdout.Bias, e.Holdout.Expected/1882-1, 1e-12)
		if e.Holdout.LogScore < got.Entries[low].Holdout.LogScore {
			low = k
		}
	}
	for k, e := range got.Entries {
		var mean, square float64
		for i := range scores[k] {
			gap := scores[k][i] - scores[low][i]
			mean += gap / 2357
			square += gap * gap
		}
		wantNear(t, e.Report.Model+": behind", e.Behind.LogScore, mean, 1e-12)
		wantNear(t, e.Report.Model+": error", e.Behind.StdErr, math.Sqrt((square-2357*mean*mean)/2356/2357), 1e-12)
	}
	if low != 2 || got.Entries[0].Tie != 2 || got.Entries[1].Tie != 1 || got.Entries[3].Tie != 1 {
		t.Errorf("lowest %s, ties %+v", got.Entries[low].Report.Model, got.Entries)
	}
}

func wantNear(t *testing.T, name string, got, want, far float64) {
	t.Helper()
	if !(math.Abs(got-want) <= far) {
		t.Errorf("%s: got %v, want %v", name, got, want)
	}
}

// On average nothing gets a lower log score than the model that the guests follow.
func TestLogScoreIsProper(t *testing.T) {
	ages := make([]float64, 20_000)
	for i := range ages {
		ages[i] = 20 + float64(i%20)
	}
	for _, truth := range allModels() {
		histories, later, err := btyd.Simulate(truth, 5, ages, 26)
		if err != nil {
			t.Fatal(err)
		}
		score := func(m btyd.Model) float64 {
			out, err := btyd.CheckHoldout(m, histories, later, 26)
			if err != nil {
				t.Fatal(err)
			}
			return out.LogScore
		}
		own := score(truth)
		for _, other := range allModels() {
			if other != truth && !(score(other) > own) {
				t.Errorf("%s scores %v on guests of %s, which scores %v", other.Name(), score(other), truth.Name(), own)
			}
		}
	}
}

// What a model holds for impossible is scored, not infinite.
func TestLogScoreStaysFinite(t *testing.T) {
	got, err := btyd.CheckHoldout(btyd.NBD{R: 1e6, Alpha: 1e9, Unit: valuation.Day}, []btyd.History{{T: 1}}, []int{5000}, 1)
	if err != nil || !(got.LogScore > 708.3 && got.LogScore < 708.4) {
		t.Errorf("got %+v, %v", got, err)
	}
}

// The tracking of the stretch alone, by hand: 12 were expected in it and 10 came, on top of 100 and 90 before.
func TestTrackingErrorOfTheStretchAlone(t *testing.T) {
	track := btyd.Tracking{Points: []btyd.TrackPoint{{At: -5, Expected: 50, Actual: 60}, {At: 0, Expected: 100, Actual: 90}, {At: 7, Expected: 107, Actual: 93}, {At: 14, Expected: 112, Actual: 100}}}
	got, err := track.Error(0)
	if err != nil || got.Points != 2 {
		t.Fatal(got, err)
	}
	wantClose(t, "increment", got.Increment, .2, 1e-13)
	wantClose(t, "cumulative", got.Cumulative, 13, 1e-13)
	wantClose(t, "cumulative, relative", got.CumulativeRelative, (14.0/93+.12)/2, 1e-13)
	wantClose(t, "cumulative, last", got.CumulativeLast, .12, 1e-13)
	wantClose(t, "steps", got.Steps, 3, 1e-13)
	got, err = track.Error(-6)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "from the beginning", got.Increment, .12, 1e-13)
	track.Points[3].Actual, track.Points[2].Actual = 90, 90
	if got, err = track.Error(0); err != nil || got.Increment != 0 {
		t.Errorf("nobody came: %+v, %v", got, err)
	}
}
