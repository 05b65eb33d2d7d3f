package concentration_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
)

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func decs(texts ...string) []decimal.Decimal {
	out := make([]decimal.Decimal, len(texts))
	for i, text := range texts {
		out[i] = dec(text)
	}
	return out
}

func column(t failer, places int, list []decimal.Decimal) hotelcrm.Amounts {
	t.Helper()
	amounts, err := hotelcrm.AmountsOf(places, list...)
	if err != nil {
		t.Fatalf("amounts: %v", err)
	}
	return amounts
}

func concentrate(t failer, list []decimal.Decimal) *concentration.Distribution {
	t.Helper()
	c, err := concentration.Of(column(t, 2, list))
	if err != nil {
		t.Fatalf("concentrate %v: %v", list, err)
	}
	return c
}

func sameDecimals() cmp.Option {
	return cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })
}

// tenGuests are made guests of 2000 in all, not in order.
func tenGuests() []decimal.Decimal {
	return decs("35", "900", "60", "400", "120", "250", "25", "90", "80", "40")
}

// Recomputed from the definition; R packages ineq and DescTools give the same.
func TestPublishedGini(t *testing.T) {
	tests := []struct {
		name     string
		values   []decimal.Decimal
		biased   string
		unbiased string
	}{
		{"all equal", decs("1", "1", "1", "1"), "0", "0"},
		{"one has all", decs("0", "0", "0", "1"), "0.75", "1"},
		{"one to five", decs("1", "2", "3", "4", "5"), "0.266667", "0.333333"},
		{"one has half", decs("10", "20", "30", "40", "100"), "0.4", "0.5"},
		{"many ties", decs("5", "3", "2", "90", "1", "1", "1", "50", "20", "27"), "0.665", "0.738889"},
		{"ten guests", tenGuests(), "0.5835", "0.648333"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := concentrate(t, tt.values)
			got, ok, err := c.Gini(6)
			if err != nil || !ok || !got.Equal(dec(tt.biased)) {
				t.Errorf("want %s, got %s, %v, %v", tt.biased, got, ok, err)
			}
			exact, _, err := c.Gini(18)
			if err != nil {
				t.Fatal(err)
			}
			n := int64(len(tt.values))
			if got := roundHalfEven(new(big.Rat).Mul(exact.Rat(), big.NewRat(n, n-1)), 6); !got.Equal(dec(tt.unbiased)) {
				t.Errorf("times n/(n-1): want %s, got %s", tt.unbiased, got)
			}
		})
	}
}

func TestSharesOfTenGuests(t *testing.T) {
	c := concentrate(t, tenGuests())
	if c.Guests() != 10 || !c.Total().Equal(dec("2000")) || c.Negative() != 0 {
		t.Fatalf("want 10 guests and 2000, got %d, %s, %d negative", c.Guests(), c.Total(), c.Negative())
	}
	top, err := c.TopGuests(dec("0.2"))
	want := concentration.Share{Guests: 2, GuestRate: dec("0.2"), Amount: dec("1300"), Rate: dec("0.65")}
	if diff := cmp.Diff(want, top, sameDecimals()); diff != "" || err != nil {
		t.Errorf("top 20 %%: %v (-want +got):\n%s", err, diff)
	}
	curve, err := c.Curve(10)
	if err != nil {
		t.Fatal(err)
	}
	rates := decs("0", "0.45", "0.65", "0.775", "0.835", "0.88", "0.92", "0.95", "0.97", "0.9875", "1")
	var got []decimal.Decimal
	for _, share := range curve {
		got = append(got, share.Rate)
	}
	if diff := cmp.Diff(rates, got, sameDecimals()); diff != "" {
		t.Errorf("cumulated shares (-want +got):\n%s", diff)
	}
}

// The item at exactly .95 shows why the comparison must be exact.
func TestGuestsForComparesExactly(t *testing.T) {
	tests := []struct {
		name   string
		values []decimal.Decimal
		part   string
		want   int
		rate   string
	}{
		{"80 % of the ten", tenGuests(), "0.8", 4, "0.835"},
		{"exactly 95 %", tenGuests(), "0.95", 7, "0.95"},
		{"a hair more than 95 %", tenGuests(), "0.95000000000000000000000001", 8, "0.97"},
		{"a hair less than 95 %", tenGuests(), "0.94999999999999999999999999", 7, "0.95"},
		{"exactly 83.5 %", tenGuests(), "0.835", 4, "0.835"},
		{"nothing", tenGuests(), "0", 0, "0"},
		{"all", tenGuests(), "1", 10, "1"},
		{"three of ten dimes", decs("0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1"), "0.3", 3, "0.3"},
		{"seven of ten dimes", decs("0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1"), "0.7", 7, "0.7"},
		{"all but the refunds' worth", decs("100", "50", "0", "-30"), "1", 2, "1.25"},
		{"guests who bring nothing are not needed", decs("0", "5", "0"), "1", 1, "1"},
		{"tie at the border", decs("40", "20", "20", "20"), "0.6", 2, "0.6"},
		{"third of endless decimals", decs("1", "1", "1"), "0.3333333333333333333333333333", 1, "0.333333"},
		{"just over a third", decs("1", "1", "1"), "0.3333333333333333333333333334", 2, "0.666667"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := concentrate(t, tt.values).GuestsFor(dec(tt.part))
			if err != nil || got.Guests != tt.want || !got.Rate.Equal(dec(tt.rate)) {
				t.Errorf("want %d guests with %s, got %d with %s, %v", tt.want, tt.rate, got.Guests, got.Rate, err)
			}
		})
	}
}

func TestTopGuestsRoundUpToWholeGuests(t *testing.T) {
	tests := []struct {
		name, part string
		guests     int
		want       int
	}{
		{"exact", "0.2", 10, 2},
		{"a tenth of thirty", "0.1", 30, 3},
		{"0.07 of a hundred", "0.07", 100, 7},
		{"0.29 of a hundred", "0.29", 100, 29},
		{"a hair more", "0.2000000000000000000001", 10, 3},
		{"a hair of one", "0.0000000001", 3, 1},
		{"none", "0", 3, 0},
		{"all", "1", 3, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			values := make([]decimal.Decimal, tt.guests)
			for i := range values {
				values[i] = dec("2.50")
			}
			got, err := concentrate(t, values).TopGuests(dec(tt.part))
			if err != nil || got.Guests != tt.want {
				t.Errorf("want %d guests, got %d, %v", tt.want, got.Guests, err)
			}
		})
	}
}

func TestTotalsThatDefineNoShareAreRefused(t *testing.T) {
	for name, values := range map[string][]decimal.Decimal{
		"no guests": nil, "zero": decs("0", "0.00"), "cancelled out": decs("10.005", "-10.005"), "negative": decs("5", "-5.01"),
		"negative beyond int64": decs("5", "-100000000000000000000"), "negative by a hair": decs("0.001", "-0.0011"),
	} {
		c, err := concentration.Of(column(t, 2, values))
		if _, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || c != nil {
			t.Errorf("%s: want a *hotelcrm.ParamError, got %v, %v", name, c, err)
		}
	}
}

func TestArgumentsOutOfRangeAreRefused(t *testing.T) {
	c := concentrate(t, tenGuests())
	calls := map[string]func() error{
		"top guests below 0":   func() error { _, err := c.TopGuests(dec("-0.01")); return err },
		"top guests above 1":   func() error { _, err := c.TopGuests(dec("1.0000001")); return err },
		"top guests per cent":  func() error { _, err := c.TopGuests(dec("20")); return err },
		"guests for below 0":   func() error { _, err := c.GuestsFor(dec("-1")); return err },
		"guests for above 1":   func() error { _, err := c.GuestsFor(dec("80")); return err },
		"part of 400 digits":   func() error { _, err := c.GuestsFor(decimal.New(1, 400)); return err },
		"endless part":         func() error { _, err := c.GuestsFor(decimal.New(1, math.MaxInt32)); return err },
		"endlessly small part": func() error { _, err := c.TopGuests(decimal.New(1, math.MinInt32)); return err },
		"curve of 0 steps":     func() error { _, err := c.Curve(0); return err },
		"curve of 10001 steps": func() error { _, err := c.Curve(10_001); return err },
		"negative places":      func() error { _, _, err := c.Gini(-1); return err },
		"19 places":            func() error { _, _, err := c.Gini(19); return err },
	}
	for name, call := range calls {
		if _, ok := errors.AsType[*hotelcrm.ParamError](call()); !ok {
			t.Errorf("%s: want a *hotelcrm.ParamError, got %v", name, call())
		}
	}
}

func TestNegativeAmountsStandLastAndHaveNoGini(t *testing.T) {
	c := concentrate(t, decs("-10", "100", "0", "-0.005", "30"))
	if c.Negative() != 2 || c.Guests() != 5 {
		t.Errorf("want 2 of 5 negative, got %d of %d", c.Negative(), c.Guests())
	}
	for n, want := range []string{"0", "100", "130", "130", "129.995", "119.995"} {
		if got := c.Top(n); !got.Equal(dec(want)) {
			t.Errorf("first %d: want %s, got %s", n, want, got)
		}
	}
	if got := c.Top(-3); !got.IsZero() {
		t.Errorf("first -3: want 0, got %s", got)
	}
	if got := c.Top(99); !got.Equal(c.Total()) {
		t.Errorf("first 99: want the total, got %s", got)
	}
	if gini, ok, err := c.Gini(4); ok || err != nil {
		t.Errorf("want no Gini and no error, got %s, %v, %v", gini, ok, err)
	}
}

// Of two guests the second has the share s, so the Gini coefficient is s - 1/2: a hair beside a tie must not be a tie.
func TestTiesOfRoundingAreTrueTies(t *testing.T) {
	big, hair := dec("100000000000000000000000000000"), decimal.New(1, -30)
	tests := []struct {
		name        string
		less, more  decimal.Decimal
		places      int
		gini, share string
	}{
		{"true tie to even", dec("1"), dec("3"), 1, "0.2", "0.75"},
		{"a hair above", big, big.Mul(dec("3")).Add(hair), 1, "0.3", "0.75"},
		{"a hair below", big, big.Mul(dec("3")).Sub(hair), 1, "0.2", "0.75"},
		{"odd neighbour, true tie", dec("3"), dec("17"), 1, "0.4", "0.85"}, // 0.35
		{"odd neighbour, a hair below", big.Mul(dec("0.3")), big.Mul(dec("1.7")).Sub(hair), 1, "0.3", "0.85"},
		{"share a tie, even below", dec("3999995"), dec("6000005"), 6, "0.1", "0.6"},           // 0.6000005
		{"share a tie, even above", dec("3999985"), dec("6000015"), 6, "0.100002", "0.600002"}, // 0.6000015
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := concentrate(t, []decimal.Decimal{tt.less, tt.more})
			got, ok, err := c.Gini(tt.places)
			if err != nil || !ok || !got.Equal(dec(tt.gini)) {
				t.Errorf("Gini: want %s, got %s, %v, %v", tt.gini, got, ok, err)
			}
			top, err := c.TopGuests(dec("0.5"))
			if err != nil || !top.Rate.Equal(dec(tt.share)) {
				t.Errorf("share: want %s, got %s, %v", tt.share, top.Rate, err)
			}
		})
	}
}

func TestOfLeavesTheColumnAsItIs(t *testing.T) {
	amounts := column(t, 2, tenGuests())
	if _, err := concentration.Of(amounts); err != nil {
		t.Fatal(err)
	}
	for i, want := range tenGuests() {
		if !amounts.At(i).Equal(want) {
			t.Errorf("amount %d: want %s, got %s", i, want, amounts.At(i))
		}
	}
}
