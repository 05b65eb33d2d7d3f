package segment

import (
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// leaf is one test of one value: the keys that it accepts.
type leaf struct {
	term    int
	cond    *Condition
	spans   []span
	missing bool // it accepts a missing value, and nothing else

	exact []decimal.Decimal // the literals of an amount, for amounts that are no whole minor units
}

// accept finds the keys that a comparison, range or membership accepts.
func (l *leaf) accept(t *term) error {
	c := l.cond
	switch c.Op {
	case Missing:
		l.missing = true
		return nil
	case In:
		return l.acceptAny(t, c.Values)
	case Between:
		return l.acceptRange(t)
	case Equal, NotEqual:
		err := l.acceptAny(t, []string{c.Value})
		if c.Op == NotEqual {
			l.spans = without(t.domain(), l.spans)
		}
		return err
	}
	at, err := l.literal(t, "value", c.Value)
	if err != nil {
		return err
	}
	d := t.domain()
	s, some := d, true
	switch c.Op {
	case Less, LessEqual:
		s.hi, some = at.atMost(d, c.Op == Less)
	default:
		s.lo, some = at.atLeast(d, c.Op == Greater)
	}
	if some {
		l.spans = union([]span{s})
	}
	return nil
}

func (l *leaf) acceptAny(t *term, values []string) error {
	name := "value"
	for i, text := range values {
		if l.cond.Op == In {
			name = "values[" + strconv.Itoa(i) + "]"
		}
		at, err := l.literal(t, name, text)
		if err != nil {
			return err
		}
		if at.side == 0 && at.exact {
			l.spans = append(l.spans, span{at.floor, at.floor})
		}
	}
	l.spans = union(l.spans)
	return nil
}

func (l *leaf) acceptRange(t *term) error {
	c := l.cond
	from, err := l.literal(t, "from", c.From)
	if err != nil {
		return err
	}
	to, err := l.literal(t, "to", c.To)
	if err != nil {
		return err
	}
	d := t.domain()
	lo, some := from.atLeast(d, c.Ends.lowOpen())
	hi, any := to.atMost(d, c.Ends.topOpen())
	if some && any {
		l.spans = union([]span{{lo, hi}})
	}
	return nil
}

// literal returns where a value of a condition lies among the keys of its term.
func (l *leaf) literal(t *term, name, text string) (cut, error) {
	switch t.kind {
	case levelKey, openKey:
		return levelCut(t, name, text)
	case dayKey:
		day, err := hotelcrm.ParseDate(text)
		if err != nil {
			return cut{}, refuse.Param(name, text, "a date such as 2026-01-31")
		}
		return cut{floor: int64(day), exact: true}, nil
	case numberKey:
		x, err := parseNumber(text)
		if err != nil {
			return cut{}, refuse.Param(name, shortText(text), "a decimal number that is a float64")
		}
		return cut{floor: floatKey(x), exact: true}, nil
	}
	d, err := parseDecimal(text)
	if err != nil {
		return cut{}, refuse.Param(name, shortText(text), "a decimal number")
	}
	if t.kind == moneyKey {
		l.exact = append(l.exact, d)
		return decimalCut(d, t.attr.decimals(), t.domain()), nil
	}
	return decimalCut(d, 0, t.domain()), nil
}

func levelCut(t *term, name, text string) (cut, error) {
	key, ok := t.levelKey(text)
	if !ok && (!t.attr.Open || text == "" || len(text) > maxText) {
		return cut{}, refuse.Param(name, shortText(text), "a level of "+t.attr.ID)
	}
	if !ok {
		key = t.addLevel(text)
	}
	return cut{floor: key, exact: true}, nil
}

// shortText keeps a long text out of an error.
func shortText(text string) string {
	if len(text) > 40 {
		return text[:40] + "..."
	}
	return text
}

// holds reports whether the leaf accepts a value.
func (l *leaf) holds(v value) bool {
	switch {
	case v.missing:
		return l.missing
	case v.beyond != nil:
		return l.holdsExact(*v.beyond)
	}
	return inSpans(l.spans, v.key)
}

// holdsExact decides for an amount that is no whole number of minor units.
func (l *leaf) holdsExact(d decimal.Decimal) bool {
	if l.missing {
		return false
	}
	first := d.Compare(l.exact[0])
	switch l.cond.Op {
	case Equal:
		return first == 0
	case NotEqual:
		return first != 0
	case Less:
		return first < 0
	case LessEqual:
		return first <= 0
	case Greater:
		return first > 0
	case GreaterEqual:
		return first >= 0
	case Between:
		second := d.Compare(l.exact[1])
		return (first > 0 || first == 0 && !l.cond.Ends.lowOpen()) && (second < 0 || second == 0 && !l.cond.Ends.topOpen())
	}
	return slices.ContainsFunc(l.exact, d.Equal)
}

// value is what a term is for one guest.
type value struct {
	key     int64
	missing bool
	beyond  *decimal.Decimal // the exact amount where the key is only its floor
	level   string           // the level where the schema does not know it
}
