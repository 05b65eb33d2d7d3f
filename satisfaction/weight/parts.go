package weight

import (
	"fmt"
	"math"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Parts returns the weights as integer parts of 10^places that add up to it exactly. Every part is first cut down; the
// units still missing go, one each, to the largest remainders, of equal ones to the earlier.
//
// Input: weights not negative, at least one above 0, in any unit: they need not sum to one. Places in [0, 18].
// Errors: a [*hotelcrm.ParamError] for no weights, NaN, an infinity, a negative weight or wrong places.
// Cost: O(n log n); exact, whatever the sizes.
func Parts(weights []float64, places int) ([]int64, error) {
	if err := checkWeights("weights", weights); err != nil {
		return nil, err
	}
	one, err := hotelcrm.Allocate(decimal.New(1, 0), places, integers(weights))
	if err != nil {
		return nil, err
	}
	parts := make([]int64, len(one))
	for i, part := range one {
		parts[i] = part.Shift(int32(places)).IntPart()
	}
	return parts, nil
}

// Decimals returns parts of 10^places as decimal numbers: 417 at 4 places is 0.0417.
func Decimals(parts []int64, places int) []decimal.Decimal {
	out := make([]decimal.Decimal, len(parts))
	for i, part := range parts {
		out[i] = decimal.New(part, -int32(places))
	}
	return out
}

// checkWeights refuses what cannot be divided by its sum.
func checkWeights(param string, weights []float64) error {
	above := false
	for i, w := range weights {
		if !(w >= 0) || math.IsInf(w, 0) {
			return refuse.Param(fmt.Sprintf("%s[%d]", param, i), fmt.Sprint(w), "0 or more, finite")
		}
		above = above || w > 0
	}
	if !above {
		return refuse.Param(param, fmt.Sprintf("%d, none above 0", len(weights)), "at least one above 0")
	}
	return nil
}

// integers returns the weights times the least power of two that makes all of them whole.
func integers(weights []float64) []decimal.Decimal {
	fractions, exponents, low := make([]int64, len(weights)), make([]int, len(weights)), math.MaxInt
	for i, w := range weights {
		fraction, exponent := math.Frexp(w)
		fractions[i], exponents[i] = int64(math.Ldexp(fraction, 53)), exponent
		if w > 0 {
			low = min(low, exponent)
		}
	}
	out := make([]decimal.Decimal, len(weights))
	for i, fraction := range fractions {
		whole := big.NewInt(fraction)
		if fraction > 0 {
			whole.Lsh(whole, uint(exponents[i]-low))
		}
		out[i] = decimal.NewFromBigInt(whole, 0)
	}
	return out
}
