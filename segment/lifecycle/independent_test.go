package lifecycle_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// plainStay is one visit.
type plainStay struct{ arrival, departure hotelcrm.Date }

// stageByWords is the stage by the words of Rules, with every limit in thousandths of half days.
func stageByWords(l lifecycle.Rules, all []plainStay, day hotelcrm.Date) lifecycle.Stage {
	stays := visitsUpTo(all, day)
	switch n := len(stays); {
	case n == 0:
		return lifecycle.Prospect
	case quietBeyond(l.Lapsed, l, stays, day):
		return lifecycle.Lapsed
	case quietBeyond(l.AtRisk, l, stays, day):
		return lifecycle.AtRisk
	case wonBack(l, stays):
		return lifecycle.WonBack
	case n >= l.LoyalVisits:
		return lifecycle.Loyal
	case n >= 2:
		return lifecycle.Growing
	}
	return lifecycle.NewGuest
}

// visitsUpTo joins arrivals on one date, the longer stay standing for both.
func visitsUpTo(all []plainStay, day hotelcrm.Date) []plainStay {
	var list []plainStay
	for _, s := range all {
		switch last := len(list) - 1; {
		case s.arrival > day:
		case last >= 0 && list[last].arrival == s.arrival:
			list[last].departure = max(list[last].departure, s.departure)
		default:
			list = append(list, s)
		}
	}
	return list
}

func quietBeyond(times decimal.Decimal, l lifecycle.Rules, stays []plainStay, day hotelcrm.Date) bool {
	for _, s := range stays {
		if s.arrival <= day && day <= s.departure {
			return false
		}
	}
	silence := day.DaysSince(stays[len(stays)-1].arrival)
	return decimal.NewFromInt(int64(2 * silence)).GreaterThan(times.Mul(decimal.NewFromInt(int64(twiceRhythm(l, stays)))))
}

func twiceRhythm(l lifecycle.Rules, stays []plainStay) int {
	if len(stays) < 3 {
		return 2 * l.DefaultGap
	}
	var gaps []int
	for i := range stays[1:] {
		gaps = append(gaps, stays[i+1].arrival.DaysSince(stays[i].arrival))
	}
	slices.Sort(gaps)
	return max(gaps[(len(gaps)-1)/2]+gaps[len(gaps)/2], 2*l.MinGap)
}

func wonBack(l lifecycle.Rules, stays []plainStay) bool {
	for i := max(1, len(stays)-l.WonBackVisits); i < len(stays); i++ {
		if quietBeyond(l.Lapsed, l, stays[:i], stays[i].arrival-1) {
			return true
		}
	}
	return false
}

func TestPlainLifeCycle(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		thousandths := func(low, high int, name string) decimal.Decimal {
			return decimal.New(int64(rapid.IntRange(low, high).Draw(rt, name)), -3)
		}
		l := lifecycle.Rules{
			DefaultGap: rapid.IntRange(1, 12).Draw(rt, "default"), MinGap: rapid.IntRange(1, 6).Draw(rt, "least"),
			AtRisk: thousandths(1, 2500, "risk"), LoyalVisits: rapid.IntRange(2, 5).Draw(rt, "loyal"),
			WonBackVisits: rapid.IntRange(1, 3).Draw(rt, "won back"),
		}
		l.Lapsed = l.AtRisk.Add(thousandths(0, 2500, "lapsed"))
		var stays []plainStay
		var arrivals, departures []hotelcrm.Date
		day := hotelcrm.DateOf(2025, 1, 1)
		for range rapid.IntRange(0, 7).Draw(rt, "stays") {
			day = day.AddDays(rapid.SampledFrom([]int{0, 1, 2, 3, 5, 8, 21}).Draw(rt, "gap"))
			s := plainStay{day, day.AddDays(rapid.SampledFrom([]int{0, 1, 2, 9}).Draw(rt, "nights"))}
			stays, arrivals, departures = append(stays, s), append(arrivals, s.arrival), append(departures, s.departure)
		}
		asOf := hotelcrm.DateOf(2025, 1, 1).AddDays(rapid.IntRange(-1, 90).Draw(rt, "as of"))
		got, err := l.Standing(arrivals, departures, asOf)
		if err != nil {
			rt.Fatal(err)
		}
		if want := stageByWords(l, stays, asOf); got.Stage != want {
			rt.Fatalf("%+v\n%v on %v: %v, want %v", l, stays, asOf, got.Stage, want)
		}
		up := visitsUpTo(stays, asOf)
		if len(up) == 0 {
			return
		}
		if want := float64(twiceRhythm(l, up)) / 2; got.Rhythm != want || got.Visits != len(up) || got.Last != up[len(up)-1].arrival {
			rt.Fatalf("%+v: rhythm %v, want %v", got, got.Rhythm, want)
		}
		for d := up[len(up)-1].arrival; d <= asOf.AddDays(60); d++ {
			lapsed, risk := quietBeyond(l.Lapsed, l, up, d), quietBeyond(l.AtRisk, l, up, d)
			if lapsed != (d >= got.LapsedFrom) || risk != (d >= got.AtRiskFrom) {
				rt.Fatalf("%+v\n%v: %+v, but on %v at risk %v, lapsed %v", l, stays, got, d, risk, lapsed)
			}
		}
	})
}
