package tree

import (
	"math"
	"slices"
)

const (
	smallBins = 255   // most bins of a column of bytes
	wideBins  = 65535 // most bins of a column of two bytes
	buckets   = 1 << 16
)

// binNumbers puts a column of numbers into bins: one for each value where there are at most as many values as bins, else
// that many of about equal size. Equal values are always in one bin.
//
// Cost: a few passes over the column; where there are more values than bins, only the buckets that hold a cut are sorted.
func binNumbers(values []float64, most int) bins {
	s := newScale(values)
	highs := s.distinctUpTo(values, most)
	if highs == nil {
		highs = s.quantiles(values, most)
	}
	out := bins{n: len(highs), low: make([]float64, len(highs)+1), high: append([]float64{math.NaN()}, highs...)}
	for i := range out.low {
		out.low[i] = math.Inf(1)
	}
	lookup := s.lookup(highs)
	if len(highs) <= smallBins {
		out.small = make([]uint8, len(values))
		assign(out.small, values, out.low, highs, lookup, s)
	} else {
		out.wide = make([]uint16, len(values))
		assign(out.wide, values, out.low, highs, lookup, s)
	}
	return out
}

// distinctUpTo returns the values in rising order, nil if there are more than most.
func (s scale) distinctUpTo(values []float64, most int) []float64 {
	if len(values) <= most {
		return slices.Compact(s.sorted(values))
	}
	seen := make(map[float64]struct{}, min(most+1, len(values)))
	for _, v := range values {
		if v == v {
			if seen[v] = struct{}{}; len(seen) > most {
				return nil
			}
		}
	}
	out := make([]float64, 0, len(seen))
	for v := range seen {
		out = append(out, v+0) // -0 as 0
	}
	slices.Sort(out)
	return out
}

// A scale maps numbers to 65,536 buckets without changing their order.
type scale struct{ low, factor float64 }

func newScale(values []float64) scale {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if v < low {
			low = v
		}
		if v > high {
			high = v
		}
	}
	// A width beyond the floats or below their precision puts all in one bucket, which is sorted.
	factor := (buckets - 1) / (high - low)
	if !(factor > 0) || math.IsInf(factor, 1) {
		factor = 0
	}
	return scale{low, factor}
}

func (s scale) bucket(v float64) int {
	if s.factor == 0 {
		return 0
	}
	return int((v - s.low) * s.factor)
}

// sorted returns the values in rising order, without missing ones.
func (s scale) sorted(values []float64) []float64 {
	next, known := make([]int32, buckets+1), 0 // where the next value of each bucket goes
	for _, v := range values {
		if v == v {
			next[s.bucket(v)+1]++
			known++
		}
	}
	for b := range buckets {
		next[b+1] += next[b]
	}
	out := make([]float64, known)
	for _, v := range values {
		if v == v {
			b := s.bucket(v)
			out[next[b]] = v + 0 // -0 and 0 are one value
			next[b]++
		}
	}
	from := int32(0)
	for _, to := range next[:buckets] {
		if to-from > 1 {
			slices.Sort(out[from:to])
		}
		from = to
	}
	return out
}

// quantiles returns the greatest value of each of at most n bins of about equal size.
func (s scale) quantiles(values []float64, n int) []float64 {
	counts := make([]int, buckets)
	known := 0
	for _, v := range values {
		if v == v {
			counts[s.bucket(v)]++
			known++
		}
	}
	wanted := make([]bool, buckets) // buckets that hold a rank sought
	below := 0
	for b, next := 0, 1; b < buckets; b++ {
		for ; next <= n && rank(next, n, known) <= below+counts[b]; next++ {
			wanted[b] = true
		}
		below += counts[b]
	}
	return s.ranked(values, counts, wanted, n, known)
}

// rank returns the rank, counted from 1, of the greatest value of bin i of n.
func rank(i, n, known int) int { return int((int64(known)*int64(i) + int64(n) - 1) / int64(n)) }

func (s scale) ranked(values []float64, counts []int, wanted []bool, n, known int) []float64 {
	inside := map[int][]float64{}
	for _, v := range values {
		if v == v {
			if b := s.bucket(v); wanted[b] {
				inside[b] = append(inside[b], v)
			}
		}
	}
	var out []float64
	below := 0
	for b, next := 0, 1; b < buckets; b++ {
		if wanted[b] {
			slices.Sort(inside[b])
		}
		for ; next <= n && rank(next, n, known) <= below+counts[b]; next++ {
			v := inside[b][rank(next, n, known)-below-1] + 0
			if len(out) == 0 || out[len(out)-1] < v {
				out = append(out, v)
			}
		}
		below += counts[b]
	}
	return out
}

// lookup returns, for each bucket, the number of bins whose greatest value lies in a lower bucket.
func (s scale) lookup(highs []float64) []int32 {
	out := make([]int32, buckets+1)
	for _, h := range highs {
		out[s.bucket(h)+1]++
	}
	for b := range buckets {
		out[b+1] += out[b]
	}
	return out
}

func assign[T uint8 | uint16](out []T, values, low, highs []float64, lookup []int32, s scale) {
	for i, v := range values {
		if v != v {
			continue
		}
		b := s.bucket(v)
		bin, last := lookup[b], lookup[b+1]
		for bin < last {
			if mid := (bin + last) / 2; v > highs[mid] {
				bin = mid + 1
			} else {
				last = mid
			}
		}
		out[i] = T(bin + 1)
		if v < low[bin+1] {
			low[bin+1] = v + 0
		}
	}
}
