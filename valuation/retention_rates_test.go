package valuation_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"pgregory.net/rapid"
)

func TestRetentionRate(t *testing.T) {
	kept, err := valuation.RetentionRate(200, 30, 210, 0.95)
	if err != nil || kept.Rate != 0.9 || kept.Complement().Rate != 0.1 || kept.Complement().Count != 20 {
		t.Errorf("got %+v, %v", kept, err)
	}
	tests := []struct {
		start, gained, end int
		param              string
	}{{0, 0, 0, "start"}, {10, -1, 5, "gained"}, {10, 5, 4, "end"}, {10, 5, 16, "end"}}
	for _, test := range tests {
		_, err := valuation.RetentionRate(test.start, test.gained, test.end, 0.95)
		refusetest.Param(t, err, test.param)
	}
}

func TestRepeatRate(t *testing.T) {
	offsets := []int{0}
	for guest := range 600 {
		visits := 1
		switch {
		case guest < 140:
			visits = 2 + guest%3
		case guest >= 500:
			visits = 0
		}
		offsets = append(offsets, offsets[guest]+visits)
	}
	got, err := valuation.RepeatRate(offsets, 0.95)
	if err != nil || got.Rate != 0.28 || got.Count != 140 || got.Of != 500 {
		t.Errorf("got %+v, %v", got, err)
	}
	_, err = valuation.RepeatRate([]int{0, 3, 2}, 0.95)
	refusetest.Param(t, err, "offsets[2]")
	_, err = valuation.RepeatRate(nil, 0.95)
	refusetest.Param(t, err, "offsets")
	_, err = valuation.RepeatRate([]int{0, 0}, 0.95)
	refusetest.Param(t, err, "of")
}

// Intervals of a mailing to 8000 guests; and of 10 guests, from Newcombe (1998), Statistics in Medicine 17, table I.
func TestWilsonMeetsTheTables(t *testing.T) {
	tests := []struct {
		count, of         int
		low, high, digits float64
	}{
		{560, 8000, .064613, .075800, 5.1e-7},
		{81, 263, .2553, .3662, 5.1e-5},
		{15, 148, .0624, .1605, 5.1e-5},
		{0, 20, 0, .1611, 5.1e-5},
		{1, 29, .0061, .1718, 5.1e-5},
	}
	for _, test := range tests {
		got, err := valuation.NewProportion(test.count, test.of, 0.95)
		if err != nil || math.Abs(got.Low-test.low) > test.digits || math.Abs(got.High-test.high) > test.digits || got.Level != 0.95 {
			t.Errorf("%d of %d: got %+v, %v", test.count, test.of, got, err)
		}
	}
	_, err := valuation.NewProportion(3, 2, 0.95)
	refusetest.Param(t, err, "count")
	_, err = valuation.NewProportion(0, 0, 0.95)
	refusetest.Param(t, err, "of")
	_, err = valuation.NewProportion(0, 1, math.NaN())
	refusetest.Param(t, err, "level")
}

func TestWilsonHoldsTheRateAndTurnsRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.IntRange(1, 5000).Draw(t, "of")
		count := rapid.IntRange(0, of).Draw(t, "count")
		p, err := valuation.NewProportion(count, of, rapid.Float64Range(0.01, 0.999).Draw(t, "level"))
		if err != nil || p.Low < 0 || p.Low > p.Rate || p.High < p.Rate || p.High > 1 {
			t.Fatalf("%+v, %v", p, err)
		}
		others, err := valuation.NewProportion(of-count, of, p.Level)
		turned := p.Complement()
		if err != nil || turned.Rate != others.Rate || math.Abs(turned.Low-others.Low) > 1e-11 || math.Abs(turned.High-others.High) > 1e-11 {
			t.Fatalf("%+v, counted %+v, %v", turned, others, err)
		}
	})
}

func TestChurn(t *testing.T) {
	tests := []struct {
		churn    string
		from, to valuation.Period
		places   int
		want     string
	}{
		{"0.03", valuation.Month, valuation.Year, 6, "0.306158"},
		{"0.03", valuation.Month, valuation.Month, 6, "0.03"},
		{"0.19", valuation.Year, valuation.HalfYear, 12, "0.1"},
		{"0.306157704", valuation.Year, valuation.Month, 6, "0.03"},
		{"0", valuation.Month, valuation.Year, 6, "0"},
		{"1", valuation.Month, valuation.Year, 6, "1"},
	}
	for _, test := range tests {
		got, err := valuation.ChurnPer(dec(test.churn), test.from, test.to, places(test.places))
		if err != nil || !got.Equal(dec(test.want)) {
			t.Errorf("%v per %v is %v per %v, %v, want %v", test.churn, test.from, got, test.to, err, test.want)
		}
	}
	if life, err := valuation.MeanLife(dec("0.03"), places(6)); err != nil || !life.Equal(dec("33.333333")) {
		t.Errorf("got a mean life of %v, %v", life, err)
	}
}

func TestChurnRefuses(t *testing.T) {
	for _, churn := range []string{"-0.01", "1.01", "0.9999999999999999999999999999999999"} {
		_, err := valuation.ChurnPer(dec(churn), valuation.Month, valuation.Year, places(6))
		refusetest.Param(t, err, "churn")
	}
	_, err := valuation.ChurnPer(dec("0.1"), 0, valuation.Year, places(6))
	refusetest.Param(t, err, "from")
	_, err = valuation.ChurnPer(dec("0.1"), valuation.Year, 9, places(6))
	refusetest.Param(t, err, "to")
	_, err = valuation.ChurnPer(dec("0.1"), valuation.Year, valuation.Month, hotelcrm.RoundTo{})
	refusetest.Param(t, err, "RoundTo.Mode")
	_, err = valuation.MeanLife(dec("0"), places(6))
	refusetest.Param(t, err, "churn")
	_, err = valuation.MeanLife(dec("2"), places(6))
	refusetest.Param(t, err, "churn")
	_, err = valuation.MeanLife(dec("0.5"), hotelcrm.RoundTo{})
	refusetest.Param(t, err, "RoundTo.Mode")
}

func TestReturnSpells(t *testing.T) {
	day := func(d int) hotelcrm.Date { return hotelcrm.DateOf(2025, 1, d) }
	offsets := []int{0, 2, 3, 3, 5, 6}
	arrivals := []hotelcrm.Date{day(1), day(11), day(5), day(2), day(25), day(21)}
	got, err := valuation.ReturnSpells(offsets, arrivals, day(20))
	want := []valuation.Spell{{Length: 10, Ended: true}, {Length: 15}, {Length: 18}}
	if err != nil || len(got) != len(want) {
		t.Fatalf("got %v, %v", got, err)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("guest %d: got %v, want %v", i, got[i], want[i])
		}
	}
	_, err = valuation.ReturnSpells(offsets, arrivals, 0)
	refusetest.Param(t, err, "through")
	_, err = valuation.ReturnSpells([]int{1}, arrivals, day(20))
	refusetest.Param(t, err, "offsets")
}

// Two rooms on one arrival date are one occasion: neither a return nor a spell of 0 days.
func TestTwoVisitsOnOneDateAreNoReturn(t *testing.T) {
	day := func(d int) hotelcrm.Date { return hotelcrm.DateOf(2025, 1, d) }
	offsets := []int{0, 2, 5, 6, 6, 8}
	arrivals := []hotelcrm.Date{day(1), day(1), day(3), day(3), day(8), day(4), day(5), day(21)}
	got, err := valuation.ReturnSpells(offsets, arrivals, day(20))
	want := []valuation.Spell{{Length: 19}, {Length: 5, Ended: true}, {Length: 16}, {Length: 15}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	rate, err := valuation.RepeatRateByDate(offsets, arrivals, 0.95)
	if err != nil || rate.Count != 2 || rate.Of != 4 {
		t.Errorf("got %+v, %v", rate, err)
	}
	visits, err := valuation.RepeatRate(offsets, 0.95)
	if err != nil || visits.Count != 3 || visits.Of != 4 {
		t.Errorf("got %+v, %v", visits, err)
	}
}

func TestRepeatRateByDateRefuses(t *testing.T) {
	day := hotelcrm.DateOf(2025, 1, 2)
	_, err := valuation.RepeatRateByDate([]int{0, 2}, []hotelcrm.Date{day}, 0.95)
	refusetest.Param(t, err, "offsets")
	_, err = valuation.RepeatRateByDate([]int{0, 1}, []hotelcrm.Date{day}, 1)
	refusetest.Param(t, err, "level")
	_, err = valuation.RepeatRateByDate([]int{0}, nil, 0.95)
	refusetest.Param(t, err, "of")
	_, err = valuation.RepeatRateByDate([]int{0, 2}, []hotelcrm.Date{day, day - 1}, 0.95)
	if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != 2 {
		t.Errorf("got %v", err)
	}
}

// Both count the same returns, however visits and dates fall.
func TestSpellsAndRepeatRateAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offsets, arrivals := []int{0}, []hotelcrm.Date(nil)
		through := hotelcrm.DateOf(2025, 6, 30)
		for range rapid.IntRange(1, 20).Draw(t, "guests") {
			days := rapid.SliceOfN(rapid.IntRange(0, 6), 1, 4).Draw(t, "days before")
			slices.Sort(days)
			for _, d := range slices.Backward(days) {
				arrivals = append(arrivals, through.AddDays(-d))
			}
			offsets = append(offsets, len(arrivals))
		}
		rate, err := valuation.RepeatRateByDate(offsets, arrivals, 0.9)
		spells, spellErr := valuation.ReturnSpells(offsets, arrivals, through)
		ended := 0
		for _, s := range spells {
			if s.Ended {
				ended++
			}
			if s.Ended && s.Length == 0 {
				t.Fatalf("a return after 0 days: %v", spells)
			}
		}
		if err != nil || spellErr != nil || rate.Count != ended || rate.Of != len(spells) {
			t.Fatalf("%+v, %v; spells %v, %v", rate, err, spells, spellErr)
		}
	})
}
