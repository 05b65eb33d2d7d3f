package valuation_test

import (
	"math/big"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// plainRound rounds by the definition of each mode: the floor, what is left above it, and how that stands to a half.
func plainRound(x *big.Rat, m hotelcrm.RoundTo) decimal.Decimal {
	scaled := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(m.Places)), nil)
	floor, rest := scaled.DivMod(scaled.Mul(scaled, x.Num()), x.Denom(), new(big.Int))
	half := rest.Lsh(rest, 1).Cmp(x.Denom())
	up := false
	switch whole := rest.Sign() == 0; m.Mode {
	case hotelcrm.RoundHalfEven:
		up = half > 0 || half == 0 && floor.Bit(0) == 1
	case hotelcrm.RoundHalfUp:
		up = half > 0 || half == 0 && x.Sign() > 0
	case hotelcrm.RoundUp:
		up = !whole && x.Sign() > 0
	case hotelcrm.RoundDown:
		up = !whole && x.Sign() < 0
	case hotelcrm.RoundCeiling:
		up = !whole
	}
	if up {
		floor.Add(floor, big.NewInt(1))
	}
	return decimal.NewFromBigInt(floor, -int32(m.Places))
}

// drawBits draws a number above 0 of any width up to a number of bits, at times the greatest of its width.
func drawBits(t *rapid.T, bits int, label string) *big.Int {
	width := uint(rapid.SampledFrom(widths(bits)).Draw(t, label+" bits"))
	top := new(big.Int).Lsh(big.NewInt(1), width)
	if rapid.IntRange(0, 3).Draw(t, label+" greatest") == 0 {
		return top.Sub(top, big.NewInt(1))
	}
	half := new(big.Int).Rsh(top, 1)
	low := new(big.Int).SetUint64(rapid.Uint64().Draw(t, label))
	return low.Mod(low, half).Add(low, half)
}

func widths(bits int) []int {
	out := make([]int, bits)
	for i := range out {
		out[i] = i + 1
	}
	return out
}

// drawStays draws a pace: of few digits, of many, of one digit far behind the point, 1 over a power of 2.
func drawStays(t *rapid.T) decimal.Decimal {
	switch rapid.IntRange(0, 3).Draw(t, "stays") {
	case 0:
		return decimal.New(rapid.Int64Range(1, 60).Draw(t, "few"), rapid.SampledFrom([]int32{0, -1}).Draw(t, "places"))
	case 1:
		return decimal.NewFromBigInt(drawBits(t, 66, "many"), rapid.Int32Range(-18, 0).Draw(t, "places"))
	case 2:
		return decimal.New(rapid.SampledFrom([]int64{1, 5, 25}).Draw(t, "part"), -int32(drawBits(t, 4, "places").Int64()))
	}
	n := drawBits(t, 6, "halvings").Int64() % 56 // 2^-n = 5^n · 10^-n
	return decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(5), big.NewInt(n), nil), -int32(n))
}

// drawTarget draws twice the amount to be met, in units: of any width, or beside 2^63 or 2^64 units.
func drawTarget(t *rapid.T) *big.Int {
	twice := drawBits(t, 70, "target")
	if edge := rapid.SampledFrom([]uint{0, 63, 64}).Draw(t, "edge"); edge > 0 {
		twice.Lsh(big.NewInt(2), edge)
		twice.Add(twice, big.NewInt(rapid.Int64Range(-4, 4).Draw(t, "halves off")))
	}
	if rapid.Bool().Draw(t, "negative") {
		twice.Neg(twice)
	}
	return twice
}

// drawScaling draws a pace and a convention, every other time one by which revenue of whole cents often meets a tie.
func drawScaling(t *rapid.T) (decimal.Decimal, valuation.Convention) {
	c := drawConvention(t)
	switch {
	case rapid.Bool().Draw(t, "undiscounted"):
		c.Rate, c.Horizon.N = effective(t, "0", valuation.Year), rapid.SampledFrom([]int{1, 2, 4, 15}).Draw(t, "years")
		c.Rounding.Places = 2
	case c.Timing == valuation.MiddleOfPeriod:
		c.Rate = effective(t, "0.44", valuation.Year)
	}
	c.Horizon.N = max(c.Horizon.N, 1)
	if rapid.Bool().Draw(t, "half-even") {
		c.Rounding.Mode = hotelcrm.RoundHalfEven
	}
	return drawStays(t), c
}

// drawNear draws a guest who has one of the drawn visits and the revenue that brings the value, which is that of factor for
// each amount a stay, nearest to a drawn half or whole unit, or one cent beside it.
func drawNear(t *rapid.T, factor *big.Rat, places int) (guest, *big.Rat) {
	visits := drawBits(t, rapid.SampledFrom([]int{3, 31}).Draw(t, "width"), "visits").Int64()
	own := new(big.Rat).Quo(factor, big.NewRat(visits, 1))
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	revenue := new(big.Rat).SetFrac(drawTarget(t), unit.Lsh(unit, 1))
	revenue.Quo(revenue, own).Mul(revenue, big.NewRat(100, 1))
	cents := new(big.Int).Div(revenue.Num(), revenue.Denom())
	cents.Add(cents, big.NewInt(rapid.Int64Range(-1, 1).Draw(t, "cents off"))).Rem(cents, mostCents)
	amount := decimal.NewFromBigInt(cents, -2)
	return guest{int(visits), 1, amount.String()}, own.Mul(own, amount.Rat())
}

var mostCents = new(big.Int).Exp(big.NewInt(10), big.NewInt(32), nil) // that revenue may have

// The revenue of each guest is chosen so that the value lies on a tie of rounding or a little beside it. It is held against
// the same product in fractions.
func TestCurrentValuesNearTiesAreCorrectlyRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stays, c := drawScaling(t)
		factor := plainAnnuity(certain("1"), c, big.NewRat(5, 6)) // of half a year at 0.44
		if c.Rate.Per(valuation.Year).IsZero() {
			factor.SetInt64(int64(c.Horizon.N))
		}
		factor.Mul(factor, stays.Rat())
		list, want := make([]guest, 24), make([]*big.Rat, 24)
		for i := range list {
			list[i], want[i] = drawNear(t, factor, c.Rounding.Places)
		}
		setup := valuation.CurrentSetup{Pace: valuation.Pace{Rule: valuation.Given, Stays: stays, Per: valuation.Year}, Convention: c}
		values := currentOf(t, historicOf(t, summariesOf(t, list...), "0", len(list)), setup).Values()
		for i, x := range want {
			if got, rounded := values.At(i), plainRound(x, c.Rounding); !got.Equal(rounded) {
				t.Fatalf("%+v by %s: got %s, want %s (%s)", list[i], stays, got, rounded, x.FloatString(30))
			}
		}
	})
}
