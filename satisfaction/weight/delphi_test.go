package weight_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

func round(t fataler, ratings [][]float64, agreeFrom float64) *weight.DelphiRound {
	t.Helper()
	r, err := weight.AssessDelphi(ratings, agreeFrom)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return r
}

func managers() [][]float64 {
	return [][]float64{
		{3, 5, 5, 4, 2}, {4, 5, 5, 4, 3}, {2, 4, 5, 5, 3}, {3, 5, 4, 4, 2}, {4, 4, 5, 3, 3}, {3, 5, 5, 5, 2}, {2, 5, 4, 4, 4},
	}
}

func TestConcordance(t *testing.T) {
	rows := listing(t, "anxiety.txt")
	tests := []struct {
		name           string
		ratings        [][]float64
		w, uncorrected float64
		chiSquared, p  float64
		freedom        int
	}{
		{"no ties", [][]float64{{1, 2, 3, 4, 5, 6}, {1, 2, 3, 5, 4, 6}, {2, 1, 3, 4, 6, 5}}, .9111111111, .9111111111, 13.6666666667, .0178713511, 5},
		{"anxiety", rows, .5396568760, .5019214703, 30.7604419294, .0428834731, 19},
		{"managers", managers(), .6777142857, .6051020408, 18.9760000000, .000794523294, 4},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := round(t, test.ratings, 0).Concordance()
			near(t, "W", got.W, test.w, tenPlaces)
			near(t, "uncorrected W", got.Uncorrected, test.uncorrected, tenPlaces)
			near(t, "chi squared", got.ChiSquared, test.chiSquared, tenPlaces)
			near(t, "p", got.P, test.p, tenPlaces)
			if got.Freedom != test.freedom || !got.Applies {
				t.Errorf("%+v", got)
			}
		})
	}
	near(t, "p to 12 places", round(t, managers(), 4).Concordance().P, .000794523294, .51e-12)
}

func TestRatingsOfARound(t *testing.T) {
	items := round(t, managers(), 4).Items()
	column := func(get func(weight.Rated) float64) []float64 {
		var out []float64
		for _, item := range items {
			out = append(out, get(item))
		}
		return out
	}
	nearAll(t, "means", column(func(r weight.Rated) float64 { return r.Mean }), numbers("3 4.7142857143 4.7142857143 4.1428571429 2.7142857143"), tenPlaces)
	nearAll(t, "sd", column(func(r weight.Rated) float64 { return r.Deviation }), numbers(".8164965809 .4879500365 .4879500365 .6900655593 .7559289460"), tenPlaces)
	nearAll(t, "CV", column(func(r weight.Rated) float64 { return r.Variation }), numbers(".2721655270 .1035045532 .1035045532 .1665675488 .2785001380"), tenPlaces)
	nearAll(t, "IQR", column(weight.Rated.Range), numbers("1 .5 .5 .5 1"), 0)
	nearAll(t, "median", column(func(r weight.Rated) float64 { return r.Median }), numbers("3 5 5 4 3"), 0)
	nearAll(t, "agreement", column(func(r weight.Rated) float64 { return r.Agreement }), numbers(".2857142857 1 1 .8571428571 .1428571429"), tenPlaces)
}

func TestWhenASurveyMayEnd(t *testing.T) {
	first := round(t, managers(), 4)
	second := managers()
	second[4][3], second[2][3], second[5][3] = 4, 4, 4 // the three outside the quartiles of item 3 come round
	after := round(t, second, 4)
	tests := []struct {
		name     string
		round    *weight.DelphiRound
		previous *weight.DelphiRound
		rule     weight.StopRule
		stop     bool
		open     int
		concord  bool
	}{
		{"variation", first, nil, weight.StopRule{MaxVariation: .25}, false, 2, true},
		{"variation met", first, nil, weight.StopRule{MaxVariation: .28}, true, 0, true},
		{"range", first, nil, weight.StopRule{MaxRange: .9}, false, 2, true},
		{"W", first, nil, weight.StopRule{MinW: .7}, false, 0, false},
		{"W met", first, nil, weight.StopRule{MinW: .65, MaxP: .001}, true, 0, true},
		{"p", first, nil, weight.StopRule{MaxP: .0005}, false, 0, false},
		{"no round before", first, nil, weight.StopRule{MaxShift: 1}, false, 0, true},
		{"shift", after, first, weight.StopRule{MaxShift: .1}, false, 1, true},
		{"shift met", after, first, weight.StopRule{MaxShift: .2}, true, 0, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := test.round.Stop(test.previous, test.rule)
			if err != nil {
				t.Fatal(err)
			}
			if got.Stop != test.stop || len(got.Open) != test.open || got.Concord != test.concord {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestJudgesWhoSeeNoOrder(t *testing.T) {
	got := round(t, [][]float64{{3, 3, 3}, {5, 5, 5}}, 4).Concordance()
	if got.Applies || got.W != 0 || got.P != 0 {
		t.Errorf("%+v", got)
	}
	all0 := round(t, [][]float64{{0, 0}, {0, 0}}, 4)
	if _, err := all0.Weights(); err == nil {
		t.Error("ratings of 0 have weights")
	}
	if v := all0.Items()[0].Variation; v != 0 {
		t.Errorf("variation %v", v)
	}
}
