package segment

import "math"

// Setting is one value of a made-up guest.
type Setting struct {
	Attr    string `json:"attr,omitempty"`
	Stays   *Stays `json:"stays,omitempty"`   // in place of Attr: what the guest's stays make
	Value   string `json:"value"`             // in the form of a condition
	Missing bool   `json:"missing,omitempty"` // the guest has no value
}

// String returns the setting in one line.
func (s Setting) String() string {
	name := s.Attr
	if s.Stays != nil {
		name = s.Stays.String()
	}
	if s.Missing {
		return name + " is missing"
	}
	return name + " = " + s.Value
}

// Example is a made-up guest: the values that matter. Whatever it leaves out may be anything.
type Example []Setting

// example returns a guest of a region: the readable value of each term's cell.
func (s *space) example(chosen []int) Example {
	var out Example
	for k, i := range chosen {
		if i < 0 {
			continue
		}
		c := &s.cells[k][i]
		out = append(out, s.test.terms[k].setting(value{key: s.test.terms[k].readable(c), missing: c.missing}))
	}
	return out
}

// setting returns a value of the term as one of a guest.
func (t *term) setting(v value) Setting {
	out := Setting{Missing: v.missing, Stays: t.spec()}
	if t.stays == nil {
		out.Attr = t.attr.ID
	}
	if !v.missing {
		out.Value = t.valueText(v)
	}
	return out
}

// spec returns a copy of what the term makes of stays, nil for an attribute.
func (t *term) spec() *Stays {
	if t.stays == nil {
		return nil
	}
	c := Condition{Stays: &t.stays.spec}
	return c.clone().Stays
}

// onStays reports whether the term of any chosen cell is made of stays.
func (s *space) onStays(chosen []int) bool {
	for k, i := range chosen {
		if i >= 0 && s.test.terms[k].stays != nil {
			return true
		}
	}
	return false
}

// readable returns a key of the cell that people like to read: the least of its first range, the greatest where there is
// no least, and a short number rather than a long one.
func (t *term) readable(c *cell) int64 {
	if c.missing {
		return 0
	}
	s, d := c.spans[0], t.domain()
	if t.kind == numberKey {
		return floatKey(roundNumber(keyFloat(s.lo), keyFloat(s.hi)))
	}
	switch {
	case t.kind == moneyKey && s.lo == d.lo && s.hi >= 0:
		return 0
	case s.lo == d.lo && t.kind != countKey && t.kind != levelKey && t.kind != openKey:
		return s.hi
	}
	return s.lo
}

// roundNumber returns the number in [low, high] with the fewest decimal places: of those the one nearest to 0.
func roundNumber(low, high float64) float64 {
	if low <= 0 && high >= 0 {
		return 0
	}
	if low < 0 {
		return -roundNumber(-high, -low)
	}
	for unit := 1.0; unit <= 1e9; unit *= 10 {
		if x := math.Ceil(low*unit) / unit; x >= low && x <= high {
			return x
		}
	}
	return low
}
