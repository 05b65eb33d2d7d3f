package rfm_test

import (
	"bytes"
	"encoding/json"
	"math/big"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"pgregory.net/rapid"
)

func fiveOf(t failer, list []history, config rfm.Config) *rfm.Scores {
	t.Helper()
	scores, err := rfm.Of(summariesOfHistories(t, list), config)
	if err != nil {
		t.Fatalf("scores: %v", err)
	}
	return scores
}

// axisOracleOf reads a written axis of length or periodicity.
func axisOracleOf(axis rfm.Axis, value *big.Rat, id string) uint8 {
	if value == nil {
		return 1
	}
	return axisOracle(axis, value, id)
}

func TestFiveAxesEqualThePlainRule(t *testing.T) {
	eachMethod(t, 0, func(t *rapid.T, method rfm.Method, bins int) {
		people := drawHistories(t, 0, 13)
		scores := fiveOf(t, people, rfm.LRFMP(method, bins))
		k := scores.Thresholds().Length.Bins
		if diff := gocmp.Diff(plainFive(people, oracleOf(method), k), list(scores)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		var want, got rfm.Counts
		want.Length, want.Periodicity = make([]int, k), make([]int, k)
		for _, s := range list(scores) {
			want.Length[s.L-1]++
			want.Periodicity[s.P-1]++
		}
		got.Length, got.Periodicity = scores.Counts().Length, scores.Counts().Periodicity
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatalf("counts (-want +got):\n%s", diff)
		}
	})
}

func TestFrozenThresholdsOfFiveAxesGiveTheSameScores(t *testing.T) {
	eachMethod(t, 0, func(t *rapid.T, method rfm.Method, bins int) {
		people := drawHistories(t, 1, 13)
		summaries := summariesOfHistories(t, people)
		thresholds, warnings, err := rfm.Fit(summaries, rfm.LRFMP(method, bins))
		if err != nil {
			t.Fatal(err)
		}
		var read rfm.Thresholds
		text := jsonOf(t, thresholds)
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(thresholds, read, sameDecimals()); diff != "" {
			t.Fatalf("JSON %s (-written +read):\n%s", text, diff)
		}
		if again := jsonOf(t, read); !bytes.Equal(text, again) {
			t.Fatalf("written %s, read and written %s", text, again)
		}
		fitted := fiveOf(t, people, rfm.LRFMP(method, bins))
		if diff := gocmp.Diff(warnings, fitted.Warnings()[:len(warnings)]); diff != "" {
			t.Fatalf("warnings (-fit +scores):\n%s", diff)
		}
		scorer := scorerOf(t, read)
		strangers := drawHistories(t, 1, 6)
		all, err := scorer.ScoreAll(summariesOfHistories(t, strangers))
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range historiesByID(people) {
			if got := scorer.Score(asOf, h.summary()); got != fitted.At(i) {
				t.Fatalf("%+v alone: want %v, got %v", h, fitted.At(i), got)
			}
		}
		for i, h := range historiesByID(strangers) {
			one := scorer.Score(asOf, h.summary())
			if one != all.At(i) {
				t.Fatalf("stranger %+v: alone %v, among all %v", h, one, all.At(i))
			}
			if l, p := axisOracleOf(read.Length, h.length(), h.id), axisOracleOf(read.Periodicity, h.periodicity(), h.id); l != one.L || p != one.P {
				t.Fatalf("stranger %+v: thresholds %s read %d and %d, got %v", h, text, l, p, one)
			}
		}
	})
}

// Who is not known has no part in the cuts: they are those of the others alone.
func TestGuestsNotKnownMoveNoCut(t *testing.T) {
	eachMethod(t, 0, func(t *rapid.T, method rfm.Method, bins int) {
		people := drawHistories(t, 1, 13)
		thresholds := fiveOf(t, people, rfm.LRFMP(method, bins)).Thresholds()
		var withLength, withPeriodicity []history
		for _, h := range people {
			if h.length() != nil {
				withLength = append(withLength, h)
			}
			if h.periodicity() != nil {
				withPeriodicity = append(withPeriodicity, h)
			}
		}
		length := fiveOf(t, withLength, rfm.LRFMP(method, bins)).Thresholds().Length
		periodicity := fiveOf(t, withPeriodicity, rfm.LRFMP(method, bins)).Thresholds().Periodicity
		length.Missing, periodicity.Missing = missing(people, history.length), missing(people, history.periodicity)
		if diff := gocmp.Diff(length, thresholds.Length, sameDecimals()); diff != "" {
			t.Fatalf("length (-known +all):\n%s", diff)
		}
		if diff := gocmp.Diff(periodicity, thresholds.Periodicity, sameDecimals()); diff != "" {
			t.Fatalf("periodicity (-known +all):\n%s", diff)
		}
	})
}

func TestMergedHistogramsOfFiveAxesFitAsAllGuestsTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		method := rapid.SampledFrom([]rfm.Method{rfm.ByValue, rfm.Type7Plus1, rfm.MeanSplit, rfm.EqualWidth, rfm.LogWidth}).Draw(t, "method")
		config := rfm.LRFMP(method, 0)
		people := drawHistories(t, 0, 20)
		cut := rapid.IntRange(0, len(people)).Draw(t, "shard")
		if cut < len(people) {
			people[cut].noFirst, people[cut].noLast = false, false // each shard knows somebody
		}
		a, b := histogramFor(t, people[:cut], config), histogramFor(t, people[cut:], config)
		one, other, whole := jsonOf(t, merged(t, a, b)), jsonOf(t, merged(t, b, a)), jsonOf(t, histogramFor(t, people, config))
		if !bytes.Equal(one, other) || !bytes.Equal(one, whole) {
			t.Fatalf("one form for the same content: %s, %s, %s", one, other, whole)
		}
		var read rfm.Histogram
		if err := json.Unmarshal(one, &read); err != nil {
			t.Fatal(err)
		}
		want, warnings, err := rfm.Fit(summariesOfHistories(t, people), config)
		if err != nil {
			t.Fatal(err)
		}
		got, minded, err := read.Fit(config)
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(want, got, sameDecimals()); diff != "" {
			t.Fatalf("thresholds (-want +got):\n%s", diff)
		}
		if diff := gocmp.Diff(warnings, minded); diff != "" {
			t.Fatalf("warnings (-want +got):\n%s", diff)
		}
	})
}

func histogramFor(t failer, people []history, config rfm.Config) rfm.Histogram {
	t.Helper()
	h, err := rfm.HistogramOf(summariesOfHistories(t, people), config)
	if err != nil {
		t.Fatalf("histogram: %v", err)
	}
	return h
}

func TestOneGuestOnFiveAxesDoesNotAllocate(t *testing.T) {
	crowd := regulars(t, 1000)
	for _, method := range methods() {
		scores, err := rfm.Of(crowd, rfm.LRFMP(method, 0))
		if err != nil {
			t.Fatal(err)
		}
		checkAllocations(t, method.String(), scorerOf(t, scores.Thresholds()), crowd)
	}
}

func TestThreeAxesAreNotMovedByTheOtherTwo(t *testing.T) {
	crowd := regulars(t, 500)
	three, err := rfm.Of(crowd, rfm.Same(rfm.NTile, 4))
	if err != nil {
		t.Fatal(err)
	}
	five, err := rfm.Of(crowd, rfm.LRFMP(rfm.NTile, 4))
	if err != nil {
		t.Fatal(err)
	}
	for i := range three.Len() {
		a, b := three.At(i), five.At(i)
		if a.L != 0 || a.P != 0 || b.L == 0 || b.P == 0 || a.String() != b.String() {
			t.Fatalf("guest %d: %+v and %+v", i, a, b)
		}
	}
	if three.Counts().Length != nil || three.Counts().Periodicity != nil {
		t.Errorf("counts of axes that are not used: %+v", three.Counts())
	}
	for _, text := range [][]byte{jsonOf(t, three.Thresholds()), jsonOf(t, three.At(0)), jsonOf(t, three.Counts()), jsonOf(t, rfm.Config{}), jsonOf(t, rfm.Weights{})} {
		for _, word := range []string{"length", "periodicity", `"l"`, `"p"`, "missing"} {
			if bytes.Contains(text, []byte(word)) {
				t.Errorf("%s in the JSON of three axes: %s", word, text)
			}
		}
	}
}

func TestARegisterOfVisitsGivesFiveAxes(t *testing.T) {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range []int{100, 90, 70, 60} { // gaps of 10, 20 and 10 days, the last stay 2 nights
		arrival := asOf.AddDays(-day)
		stay := hotelcrm.Stay{Guest: "ann", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival.AddDays(2), Revenue: hotelcrm.Revenue{Rooms: dec("90")}}
		if err := register.Add(stay); err != nil {
			t.Fatal(err)
		}
	}
	summaries, err := register.Summaries(asOf, hotelcrm.Window{})
	if err != nil {
		t.Fatal(err)
	}
	thresholds, _, err := rfm.Fit(summaries, rfm.LRFMP(rfm.MeanSplit, 0))
	if err != nil {
		t.Fatal(err)
	}
	if got := append(texts(thresholds.Length.Cuts), texts(thresholds.Periodicity.Cuts)...); !gocmp.Equal(got, []string{"42", "4.714045"}) {
		t.Errorf("want 42 days and √(200/9), got %v", got)
	}
}
