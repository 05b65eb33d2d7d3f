package weight

import (
	"cmp"
	"slices"
)

// empty returns sums of no answers, of the same items and with the same fields.
func (m *Sums) empty() *Sums {
	n := m.Items * m.Items
	out := &Sums{Items: m.Items, N: make([]int64, n), Totals: make([]int64, n), Cross: make([]int64, n), Ends: m.Ends}
	if m.Squares != nil {
		out.Squares = make([]int64, n)
	}
	if m.Frequencies != nil {
		out.Frequencies = make([][]Frequency, m.Items)
	}
	return out
}

// fits reports whether answers of both may be taken together.
func (m *Sums) fits(other *Sums) bool {
	return m.Items == other.Items && slices.Equal(m.Ends, other.Ends) &&
		(m.Squares == nil) == (other.Squares == nil) && (m.Frequencies == nil) == (other.Frequencies == nil)
}

// add adds sums that fit.
func (m *Sums) add(other *Sums) {
	for _, pair := range [...][2][]int64{{m.N, other.N}, {m.Totals, other.Totals}, {m.Cross, other.Cross}, {m.Squares, other.Squares}} {
		for a, v := range pair[1] {
			pair[0][a] += v
		}
	}
	for i, list := range other.Frequencies {
		for _, f := range list {
			at, there := slices.BinarySearchFunc(m.Frequencies[i], f.Value, func(f Frequency, v int64) int { return cmp.Compare(f.Value, v) })
			if !there {
				m.Frequencies[i] = slices.Insert(m.Frequencies[i], at, Frequency{Value: f.Value})
			}
			m.Frequencies[i][at].Count += f.Count
		}
	}
}

// withMasses adds weighted counts to masses in the order of their values.
func withMasses(masses []mass, list []Frequency, weight float64) []mass {
	for _, f := range list {
		if f.Count == 0 {
			continue
		}
		at, there := slices.BinarySearchFunc(masses, f.Value, func(s mass, v int64) int { return cmp.Compare(s.value, v) })
		if !there {
			masses = slices.Insert(masses, at, mass{value: f.Value})
		}
		masses[at].weight += float64(weight * float64(f.Count))
	}
	return masses
}
