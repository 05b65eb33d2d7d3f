package exact

import (
	"math/big"
	"math/bits"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// SumSquares returns Σ x², exactly.
func SumSquares(amounts hotelcrm.Amounts) decimal.Decimal {
	if amounts.Beyond() > 0 {
		sum := decimal.NewFromInt(0)
		for i := range amounts.Len() {
			x := amounts.At(i)
			sum = sum.Add(x.Mul(x))
		}
		return sum
	}
	var low, middle, high uint64 // of one number of 192 bits
	for _, minor := range amounts.Minor() {
		size := uint64(max(minor, -minor)) // also right for the least int64, which is its own negative
		top, bottom := bits.Mul64(size, size)
		var carry uint64
		low, carry = bits.Add64(low, bottom, 0)
		middle, carry = bits.Add64(middle, top, carry)
		high += carry
	}
	sum := new(big.Int).SetUint64(high)
	sum.Lsh(sum, 64).Add(sum, new(big.Int).SetUint64(middle))
	sum.Lsh(sum, 64).Add(sum, new(big.Int).SetUint64(low))
	return decimal.NewFromBigInt(sum, -2*int32(amounts.Scale()))
}
