package btyd_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

func TestCompareRanksByTheHoldout(t *testing.T) {
	t.Parallel()
	trial := btyd.TrialOf(cdnow(t, sampleFile, valuation.Week))
	_, trial.At, trial.Actual = sampleTrack(t)
	got, err := btyd.Compare(trial, 2)
	if err != nil {
		t.Fatal(err)
	}
	best, ok := got.Best()
	if !ok || best.Report.Model != "Pareto/NBD" && best.Report.Model != "GGom/NBD" || !strings.Contains(got.RankBy, "log score") {
		t.Errorf("best %v by %s", best.Report.Model, got.RankBy)
	}
	ranks, likelihoods := map[string]int{}, map[string]float64{}
	for _, e := range got.Entries {
		ranks[e.Report.Model], likelihoods[e.Report.Model] = e.Rank, e.Report.LogLikelihood
	}
	// The likelihood has it the other way round.
	if ranks["Pareto/NBD"] >= ranks["BG/NBD"] || ranks["BG/NBD"] >= ranks["MBG/NBD"] || ranks["NBD"] != 5 || likelihoods["MBG/NBD"] < likelihoods["Pareto/NBD"] {
		t.Errorf("ranks %v, likelihoods %v", ranks, likelihoods)
	}

	later := trial.Later
	trial.Later = nil // the totals alone
	got, err = btyd.Compare(trial, 1)
	if best, ok := got.Best(); err != nil || !ok || !strings.Contains(got.RankBy, "cumulative") || !(best.Tracking.Cumulative < 47) {
		t.Errorf("best %v by %s, %v", best.Report.Model, got.RankBy, err)
	}
	trial.At, trial.Actual, trial.Later = nil, nil, later
	got, err = btyd.Compare(trial, 1)
	if best, ok := got.Best(); err != nil || !ok || !strings.Contains(got.RankBy, "log score") || !(best.Holdout.RMSE < 1.6029) {
		t.Errorf("best %v by %s, %v", best.Report.Model, got.RankBy, err)
	}
	trial.Later = nil
	got, err = btyd.Compare(trial, 1)
	if _, ok := got.Best(); err != nil || ok || !strings.Contains(got.RankBy, "none") || len(got.Entries) != 5 {
		t.Errorf("ranked without a hold-out: %v, %v", got.RankBy, err)
	}
}

func TestCompareWithoutRepeats(t *testing.T) {
	got, err := btyd.Compare(btyd.Trial{Unit: valuation.Week, Histories: []btyd.History{{T: 3}}, Later: []int{1}, HeldOut: 4}, 1)
	if err != nil || len(got.Entries) != 5 {
		t.Fatal(got, err)
	}
	for _, e := range got.Entries {
		if !strings.Contains(e.Failed, "no-repeats") || e.Rank != 0 {
			t.Errorf("got %+v", e)
		}
	}
	_, err = btyd.Compare(btyd.Trial{Unit: valuation.Week, Histories: []btyd.History{{X: 1, Tx: 1, T: 3}}, Later: []int{1, 2}, HeldOut: 4}, 1)
	refusetest.Param(t, err, "later")
	_, err = btyd.Compare(btyd.Trial{}, 1)
	refusetest.Param(t, err, "unit")
}
