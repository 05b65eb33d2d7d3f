package valuation

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// ordered returns the amount at a rank, counted from 0 for the smallest.
func ordered(amounts hotelcrm.Amounts, rank int) decimal.Decimal {
	if amounts.Beyond() == 0 {
		return hotelcrm.FromMinor(nthSmallest(amounts.Minor(), rank), amounts.Scale())
	}
	order := make([]int, amounts.Len()) // integers that are alike may stand for amounts that are not
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, amounts.Compare)
	return amounts.At(order[rank])
}

const digitBits = 16

// nthSmallest returns the value at a rank by counting digits of 16 bits from the highest down: the list is read four
// times and not copied.
func nthSmallest(list []int64, rank int) int64 {
	counts := make([]int, 1<<digitBits)
	found, known := uint64(0), uint64(0) // the digits found so far, and a mask of them
	for shift := 64 - digitBits; shift >= 0; shift -= digitBits {
		clear(counts)
		for _, v := range list {
			if key := uint64(v) ^ 1<<63; key&known == found {
				counts[key>>shift&(1<<digitBits-1)]++
			}
		}
		digit := 0
		for rank >= counts[digit] {
			rank -= counts[digit]
			digit++
		}
		found |= uint64(digit) << shift
		known |= (1<<digitBits - 1) << shift
	}
	return int64(found ^ 1<<63)
}
