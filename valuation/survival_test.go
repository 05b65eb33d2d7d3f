package valuation_test

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"pgregory.net/rapid"
)

// spells reads lengths, with + after those that are censored.
func spells(text string) []valuation.Spell {
	var out []valuation.Spell
	for field := range strings.FieldsSeq(text) {
		number, censored := strings.CutSuffix(field, "+")
		length, _ := strconv.Atoi(number)
		out = append(out, valuation.Spell{Length: length, Ended: !censored})
	}
	return out
}

const (
	maintained    = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+"
	notMaintained = "5 5 8 8 12 16+ 23 27 30 33 43 45"
)

// asPrinted is the error of a figure that is printed with six decimal places.
const asPrinted = 5.1e-7

func near(a, b float64) bool { return math.Abs(a-b) <= asPrinted }

// Miller (1981), Survival Analysis (acute myelogenous leukaemia), as R's survfit gives it.
func TestSurvivalMeetsTheTables(t *testing.T) {
	tests := []struct {
		name, spells         string
		times, atRisk        []int
		rates, errors        []float64
		median, count, ended int
	}{
		{
			name: "maintained", spells: maintained, median: 31, count: 11, ended: 7,
			times: []int{9, 13, 18, 23, 31, 34, 48}, atRisk: []int{11, 10, 8, 7, 5, 4, 2},
			rates:  []float64{.909091, .818182, .715909, .613636, .490909, .368182, .184091},
			errors: []float64{.086678, .116291, .139665, .152632, .164193, .162669, .153493},
		},
		{
			name: "not maintained", spells: notMaintained, median: 23, count: 12, ended: 11,
			times: []int{5, 8, 12, 23, 27, 30, 33, 43, 45}, atRisk: []int{12, 10, 8, 6, 5, 4, 3, 2, 1},
			rates: []float64{.833333, .666667, .583333, .486111, .388889, .291667, .194444, .097222, 0},
		},
		{
			name: "small", spells: "1 2 2+ 3 4+ 5 5 6+ 8 8+", median: 5, count: 10, ended: 6,
			times: []int{1, 2, 3, 5, 8}, atRisk: []int{10, 9, 7, 5, 2},
			rates:  []float64{.9, .8, .685714, .411429, .205714},
			errors: []float64{.094868, .126491, .151494, .175590, .169903},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			curve, err := valuation.KaplanMeier(spells(test.spells))
			if err != nil {
				t.Fatal(err)
			}
			steps := curve.Steps()
			if len(steps) != len(test.times) {
				t.Fatalf("got %d steps, want %d", len(steps), len(test.times))
			}
			for i, step := range steps {
				if step.Time != test.times[i] || step.AtRisk != test.atRisk[i] || !near(step.Rate, test.rates[i]) {
					t.Errorf("step %d: got %+v, want %v %v %v", i, step, test.times[i], test.atRisk[i], test.rates[i])
				}
				if test.errors != nil && !near(step.StdErr, test.errors[i]) {
					t.Errorf("step %d: got error %v, want %v", i, step.StdErr, test.errors[i])
				}
			}
			if median, ok := curve.Median(); !ok || median != test.median {
				t.Errorf("got median %d %v, want %d", median, ok, test.median)
			}
			if curve.Spells() != test.count || curve.Ended() != test.ended {
				t.Errorf("got %d spells, %d ended", curve.Spells(), curve.Ended())
			}
		})
	}
}

func TestSurvivalIntervals(t *testing.T) {
	curve, err := valuation.KaplanMeier(spells(maintained))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		time      int
		transform valuation.Transform
		low, high float64
		tolerance float64
	}{
		{9, valuation.Log, .75413, 1, 5.1e-6},
		{8, valuation.Log, 1, 1, 0},
		{8, valuation.LogLog, 1, 1, 0},
		// .909091^exp(±1.959964·.086678/(.909091·ln .909091)), with 40 digits
		{9, valuation.LogLog, .508080205770, .986673822668, 1e-12},
	}
	for _, test := range tests {
		got, err := curve.Interval(test.time, 0.95, test.transform)
		if err != nil || math.Abs(got.Low-test.low) > test.tolerance || math.Abs(got.High-test.high) > test.tolerance {
			t.Errorf("%v at %d: got %+v, %v, want %v to %v", test.transform, test.time, got, err, test.low, test.high)
		}
	}
	if at := curve.At(17); at != curve.Steps()[1].Rate {
		t.Errorf("between the steps at 13 and 18 the curve is %v", at)
	}
	if at := curve.At(8); at != 1 {
		t.Errorf("before the first step the curve is %v", at)
	}
	ended, _ := valuation.KaplanMeier(spells(notMaintained))
	if got, err := ended.Interval(50, 0.95, valuation.LogLog); err != nil || got.Low != 0 || got.High != 1 {
		t.Errorf("at a rate of 0 got %+v, %v", got, err)
	}
}

func TestSurvivalRefuses(t *testing.T) {
	_, err := valuation.KaplanMeier(nil)
	refusetest.Param(t, err, "spells")
	_, err = valuation.KaplanMeier([]valuation.Spell{{Length: 3}, {Length: -1}, {Length: -2}})
	row, ok := errors.AsType[*hotelcrm.RowError](err)
	if !ok || row.Row != 2 || row.Value != "-1" {
		t.Errorf("got %v", err)
	}
	if lines := strings.Count(err.Error(), "\n") + 1; lines != 2 {
		t.Errorf("got %d errors of 2", lines)
	}
	_, err = valuation.KaplanMeier(slices.Repeat([]valuation.Spell{{Length: -1}}, 50))
	if lines := strings.Count(err.Error(), "\n") + 1; lines != hotelcrm.MaxRowErrors {
		t.Errorf("got %d errors, want %d", lines, hotelcrm.MaxRowErrors)
	}
	curve, _ := valuation.KaplanMeier(spells("1 2+"))
	for _, level := range []float64{0, 1, -1, math.NaN(), math.Inf(1)} {
		_, err = curve.Interval(1, level, valuation.Log)
		refusetest.Param(t, err, "level")
	}
	_, err = curve.Interval(1, 0.9, 3)
	refusetest.Param(t, err, "transform")
	_, err = curve.Interval(1, 0.9, 0)
	refusetest.Param(t, err, "transform")
	if _, ok := curve.Median(); !ok {
		t.Error("half of two spells ended at 1, so the median is 1")
	}
	open, _ := valuation.KaplanMeier(spells("1 2+ 3+"))
	if _, ok := open.Median(); ok {
		t.Error("two thirds last longer than was watched, so there is no median")
	}
}

func drawSpells(t *rapid.T, name string) []valuation.Spell {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) valuation.Spell {
		return valuation.Spell{Length: rapid.IntRange(0, 12).Draw(t, "length"), Ended: rapid.Bool().Draw(t, "ended")}
	}), 1, 40).Draw(t, name)
}

func TestSurvivalWithoutCensoringIsTheShareThatLasts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawSpells(t, "spells")
		for i := range list {
			list[i].Ended = true
		}
		curve, err := valuation.KaplanMeier(list)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for time := range 13 {
			longer := 0
			for _, spell := range list {
				if spell.Length > time {
					longer++
				}
			}
			if want := float64(longer) / float64(len(list)); curve.At(time) != want {
				t.Fatalf("at %d got %v, want %v", time, curve.At(time), want)
			}
		}
		for _, step := range curve.Steps() {
			binomial := math.Sqrt(step.Rate * (1 - step.Rate) / float64(len(list)))
			if math.Abs(step.StdErr-binomial) > 1e-15 {
				t.Fatalf("without censoring Greenwood's error is the binomial one: got %v, want %v", step.StdErr, binomial)
			}
		}
	})
}

func TestSurvivalIgnoresOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawSpells(t, "spells")
		curve, err := valuation.KaplanMeier(list)
		again, againErr := valuation.KaplanMeier(rapid.Permutation(list).Draw(t, "shuffled"))
		if err != nil || againErr != nil {
			t.Fatalf("%v %v", err, againErr)
		}
		if diff := gocmp.Diff(curve.Steps(), again.Steps()); diff != "" {
			t.Fatalf("(-given +shuffled):\n%s", diff)
		}
		last := 1.0
		for _, step := range curve.Steps() {
			if step.Rate > last || step.Rate < 0 {
				t.Fatalf("the curve rises from %v to %v", last, step.Rate)
			}
			last = step.Rate
			for _, transform := range []valuation.Transform{valuation.Log, valuation.LogLog} {
				in, err := curve.Interval(step.Time, 0.9, transform)
				if err != nil || in.Low < 0 || in.Low > step.Rate || in.High < step.Rate || in.High > 1 {
					t.Fatalf("%v interval of %v is %+v, %v", transform, step.Rate, in, err)
				}
			}
		}
	})
}

// Six of twelve end by 5, but the product of six fractions comes out above one half by its last bit.
func TestMedianSeesAnExactHalf(t *testing.T) {
	curve, err := valuation.KaplanMeier(spells("1 2 3 4 4 5 6 6+ 7 7 7+ 7+"))
	if err != nil {
		t.Fatal(err)
	}
	if median, ok := curve.Median(); !ok || median != 5 {
		t.Errorf("got %d %v, want 5", median, ok)
	}
}
