package rfm_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// explicit returns thresholds of three bins on each axis.
func explicit() rfm.Thresholds {
	return rfm.Thresholds{
		Version: rfm.Version, Currency: "EUR",
		Recency:   rfm.Axis{Method: rfm.Explicit, Bins: 3, LowIsBest: true, Cuts: decs("30", "365"), Scores: []int{3, 2, 1}},
		Frequency: rfm.Axis{Method: rfm.Explicit, Bins: 3, Cuts: decs("1", "4"), Scores: []int{1, 2, 3}},
		Monetary:  rfm.Axis{Method: rfm.Explicit, Bins: 3, Cuts: decs("100", "1000"), Scores: []int{1, 2, 3}},
	}
}

// refusedAt checks for a *hotelcrm.ParamError whose parameter holds all the words.
func refusedAt(t *testing.T, err error, words ...string) {
	t.Helper()
	param, ok := errors.AsType[*hotelcrm.ParamError](err)
	if !ok {
		t.Fatalf("want a *hotelcrm.ParamError, got %v", err)
	}
	for _, word := range words {
		if !strings.Contains(strings.ToLower(param.Param), strings.ToLower(word)) {
			t.Errorf("want the parameter to name %q, got %v", word, err)
		}
	}
}

func TestThresholdsThatCannotBeAreRefused(t *testing.T) {
	if err := explicit().Validate(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		wrong func(t *rfm.Thresholds)
		param []string
	}{
		{"cuts equal", func(t *rfm.Thresholds) { t.Monetary.Cuts = decs("100", "100.00") }, []string{"thresholds.monetary", "cuts", "1"}},
		{"cuts fall", func(t *rfm.Thresholds) { t.Recency.Cuts = decs("30", "29") }, []string{"thresholds.recency", "cuts", "1"}},
		{"third cut falls", func(t *rfm.Thresholds) {
			t.Frequency = rfm.Axis{Method: rfm.Explicit, Bins: 4, Cuts: decs("1", "3", "2"), Scores: []int{1, 2, 3, 4}}
		}, []string{"thresholds.frequency", "cuts", "2"}},
		{"too few scores", func(t *rfm.Thresholds) { t.Monetary.Scores = []int{1, 2} }, []string{"thresholds.monetary", "scores"}},
		{"too many scores", func(t *rfm.Thresholds) { t.Monetary.Scores = []int{1, 2, 3, 4} }, []string{"thresholds.monetary", "scores"}},
		{"no scores", func(t *rfm.Thresholds) { t.Monetary.Cuts, t.Monetary.Scores = nil, nil }, []string{"thresholds.monetary", "scores"}},
		{"score beyond the bins", func(t *rfm.Thresholds) { t.Monetary.Scores = []int{1, 2, 4} }, []string{"thresholds.monetary", "scores"}},
		{"score 0", func(t *rfm.Thresholds) { t.Monetary.Scores = []int{0, 1, 2} }, []string{"thresholds.monetary", "scores"}},
		{"negative score", func(t *rfm.Thresholds) { t.Monetary.Scores = []int{-1, 1, 2} }, []string{"thresholds.monetary", "scores"}},
		{"scores repeat", func(t *rfm.Thresholds) { t.Monetary.Scores = []int{1, 2, 2} }, []string{"thresholds.monetary", "scores"}},
		{"scores fall where high is best", func(t *rfm.Thresholds) { t.Frequency.Scores = []int{3, 2, 1} }, []string{"thresholds.frequency", "scores"}},
		{"scores rise where low is best", func(t *rfm.Thresholds) { t.Recency.Scores = []int{1, 2, 3} }, []string{"thresholds.recency", "scores"}},
		{"few days are not best", func(t *rfm.Thresholds) { t.Recency.LowIsBest, t.Recency.Scores = false, []int{1, 2, 3} }, []string{"thresholds.recency.lowIsBest"}},
		{"low spend is best", func(t *rfm.Thresholds) { t.Monetary.LowIsBest, t.Monetary.Scores = true, []int{3, 2, 1} }, []string{"thresholds.monetary.lowIsBest"}},
		{"one bin", func(t *rfm.Thresholds) { t.Monetary.Bins, t.Monetary.Cuts, t.Monetary.Scores = 1, nil, []int{1} }, []string{"thresholds.monetary", "bins"}},
		{"eleven bins", func(t *rfm.Thresholds) { t.Monetary.Bins = 11 }, []string{"thresholds.monetary", "bins"}},
		{"no method", func(t *rfm.Thresholds) { t.Frequency.Method = 0 }, []string{"thresholds.frequency", "method"}},
		{"unknown method", func(t *rfm.Thresholds) { t.Frequency.Method = 99 }, []string{"thresholds.frequency", "method"}},
		{"ties without ntile", func(t *rfm.Thresholds) { t.Frequency.Ties = []string{"a", "b"} }, []string{"thresholds.frequency", "ties"}},
		{"ntile without ties", func(t *rfm.Thresholds) { t.Frequency.Method = rfm.NTile }, []string{"thresholds.frequency", "ties"}},
		{"ntile with too few ties", func(t *rfm.Thresholds) {
			t.Frequency.Method, t.Frequency.Ties = rfm.NTile, []string{"a"}
		}, []string{"thresholds.frequency", "ties"}},
		{"ntile whose ties do not rise", func(t *rfm.Thresholds) {
			t.Frequency.Method, t.Frequency.Cuts, t.Frequency.Ties = rfm.NTile, decs("1", "1"), []string{"b", "b"}
		}, []string{"thresholds.frequency"}},
		{"ntile whose ties do not fall where low is best", func(t *rfm.Thresholds) {
			t.Recency.Method, t.Recency.Cuts, t.Recency.Ties = rfm.NTile, decs("1", "1"), []string{"a", "b"}
		}, []string{"thresholds.recency"}},
		{"currency", func(t *rfm.Thresholds) { t.Currency = "euro" }, []string{"currency"}},
		{"no currency", func(t *rfm.Thresholds) { t.Currency = "" }, []string{"currency"}},
		{"version 0", func(t *rfm.Thresholds) { t.Version = 0 }, []string{"version"}},
		{"later version", func(t *rfm.Thresholds) { t.Version = rfm.Version + 1 }, []string{"version"}},
		{"endless cut", func(t *rfm.Thresholds) { t.Monetary.Cuts[1] = decimal.New(1, math.MaxInt32) }, []string{"thresholds.monetary", "cuts"}},
		{"endlessly small cut", func(t *rfm.Thresholds) { t.Monetary.Cuts[0] = decimal.New(1, math.MinInt32) }, []string{"thresholds.monetary", "cuts"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			thresholds := explicit()
			tt.wrong(&thresholds)
			refusedAt(t, thresholds.Validate(), tt.param...)
			if _, err := rfm.NewScorer(thresholds); err == nil {
				t.Error("NewScorer took them")
			}
		})
	}
}

// The smallest amount of an int64 lies above every cut below it, and above a cut at itself where cuts go up.
func TestTheSmallestIntegerAmountIsAboveTheCutsBelowIt(t *testing.T) {
	smallest := decimal.New(math.MinInt64, -2)
	tests := []struct {
		name string
		cut  decimal.Decimal
		up   bool
		want uint8
	}{
		{"cut at the amount, which belongs below", smallest, false, 1},
		{"cut at the amount, which belongs above", smallest, true, 3},
		{"cut one cent below", smallest.Sub(dec("0.01")), false, 3},
		{"cut one cent below, going up", smallest.Sub(dec("0.01")), true, 3},
		{"cut a hair below", smallest.Sub(dec("0.001")), false, 3},
		{"cut far below", smallest.Shift(3), false, 3},
		{"cut one cent above", smallest.Add(dec("0.01")), false, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			thresholds := explicit()
			thresholds.Monetary = rfm.Axis{Method: rfm.Explicit, Bins: 3, CutsGoUp: tt.up, Cuts: []decimal.Decimal{tt.cut}, Scores: []int{1, 3}}
			scorer := scorerOf(t, thresholds)
			if got := scorer.Score(asOf, guest{"a", 1, 1, smallest}.summary()).M; got != tt.want {
				t.Errorf("amount %s, cut %s: want %d, got %d", smallest, tt.cut, tt.want, got)
			}
		})
	}
}

func TestConfigsOutOfRangeAreRefused(t *testing.T) {
	tests := []struct {
		name   string
		config rfm.Config
		param  []string
	}{
		{"one bin", rfm.Same(rfm.ByValue, 1), []string{"config.recency", "bins"}},
		{"eleven bins", rfm.Same(rfm.NTile, 11), []string{"config.recency", "bins"}},
		{"negative bins", rfm.Config{Monetary: rfm.Cut{Bins: -1}}, []string{"config.monetary", "bins"}},
		{"unknown method", rfm.Config{Frequency: rfm.Cut{Method: 77}}, []string{"config.frequency", "method"}},
		{"mean split in five", rfm.Config{Monetary: rfm.Cut{Method: rfm.MeanSplit, Bins: 5}}, []string{"config.monetary", "bins"}},
		{"cuts of one's own", rfm.Config{Frequency: rfm.Cut{Method: rfm.Explicit, Bins: 5}}, []string{"config.frequency", "method"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			refusedAt(t, tt.config.Validate(), tt.param...)
			summaries := summariesOf(t, []guest{{"a", 1, 1, dec("1")}})
			_, _, err := rfm.Fit(summaries, tt.config)
			refusedAt(t, err, tt.param...)
			_, err = rfm.Of(summaries, tt.config)
			refusedAt(t, err, tt.param...)
		})
	}
	for name, config := range map[string]rfm.Config{"zero": {}, "mean": rfm.Same(rfm.MeanSplit, 2), "ten": rfm.Same(rfm.Type7Plus1, 10)} {
		if err := config.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheZeroConfigIsTheDocumentedDefault(t *testing.T) {
	guests := []guest{{"a", 1, 5, dec("10")}, {"b", 4, 1, dec("20")}, {"c", 9, 3, dec("30")}}
	for name, pair := range map[string][2]rfm.Config{
		"value in five": {{}, rfm.Same(rfm.ByValue, 5)}, "mean split in two": {rfm.Same(rfm.MeanSplit, 0), rfm.Same(rfm.MeanSplit, 2)},
	} {
		a, b := scoresOf(t, guests, pair[0]).Thresholds(), scoresOf(t, guests, pair[1]).Thresholds()
		if diff := gocmp.Diff(a, b, sameDecimals()); diff != "" {
			t.Errorf("%s (-default +written out):\n%s", name, diff)
		}
	}
}

func TestSetsThatCannotBeAreRefused(t *testing.T) {
	tests := []struct {
		name  string
		wrong func(s *rfm.Set)
		param string
	}{
		{"one bin", func(s *rfm.Set) { s.Bins[1] = 1 }, "bins"},
		{"eleven bins", func(s *rfm.Set) { s.Bins[2] = 11 }, "bins"},
		{"no bins", func(s *rfm.Set) { s.Bins = [3]int{} }, "bins"},
		{"negative bins", func(s *rfm.Set) { s.Bins[0] = -2 }, "bins"},
		{"range beyond the bins", func(s *rfm.Set) { s.Segments[0].R = rfm.Range{Low: 1, High: 3} }, "segments[0].r"},
		{"range below 1", func(s *rfm.Set) { s.Segments[3].F = rfm.Range{Low: 0, High: 2} }, "segments[3].f"},
		{"negative range", func(s *rfm.Set) { s.Segments[3].M = rfm.Range{Low: -1, High: 2} }, "segments[3].m"},
		{"range reversed", func(s *rfm.Set) { s.Segments[1].M = rfm.Range{Low: 2, High: 1} }, "segments[1].m"},
		{"id used twice", func(s *rfm.Set) { s.Segments[5].ID = s.Segments[2].ID }, "segments[5]"},
		{"id empty", func(s *rfm.Set) { s.Segments[6].ID = "" }, "segments[6]"},
		{"id of the rest empty", func(s *rfm.Set) { s.Rest = &rfm.Segment{} }, "rest"},
		{"id of the rest used twice", func(s *rfm.Set) { s.Rest = &rfm.Segment{ID: s.Segments[0].ID} }, "rest"},
		{"cell uncovered", func(s *rfm.Set) { s.Segments = s.Segments[:7] }, "segments"},
		{"version 0", func(s *rfm.Set) { s.Version = 0 }, "version"},
		{"later version", func(s *rfm.Set) { s.Version = rfm.Version + 1 }, "version"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := rfm.EightClasses()
			tt.wrong(&set)
			refusedAt(t, set.Validate(), tt.param)
			_, err := rfm.NewSegmenter(set)
			refusedAt(t, err, tt.param)
			_, err = scoresOf(t, []guest{{"a", 1, 1, dec("1")}}, rfm.Same(rfm.MeanSplit, 0)).Segments(set)
			refusedAt(t, err, tt.param)
		})
	}
}

func TestUncoveredCellsAreNamed(t *testing.T) {
	set := rfm.TenSegments()
	set.Rest = nil
	err := set.Validate()
	refusedAt(t, err, "segments")
	for _, cell := range []string{"215", "551"} {
		if !strings.Contains(err.Error(), cell) {
			t.Errorf("want %s among the uncovered cells: %v", cell, err)
		}
	}
}

func TestScoresOfAnotherCurrencyAreRefused(t *testing.T) {
	guests := []guest{{"a", 1, 1, dec("1")}, {"b", 2, 2, dec("2")}}
	scorer := scorerOf(t, scoresOf(t, guests, rfm.Config{}).Thresholds())
	_, err := scorer.ScoreAll(summariesIn(t, "JPY", guests))
	refusedAt(t, err, "currency")
}

func TestSetsOfOtherBinsAreRefused(t *testing.T) {
	scores := scoresOf(t, []guest{{"a", 1, 1, dec("1")}, {"b", 2, 2, dec("2")}}, rfm.Config{Frequency: rfm.Cut{Bins: 4}})
	for name, set := range presets() {
		_, err := scores.Segments(set)
		if err == nil {
			t.Errorf("%s: bins %v were taken for scores of 5, 4 and 5", name, set.Bins)
			continue
		}
		refusedAt(t, err)
	}
}

func TestMethodsReadWhatTheyWrite(t *testing.T) {
	names := map[rfm.Method]string{
		rfm.ByValue: "value", rfm.NTile: "ntile", rfm.Type7Plus1: "type7plus1", rfm.MeanSplit: "meansplit", rfm.Explicit: "explicit",
	}
	for method, name := range names {
		if got := method.String(); got != name {
			t.Errorf("want %s, got %s", name, got)
		}
		if got, err := rfm.ParseMethod(name); err != nil || got != method {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
		var read rfm.Method
		text, err := method.MarshalText()
		if err != nil || read.UnmarshalText(text) != nil || read != method {
			t.Errorf("%s: written %q (%v), read %v", name, text, err, read)
		}
	}
	var unset rfm.Method
	text, err := unset.MarshalText()
	if err != nil || len(text) != 0 || unset.String() != "unset" {
		t.Errorf("unset: written %q (%v), string %q", text, err, unset)
	}
	for _, wrong := range []string{"", "quintile", "Value ", "0"} {
		if _, err := rfm.ParseMethod(wrong); err == nil {
			t.Errorf("%q was read as a method", wrong)
		}
	}
	if _, err := rfm.Method(99).MarshalText(); err == nil {
		t.Error("method 99 was written")
	}
}

func TestScoresOfTenAreSetApart(t *testing.T) {
	tests := []struct {
		score rfm.Score
		want  string
	}{
		{rfm.Score{R: 5, F: 4, M: 5}, "545"},
		{rfm.Score{R: 10, F: 4, M: 5}, "10-4-5"},
		{rfm.Score{R: 1, F: 10, M: 1}, "1-10-1"},
		{rfm.Score{R: 1, F: 1, M: 10}, "1-1-10"},
		{rfm.Score{R: 10, F: 10, M: 10}, "10-10-10"},
	}
	for _, tt := range tests {
		if got := tt.score.String(); got != tt.want {
			t.Errorf("want %s, got %s", tt.want, got)
		}
	}
}
