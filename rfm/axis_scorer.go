package rfm

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"
)

// axisScorer holds an axis as integers: a value v at the axis's scale is in the first bin whose bound is above it. Who
// equals the bound is told by edges.
type axisScorer struct {
	axis   Axis
	bounds [maxBins - 1]int64
	edges  [maxBins - 1]edge
	scores [maxBins]uint8
}

// edge says which of the values equal to a bound are in the bin below it.
type edge uint8

const (
	all   edge = iota // every one
	none              // none: the cut lies below all int64 values
	byTie             // the tie decides: ntile, and the bound is the cut itself
)

func compile(a Axis, scale int) axisScorer {
	s := axisScorer{axis: a}
	for i, cut := range a.Cuts {
		s.bounds[i], s.edges[i] = bound(cut, scale, &a)
	}
	for i, score := range a.Scores {
		s.scores[i] = uint8(score)
	}
	return s
}

// bound returns the largest integer value of the bin below a cut.
func bound(cut decimal.Decimal, scale int, a *Axis) (int64, edge) {
	shifted := cut.Shift(int32(scale))
	floor := shifted.Floor()
	whole := floor.Equal(shifted)
	n := floor.BigInt()
	if a.CutsGoUp && whole {
		n.Sub(n, big.NewInt(1))
	}
	switch {
	case n.IsInt64() && whole && a.Method == NTile:
		return n.Int64(), byTie
	case n.IsInt64():
		return n.Int64(), all
	case n.Sign() < 0:
		return math.MinInt64, none
	}
	return math.MaxInt64, all
}

// score returns the score of an integer value.
func (s *axisScorer) score(v int64, guest string) uint8 {
	for i := range s.axis.Cuts {
		if v < s.bounds[i] || v == s.bounds[i] && s.atEdge(i, guest) {
			return s.scores[i]
		}
	}
	return s.scores[len(s.axis.Cuts)]
}

func (s *axisScorer) atEdge(i int, guest string) bool {
	return s.edges[i] == all || s.edges[i] == byTie && s.below(i, guest)
}

// below reports whether a guest whose value is the cut itself is in the bin below it.
func (s *axisScorer) below(i int, guest string) bool {
	if s.axis.LowIsBest {
		return guest >= s.axis.Ties[i]
	}
	return guest <= s.axis.Ties[i]
}

// scoreExact returns the score of a value that no integer can hold.
func (s *axisScorer) scoreExact(v decimal.Decimal, guest string) uint8 {
	for i, cut := range s.axis.Cuts {
		c := v.Cmp(cut)
		if c < 0 || c == 0 && !s.axis.CutsGoUp && (s.axis.Method != NTile || s.below(i, guest)) {
			return s.scores[i]
		}
	}
	return s.scores[len(s.axis.Cuts)]
}
