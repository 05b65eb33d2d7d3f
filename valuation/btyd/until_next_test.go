package btyd_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

func TestUntilNextAllIsUntilNextOfEach(t *testing.T) {
	guests := []btyd.History{{X: 7, Tx: 35, T: 38.86}, {X: 1, Tx: 1.71, T: 38.86}, {T: 20}, {X: 7, Tx: 35, T: 38.86}, {X: 3, Tx: 12, T: 13}}
	for _, m := range []btyd.Model{paperBG(), paperMBG(), paperPareto()} {
		for _, workers := range []int{0, 1, 3} {
			got, err := btyd.UntilNextAll(m, guests, 0.5, workers)
			if err != nil {
				t.Fatal(m.Name(), err)
			}
			for i, h := range guests {
				want, ok, err := btyd.UntilNext(m, h, 0.5)
				if !ok {
					want = math.Inf(1)
				}
				if got[i] != want || err != nil {
					t.Errorf("%s, guest %d: %g, alone %g, %v", m.Name(), i, got[i], want, err)
				}
			}
		}
	}
	if _, err := btyd.UntilNextAll(paperBG(), slices.Repeat([]btyd.History{{X: -1}}, 50), 0.5, 1); !isRow(err) || strings.Count(err.Error(), "\n")+1 != hotelcrm.MaxRowErrors {
		t.Errorf("wrong histories: %v", err)
	}
	if _, err := btyd.UntilNextAll(paperBG(), nil, 1, 1); !isParam(err) {
		t.Errorf("probability 1: %v", err)
	}
	if _, err := btyd.UntilNextAll(paperBG(), nil, 0.5, -1); !isParam(err) {
		t.Errorf("-1 workers: %v", err)
	}
}

// On the day the probability has been reached, on the day before it had not.
func TestDayOfNext(t *testing.T) {
	last := hotelcrm.DateOf(2026, 6, 30)
	for _, m := range []btyd.Model{paperBG(), paperMBG(), paperPareto()} {
		for _, probability := range []float64{1e-9, 0.1, 0.5, 0.7} {
			h := btyd.History{X: 7, Tx: 35, T: 38.86}
			day, ok, err := btyd.DayOfNext(m, h, probability, last)
			if err != nil || !ok {
				t.Fatal(m.Name(), probability, ok, err)
			}
			by := func(d hotelcrm.Date) float64 {
				return 1 - m.CountNext(h, float64(d.DaysSince(last))/btyd.DaysPer(m.Period()), 0)
			}
			if day <= last || by(day) < probability || by(day.AddDays(-1)) >= probability {
				t.Errorf("%s: %g by %v, there it is %g, the day before %g", m.Name(), probability, day, by(day), by(day.AddDays(-1)))
			}
		}
	}
	if _, ok, err := btyd.DayOfNext(paperBG(), btyd.History{X: 1, Tx: 1.71, T: 38.86}, 0.5, last); ok || err != nil {
		t.Errorf("a guest who has left: %v %v", ok, err)
	}
	if _, ok, err := btyd.DayOfNext(paperBG(), btyd.History{X: 7, Tx: 35, T: 38.86}, 0.5, hotelcrm.MaxDate); ok || err != nil {
		t.Errorf("after the calendar: %v %v", ok, err)
	}
	if _, _, err := btyd.DayOfNext(paperBG(), btyd.History{}, 0.5, 0); !isParam(err) {
		t.Errorf("no day: %v", err)
	}
}

func TestExpectedAllIsExpectedOfEach(t *testing.T) {
	m := btyd.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}
	spends := []btyd.Spend{{X: 0}, {X: 1, Mean: 30}, {X: 9, Mean: 80.25}}
	got, err := m.ExpectedAll(spends)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range spends {
		if want, err := m.Expected(s); got[i] != want || err != nil {
			t.Errorf("%+v: %g, alone %g, %v", s, got[i], want, err)
		}
	}
	if _, err := m.ExpectedAll([]btyd.Spend{{X: 1, Mean: 5}, {X: -1}}); !isRow(err) || !strings.Contains(err.Error(), "row 2") {
		t.Errorf("a wrong spend: %v", err)
	}
	if _, err := (btyd.GammaGamma{}).ExpectedAll(nil); !isParam(err) {
		t.Errorf("no model: %v", err)
	}
}

func ExampleDayOfNext_asLikelyAsNot() {
	m := btyd.ParetoNBD{R: .55, Alpha: 10.58, S: .61, Beta: 11.67, Unit: valuation.Week}
	day, ok, err := btyd.DayOfNext(m, btyd.History{X: 7, Tx: 35, T: 39}, 0.5, hotelcrm.DateOf(2026, 6, 30))
	if err != nil {
		panic(err)
	}
	fmt.Println("as likely as not by", day, ok)
	// Output: as likely as not by 2026-08-08 true
}

func ExampleUntilNextAll_orderOfTheMailing() {
	m := btyd.ParetoNBD{R: .55, Alpha: 10.58, S: .61, Beta: 11.67, Unit: valuation.Week}
	weeks, err := btyd.UntilNextAll(m, []btyd.History{{X: 7, Tx: 35, T: 39}, {X: 1, Tx: 2, T: 39}}, 0.5, 2)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.1f\n", weeks)
	// Output: [5.5 +Inf]
}

func ExampleGammaGamma_ExpectedAll_regularAndNewcomer() {
	m := btyd.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}
	means, err := m.ExpectedAll([]btyd.Spend{{X: 9, Mean: 80}, {X: 0}})
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.2f\n", means)
	// Output: [77.92 35.22]
}
