package experiment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

var cents = hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}

// Student's sleep data (1908), table 1, as R's t.test(extra ~ group) has it: t 1.8608 with the groups turned round,
// 17.776 degrees of freedom, p 0.07939, interval -0.2054832 to 3.3654832 of the difference of the means.
func TestWelchMeetsTheSleepData(t *testing.T) {
	second := column(t, 2, decs("1.9", "0.8", "1.1", "0.1", "-0.1", "4.4", "5.5", "1.6", "4.6", "3.4"))
	first := column(t, 2, decs("0.7", "-1.6", "-0.2", "-1.2", "-0.1", "3.4", "3.7", "0.8", "0", "2"))
	got, err := experiment.IncrementalRevenue(second, first, 0.95, hotelcrm.RoundTo{Places: 6, Mode: hotelcrm.RoundHalfEven})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "t", 1.8608, got.T, 5.1e-5)
	near(t, "degrees", 17.776, got.Degrees, 5.1e-4)
	near(t, "p", 0.07939, got.P, 5.1e-6)
	if !got.Incremental.Equal(dec("15.8")) || !got.Treated.Equal(dec("23.3")) || !got.Control.Equal(dec("7.5")) || !got.Expected.Equal(dec("7.5")) {
		t.Errorf("got %+v", got)
	}
	if !got.Low.Equal(dec("-2.054832")) && !got.Low.Equal(dec("-2.054833")) || !got.High.Equal(dec("33.654833")) && !got.High.Equal(dec("33.654832")) {
		t.Errorf("interval: got %s to %s", got.Low, got.High)
	}
}

func TestIncrementalRevenueIsExactToTheCent(t *testing.T) {
	treated := column(t, 2, decs("100.10", "0", "250.25", "99.99", "0", "1000000000000.01", "0"))
	control := column(t, 2, decs("70.07", "0", "30.03"))
	got, err := experiment.IncrementalRevenue(treated, control, 0.95, cents)
	if err != nil || !got.Incremental.Equal(dec("1000000000216.78")) { // 1000000000450.35 - 100.10·7/3 = ...216.783333
		t.Fatalf("got %+v, %v", got, err)
	}
	if sum := got.Expected.Add(got.Incremental); !sum.Equal(got.Treated) || got.Low.GreaterThan(got.Incremental) || got.High.LessThan(got.Incremental) {
		t.Errorf("got %+v", got)
	}
	for _, mode := range []struct {
		mode hotelcrm.Rounding
		want string
	}{{hotelcrm.RoundCeiling, "1000000000216.79"}, {hotelcrm.RoundFloor, "1000000000216.78"}, {hotelcrm.RoundUp, "1000000000216.79"}, {hotelcrm.RoundHalfUp, "1000000000216.78"}} {
		got, err := experiment.IncrementalRevenue(treated, control, 0.95, hotelcrm.RoundTo{Places: 2, Mode: mode.mode})
		if err != nil || !got.Incremental.Equal(dec(mode.want)) {
			t.Errorf("%v: got %s, %v", mode.mode, got.Incremental, err)
		}
	}
}

func TestRevenueWithoutSpread(t *testing.T) {
	alike, err := experiment.IncrementalRevenue(column(t, 2, decs("5", "5")), column(t, 2, decs("5", "5", "5")), 0.95, cents)
	if err != nil || alike.P != 1 || alike.T != 0 || !alike.Low.IsZero() || !alike.High.IsZero() {
		t.Errorf("alike: got %+v, %v", alike, err)
	}
	apart, err := experiment.IncrementalRevenue(column(t, 2, decs("6", "6")), column(t, 2, decs("5", "5", "5")), 0.95, cents)
	if err != nil || apart.P != 0 || !apart.Low.Equal(dec("2")) || !apart.High.Equal(dec("2")) {
		t.Errorf("apart: got %+v, %v", apart, err)
	}
	two, one := column(t, 2, decs("5", "6")), column(t, 2, decs("5"))
	_, err = experiment.IncrementalRevenue(one, two, 0.95, cents)
	refusetest.Param(t, err, "treated")
	_, err = experiment.IncrementalRevenue(two, one, 0.95, cents)
	refusetest.Param(t, err, "control")
	_, err = experiment.IncrementalRevenue(two, two, 1, cents)
	refusetest.Param(t, err, "level")
	_, err = experiment.IncrementalRevenue(two, two, 0.95, hotelcrm.RoundTo{})
	refusetest.Param(t, err, "RoundTo.Mode")
}

// Amounts beyond the column, and orders, change nothing; doubling all amounts doubles the money and leaves the test.
func TestRevenueUpliftScales(t *testing.T) {
	amounts := rapid.SliceOfN(rapid.Int64Range(-2000, 90_000), 2, 12)
	rapid.Check(t, func(t *rapid.T) {
		lists := [2][]decimal.Decimal{}
		for arm, list := range [2][]int64{amounts.Draw(t, "treated"), amounts.Draw(t, "control")} {
			for _, minor := range list {
				lists[arm] = append(lists[arm], decimal.New(minor, -2))
			}
		}
		once, err := experiment.IncrementalRevenue(column(t, 2, lists[0]), column(t, 2, lists[1]), 0.95, cents)
		spilled, err2 := experiment.IncrementalRevenue(column(t, 0, rapid.Permutation(lists[0]).Draw(t, "order")), column(t, 0, lists[1]), 0.95, cents)
		if err != nil || err2 != nil || !once.Incremental.Equal(spilled.Incremental) || !once.Low.Equal(spilled.Low) || once.P != spilled.P {
			t.Fatalf("got %+v and %+v, %v, %v", once, spilled, err, err2)
		}
		for arm := range lists {
			for i, x := range lists[arm] {
				lists[arm][i] = x.Add(x)
			}
		}
		twice, err := experiment.IncrementalRevenue(column(t, 2, lists[0]), column(t, 2, lists[1]), 0.95, cents)
		if err != nil || twice.T != once.T || twice.P != once.P || twice.Incremental.Sub(once.Incremental.Add(once.Incremental)).Abs().GreaterThan(dec("0.01")) {
			t.Fatalf("got %+v and %+v, %v", once, twice, err)
		}
	})
}
