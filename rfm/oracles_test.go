package rfm_test

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// middle is the score of everybody where nothing tells the values apart.
func middle(values []*big.Rat, k int) []int {
	return slices.Repeat([]int{(k + 1) / 2}, len(values))
}

func beyond(value, cut *big.Rat) bool { return value.Cmp(cut) > 0 }

// equalWidthOracle cuts at min + (max-min)·i/k; a value equal to a cut is in the bin below it.
func equalWidthOracle(values []*big.Rat, _ []string, k int, lowIsBest bool) []int {
	if len(values) == 0 {
		return nil
	}
	low, high := slices.MinFunc(values, (*big.Rat).Cmp), slices.MaxFunc(values, (*big.Rat).Cmp)
	if low.Cmp(high) == 0 {
		return middle(values, k)
	}
	cut := func(i int) *big.Rat {
		step := new(big.Rat).Sub(high, low)
		step.Mul(step, big.NewRat(int64(i), int64(k)))
		return step.Add(step, low)
	}
	return countCuts(values, k, lowIsBest, cut, beyond)
}

// logWidthOracle cuts at min·(max/min)^(i/k), min being the smallest value above 0, and compares k-th powers.
func logWidthOracle(values []*big.Rat, _ []string, k int, lowIsBest bool) []int {
	var positive []*big.Rat
	for _, v := range values {
		if v.Sign() > 0 {
			positive = append(positive, v)
		}
	}
	if len(positive) == 0 {
		return middle(values, k)
	}
	low, high := slices.MinFunc(positive, (*big.Rat).Cmp), slices.MaxFunc(positive, (*big.Rat).Cmp)
	if low.Cmp(high) == 0 {
		return middle(values, k)
	}
	cut := func(i int) *big.Rat { return new(big.Rat).Mul(ratPower(low, k-i), ratPower(high, i)) }
	return countCuts(values, k, lowIsBest, cut, func(value, cut *big.Rat) bool {
		return value.Sign() > 0 && beyond(ratPower(value, k), cut)
	})
}

func ratPower(v *big.Rat, n int) *big.Rat {
	out := big.NewRat(1, 1)
	for range n {
		out.Mul(out, v)
	}
	return out
}

// jenksOracle tries every beginning of every class. Among equal sums of squares the highest class begins lowest.
func jenksOracle(values []*big.Rat, _ []string, k int, lowIsBest bool) []int {
	sorted := slices.SortedFunc(slices.Values(values), (*big.Rat).Cmp)
	distinct := slices.CompactFunc(slices.Clone(sorted), func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
	classes := min(k, len(distinct))
	if classes <= 1 {
		return middle(values, k)
	}
	ends := plainBreaks(sorted, distinct, classes)
	out := make([]int, len(values))
	for i, v := range values {
		class := 0
		for class < classes-1 && beyond(v, distinct[ends[class]-1]) {
			class++
		}
		if lowIsBest {
			class = classes - 1 - class
		}
		out[i] = 1 + class*(k-1)/(classes-1)
	}
	return out
}

// plainBreaks returns how many distinct values lie up to the end of each class.
func plainBreaks(sorted, distinct []*big.Rat, classes int) []int {
	// count, sum and sum of squares of the first i distinct values, with repetition
	count, sum, squares := make([]*big.Rat, len(distinct)+1), make([]*big.Rat, len(distinct)+1), make([]*big.Rat, len(distinct)+1)
	count[0], sum[0], squares[0] = new(big.Rat), new(big.Rat), new(big.Rat)
	for i, d := range distinct {
		n := new(big.Rat)
		for _, v := range sorted {
			if v.Cmp(d) == 0 {
				n.Add(n, big.NewRat(1, 1))
			}
		}
		count[i+1] = new(big.Rat).Add(count[i], n)
		sum[i+1] = n.Mul(n, d).Add(n, sum[i])
		squares[i+1] = new(big.Rat).Sub(sum[i+1], sum[i])
		squares[i+1].Mul(squares[i+1], d).Add(squares[i+1], squares[i])
	}
	cost := func(from, to int) *big.Rat {
		s, n := new(big.Rat).Sub(sum[to], sum[from]), new(big.Rat).Sub(count[to], count[from])
		s.Mul(s, s).Quo(s, n)
		all := new(big.Rat).Sub(squares[to], squares[from])
		return all.Sub(all, s)
	}
	best := make([][]*big.Rat, classes)
	starts := make([][]int, classes)
	for c := range classes {
		best[c], starts[c] = make([]*big.Rat, len(distinct)+1), make([]int, len(distinct)+1)
		for m := c + 1; m <= len(distinct); m++ {
			for start := c; start < m; start++ {
				if c == 0 && start > 0 {
					break
				}
				total := cost(start, m)
				if c > 0 {
					total.Add(total, best[c-1][start])
				}
				if best[c][m] == nil || total.Cmp(best[c][m]) < 0 {
					best[c][m], starts[c][m] = total, start
				}
			}
		}
	}
	ends := make([]int, classes)
	for c, m := classes-1, len(distinct); c >= 0; c-- {
		ends[c] = m
		m = starts[c][m]
	}
	return ends
}

// drawGuestsFor draws guests that the method keeps apart exactly: for jenks, amounts of less than 2³² steps.
func drawGuestsFor(t *rapid.T, method rfm.Method, least, most int) []guest {
	if method != rfm.Jenks {
		return drawGuests(t, least, most)
	}
	out := make([]guest, rapid.IntRange(least, min(most, 14)).Draw(t, "guests"))
	days := rapid.OneOf(rapid.IntRange(0, 6), rapid.IntRange(0, 6), rapid.IntRange(0, 20_000))
	visits := rapid.OneOf(rapid.IntRange(1, 4), rapid.IntRange(1, 4), rapid.IntRange(1, 1<<31-1))
	cents := rapid.OneOf(rapid.Int64Range(-12, 40), rapid.Int64Range(-12, 40), rapid.Int64Range(-1<<30, 1<<30))
	exponent := rapid.SampledFrom([]int32{-2, -2, -2, -9, 17}).Draw(t, "exponent")
	for i := range out {
		out[i] = guest{fmt.Sprint("g", i), days.Draw(t, "days"), visits.Draw(t, "visits"), decimal.New(cents.Draw(t, "cents"), exponent)}
	}
	return out
}
