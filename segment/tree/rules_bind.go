package tree

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/strict"
	"github.com/hotelcrm/hotelcrm/segment"
)

// Version is the version of the JSON forms of [Tree], [Rules] and [Cuts].
const Version = 1

// BoundRules is a list of rules on the guests of one table. It is immutable and safe for concurrent use.
type BoundRules struct {
	matchers []*segment.Matcher
	rows     int
}

// On returns the rules with the guests of a table.
//
// Errors: a [*hotelcrm.ParamError] for a condition that does not fit the schema of the table; [hotelcrm.ErrVersion]
// for a newer form.
func (r *Rules) On(table *segment.Table) (*BoundRules, error) {
	if err := strict.Version("Rules.Version", r.Version, Version); err != nil {
		return nil, err
	}
	out := &BoundRules{rows: table.Len()}
	for i := range r.List {
		m, err := table.Match(r.List[i].Condition)
		if err != nil {
			return nil, fmt.Errorf("rule %d: %w", i+1, err)
		}
		out.matchers = append(out.matchers, m)
	}
	return out, nil
}

// Rule returns the place of the first rule that holds for the guest in a row, -1 for none: the default.
//
// Cost: no allocation.
func (b *BoundRules) Rule(row int) int {
	return slices.IndexFunc(b.matchers, func(m *segment.Matcher) bool { return m.Holds(row) })
}

// Rules returns the place of the first rule that holds for each guest, -1 for none.
//
// Cost: a pass over the columns for each rule.
func (b *BoundRules) Rules() []int {
	out := slices.Repeat([]int{-1}, b.rows)
	for i := len(b.matchers) - 1; i >= 0; i-- {
		for row := range b.matchers[i].Rows().All() {
			out[row] = i
		}
	}
	return out
}

// ClassOf returns the class that a rule gives, the default for -1.
func (r *Rules) ClassOf(rule int) string {
	if rule < 0 || rule >= len(r.List) {
		return r.Default
	}
	return r.List[rule].Class
}

// String returns the rules as text, one a line, with guests, errors and confidence.
func (r *Rules) String() string {
	var b strings.Builder
	for i := range r.List {
		rule := &r.List[i]
		fmt.Fprintf(&b, "%d. %s: %s (%s/%s, confidence %.3f, lift %.2f)\n", i+1, rule.Condition, rule.Class,
			weightText(rule.Guests), weightText(rule.Errors), rule.Confidence, rule.Lift)
	}
	fmt.Fprintf(&b, "else %s\n", r.Default)
	return b.String()
}
