package satisfaction_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// enum is what all small integer types of the package share.
type enum[T any] interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}

func checkEnum[T enum[T], P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, parse func(string) (T, error), texts ...string) {
	t.Helper()
	for i, text := range append([]string{""}, texts...) {
		v := T(i)
		document, err := json.Marshal(v)
		if string(document) != fmt.Sprintf("%q", text) || err != nil {
			t.Errorf("%v in JSON is %s, %v", v, document, err)
		}
		back := T(1)
		if err := json.Unmarshal(document, P(&back)); back != v || err != nil {
			t.Errorf("%s read is %v, %v", document, back, err)
		}
		if got, err := parse(text); text != "" && (got != v || err != nil || v.String() != text) {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	if T(0).String() != "unset" {
		t.Errorf("the zero value reads %q", T(0))
	}
	if _, err := T(len(texts) + 1).MarshalText(); err == nil {
		t.Error("a value beyond the last has a name")
	}
	for _, text := range []string{"", "unset", texts[0] + " ", strings.ToUpper(texts[0])} {
		if _, err := parse(text); err == nil || !strings.Contains(err.Error(), texts[len(texts)-1]) {
			t.Errorf("%q: %v, want an error that lists the names", text, err)
		}
	}
	v := T(1)
	if err := P(&v).UnmarshalText([]byte("no such name")); err == nil || v != 1 {
		t.Errorf("no such name: %v, %v", v, err)
	}
}

func TestNames(t *testing.T) {
	checkEnum(t, satisfaction.ParseMissingRule, "by-level", "flat")
	checkEnum(t, satisfaction.ParseCell, "keep", "fix", "opportunity", "low")
	checkEnum(t, satisfaction.ParseCutPolicy, "mean", "median", "stated")
	checkEnum(t, satisfaction.ParseKano, "must-be", "one-dimensional", "attractive", "indifferent", "reverse", "questionable")
	checkEnum(t, satisfaction.ParseFeeling, "like", "must", "neutral", "live-with", "dislike")
	checkEnum(t, satisfaction.ParseConvention, "mean-of-scores", "score-of-means")
	checkEnum(t, satisfaction.ParseWeighting, "none", "rows", "cells")
	checkEnum(t, satisfaction.ParseAdjustment, "post-stratification", "raking")
	checkEnum(t, satisfaction.ParseIntervalMethod, "none", "wilson", "student-t", "wald", "adjusted-wald", "welch", "feldt", "wilson-continuity", "clopper-pearson", "measurement")
	checkEnum(t, satisfaction.ParseChartKind, "p", "x-bar", "individuals", "ewma")
	checkEnum(t, satisfaction.ParseVerdict, "better", "worse", "no-change-shown", "too-few", "not-comparable")
	checkEnum(t, satisfaction.ParseRemade, "other-kind", "other-scale", "other-questions", "other-weights")
	checkEnum(t, satisfaction.ParseChangeKind, "added", "removed", "moved", "reweighted", "rescaled", "relabelled")
}
