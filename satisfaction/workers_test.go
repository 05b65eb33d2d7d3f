package satisfaction_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func TestWorkersOutOfRangeAreRefused(t *testing.T) {
	scorer, err := satisfaction.NewScorer(thesisTree(t), nil, satisfaction.Scoring{})
	must(t, err)
	row := make([]satisfaction.Answer, 24)
	for _, workers := range []int{-1, 1025} {
		for name, err := range map[string]error{
			"AddRows":  satisfaction.NewSummary(innForm()).AddRows(nil, workers),
			"ScoreAll": refused(scorer.ScoreAll(row, workers)),
			"Report":   refused(scorer.Report(row, nil, .95, workers)),
		} {
			if got, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || got.Param != "workers" {
				t.Errorf("%s of %d workers: %v", name, workers, err)
			}
		}
	}
}
