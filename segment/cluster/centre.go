package cluster

import "slices"

// centre is where a group lies: scaled numbers, and the code of a level for each column of levels.
type centre struct {
	numbers []float64
	codes   []uint16
}

func (v *view) at(row int) centre {
	c := centre{slices.Clone(v.number(row)), slices.Clone(v.code(row))}
	for j, x := range c.numbers {
		if x != x {
			c.numbers[j] = v.home.numbers[j]
		}
	}
	for j, code := range c.codes {
		if code == 0 {
			c.codes[j] = v.home.codes[j]
		}
	}
	return c
}

// distance returns the squared distance of the numbers that are known, plus gamma for each known level that differs.
// Products are rounded before they are added, so that no machine fuses both.
func (v *view) distance(row int, c *centre, gamma float64) float64 {
	sum := 0.0
	x := v.number(row)
	if v.gaps {
		for j, at := range c.numbers {
			if d := x[j] - at; d == d {
				sum += float64(d * d)
			}
		}
	} else {
		for j, at := range c.numbers {
			d := x[j] - at
			sum += float64(d * d)
		}
	}
	return sum + float64(gamma*float64(v.differing(row, c)))
}

// differing returns how many known levels are others than the centre's.
func (v *view) differing(row int, c *centre) int {
	n := 0
	for j, code := range v.code(row) {
		if code != c.codes[j] && code != 0 {
			n++
		}
	}
	return n
}

// compare orders centres by their numbers, then their codes.
func (c *centre) compare(other *centre) int {
	if order := slices.Compare(c.numbers, other.numbers); order != 0 {
		return order
	}
	return slices.Compare(c.codes, other.codes)
}
