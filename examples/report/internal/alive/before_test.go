package alive

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/shopspring/decimal"
)

// Three guests known on 1 January 2024, one of whom came on two days since, twice on the second; one came later only.
func TestBefore(t *testing.T) {
	old, day := hotelcrm.DateOf(2023, 6, 1), hotelcrm.DateOf(2024, 1, 1)
	v := &intake.Visits{
		Offsets:  []int{0, 5, 6, 8, 10},
		Arrivals: []hotelcrm.Date{old, day, day.AddDays(1), day.AddDays(90), day.AddDays(90), old, old, old, day.AddDays(2), day.AddDays(9)},
	}
	var err error
	if v.Revenue, err = hotelcrm.AmountsOfMinor(0, []int64{1, 10, 100, 1_000, 10_000, 1e5, 1e6, 1e7, 1e8, 1e9}, nil); err != nil {
		t.Fatal(err)
	}
	got := beforeOf(v, old, day.AddDays(365))
	if got == nil || got.Day != day || got.Guests != 3 || got.Visits != 2 || !got.Revenue.Equal(decimal.RequireFromString("11100")) {
		t.Errorf("got %+v", got)
	}
	if once := onceOf(v); once.Guests != 2 || !once.Revenue.Equal(decimal.RequireFromString("11100000")) {
		t.Errorf("got %+v", once)
	}
	if got = beforeOf(v, old, old.AddDays(364)); got != nil {
		t.Errorf("nobody was known: %+v", got)
	}
}
