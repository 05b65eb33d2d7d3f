package hotelcrm

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/shopspring/decimal"
)

// Allocate splits total into parts in proportion to the weights, each at the given number of decimal places, so that
// the parts add up to total exactly.
//
// Every part is first cut down towards zero; the units still missing go, one each, to the largest remainders, and
// among equal remainders to the earlier weights (largest-remainder method; Hamilton 1792).
//
// Input: places in [0, 18]; weights not negative, at least one positive, in any unit. Exponents lie in [-1000, 1000]. A
// negative total gives the negative of the parts of its magnitude.
// Errors: a [*ParamError] for wrong weights or places, or if total itself has more decimal places.
// Cost: O(n log n).
func Allocate(total decimal.Decimal, places int, weights []decimal.Decimal) ([]decimal.Decimal, error) {
	if places < 0 || places > 18 {
		return nil, placesError(places, 18)
	}
	if err := checkExponent("total", total); err != nil {
		return nil, err
	}
	units, ok := wholeUnits(total, places)
	if !ok {
		return nil, refuse("total", total.String(), "at most "+plural.Of(places, "decimal place", "decimal places"))
	}
	scaled, sum, err := commonWeights(weights)
	if err != nil {
		return nil, err
	}
	shares := largestRemainder(new(big.Int).Abs(units), scaled, sum)
	parts := make([]decimal.Decimal, len(shares))
	for i, share := range shares {
		if units.Sign() < 0 {
			share.Neg(share)
		}
		parts[i] = decimal.NewFromBigInt(share, -int32(places))
	}
	return parts, nil
}

// wholeUnits returns amount in units of 10^-places, and false if that is no whole number.
func wholeUnits(amount decimal.Decimal, places int) (*big.Int, bool) {
	shifted := amount.Shift(int32(places))
	return shifted.BigInt(), shifted.IsInteger()
}

// commonWeights brings the weights to integers of one exponent.
func commonWeights(weights []decimal.Decimal) (scaled []*big.Int, sum *big.Int, err error) {
	low := int32(0)
	for i, w := range weights {
		name := fmt.Sprintf("weights[%d]", i)
		if err := checkExponent(name, w); err != nil {
			return nil, nil, err
		}
		if w.IsNegative() {
			return nil, nil, refuse(name, w.String(), "0 or more")
		}
		low = min(low, w.Exponent())
	}
	scaled, sum = make([]*big.Int, len(weights)), new(big.Int)
	for i, w := range weights {
		scaled[i] = w.Shift(-low).BigInt()
		sum.Add(sum, scaled[i])
	}
	if sum.Sign() == 0 {
		return nil, nil, refuse("weights", fmt.Sprintf("%d, none above 0", len(weights)), "at least one above 0")
	}
	return scaled, sum, nil
}

func largestRemainder(units *big.Int, weights []*big.Int, sum *big.Int) []*big.Int {
	shares, rests, order := make([]*big.Int, len(weights)), make([]*big.Int, len(weights)), make([]int, len(weights))
	missing := new(big.Int).Set(units)
	for i, w := range weights {
		shares[i], rests[i] = new(big.Int).QuoRem(new(big.Int).Mul(units, w), sum, new(big.Int))
		missing.Sub(missing, shares[i])
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rests[b].Cmp(rests[a]) })
	one := big.NewInt(1)
	for _, i := range order[:missing.Int64()] { // fewer units are missing than there are remainders
		shares[i].Add(shares[i], one)
	}
	return shares
}

func placesError(places, high int) error {
	return refuse("places", fmt.Sprint(places), fmt.Sprintf("0 to %d", high))
}
