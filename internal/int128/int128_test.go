package int128_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/internal/int128"
	"pgregory.net/rapid"
)

var wrap = new(big.Int).Lsh(big.NewInt(1), 128) // 2¹²⁸

// bits returns the two's complement of a big integer, which may lie outside the range of an Int.
func bits(v *big.Int) int128.Int {
	low := new(big.Int).Mod(v, wrap)
	high := new(big.Int).Rsh(low, 64)
	return int128.Int{Hi: int64(high.Uint64()), Lo: new(big.Int).And(low, new(big.Int).SetUint64(math.MaxUint64)).Uint64()}
}

func anyInt(t *rapid.T, label string) int128.Int {
	high := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-1, 1), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64}))
	low := rapid.OneOf(rapid.Uint64(), rapid.SampledFrom([]uint64{0, 1, 1 << 63, 1<<63 - 1, math.MaxUint64}))
	return int128.Int{Hi: high.Draw(t, label+" high"), Lo: low.Draw(t, label+" low")}
}

func anyInt64(t *rapid.T, label string) int64 {
	ends := rapid.SampledFrom([]int64{math.MinInt64, math.MinInt64 + 1, -1, 0, 1, math.MaxInt64})
	return rapid.OneOf(rapid.Int64(), ends).Draw(t, label)
}

func plainSum(amounts []int64) *big.Int {
	total := new(big.Int)
	for _, amount := range amounts {
		total.Add(total, big.NewInt(amount))
	}
	return total
}

func TestBigIsTheTwosComplement(t *testing.T) {
	tests := []struct {
		name string
		in   int128.Int
		want string
	}{
		{"zero", int128.Int{}, "0"},
		{"one", int128.Int{Lo: 1}, "1"},
		{"minus one", int128.Int{Hi: -1, Lo: math.MaxUint64}, "-1"},
		{"2^63", int128.Int{Lo: 1 << 63}, "9223372036854775808"},
		{"2^64", int128.Int{Hi: 1}, "18446744073709551616"},
		{"-2^64", int128.Int{Hi: -1}, "-18446744073709551616"},
		{"largest", int128.Int{Hi: math.MaxInt64, Lo: math.MaxUint64}, "170141183460469231731687303715884105727"},
		{"smallest", int128.Int{Hi: math.MinInt64}, "-170141183460469231731687303715884105728"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.in.Big().String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestArithmeticAgreesWithBigIntegers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, v := anyInt(t, "a"), anyInt(t, "b"), anyInt64(t, "v")
		results := []struct {
			name string
			want *big.Int
			got  int128.Int
		}{
			{"a", a.Big(), a},
			{"a+b", new(big.Int).Add(a.Big(), b.Big()), a.Add(b)},
			{"a-b", new(big.Int).Sub(a.Big(), b.Big()), a.Sub(b)},
			{"a+v", new(big.Int).Add(a.Big(), big.NewInt(v)), a.AddInt64(v)},
			{"v", big.NewInt(v), int128.Of(v)},
		}
		for _, result := range results {
			if diff := cmp.Diff(bits(result.want), result.got); diff != "" {
				t.Fatalf("%s with a = %v, b = %v, v = %d (-want +got):\n%s", result.name, a.Big(), b.Big(), v, diff)
			}
		}
		if a.Add(b) != b.Add(a) || a.Add(b).Sub(b) != a {
			t.Fatalf("%v and %v do not commute or do not cancel", a.Big(), b.Big())
		}
	})
}

func TestInt64TellsWhetherItFits(t *testing.T) {
	for _, edge := range []int64{math.MinInt64, math.MinInt64 + 1, -1, 0, 1, math.MaxInt64 - 1, math.MaxInt64} {
		for step := int64(-2); step <= 2; step++ {
			want := new(big.Int).Add(big.NewInt(edge), big.NewInt(step))
			got, ok := int128.Of(edge).AddInt64(step).Int64()
			if ok != want.IsInt64() || ok && got != want.Int64() {
				t.Errorf("Int64 of %v = %d, %t", want, got, ok)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a := anyInt(t, "a")
		if got, ok := a.Int64(); ok != a.Big().IsInt64() || ok && got != a.Big().Int64() {
			t.Fatalf("Int64 of %v = %d, %t", a.Big(), got, ok)
		}
	})
}

func TestSumAgreesWithBigIntegers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := int64(1) << rapid.IntRange(0, 62).Draw(t, "bits")
		amount := rapid.Int64Range(-limit, limit)
		if rapid.Bool().Draw(t, "full range") {
			amount = rapid.Int64()
		}
		pattern := rapid.SliceOfN(amount, 1, 20).Draw(t, "pattern")
		amounts := make([]int64, rapid.IntRange(0, 1100).Draw(t, "size"))
		for i := range amounts {
			amounts[i] = pattern[i%len(pattern)]
		}
		if len(amounts) > 0 && rapid.Bool().Draw(t, "outlier") {
			amounts[rapid.IntRange(0, len(amounts)-1).Draw(t, "at")] = anyInt64(t, "amount")
		}
		if diff := cmp.Diff(bits(plainSum(amounts)), int128.Sum(amounts)); diff != "" {
			t.Fatalf("sum of %d amounts (-want +got):\n%s", len(amounts), diff)
		}
	})
}

func TestSumIsExactAtBlockBordersAndExtremes(t *testing.T) {
	values := []int64{
		1, -1, 1<<54 - 1, 1 << 54, 1<<54 + 1, -(1 << 54) + 1, -(1 << 54), -(1 << 54) - 1, 1 << 55, -(1 << 55), -(1 << 55) - 1,
		1 << 62, -(1 << 62), math.MaxInt64, math.MinInt64 + 1, math.MinInt64,
	}
	for _, size := range []int{0, 1, 255, 256, 257, 511, 512, 513, 767, 768, 769} {
		for _, value := range values {
			same, last := make([]int64, size), make([]int64, size)
			for i := range same {
				same[i] = value
				last[i] = -1
			}
			if size > 0 {
				last[size-1] = value
			}
			for _, amounts := range [][]int64{same, last} {
				if diff := cmp.Diff(bits(plainSum(amounts)), int128.Sum(amounts)); diff != "" {
					t.Errorf("%d amounts, the last %d (-want +got):\n%s", size, value, diff)
				}
			}
		}
	}
}

func TestSumDoesNotChangeOrKeepItsInput(t *testing.T) {
	amounts := []int64{math.MinInt64, 5, math.MaxInt64}
	int128.Sum(amounts)
	if diff := cmp.Diff([]int64{math.MinInt64, 5, math.MaxInt64}, amounts); diff != "" {
		t.Errorf("amounts (-want +got):\n%s", diff)
	}
	if count := testing.AllocsPerRun(100, func() { int128.Sum(amounts) }); count != 0 {
		t.Errorf("Sum allocates %v times, want never", count)
	}
}
