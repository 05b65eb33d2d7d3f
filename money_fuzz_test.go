package hotelcrm_test

import (
	"encoding/binary"
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// pow10 returns 10^n as a fraction.
func pow10(n int) *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), power)
	}
	return new(big.Rat).SetInt(power)
}

// exactly returns an amount as a fraction.
func exactly(amount decimal.Decimal) *big.Rat {
	r := new(big.Rat).SetInt(amount.Coefficient())
	return r.Mul(r, pow10(int(amount.Exponent())))
}

// plainTotal is the oracle of every sum.
func plainTotal(amounts []decimal.Decimal) *big.Rat {
	total := new(big.Rat)
	for _, amount := range amounts {
		total.Add(total, exactly(amount))
	}
	return total
}

// anyAmount draws amounts on both sides of what an integer bucket holds: 18 digits, 12 decimal places.
func anyAmount() *rapid.Generator[decimal.Decimal] {
	return rapid.Custom(func(t *rapid.T) decimal.Decimal {
		exponent := rapid.OneOf(rapid.Int32Range(-3, 0), rapid.Int32Range(-25, 6)).Draw(t, "exponent")
		amount := decimal.New(rapid.Int64().Draw(t, "coefficient"), exponent)
		if rapid.IntRange(0, 9).Draw(t, "long") == 0 {
			amount = amount.Mul(decimal.New(math.MaxInt64, 0))
		}
		return amount
	})
}

func TestSumIgnoresOrderSplitAndMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amounts := rapid.SliceOfN(anyAmount(), 0, 40).Draw(t, "amounts")
		want := plainTotal(amounts)
		shuffled := rapid.Permutation(amounts).Draw(t, "shuffled")
		cut := rapid.IntRange(0, len(amounts)).Draw(t, "cut")
		left, right := sumOf(shuffled[:cut]), sumOf(shuffled[cut:])
		left.Merge(right)
		sums := []*hotelcrm.Sum{sumOf(amounts), sumOf(shuffled), left}
		for i, sum := range sums {
			if exactly(sum.Decimal()).Cmp(want) != 0 || sum.N() != int64(len(amounts)) {
				t.Fatalf("sum %d = %v of %d amounts, want %s of %d", i, sum.Decimal(), sum.N(), want.FloatString(30), len(amounts))
			}
		}
		if exactly(right.Decimal()).Cmp(plainTotal(shuffled[cut:])) != 0 || right.N() != int64(len(amounts)-cut) {
			t.Fatalf("the merged-in sum was changed to %v", right.Decimal())
		}
	})
}

func FuzzSum(f *testing.F) {
	f.Add([]byte("\x00\x00\x00\x00\x00\x00\x00\x7b\x02\x7f\xff\xff\xff\xff\xff\xff\xff\x00"), uint8(1), uint8(3))
	f.Add(slices.Repeat([]byte{0x80, 0, 0, 0, 0, 0, 0, 0, 12}, 5), uint8(2), uint8(2))
	f.Fuzz(func(t *testing.T, data []byte, cut, turn uint8) {
		var amounts []decimal.Decimal
		for chunk := range slices.Chunk(data, 9) {
			if len(chunk) < 9 || len(amounts) == 100 {
				break
			}
			places := int32(chunk[8]%24) - 3
			amounts = append(amounts, decimal.New(int64(binary.BigEndian.Uint64(chunk)), -places))
		}
		want := plainTotal(amounts)
		if got := sumOf(amounts).Decimal(); exactly(got).Cmp(want) != 0 {
			t.Fatalf("sum of %v = %v, want %s", amounts, got, want.FloatString(25))
		}
		if len(amounts) == 0 {
			return
		}
		start, middle := int(turn)%len(amounts), int(cut)%(len(amounts)+1)
		turned := slices.Concat(amounts[start:], amounts[:start])
		slices.Reverse(turned[:middle])
		left, right := sumOf(turned[:middle]), sumOf(turned[middle:])
		right.Merge(left)
		if got := right.Decimal(); exactly(got).Cmp(want) != 0 || right.N() != int64(len(amounts)) {
			t.Fatalf("sum of %v in two parts = %v of %d, want %s", turned, got, right.N(), want.FloatString(25))
		}
	})
}

func FuzzToMinor(f *testing.F) {
	f.Add([]byte{123}, false, int32(-2), 2)
	f.Add([]byte{1}, true, int32(-2000000000), 2)
	f.Add([]byte{0x80, 0, 0, 0, 0, 0, 0, 0}, true, int32(0), 0)
	f.Add([]byte{0x0d, 0xe0, 0xb6, 0xb3, 0xa7, 0x64, 0, 0, 0, 0}, false, int32(-20), 2)
	f.Add([]byte{0}, false, int32(math.MaxInt32), 18)
	f.Fuzz(func(t *testing.T, digits []byte, negative bool, exponent int32, places int) {
		coefficient := new(big.Int).SetBytes(digits[:min(len(digits), 40)])
		if negative {
			coefficient.Neg(coefficient)
		}
		want, fits := plainMinor(coefficient, int64(exponent), places)
		got, ok := hotelcrm.ToMinor(decimal.NewFromBigInt(coefficient, exponent), places)
		if ok != fits || ok && got != want {
			t.Fatalf("ToMinor(%de%d, %d) = %d, %t, want %d, %t", coefficient, exponent, places, got, ok, want, fits)
		}
	})
}

// plainMinor divides or multiplies in big integers. A coefficient of 40 bytes has less than 100 digits.
func plainMinor(coefficient *big.Int, exponent int64, places int) (int64, bool) {
	if places < 0 || places > 18 {
		return 0, false
	}
	shift := exponent + int64(places)
	switch {
	case coefficient.Sign() == 0:
		return 0, true
	case shift > 100 || shift < -100:
		return 0, false
	}
	minor := new(big.Rat).SetInt(coefficient)
	minor.Mul(minor, pow10(int(shift)))
	if !minor.IsInt() || !minor.Num().IsInt64() {
		return 0, false
	}
	return minor.Num().Int64(), true
}

func FuzzAllocate(f *testing.F) {
	f.Add(int64(10000), uint8(2), []byte{1, 1, 1})
	f.Add(int64(-5), uint8(0), []byte{0, 2, 2, 0, 3})
	f.Add(int64(math.MinInt64), uint8(18), []byte{255, 1})
	f.Fuzz(func(t *testing.T, minor int64, places uint8, heavy []byte) {
		heavy = heavy[:min(len(heavy), 50)]
		weights := make([]decimal.Decimal, len(heavy))
		positive := false
		for i, w := range heavy {
			weights[i] = decimal.New(int64(w>>2), int32(w&3)-2)
			positive = positive || w>>2 > 0
		}
		scale := int(places % 20)
		total := decimal.New(minor, -int32(places))
		_, fits := hotelcrm.ToMinor(total, scale) // false for 19 places too
		parts, err := hotelcrm.Allocate(total, scale, weights)
		if wanted := positive && fits; wanted != (err == nil) {
			t.Fatalf("Allocate(%v, %d, %v) = %v, %v", total, scale, weights, parts, err)
		}
		if err != nil {
			return
		}
		if diff := cmp.Diff(plainAllocate(total, scale, weights), parts); diff != "" {
			t.Fatalf("Allocate(%v, %d, %v) (-want +got):\n%s", total, scale, weights, diff)
		}
	})
}

// plainAllocate is the largest-remainder method in fractions.
func plainAllocate(total decimal.Decimal, places int, weights []decimal.Decimal) []decimal.Decimal {
	units, all := exactly(total), plainTotal(weights)
	units.Mul(units, pow10(places))
	negative := units.Sign() < 0
	units.Abs(units)
	missing := new(big.Int).Set(units.Num())
	parts, rests, byRest := make([]*big.Int, len(weights)), make([]*big.Rat, len(weights)), make([]int, len(weights))
	for i, w := range weights {
		share := new(big.Rat).Quo(exactly(w), all)
		share.Mul(share, units)
		parts[i] = new(big.Int).Quo(share.Num(), share.Denom())
		rests[i] = share.Sub(share, new(big.Rat).SetInt(parts[i]))
		missing.Sub(missing, parts[i])
		byRest[i] = i
	}
	slices.SortStableFunc(byRest, func(i, j int) int { return rests[j].Cmp(rests[i]) })
	for _, i := range byRest[:missing.Int64()] {
		parts[i].Add(parts[i], big.NewInt(1))
	}
	amounts := make([]decimal.Decimal, len(parts))
	for i, part := range parts {
		if negative {
			part.Neg(part)
		}
		amounts[i] = decimal.NewFromBigInt(part, -int32(places))
	}
	return amounts
}

func TestAllocateKeepsItsPromisesForAnyWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.IntRange(0, 18).Draw(t, "places")
		total := decimal.New(rapid.OneOf(rapid.Int64Range(-200, 200), rapid.Int64()).Draw(t, "units"), -int32(places))
		if rapid.Bool().Draw(t, "vast") {
			total = total.Mul(decimal.New(math.MaxInt64, 0))
		}
		weight := rapid.Custom(func(t *rapid.T) decimal.Decimal {
			return decimal.New(rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, math.MaxInt64)).Draw(t, "weight"), rapid.Int32Range(-20, 5).Draw(t, "exponent"))
		})
		weights := rapid.SliceOfN(weight, 1, 12).Draw(t, "weights")
		weights[rapid.IntRange(0, len(weights)-1).Draw(t, "at")] = decimal.NewFromInt(1) // one is above 0
		parts, err := hotelcrm.Allocate(total, places, weights)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(plainAllocate(total, places, weights), parts); diff != "" {
			t.Fatalf("parts (-want +got):\n%s", diff)
		}
		if exactly(total).Cmp(plainTotal(parts)) != 0 {
			t.Fatalf("parts %v do not add up to %v", parts, total)
		}
		unit, all := pow10(-places), plainTotal(weights)
		for i, part := range parts {
			share := new(big.Rat).Mul(exactly(total), exactly(weights[i]))
			share.Quo(share, all)
			if off := share.Sub(share, exactly(part)); off.Abs(off).Cmp(unit) >= 0 {
				t.Fatalf("part %d is %v, %s off its exact share", i, part, off.FloatString(20))
			}
			if weights[i].IsZero() && !part.IsZero() {
				t.Fatalf("part %d is %v for a zero weight", i, part)
			}
		}
		mirrored, err := hotelcrm.Allocate(total.Neg(), places, weights)
		if err != nil {
			t.Fatal(err)
		}
		for i := range mirrored {
			mirrored[i] = mirrored[i].Neg()
		}
		if diff := cmp.Diff(parts, mirrored); diff != "" {
			t.Fatalf("parts of the negative total, negated (-want +got):\n%s", diff)
		}
	})
}

// plainRound rounds in fractions: down to the unit below, then up by one where the mode says so.
func plainRound(amount decimal.Decimal, places int, mode hotelcrm.Rounding) *big.Rat {
	units := exactly(amount)
	units.Mul(units, pow10(places))
	below := new(big.Int).Div(units.Num(), units.Denom()) // Euclidean, and a denominator is positive: the floor
	rest := new(big.Rat).Sub(units, new(big.Rat).SetInt(below))
	half, positive := rest.Cmp(big.NewRat(1, 2)), units.Sign() > 0
	var up bool
	switch mode {
	case hotelcrm.RoundHalfEven:
		up = half > 0 || half == 0 && below.Bit(0) == 1
	case hotelcrm.RoundHalfUp:
		up = half > 0 || half == 0 && positive
	case hotelcrm.RoundUp:
		up = positive
	case hotelcrm.RoundDown:
		up = !positive
	case hotelcrm.RoundCeiling:
		up = true
	}
	if up && rest.Sign() > 0 {
		below.Add(below, big.NewInt(1))
	}
	result := new(big.Rat).SetInt(below)
	return result.Mul(result, pow10(-places))
}

func TestRoundAgreesWithFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coefficient := rapid.OneOf(rapid.Int64Range(-2000, 2000), rapid.Int64())
		amount := decimal.New(coefficient.Draw(t, "coefficient"), rapid.Int32Range(-24, 6).Draw(t, "exponent"))
		if rapid.Bool().Draw(t, "on a half") {
			amount = decimal.New(5*rapid.Int64Range(-99, 99).Draw(t, "fives"), rapid.Int32Range(-19, 17).Draw(t, "at"))
		}
		places := rapid.IntRange(-18, 18).Draw(t, "places")
		for mode := hotelcrm.RoundHalfEven; mode <= hotelcrm.RoundFloor; mode++ {
			got, err := hotelcrm.Round(amount, places, mode)
			if err != nil {
				t.Fatal(err)
			}
			if want := plainRound(amount, places, mode); exactly(got).Cmp(want) != 0 {
				t.Fatalf("Round(%v, %d, %v) = %v, want %s", amount, places, mode, got, want.FloatString(18))
			}
		}
	})
}
