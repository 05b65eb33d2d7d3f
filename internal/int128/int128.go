// Package int128 adds 64-bit amounts without overflow.
//
// An Int holds -2¹²⁷ to 2¹²⁷-1. It takes 2⁶⁴ additions of the largest int64 to leave that range, more than any
// computer makes, so addition has no error. Addition is associative and commutative: any order, split or merge of
// the same amounts gives the same bits.
package int128

import (
	"math/big"
	"math/bits"
)

// Int is a signed 128-bit integer in two's complement. The zero value is 0.
type Int struct {
	Hi int64
	Lo uint64
}

// Of returns v as an Int.
func Of(v int64) Int {
	return Int{Hi: v >> 63, Lo: uint64(v)}
}

// Add returns a + b.
func (a Int) Add(b Int) Int {
	lo, carry := bits.Add64(a.Lo, b.Lo, 0)
	hi, _ := bits.Add64(uint64(a.Hi), uint64(b.Hi), carry)
	return Int{Hi: int64(hi), Lo: lo}
}

// AddInt64 returns a + v.
func (a Int) AddInt64(v int64) Int {
	return a.Add(Of(v))
}

// Sub returns a - b.
func (a Int) Sub(b Int) Int {
	lo, borrow := bits.Sub64(a.Lo, b.Lo, 0)
	hi, _ := bits.Sub64(uint64(a.Hi), uint64(b.Hi), borrow)
	return Int{Hi: int64(hi), Lo: lo}
}

// Int64 returns a as an int64, and false if it does not fit.
func (a Int) Int64() (int64, bool) {
	v := int64(a.Lo)
	return v, a.Hi == v>>63
}

// Big returns a as a big integer.
func (a Int) Big() *big.Int {
	hi := big.NewInt(a.Hi)
	hi.Lsh(hi, 64)
	return hi.Add(hi, new(big.Int).SetUint64(a.Lo))
}

// block is how many amounts are added plainly before they are folded into 128 bits. With every magnitude below
// 2⁵⁴, 256 of them stay below 2⁶², so a block cannot overflow.
const (
	block     = 256
	blockSafe = 54
)

// Sum returns the exact sum of the amounts, in blocks of 256 where all magnitudes allow it.
func Sum(amounts []int64) Int {
	var total Int
	for len(amounts) > 0 {
		n := min(block, len(amounts))
		total = total.Add(sumBlock(amounts[:n]))
		amounts = amounts[n:]
	}
	return total
}

func sumBlock(amounts []int64) Int {
	var sum int64
	var seen uint64
	for _, v := range amounts {
		sum += v
		seen |= uint64(v ^ (v >> 63)) // the magnitude, less one for negatives
	}
	if seen>>blockSafe == 0 {
		return Of(sum)
	}
	var total Int
	for _, v := range amounts {
		total = total.AddInt64(v)
	}
	return total
}
