package tree

// shape says how a split divides the bins of its attribute.
type shape uint8

const (
	atMost shape = iota + 1 // a number or an ordinal: up to the cut, or above it
	each                    // a nominal: one branch for each level
	among                   // a nominal: levels on the left, levels on the right; others count as missing
)

// split is a test of one attribute and what is known of it.
type split struct {
	attr     int // column of the table
	shape    shape
	cut      int     // atMost: the last bin on the left
	value    float64 // atMost: the threshold
	side     []int8  // among: of each bin, 0 left, 1 right, -1 neither
	branches int     // the branch of missing guests included
	missing  int     // the branch of missing guests; fractional: all
	gain     float64 // before the penalty for the choice of cut
	bags     []int64 // known weight of each branch, and that of the missing in a branch of their own
}

// fractional says that missing guests go down all branches.
const fractional = -1

// branch returns the branch of a bin, and whether the bin decides it.
func (s *split) branch(bin int) (int, bool) {
	if bin == 0 {
		return s.missing, false
	}
	switch s.shape {
	case atMost:
		if bin <= s.cut {
			return 0, true
		}
		return 1, true
	case each:
		return bin - 1, true
	}
	if side := s.side[bin]; side >= 0 {
		return int(side), true
	}
	return s.missing, false
}

// candidate is the best split of one attribute at one node.
type candidate struct {
	valid      bool
	gain       float64 // what the attribute competes with: per guest of the node, less the penalty for the choice of cut
	raw        float64 // before the penalty
	info       float64 // of the split itself, in bits
	candidates int     // how many cuts were tried
	cut        int
	next       int    // the first bin above the cut with guests
	side       []int8 // among
}

func (c *candidate) ratio() float64 {
	if c.info < tie {
		return 0
	}
	return c.gain / c.info
}
