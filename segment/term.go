package segment

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// term is one value that a condition asks for: an attribute, or what is made of the stays.
type term struct {
	attr  *Attribute // whose values it has; nil for a count of stays
	index int        // of the attribute, -1 for stays
	stays *fold      // nil for an attribute
	kind  keyKind

	levels map[string]int // the place of each level of the attribute
	extra  []string       // texts of conditions that an open nominal's schema does not know
	more   map[string]int // the place of each of them in extra
}

// fold is a compiled [Stays].
type fold struct {
	spec  Stays
	of    int   // the attribute of stays that is folded, -1 for a count
	where *Test // nil: every stay
	money bool  // it is an amount
}

func (t *term) domain() span {
	levels := 0
	if t.attr != nil {
		levels = len(t.attr.Levels)
	}
	d := t.kind.domain(levels)
	if t.stays != nil && t.stays.spec.Take == CountStays {
		d.hi = 1<<31 - 1
	}
	return d
}

// canMiss reports whether a guest may lack the value.
func (t *term) canMiss() bool {
	if t.stays == nil {
		return !t.attr.Required
	}
	return t.stays.spec.Take == LeastOf || t.stays.spec.Take == MostOf
}

// levelKey returns the key of the level of that id, and false if there is none.
func (t *term) levelKey(id string) (int64, bool) {
	if i, ok := t.levels[id]; ok {
		return int64(i + 1), true
	}
	if i, ok := t.more[id]; ok {
		return int64(len(t.levels) + i + 1), true
	}
	return 0, false
}

// addLevel gives a text that the schema does not know a key of its own.
func (t *term) addLevel(id string) int64 {
	if t.more == nil {
		t.more = map[string]int{}
	}
	t.more[id] = len(t.extra)
	t.extra = append(t.extra, id)
	return int64(len(t.levels) + len(t.extra))
}

// keyOfLevel returns the key of a level of a table: that of its id, or one that no condition names.
func (t *term) keyOfLevel(id string) int64 {
	if key, ok := t.levelKey(id); ok {
		return key
	}
	return openTop
}

// text writes the value of a key in the form of a condition.
func (t *term) text(key int64) string {
	switch t.kind {
	case numberKey:
		return numberText(keyFloat(key))
	case countKey:
		return numberText(float64(key))
	case dayKey:
		return hotelcrm.Date(key).String()
	case moneyKey:
		places := t.attr.decimals()
		return amountText(hotelcrm.FromMinor(key, places), places)
	}
	return t.levelText(int(key) - 1)
}

func (t *term) levelText(i int) string {
	if i < len(t.attr.Levels) {
		return t.attr.Levels[i].ID
	}
	if i -= len(t.attr.Levels); i < len(t.extra) {
		return t.extra[i]
	}
	other := "other"
	for slices.Contains(t.extra, other) || slices.ContainsFunc(t.attr.Levels, func(l Level) bool { return l.ID == other }) {
		other += "_"
	}
	return other
}
