package valuation

import (
	"math/big"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// settle rounds parts to places so that they add up to total, which is rounded already and within a few units of their
// sum: all are cut down, and what is missing goes to the largest remainders, among equal ones to the earlier parts.
// Unlike [hotelcrm.Allocate] it takes parts of either sign.
func settle(parts []*big.Float, total decimal.Decimal, rounding hotelcrm.RoundTo) []decimal.Decimal {
	if len(parts) == 0 {
		return nil
	}
	unit := pow10(rounding.Places)
	floors, rests, order := make([]*big.Int, len(parts)), make([]*big.Rat, len(parts)), make([]int, len(parts))
	missing := total.Shift(int32(rounding.Places)).BigInt()
	for i, part := range parts {
		exact := inUnits(part, unit)
		floors[i] = new(big.Int).Div(exact.Num(), exact.Denom())
		rests[i] = exact.Sub(exact, new(big.Rat).SetInt(floors[i]))
		missing.Sub(missing, floors[i])
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rests[b].Cmp(rests[a]) })
	each, more := new(big.Int).DivMod(missing, big.NewInt(int64(len(parts))), new(big.Int))
	out := make([]decimal.Decimal, len(parts))
	for rank, i := range order {
		floors[i].Add(floors[i], each)
		if int64(rank) < more.Int64() {
			floors[i].Add(floors[i], big.NewInt(1))
		}
		out[i] = decimal.NewFromBigInt(floors[i], -int32(rounding.Places))
	}
	return out
}

// inUnits returns part·unit to the nearest 2^-150, so that equal remainders are seen as equal whatever their last bits.
func inUnits(part *big.Float, unit *big.Int) *big.Rat {
	const grid = 150
	exact, _ := part.Rat(nil)
	fine := new(big.Int).Lsh(unit, grid+1)
	fine.Mul(fine, exact.Num()).Div(fine, exact.Denom())
	fine.Add(fine, big.NewInt(1)).Rsh(fine, 1)
	return exact.SetFrac(fine, new(big.Int).Lsh(big.NewInt(1), grid))
}
