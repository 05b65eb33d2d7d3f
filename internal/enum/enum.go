// Package enum gives the small integer types of the house one text form: a name per value, unset as the empty text.
package enum

import "strings"

// Names holds the text of each value at its index. Index 0 is the unset value and is written as the empty text.
type Names []string

// Text returns the name of v, and false for a value that has none.
func (n Names) Text(v uint8) (string, bool) {
	if int(v) >= len(n) {
		return "", false
	}
	return n[v], true
}

// String returns the name of v, or a visible stand-in for unset and unknown values.
func (n Names) String(v uint8) string {
	text, ok := n.Text(v)
	switch {
	case !ok:
		return "unknown"
	case text == "":
		return "unset"
	}
	return text
}

// Value returns the value that text names. The empty text is the unset value.
func (n Names) Value(text string) (uint8, bool) {
	for v, name := range n {
		if name == text {
			return uint8(v), true
		}
	}
	return 0, false
}

// Allowed returns the names of all set values as one list for an error text.
func (n Names) Allowed() string {
	return strings.Join(n[1:], ", ")
}

// Set is a set of values 1 to 63, one bit each.
type Set uint64

// With returns the set with v added.
func (s Set) With(v uint8) Set { return s | 1<<v }

// Has reports whether v is in the set.
func (s Set) Has(v uint8) bool { return s>>v&1 == 1 }

// SetText returns the names of the set's values in the order of Names, joined by commas.
func (n Names) SetText(s Set) string {
	var list []string
	for v := 1; v < len(n); v++ {
		if s.Has(uint8(v)) {
			list = append(list, n[v])
		}
	}
	return strings.Join(list, ",")
}

// Set returns the set that a comma-joined list names; the empty text is the empty set.
func (n Names) Set(text string) (Set, bool) {
	var s Set
	if text == "" {
		return s, true
	}
	for name := range strings.SplitSeq(text, ",") {
		v, ok := n.Value(name)
		if !ok || v == 0 {
			return 0, false
		}
		s = s.With(v)
	}
	return s, true
}
