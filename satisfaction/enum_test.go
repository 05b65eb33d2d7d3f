package satisfaction_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func TestNames(t *testing.T) {
	enumtest.Names(t, satisfaction.ParseMissingRule, "by-level", "flat")
	enumtest.Names(t, satisfaction.ParseCell, "keep", "fix", "opportunity", "low")
	enumtest.Names(t, satisfaction.ParseCutPolicy, "mean", "median", "stated")
	enumtest.Names(t, satisfaction.ParseKano, "must-be", "one-dimensional", "attractive", "indifferent", "reverse", "questionable")
	enumtest.Names(t, satisfaction.ParseFeeling, "like", "must", "neutral", "live-with", "dislike")
	enumtest.Names(t, satisfaction.ParseConvention, "mean-of-scores", "score-of-means")
	enumtest.Names(t, satisfaction.ParseWeighting, "none", "rows", "cells")
	enumtest.Names(t, satisfaction.ParseAdjustment, "post-stratification", "raking")
	enumtest.Names(t, satisfaction.ParseIntervalMethod, "none", "wilson", "student-t", "wald", "adjusted-wald", "welch", "feldt", "wilson-continuity", "clopper-pearson", "measurement")
	enumtest.Names(t, satisfaction.ParseChartKind, "p", "x-bar", "individuals", "ewma")
	enumtest.Names(t, satisfaction.ParseVerdict, "better", "worse", "no-change-shown", "too-few", "not-comparable")
	enumtest.Names(t, satisfaction.ParseRemade, "other-kind", "other-scale", "other-questions", "other-weights")
	enumtest.Names(t, satisfaction.ParseChangeKind, "added", "removed", "moved", "reweighted", "rescaled", "relabelled")
}
