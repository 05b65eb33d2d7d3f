package hotelcrm

import "github.com/shopspring/decimal"

// Rank is where one guest stands by a figure among the others of whom it is known. Guests with the same figure are neither
// below nor above.
type Rank struct {
	Below int `json:"below"`
	Equal int `json:"equal"` // the guest not counted
	Above int `json:"above"`
}

// RankOf returns where number i stands among n.
//
// Input: compare returns a number below, equal to or above 0 as the figure of a is less than, equal to or greater than that
// of b: [Amounts.Compare], or cmp.Compare of the entries of any column; turned round where low is best. Figures that are
// shown rounded are to be compared as they are shown. Known reports of whom the figure is known; nil: of all.
// Cost: O(n) calls.
func RankOf(i, n int, compare func(a, b int) int, known func(a int) bool) Rank {
	var r Rank
	for a := range n {
		if a == i || known != nil && !known(a) {
			continue
		}
		switch sign := compare(a, i); {
		case sign < 0:
			r.Below++
		case sign > 0:
			r.Above++
		default:
			r.Equal++
		}
	}
	return r
}

// Others returns the number of those ranked against.
func (r Rank) Others() int { return r.Below + r.Equal + r.Above }

// Share returns which part of the others lies below, and false if there are none: 0.93 is more than 93 % of them have.
// It is a rate per one, cut off at 6 decimal places, so that nobody is said to pass more than are passed.
func (r Rank) Share() (decimal.Decimal, bool) {
	if r.Others() <= 0 {
		return decimal.Decimal{}, false
	}
	const places = 6
	share, _ := decimal.NewFromInt(int64(r.Below)).QuoRem(decimal.NewFromInt(int64(r.Others())), places)
	return share, true
}
