package hotelcrm_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

func TestWidestExponentsAreTaken(t *testing.T) {
	one := []decimal.Decimal{decimal.NewFromInt(1)}
	for _, exponent := range []int32{-1000, 1000} {
		wide := decimal.New(7, exponent)
		want := wide
		if exponent < 0 {
			want = decimal.Decimal{}
		}
		if got, err := hotelcrm.Round(wide, 2, hotelcrm.RoundHalfUp); err != nil || !got.Equal(want) {
			t.Errorf("Round, exponent %d: %v", exponent, err)
		}
		if got, err := hotelcrm.Allocate(one[0], 2, []decimal.Decimal{wide}); err != nil || !got[0].Equal(one[0]) {
			t.Errorf("Allocate, exponent %d: %v", exponent, err)
		}
	}
	if got, err := hotelcrm.Allocate(decimal.New(7, 1000), 2, one); err != nil || !got[0].Equal(decimal.New(7, 1000)) {
		t.Errorf("Allocate, a large total: %v", err)
	}
}

// An int64 holds all numbers of 18 digits, and of those of 19 only some.
func TestSumsOfAmountsAroundAnInt64(t *testing.T) {
	for _, text := range []string{"999999999999999999", "9223372036854775807", "9223372036854775808", "9999999999999999999", "99999999999999999.99"} {
		amount := decimal.RequireFromString(text)
		sum := sumOf([]decimal.Decimal{amount, amount, amount, amount.Neg()})
		if want := amount.Add(amount); !sum.Decimal().Equal(want) {
			t.Errorf("%s twice: got %s, want %s", text, sum.Decimal(), want)
		}
	}
}

func TestMostRoomsOfAStay(t *testing.T) {
	for rooms, fits := range map[int]bool{1: true, 9_999: true, 10_000: true, 10_001: false} {
		congress := with(stay("ann", 5, 2, "1"), func(s *hotelcrm.Stay) { s.Rooms = rooms })
		r := register(t, hotelcrm.Setup{})
		err := r.Add(congress)
		var wrong *hotelcrm.RowError
		switch {
		case !fits && !errors.As(err, &wrong):
			t.Errorf("%d rooms: got %v", rooms, err)
		case fits && err != nil:
			t.Errorf("%d rooms: %v", rooms, err)
		case fits:
			if ann := summaries(t, r, newYear, hotelcrm.Window{}).At(0); ann.RoomNights != 2*rooms {
				t.Errorf("%d rooms: %+v", rooms, ann)
			}
		}
	}
}

// TestTotalMayOverflowAlone: each revenue fits an int64, that of the first day too, their sum does not.
func TestTotalMayOverflowAlone(t *testing.T) {
	day := january + 9
	for _, minor := range []int64{math.MaxInt64, math.MinInt64, math.MaxInt64/2 + 1} {
		r := register(t, tallySetup(1))
		if err := r.AddColumns(hotelcrm.Columns{
			Guest: []string{"ann", "ann", "bob"}, Arrival: []hotelcrm.Date{day, day + 1, day}, Departure: []hotelcrm.Date{day, day + 1, day},
			RoomRevenue: []int64{minor, minor, 100},
		}); err != nil {
			t.Fatal(err)
		}
		ann, once := summaries(t, r, newYear, r.Setup().Window).At(0), hotelcrm.FromMinor(minor, 2)
		if !ann.Revenue.Equal(once.Add(once)) || !ann.RepeatRevenue.Equal(once) {
			t.Errorf("revenue %s, repeat revenue %s; want %s twice and once", ann.Revenue, ann.RepeatRevenue, once)
		}
	}
}
