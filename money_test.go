package hotelcrm_test

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func sumOf(amounts []decimal.Decimal) *hotelcrm.Sum {
	var sum hotelcrm.Sum
	for _, amount := range amounts {
		sum.Add(amount)
	}
	return &sum
}

func moneyList(texts ...string) []decimal.Decimal {
	var list []decimal.Decimal
	for _, text := range texts {
		list = append(list, decimal.RequireFromString(text))
	}
	return list
}

func TestMinorUnitsFollowISO4217(t *testing.T) {
	codes := map[int]string{
		0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
		2: "EUR USD GBP CHF CNY HKD MOP TWD THB SGD MYR AED SAR INR BRL MXN ZAR AUD TRY HUF CZK IDR PHP LKR EGP MGA MRU",
		3: "BHD IQD JOD KWD LYD OMR TND",
		4: "CLF UYW",
	}
	for want, list := range codes {
		for code := range strings.FieldsSeq(list) {
			if got, err := hotelcrm.MinorUnits(code); got != want || err != nil {
				t.Errorf("MinorUnits(%s) = %d, %v, want %d", code, got, err, want)
			}
		}
	}
}

func TestMinorUnitsRefusesWhatIsNoCode(t *testing.T) {
	for _, text := range []string{"", "E", "EU", "EURO", "eur", "Eur", " EUR", "EU ", "E1R", "€", "ÉU", "978", "JP\x00"} {
		t.Run(text, func(t *testing.T) {
			got, err := hotelcrm.MinorUnits(text)
			wantRefusal(t, err, text)
			if got != 0 {
				t.Errorf("MinorUnits(%q) = %d beside an error, want 0", text, got)
			}
		})
	}
}

func TestToMinorIsExactOrFalse(t *testing.T) {
	const no = math.MinInt64 + 1 // marks amounts that do not fit
	tests := []struct {
		name   string
		amount decimal.Decimal
		places int
		want   int64
	}{
		{"cents", decimal.RequireFromString("1234.56"), 2, 123456},
		{"fewer places than the scale", decimal.RequireFromString("1234.5"), 2, 123450},
		{"refund", decimal.RequireFromString("-0.01"), 2, -1},
		{"zeros beyond the scale", decimal.RequireFromString("10.5000"), 2, 1050},
		{"half a cent", decimal.RequireFromString("0.005"), 2, no},
		{"half a yen", decimal.RequireFromString("100.5"), 0, no},
		{"nothing", decimal.Decimal{}, 2, 0},
		{"nothing, with places", decimal.RequireFromString("0.000000"), 2, 0},
		{"thousands", decimal.New(12, 3), 2, 1200000},
		{"long, but zeros only", decimal.RequireFromString("1." + strings.Repeat("0", 40)), 2, 100},
		{"long, a digit at its end", decimal.RequireFromString("1." + strings.Repeat("0", 40) + "1"), 2, no},
		{"long and negative", decimal.RequireFromString("-12.3" + strings.Repeat("0", 30)), 2, -1230},
		{"long and just too small", decimal.RequireFromString("0.001" + strings.Repeat("0", 30)), 2, no},
		{"tiny", decimal.New(1, -2000000000), 2, no},
		{"tiny, 20 digits", decimal.RequireFromString("12345678901234567890").Shift(-2000000000), 2, no},
		{"vast", decimal.New(1, 2000000000), 2, no},
		{"vast, 20 digits", decimal.RequireFromString("12345678901234567890").Shift(2000000000), 2, no},
		{"smallest exponent", decimal.New(1, math.MinInt32), 18, no},
		{"largest exponent", decimal.New(1, math.MaxInt32), 18, no},
		{"nothing, tiny", decimal.New(0, -2000000000), 2, 0},
		{"nothing, vast", decimal.New(0, 2000000000), 2, 0},
		{"largest", decimal.New(math.MaxInt64, -2), 2, math.MaxInt64},
		{"smallest", decimal.New(math.MinInt64, -2), 2, math.MinInt64},
		{"largest with zeros behind", decimal.RequireFromString("9223372036854775807.000"), 0, math.MaxInt64},
		{"largest and one", decimal.RequireFromString("92233720368547758.08"), 2, no},
		{"smallest less one", decimal.RequireFromString("-92233720368547758.09"), 2, no},
		{"nine and 18 places", decimal.New(9, 0), 18, 9e18},
		{"ten and 18 places", decimal.New(10, 0), 18, no},
		{"18 digits that grow too large", decimal.New(999999999999999999, 0), 2, no},
		{"product that wraps to a positive number", decimal.New(1<<61+1, 0), 1, no},
		{"product that wraps to zero", decimal.New(1<<46, 0), 18, no},
		{"all 18 places", decimal.New(1, -18), 18, 1},
		{"19 places", decimal.New(1, -19), 18, no},
		{"negative places", decimal.New(100, 0), -1, no},
		{"too many places", decimal.New(1, -19), 19, no},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			got, ok := hotelcrm.ToMinor(test.amount, test.places)
			if ok != (test.want != no) || ok && got != test.want {
				t.Errorf("ToMinor = %d, %t, want %d (%d means false)", got, ok, test.want, int64(no))
			}
		})
	}
}

func TestFromMinorUndoesToMinor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minor := rapid.OneOf(rapid.Int64(), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64, 0})).Draw(t, "minor")
		places := rapid.IntRange(0, 18).Draw(t, "places")
		amount := hotelcrm.FromMinor(minor, places)
		want := new(big.Rat).Mul(new(big.Rat).SetInt64(minor), pow10(-places))
		if exactly(amount).Cmp(want) != 0 {
			t.Fatalf("FromMinor(%d, %d) = %v", minor, places, amount)
		}
		if got, ok := hotelcrm.ToMinor(amount, places); got != minor || !ok {
			t.Fatalf("ToMinor(%v, %d) = %d, %t, want %d", amount, places, got, ok, minor)
		}
	})
}

func TestMergedSumsStayApart(t *testing.T) {
	rows := moneyList("99999999999999999999.5", "0.10") // the first is too long for an integer bucket
	one, two := sumOf(rows), sumOf(rows)
	one.Merge(two)
	two.Add(rows[0])
	one.Add(rows[1])
	want := []*big.Rat{
		plainTotal(slices.Concat(rows, rows, rows[1:])),
		plainTotal(slices.Concat(rows, rows[:1])),
	}
	for i, sum := range []*hotelcrm.Sum{one, two} {
		if exactly(sum.Decimal()).Cmp(want[i]) != 0 {
			t.Errorf("sum %d = %v, want %s", i, sum.Decimal(), want[i].FloatString(2))
		}
	}
}

func TestAddMinorEqualsAddingOneByOne(t *testing.T) {
	patterns := []struct {
		name string
		at   func(i int) int64
	}{
		{"ones", func(int) int64 { return 1 }},
		{"signs by turns", func(i int) int64 { return int64(i%2*2-1) * int64(i) }},
		{"just below 2^54", func(int) int64 { return 1<<54 - 1 }},
		{"2^54", func(int) int64 { return 1 << 54 }},
		{"just above 2^54", func(int) int64 { return 1<<54 + 1 }},
		{"just above -2^54", func(int) int64 { return -(1 << 54) + 1 }},
		{"-2^54", func(int) int64 { return -(1 << 54) }},
		{"just below -2^54", func(int) int64 { return -(1 << 54) - 1 }},
		{"2^55", func(int) int64 { return 1 << 55 }},
		{"-2^55-1", func(int) int64 { return -(1 << 55) - 1 }},
		{"largest", func(int) int64 { return math.MaxInt64 }},
		{"smallest", func(int) int64 { return math.MinInt64 }},
		{"largest and smallest by turns", func(i int) int64 { return math.MaxInt64 + int64(i%2) }},
		{"one smallest at a block's end", func(i int) int64 {
			if i%256 == 255 {
				return math.MinInt64
			}
			return -7
		}},
		{"one largest at a block's start", func(i int) int64 {
			if i%256 == 0 {
				return math.MaxInt64
			}
			return 7
		}},
	}
	for _, pattern := range patterns {
		t.Run(pattern.name, func(t *testing.T) {
			for _, size := range []int{0, 1, 2, 255, 256, 257, 511, 512, 513, 1000} {
				const places = 2
				column, want := make([]int64, size), new(big.Int)
				var fast, slow hotelcrm.Sum
				for i := range column {
					column[i] = pattern.at(i)
					want.Add(want, big.NewInt(column[i]))
					slow.Add(decimal.New(column[i], -places))
				}
				if err := fast.AddMinor(column, places); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(decimal.NewFromBigInt(want, -places), fast.Decimal()); diff != "" {
					t.Errorf("column of %d against big integers (-want +got):\n%s", size, diff)
				}
				if diff := cmp.Diff(slow.Decimal(), fast.Decimal()); diff != "" || slow.N() != fast.N() {
					t.Errorf("column of %d, counted %d, against %d one by one (-want +got):\n%s", size, fast.N(), slow.N(), diff)
				}
			}
		})
	}
}

func TestAddMinorKeepsScalesApart(t *testing.T) {
	var sum hotelcrm.Sum
	want := new(big.Rat)
	for places := range 13 {
		column := []int64{7, -3, int64(places)}
		if err := sum.AddMinor(column, places); err != nil {
			t.Fatalf("%d places: %v", places, err)
		}
		want.Add(want, new(big.Rat).Mul(big.NewRat(4+int64(places), 1), pow10(-places)))
	}
	if exactly(sum.Decimal()).Cmp(want) != 0 || sum.N() != 39 {
		t.Errorf("sum = %v of %d amounts, want %s of 39", sum.Decimal(), sum.N(), want.FloatString(12))
	}
	before := sum.Decimal()
	for _, places := range []int{-1, 13, math.MaxInt, math.MinInt} {
		wantRefusal(t, sum.AddMinor([]int64{1, 2}, places), fmt.Sprint(places))
	}
	if diff := cmp.Diff(before, sum.Decimal()); diff != "" || sum.N() != 39 {
		t.Errorf("a refused column was added, N = %d (-want +got):\n%s", sum.N(), diff)
	}
}

func TestTenMillionTimesTenCentsIsOneMillion(t *testing.T) {
	column := slices.Repeat([]int64{1}, 100000)
	var sum hotelcrm.Sum
	for range 100 {
		if err := sum.AddMinor(column, 1); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(decimal.NewFromInt(1000000), sum.Decimal()); diff != "" || sum.N() != 1e7 {
		t.Errorf("of %d amounts (-want +got):\n%s", sum.N(), diff)
	}
}

func TestEmptySumIsZero(t *testing.T) {
	var sum, other hotelcrm.Sum
	sum.Merge(&other)
	if diff := cmp.Diff(decimal.Zero, sum.Decimal()); diff != "" || sum.N() != 0 {
		t.Errorf("N = %d (-want +got):\n%s", sum.N(), diff)
	}
}

func TestReadingASumDoesNotChangeIt(t *testing.T) {
	sum := sumOf(moneyList("1e20", "0.01", "-3", "0.0000000000000001"))
	first := sum.Decimal()
	if diff := cmp.Diff(first, sum.Decimal()); diff != "" {
		t.Errorf("second reading (-first +second):\n%s", diff)
	}
	sum.Add(decimal.NewFromInt(1))
	if diff := cmp.Diff(first.Add(decimal.NewFromInt(1)), sum.Decimal()); diff != "" {
		t.Errorf("after one more (-want +got):\n%s", diff)
	}
}

func TestOrdinaryAmountsAreAddedWithoutAllocating(t *testing.T) {
	amounts := []decimal.Decimal{
		decimal.New(999999999999999999, -2), decimal.New(-999999999999999999, 0), decimal.New(123456789012345678, -12), decimal.New(1, -1),
	}
	var sum hotelcrm.Sum
	count := testing.AllocsPerRun(100, func() {
		for _, amount := range amounts {
			sum.Add(amount)
		}
	})
	if count != 0 {
		t.Errorf("Sum.Add allocates %v times, want never", count)
	}
	column := slices.Repeat([]int64{math.MaxInt64}, 300)
	if count := testing.AllocsPerRun(100, func() { _ = sum.AddMinor(column, 2) }); count != 0 {
		t.Errorf("Sum.AddMinor allocates %v times, want never", count)
	}
	count = testing.AllocsPerRun(100, func() {
		for _, amount := range amounts {
			hotelcrm.ToMinor(amount, 2)
		}
	})
	if count != 0 {
		t.Errorf("ToMinor allocates %v times, want never", count)
	}
}
