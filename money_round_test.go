package hotelcrm_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

func TestRoundSettlesTiesByItsMode(t *testing.T) {
	modes := []hotelcrm.Rounding{
		hotelcrm.RoundHalfEven, hotelcrm.RoundHalfUp, hotelcrm.RoundUp, hotelcrm.RoundDown, hotelcrm.RoundCeiling, hotelcrm.RoundFloor,
	}
	tests := []struct {
		name, amount string
		places       int
		want         []string // in the order of modes
	}{
		{"tie above an even cent", "0.125", 2, []string{"0.12", "0.13", "0.13", "0.12", "0.13", "0.12"}},
		{"tie above an odd cent", "0.135", 2, []string{"0.14", "0.14", "0.14", "0.13", "0.14", "0.13"}},
		{"negative tie, even", "-0.125", 2, []string{"-0.12", "-0.13", "-0.13", "-0.12", "-0.12", "-0.13"}},
		{"negative tie, odd", "-0.135", 2, []string{"-0.14", "-0.14", "-0.14", "-0.13", "-0.13", "-0.14"}},
		{"tie at nothing", "0.005", 2, []string{"0", "0.01", "0.01", "0", "0.01", "0"}},
		{"negative tie at nothing", "-0.005", 2, []string{"0", "-0.01", "-0.01", "0", "0", "-0.01"}},
		{"a trace above a tie", "0.12500000000000000000001", 2, []string{"0.13", "0.13", "0.13", "0.12", "0.13", "0.12"}},
		{"a trace below a tie", "0.13499999999999999999999", 2, []string{"0.13", "0.13", "0.14", "0.13", "0.14", "0.13"}},
		{"a trace of money", "0.0000001", 2, []string{"0", "0", "0.01", "0", "0.01", "0"}},
		{"a trace of debt", "-0.0000001", 2, []string{"0", "0", "-0.01", "0", "0", "-0.01"}},
		{"carries through nines", "9.995", 2, []string{"10", "10", "10", "9.99", "10", "9.99"}},
		{"whole units, even", "2.5", 0, []string{"2", "3", "3", "2", "3", "2"}},
		{"whole units, odd", "3.5", 0, []string{"4", "4", "4", "3", "4", "3"}},
		{"tens", "25", -1, []string{"20", "30", "30", "20", "30", "20"}},
		{"negative hundreds", "-150", -2, []string{"-200", "-200", "-200", "-100", "-100", "-200"}},
		{"an exponent above the places", "5e1", -2, []string{"0", "100", "100", "0", "100", "0"}},
		{"nothing to round", "1.5", 2, []string{"1.5", "1.5", "1.5", "1.5", "1.5", "1.5"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			var got []decimal.Decimal
			for _, mode := range modes {
				rounded, err := hotelcrm.Round(decimal.RequireFromString(test.amount), test.places, mode)
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, rounded)
			}
			if diff := cmp.Diff(moneyList(test.want...), got); diff != "" {
				t.Errorf("%s at %d places by %v (-want +got):\n%s", test.amount, test.places, modes, diff)
			}
		})
	}
}

func TestRoundRefusesUnsetModesAndFarPlaces(t *testing.T) {
	amount := decimal.New(125, -3)
	for _, mode := range []hotelcrm.Rounding{0, hotelcrm.RoundFloor + 1, 255} {
		_, err := hotelcrm.Round(amount, 2, mode)
		wrong := wantParamError(t, err)
		for _, name := range []string{"half-even", "half-up", "up", "down", "ceiling", "floor"} {
			if !strings.Contains(wrong.Allowed, name) {
				t.Errorf("mode %d: %q does not name %s", mode, wrong.Allowed, name)
			}
		}
	}
	for _, places := range []int{-19, 19, math.MaxInt, math.MinInt} {
		_, err := hotelcrm.Round(amount, places, hotelcrm.RoundHalfEven)
		wantRefusal(t, err, fmt.Sprint(places))
	}
	for _, places := range []int{-18, 18} {
		if _, err := hotelcrm.Round(amount, places, hotelcrm.RoundHalfEven); err != nil {
			t.Errorf("%d places: %v", places, err)
		}
	}
}

func TestAllocateGivesEveryUnitToSomeone(t *testing.T) {
	tests := []struct {
		name, total   string
		places        int
		weights, want []string
	}{
		{"thirds of one cent too many", "100", 2, []string{"1", "1", "1"}, []string{"33.34", "33.33", "33.33"}},
		{"two missing cents", "0.05", 2, []string{"1", "1", "1"}, []string{"0.02", "0.02", "0.01"}},
		{"the larger remainder first", "10", 0, []string{"1", "1", "4"}, []string{"2", "2", "6"}},
		{"a later but larger remainder", "1", 0, []string{"1", "2"}, []string{"0", "1"}},
		{"ties to the earlier", "1", 0, []string{"2", "2"}, []string{"1", "0"}},
		{"zero weights get nothing", "100", 2, []string{"0", "1", "0", "1", "1"}, []string{"0", "33.34", "0", "33.33", "33.33"}},
		{"refund mirrors", "-100", 2, []string{"1", "1", "1"}, []string{"-33.34", "-33.33", "-33.33"}},
		{"nothing to split", "0", 2, []string{"1", "3"}, []string{"0", "0"}},
		{"one weight", "12.34", 2, []string{"0.001"}, []string{"12.34"}},
		{"fewer units than guests", "0.02", 2, []string{"1", "1", "1", "1"}, []string{"0.01", "0.01", "0", "0"}},
		{"weights in any unit", "7", 0, []string{"0.05", "50e-3", "1e-1"}, []string{"2", "2", "3"}},
		{"zeros behind are no more places", "10.000", 2, []string{"1", "1"}, []string{"5", "5"}},
		{"beyond an int64", "1e30", 0, []string{"1", "2"}, []string{"333333333333333333333333333333", "666666666666666666666666666667"}},
		{"yen", "1000", 0, []string{"3", "3", "3"}, []string{"334", "333", "333"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			weights := moneyList(test.weights...)
			got, err := hotelcrm.Allocate(decimal.RequireFromString(test.total), test.places, weights)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(moneyList(test.want...), got); diff != "" {
				t.Errorf("%s among %v (-want +got):\n%s", test.total, test.weights, diff)
			}
			if diff := cmp.Diff(moneyList(test.weights...), weights); diff != "" {
				t.Errorf("the weights were changed (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAllocateRefusesWhatItCannotSplit(t *testing.T) {
	tests := []struct {
		name, total string
		places      int
		weights     []string
	}{
		{"no weights", "10", 2, nil},
		{"all weights zero", "10", 2, []string{"0", "0.00"}},
		{"a negative weight", "10", 2, []string{"3", "-1"}},
		{"negative weights only", "10", 2, []string{"-1", "-1"}},
		{"total finer than the places", "10.001", 2, []string{"1", "1"}},
		{"half a yen", "-0.5", 0, []string{"1"}},
		{"negative places", "10", -1, []string{"1"}},
		{"19 places", "10", 19, []string{"1"}},
		{"places that are 2 in 32 bits", "10", wraps32 + 2, []string{"1"}},
		{"no weights for nothing", "0", 2, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			got, err := hotelcrm.Allocate(decimal.RequireFromString(test.total), test.places, moneyList(test.weights...))
			wantParamError(t, err)
			if got != nil {
				t.Errorf("parts %v beside an error, want none", got)
			}
		})
	}
}

func TestRevenueOfAddsTheDepartmentsAskedFor(t *testing.T) {
	revenue := hotelcrm.Revenue{
		Rooms: decimal.New(1, 0), FoodBeverage: decimal.New(2, -1), OtherOperated: decimal.New(4, -2),
		Miscellaneous: decimal.New(-8, -3), Fees: decimal.New(16, 1),
	}
	byDepartment := map[hotelcrm.Department]decimal.Decimal{
		hotelcrm.Rooms: revenue.Rooms, hotelcrm.FoodBeverage: revenue.FoodBeverage, hotelcrm.OtherOperated: revenue.OtherOperated,
		hotelcrm.Miscellaneous: revenue.Miscellaneous, hotelcrm.Fees: revenue.Fees,
	}
	for mask := range 1 << 5 {
		var list []hotelcrm.Department
		want := decimal.Zero
		for d := hotelcrm.Rooms; d <= hotelcrm.Fees; d++ {
			if mask>>(d-1)&1 == 1 {
				list = append(list, d)
				want = want.Add(byDepartment[d])
			}
		}
		if diff := cmp.Diff(want, revenue.Of(hotelcrm.Departments(list...))); diff != "" {
			t.Errorf("revenue of %v (-want +got):\n%s", list, diff)
		}
	}
	if diff := cmp.Diff(decimal.RequireFromString("1.232"), revenue.Of(hotelcrm.AllButFees)); diff != "" {
		t.Errorf("revenue without fees (-want +got):\n%s", diff)
	}
}

// TestHostileExponentsAreRefused: amounts that only code can make, since the parsers refuse them, must not hang.
func TestHostileExponentsAreRefused(t *testing.T) {
	one := []decimal.Decimal{decimal.NewFromInt(1)}
	for _, exponent := range []int32{-2_000_000_000, -1001, 1001, 2_000_000_000} {
		hostile := decimal.New(1, exponent)
		if _, err := hotelcrm.Round(hostile, 2, hotelcrm.RoundHalfUp); err == nil {
			t.Errorf("Round took the exponent %d", exponent)
		}
		if _, err := hotelcrm.Allocate(hostile, 2, one); err == nil {
			t.Errorf("Allocate took a total with the exponent %d", exponent)
		}
		if _, err := hotelcrm.Allocate(one[0], 2, []decimal.Decimal{one[0], hostile}); err == nil {
			t.Errorf("Allocate took a weight with the exponent %d", exponent)
		}
	}
}
