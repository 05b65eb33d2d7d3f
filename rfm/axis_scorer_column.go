package rfm

import (
	"math"
	"slices"
)

// scoreColumn returns the scores of all values.
func (s *axisScorer) scoreColumn(c column) []uint8 {
	out := make([]uint8, c.len())
	ties := s.tiesAmong(c.guests)
	for from, block := range c.blocks() {
		s.scoreBlock(out[from:][:len(block)], block)
		s.scoreTies(out, block, from, ties)
	}
	if c.exact == nil {
		return out
	}
	for i := range out {
		if v, ok := c.exact(i); ok {
			out[i] = s.scoreExact(v, c.guests[i])
		}
	}
	return out
}

// scoreBlock scores by the bounds alone: a value equal to a bound is in the bin below it.
func (s *axisScorer) scoreBlock(out []uint8, keys []int64) {
	low, bounds := s.integerBounds()
	var scores [16]uint8 // the size lets the compiler see that the index fits
	copy(scores[:], s.scores[low:len(s.axis.Scores)])
	if len(bounds) > 4 {
		for i, key := range keys {
			bin := 0
			for _, b := range bounds {
				if key > b {
					bin++
				}
			}
			out[i] = scores[bin&15]
		}
		return
	}
	b := [4]int64{math.MaxInt64, math.MaxInt64, math.MaxInt64, math.MaxInt64} // no value lies above these
	copy(b[:], bounds)
	b0, b1, b2, b3 := b[0], b[1], b[2], b[3]
	for i, key := range keys {
		out[i] = scores[(above(key, b0)+above(key, b1)+above(key, b2)+above(key, b3))&15]
	}
}

// integerBounds returns the bounds after those that every int64 lies above, and how many these are.
func (s *axisScorer) integerBounds() (int, []int64) {
	low := 0
	for low < len(s.axis.Cuts) && s.edges[low] == none {
		low++
	}
	return low, s.bounds[low:len(s.axis.Cuts)]
}

// above returns 1 if the value lies above the bound, else 0.
func above(v, bound int64) int {
	if v > bound {
		return 1
	}
	return 0
}

// tie is a bound that guests with its very value lie on both sides of, and the score of each side.
type tie struct {
	bound  int64
	guest  int // the first guest number of the second part of the guests, in the order of ids
	first  uint8
	second uint8
}

// tiesAmong returns the ties by guest number instead of id, in the order in which they are to be applied: each changes
// the second part only, and a later one divides it again.
func (s *axisScorer) tiesAmong(guests []string) []tie {
	var out []tie
	for i := range s.axis.Ties {
		n := i
		if s.axis.LowIsBest { // the guests up to the tie are above it, so the highest cut comes first
			n = len(s.axis.Ties) - 1 - i
		}
		if s.edges[n] != byTie {
			continue
		}
		t := tie{bound: s.bounds[n], first: s.scores[n], second: s.scores[n+1]}
		at, found := slices.BinarySearch(guests, s.axis.Ties[n])
		if s.axis.LowIsBest {
			t.first, t.second = t.second, t.first // from the tie on they are below
		} else if found {
			at++ // up to the tie, itself included, they are below
		}
		t.guest = at
		out = append(out, t)
	}
	return out
}

// scoreTies scores those values again that equal a bound with a tie.
func (s *axisScorer) scoreTies(out []uint8, keys []int64, from int, ties []tie) {
	for len(ties) > 0 {
		same := 1
		for same < len(ties) && ties[same].bound == ties[0].bound {
			same++
		}
		for i, key := range keys {
			if key == ties[0].bound {
				out[from+i] = scoreOf(from+i, ties[:same])
			}
		}
		ties = ties[same:]
	}
}

// scoreOf returns the score of a guest number with the value of the ties.
func scoreOf(guest int, ties []tie) uint8 {
	score := ties[0].first
	for _, t := range ties {
		if guest >= t.guest {
			score = t.second
		}
	}
	return score
}
