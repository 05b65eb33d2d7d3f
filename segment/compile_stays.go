package segment

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// maxWindowDays and maxWindowMonths are longer than any guest's history.
const (
	maxWindowDays   = 100_000
	maxWindowMonths = 3_000
)

func (x *compiler) staysTerm(c *Condition, path string, depth int) (int, error) {
	below := joinPath(path, "stays")
	if x.onStays {
		return 0, at(path, refuse.Param("stays", "given", "attributes of the stay inside a condition on stays"))
	}
	spec := c.Stays
	t, err := x.folded(c.Op, spec)
	if err != nil {
		return 0, at(below, err)
	}
	if err := spec.checkWindow(&x.schema.stays); err != nil {
		return 0, at(below, err)
	}
	if spec.Where != nil {
		inner := compiler{schema: x.schema, fields: &x.schema.stays, onStays: true, nodes: x.nodes}
		if t.stays.where, err = inner.compile(spec.Where, below+".where", depth+1); err != nil {
			return 0, err
		}
	}
	for k := range x.out.terms {
		if known := x.out.terms[k].stays; known != nil && known.spec.same(&t.stays.spec) {
			return k, nil
		}
	}
	x.out.terms = append(x.out.terms, t)
	return len(x.out.terms) - 1, nil
}

// folded returns the term of what is made of stays.
func (x *compiler) folded(op Op, spec *Stays) (term, error) {
	t := term{index: -1, kind: countKey, stays: &fold{spec: *spec, of: -1}}
	if op == SameStay {
		if spec.Take != 0 {
			return t, refuse.Param("take", spec.Take.String(), "nothing for the operator sameStay")
		}
		t.stays.spec.Take = CountStays
	}
	if take := t.stays.spec.Take; take < CountStays || take > MostOf {
		return t, refuse.Param("take", take.String(), "one of "+takeNames.Allowed())
	}
	if t.stays.spec.Take == CountStays {
		if spec.Of != "" {
			return t, refuse.Param("of", spec.Of, "nothing for a count")
		}
		return t, nil
	}
	i, ok := x.schema.stays.find(spec.Of)
	if !ok {
		return t, refuse.Param("of", shortText(spec.Of), "an attribute of stays in the schema")
	}
	t.attr, t.levels, t.stays.of = &x.schema.stays.list[i], x.schema.stays.levels[i], i
	t.kind, t.stays.money = keyKindOf(t.attr), t.attr.Kind == Money
	if spec.Take == SumOf {
		if t.attr.Kind != Numeric && t.attr.Kind != Money {
			return t, refuse.Param("of", spec.Of, "a numeric or money attribute, of which there is a sum")
		}
		if t.attr.Kind == Numeric {
			t.kind = numberKey
		}
	}
	if t.attr.Kind == Nominal {
		return t, refuse.Param("of", spec.Of, "an attribute with order")
	}
	return t, nil
}

// windows returns how many windows are given, and the field of the first.
func (s *Stays) windows() (n int, name string) {
	for _, window := range []struct {
		name  string
		given bool
	}{{"lastDays", s.LastDays != 0}, {"lastMonths", s.LastMonths != 0}, {"from", s.From != 0}, {"to", s.To != 0 && s.From == 0}} {
		if window.given && n == 0 {
			name = window.name
		}
		if window.given {
			n++
		}
	}
	return n, name
}

// checkWindow finds more than one window, and windows out of range.
func (s *Stays) checkWindow(fields *fields) error {
	windows, name := s.windows()
	switch {
	case windows > 1:
		return refuse.Param(name, "several windows", "at most one of lastDays, lastMonths, from and to")
	case s.LastDays < 0 || s.LastDays > maxWindowDays:
		return refuse.Param("lastDays", fmt.Sprint(s.LastDays), fmt.Sprintf("1 to %d", maxWindowDays))
	case s.LastMonths < 0 || s.LastMonths > maxWindowMonths:
		return refuse.Param("lastMonths", fmt.Sprint(s.LastMonths), fmt.Sprintf("1 to %d", maxWindowMonths))
	case s.From < 0 || s.From > hotelcrm.MaxDate:
		return refuse.Param("from", s.From.String(), "a date")
	case s.To < 0 || s.To > hotelcrm.MaxDate:
		return refuse.Param("to", s.To.String(), "a date")
	case s.To != 0 && s.To < s.From:
		return refuse.Param("to", s.To.String(), "not before from, "+s.From.String())
	}
	if i, ok := fields.find(arrivalID); windows > 0 && (!ok || fields.list[i].Kind != Day) {
		return refuse.Param(name, "given", "a date attribute of stays named arrival in the schema")
	}
	return nil
}

// window returns the arrivals that count, as of a date.
func (s *Stays) window(asOf hotelcrm.Date) hotelcrm.Window {
	switch {
	case s.LastDays > 0:
		return hotelcrm.Window{From: max(asOf.AddDays(1-s.LastDays), hotelcrm.MinDate), To: asOf}
	case s.LastMonths > 0:
		return hotelcrm.Window{From: max(asOf.AddMonths(-s.LastMonths)+1, hotelcrm.MinDate), To: asOf}
	}
	return hotelcrm.Window{From: s.From, To: s.To}
}

// same reports whether two folds are the same value.
func (s *Stays) same(other *Stays) bool {
	a, b := *s, *other
	a.Where, b.Where = nil, nil
	if a != b || (s.Where == nil) != (other.Where == nil) {
		return false
	}
	return s.Where == nil || s.Where.Equal(*other.Where)
}
