package tree

import (
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
)

// belief is what is known of a guest's value of one attribute: a range of numbers or ranks, open below and closed above,
// or a set of levels; and whether it may be missing. A level never seen is missing.
type belief struct {
	low, high float64
	levels    []bool // of a nominal; nil else
	missing   bool
}

// anything is the belief about an attribute of which nothing is known.
func anything(a *segment.Attribute) belief {
	b := belief{low: math.Inf(-1), high: math.Inf(1), missing: true}
	if a.Kind == segment.Nominal {
		b.levels = slices.Repeat([]bool{true}, len(a.Levels))
	}
	return b
}

// possible reports whether a value other than missing is left.
func (b *belief) possible() bool {
	if b.levels != nil {
		return slices.Contains(b.levels, true)
	}
	return b.low < b.high
}

// says reports whether the belief says anything at all.
func (b *belief) says() bool {
	if b.levels != nil {
		return !b.missing || slices.Contains(b.levels, false)
	}
	return !b.missing || !math.IsInf(b.low, -1) || !math.IsInf(b.high, 1)
}

// witness returns a value that fits, NaN for missing.
func (b *belief) witness() float64 {
	switch {
	case !b.possible():
		return math.NaN()
	case b.levels != nil:
		return float64(slices.Index(b.levels, true))
	case !math.IsInf(b.high, 1):
		return b.high
	case !math.IsInf(b.low, -1):
		return math.Nextafter(b.low, math.Inf(1))
	}
	return 0
}

// meets reports whether a value fits.
func (b *belief) meets(v float64) bool {
	switch {
	case v != v:
		return b.missing
	case b.levels == nil:
		return v > b.low && v <= b.high
	case v < 0 || v >= float64(len(b.levels)):
		return b.missing
	}
	return b.levels[int(v)]
}

// part is what a node makes of a belief: the son that it leads to, fractional for all, and what is then known.
type part struct {
	son    int32
	belief belief
}

// parts divides a belief at a node, one part for each outcome that is possible. The part that holds missing values comes
// last.
func (t *Tree) parts(n *node, b *belief) []part {
	var out []part
	if n.shape == atMost {
		out = append(out,
			part{0, belief{low: b.low, high: min(b.high, n.value)}},
			part{1, belief{low: max(b.low, n.value), high: b.high}})
	} else {
		out = t.partsOfLevels(n, b)
	}
	out = slices.DeleteFunc(out, func(p part) bool { return !p.belief.possible() })
	if !b.missing {
		return out
	}
	i := slices.IndexFunc(out, func(p part) bool { return p.son == n.missing })
	if i < 0 {
		return append(out, part{n.missing, nothing(b)})
	}
	last := out[i]
	last.belief.missing = true
	return append(slices.Delete(out, i, i+1), last)
}

// nothing returns the belief that the value is missing.
func nothing(like *belief) belief {
	out := belief{low: 1, high: 0, missing: true}
	if like.levels != nil {
		out.levels = make([]bool, len(like.levels))
	}
	return out
}

func (t *Tree) partsOfLevels(n *node, b *belief) []part {
	var out []part
	for level, here := range b.levels {
		if !here {
			continue
		}
		son := n.hop().branch(t, float64(level))
		i := slices.IndexFunc(out, func(p part) bool { return p.son == son })
		if i < 0 {
			i = len(out)
			out = append(out, part{son, belief{levels: make([]bool, len(b.levels))}})
		}
		out[i].belief.levels[level] = true
	}
	return out
}
