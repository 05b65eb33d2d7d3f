package segment

import (
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Relation is what can be proved about two conditions from their values alone, without any guest.
//
// It is proved by cutting the values of each attribute where the conditions tell them apart. Attributes count as
// independent of each other: a schema with visits and nights does not say that a guest without visits has no nights. So
// what is disjoint is so for every table; what overlaps does so for a guest with the values of the example. Amounts
// count as whole minor units that fit 64 bits.
type Relation struct {
	Disjoint bool `json:"disjoint"` // no guest satisfies both
	AEmpty   bool `json:"aEmpty"`   // no guest satisfies the first
	BEmpty   bool `json:"bEmpty"`   // no guest satisfies the second
	AInB     bool `json:"aInB"`     // whoever satisfies the first satisfies the second
	BInA     bool `json:"bInA"`     // whoever satisfies the second satisfies the first

	Example Example `json:"example,omitempty"` // satisfies both, if they are not disjoint
	// Doubtful says that the example rests on what is made of stays, which need not be possible together: no proof then.
	Doubtful bool `json:"doubtful,omitempty"`

	// Complete says that the search went to its end. If not, what is said to be so is so, and the rest is not known.
	Complete bool `json:"complete"`
}

// Relate returns how two conditions on guests of a schema relate.
//
// Errors: a [*hotelcrm.ParamError], see [Compile].
// Cost: bounded; microseconds for conditions of a few leaves.
func Relate(schema *Schema, a, b Condition) (Relation, error) {
	test, err := compileList(schema, []Condition{a, b}, "conditions")
	if err != nil {
		return Relation{}, err
	}
	s := newSpace(test)
	na, nb := test.root.kids[0], test.root.kids[1]
	out, budget := Relation{Complete: true}, s.work
	none := func(goal *node, found func([]int)) bool {
		empty := true
		s.work = budget
		complete := s.find(goal, func(chosen []int) bool {
			empty = false
			if found != nil {
				found(chosen)
			}
			return false
		})
		out.Complete = out.Complete && complete
		return empty && complete
	}
	out.AEmpty, out.BEmpty = none(na, nil), none(nb, nil)
	out.AInB, out.BInA = none(allOf(na, negated(nb)), nil), none(allOf(nb, negated(na)), nil)
	out.Disjoint = none(allOf(na, nb), func(chosen []int) {
		out.Example, out.Doubtful = s.example(chosen), s.onStays(chosen)
	})
	return out, nil
}

// compileList compiles conditions together, each a child of the root, so that they share their terms.
func compileList(schema *Schema, list []Condition, name string) (*Test, error) {
	if schema == nil {
		return nil, refuse.Param("schema", "nil", "a schema of NewSchema")
	}
	x := compiler{schema: schema, fields: &schema.guests, nodes: new(int), root: name}
	c := AnyOf(list...)
	return x.compile(&c, "", 0)
}

// Example returns a made-up guest who satisfies the condition, and false if none is found. If the search went to its end,
// as it does unless the condition has dozens of values, there can then be none.
//
// Cost: bounded; microseconds for a condition of a few leaves.
func (t *Test) Example() (example Example, found, complete bool) {
	s := newSpace(t)
	complete = s.find(t.root, func(chosen []int) bool {
		example, found = s.example(chosen), true
		return false
	})
	return example, found, complete
}

// Overlap is how two conditions share the guests of a table. The counts are exact.
type Overlap struct {
	A     int    `json:"a"` // guests who satisfy the first
	B     int    `json:"b"` // the second
	Both  int    `json:"both"`
	Guest string `json:"guest,omitempty"` // the first who satisfies both
}

// OverlapOf returns how two sets of guests of the table overlap.
//
// Errors: a [*hotelcrm.ParamError] for sets of another number of guests.
func (t *Table) OverlapOf(a, b *Rows) (Overlap, error) {
	for _, r := range []*Rows{a, b} {
		if r.Len() != t.Len() {
			return Overlap{}, refuse.Param("rows", "a set of other guests", "sets of guests of the table")
		}
	}
	both := a.Clone()
	both.And(b)
	out := Overlap{A: a.Count(), B: b.Count(), Both: both.Count()}
	if i, some := both.First(); some {
		out.Guest = t.guests[i]
	}
	return out, nil
}
