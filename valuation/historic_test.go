package valuation_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

const today = hotelcrm.Date(739_616) // 2025-12-31

// guest is what a test says of a guest: visits, days since the first arrival, revenue.
type guest struct {
	visits, days int
	revenue      string
}

func summariesOf(t failer, guests ...guest) *hotelcrm.Summaries {
	t.Helper()
	list := make([]hotelcrm.Summary, len(guests))
	for i, g := range guests {
		list[i] = hotelcrm.Summary{
			Guest: fmt.Sprintf("G%04d", i), First: today.AddDays(-g.days), Last: today, Visits: g.visits, Nights: g.visits, RoomNights: g.visits,
			Revenue: dec(g.revenue),
		}
		if g.days < 0 {
			list[i].First = 0
		}
	}
	s, err := hotelcrm.NewSummaries("EUR", today, list)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s
}

func historicOf(t failer, s *hotelcrm.Summaries, total string, guests int) *valuation.Historic {
	t.Helper()
	h, err := valuation.HistoricOf(s, valuation.CostBasis{Total: dec(total), Guests: guests}, places(2))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return h
}

func drawGuests(t *rapid.T) []guest {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) guest {
		revenue := decimal.New(rapid.Int64Range(-1e5, 1e7).Draw(t, "cents"), -2)
		switch rapid.IntRange(0, 15).Draw(t, "kind") {
		case 0:
			revenue = decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-5, 8).Draw(t, "exponent"))
		case 1:
			revenue = rapid.SampledFrom([]decimal.Decimal{
				decimal.New(math.MaxInt64, -2), decimal.New(math.MinInt64, -2), decimal.New(1<<62, -2), decimal.New(-1<<62-1, -2), dec("0.005"),
			}).Draw(t, "edge")
		}
		return guest{
			visits: rapid.IntRange(1, 300).Draw(t, "visits"), days: rapid.IntRange(0, 3000).Draw(t, "days"), revenue: revenue.String(),
		}
	}), 1, 12).Draw(t, "guests")
}

func TestHistoricValuesAddUpToRevenueLessCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := summariesOf(t, drawGuests(t)...)
		basis := valuation.CostBasis{Total: decimal.New(rapid.Int64Range(0, 1e12).Draw(t, "cost"), -2), Guests: s.Len()}
		money := hotelcrm.RoundTo{Places: rapid.IntRange(2, 6).Draw(t, "places"), Mode: drawRounding(t)}
		h, err := valuation.HistoricOf(s, basis, money)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if want := s.Revenue().Sum().Sub(basis.Total); !h.Values().Sum().Equal(want) {
			t.Fatalf("values add up to %v, revenue less cost is %v", h.Values().Sum(), want)
		}
	})
}

func TestHistoricCostIsAllocated(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := summariesOf(t, drawGuests(t)...)
		basis := valuation.CostBasis{
			Total:  decimal.New(rapid.Int64Range(0, 1e9).Draw(t, "cost"), -3),
			Guests: s.Len() + rapid.IntRange(0, 5).Draw(t, "others"),
		}
		money := hotelcrm.RoundTo{Places: rapid.IntRange(0, 4).Draw(t, "places"), Mode: drawRounding(t)}
		h, err := valuation.HistoricOf(s, basis, money)
		if err != nil {
			t.Fatalf("%v", err)
		}
		equal := make([]decimal.Decimal, s.Len())
		for i := range equal {
			equal[i] = dec("1")
		}
		parts, err := hotelcrm.Allocate(h.Cost(), money.Places, equal)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for i, part := range parts {
			row := h.At(i)
			if !row.Cost.Equal(part) || !row.Amount.Equal(s.At(i).Revenue.Sub(part)) || !row.Revenue.Equal(s.At(i).Revenue) {
				t.Fatalf("guest %d: got %+v, want a cost of %v", i, row, part)
			}
		}
	})
}

// The mean cost of 1000.00 over 3 of 4 guests: 750.00 for the three of them.
func TestHistoricCostOfSomeOfTheGuests(t *testing.T) {
	s := summariesOf(t, guest{1, 0, "100"}, guest{4, 900, "1200.50"}, guest{2, 30, "300"})
	h := historicOf(t, s, "1000", 4)
	for i, want := range []string{"-150", "950.5", "50"} {
		if got := h.Values().At(i); !got.Equal(dec(want)) {
			t.Errorf("guest %d: got %v, want %s", i, got, want)
		}
	}
	if w := h.Warnings(); len(w) != 1 || w[0].Code != valuation.WarnNegative || w[0].N != 1 {
		t.Errorf("got warnings %v", w)
	}
	if h.Basis().Guests != 4 || h.Rounding() != places(2) || h.Summaries() != s || h.Len() != 3 {
		t.Errorf("the result does not say what it was made from: %+v", h)
	}
}

func TestHistoricRefuses(t *testing.T) {
	s := summariesOf(t, guest{1, 0, "100"}, guest{4, 900, "1200.50"})
	good := valuation.CostBasis{Total: dec("10"), Guests: 2}
	tests := []struct {
		name      string
		summaries *hotelcrm.Summaries
		basis     valuation.CostBasis
		money     hotelcrm.RoundTo
		param     string
	}{
		{"no summaries", nil, good, places(2), "summaries"},
		{"a negative cost", s, valuation.CostBasis{Total: dec("-1"), Guests: 2}, places(2), "CostBasis.Total"},
		{"an endless cost", s, valuation.CostBasis{Total: decimal.New(1, 1<<30), Guests: 2}, places(2), "CostBasis.Total"},
		{"no guests", s, valuation.CostBasis{Total: dec("1")}, places(2), "CostBasis.Guests"},
		{"fewer guests than summaries", s, valuation.CostBasis{Total: dec("1"), Guests: 1}, places(2), "CostBasis.Guests"},
		{"dates reversed", s, valuation.CostBasis{Total: dec("1"), Guests: 2, Window: hotelcrm.Window{From: 2, To: 1}}, places(2), "window"},
		{"no rounding", s, good, hotelcrm.RoundTo{}, "RoundTo.Mode"},
		{"more places than a column has", s, good, places(7), "RoundTo.Places"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := valuation.HistoricOf(test.summaries, test.basis, test.money)
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := good.Mean(hotelcrm.RoundTo{})
	refusetest.Param(t, err, "RoundTo.Mode")
	_, err = valuation.CostBasis{}.Mean(places(2))
	refusetest.Param(t, err, "CostBasis.Guests")
}

func TestDepartmentMarginAddsUp(t *testing.T) {
	revenue := hotelcrm.Revenue{Rooms: dec("1000.01"), FoodBeverage: dec("333.33"), OtherOperated: dec("-20"), Fees: dec("50")}
	rates := valuation.CostRates{Rooms: dec("0.25"), FoodBeverage: dec("0.7"), OtherOperated: dec("1.1")}
	got, err := valuation.DepartmentMargin(revenue, rates, places(2))
	if err != nil {
		t.Fatal(err)
	}
	want := hotelcrm.Revenue{Rooms: dec("750.01"), FoodBeverage: dec("100"), OtherOperated: dec("2"), Fees: dec("50")}
	parts := got.Departments
	if !parts.Rooms.Equal(want.Rooms) || !parts.FoodBeverage.Equal(want.FoodBeverage) || !parts.OtherOperated.Equal(want.OtherOperated) || !parts.Fees.Equal(want.Fees) {
		t.Errorf("got %+v, want %+v", parts, want)
	}
	if !got.Total.Equal(dec("902.01")) {
		t.Errorf("got a total of %v", got.Total)
	}
	_, err = valuation.DepartmentMargin(revenue, valuation.CostRates{Fees: dec("-0.1")}, places(2))
	refusetest.Param(t, err, "CostRates.Fees")
	_, err = valuation.DepartmentMargin(hotelcrm.Revenue{Rooms: decimal.New(1, 1<<30)}, rates, places(2))
	refusetest.Param(t, err, "Revenue.Rooms")
	_, err = valuation.DepartmentMargin(revenue, valuation.CostRates{Rooms: decimal.New(1, -1<<30)}, places(2))
	refusetest.Param(t, err, "CostRates.Rooms")
	_, err = valuation.DepartmentMargin(revenue, rates, hotelcrm.RoundTo{})
	refusetest.Param(t, err, "RoundTo.Mode")
}
