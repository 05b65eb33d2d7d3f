// Package enum gives the small integer types of the house one text form: a name per value, unset as the empty text.
package enum

import (
	"strconv"
	"strings"
)

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

// Refuse makes the error for a value that has no name, or a text that names none.
type Refuse func(param, value, allowed string) error

// Parse returns the value that text names; the unset value has no name and is refused.
func Parse[T ~uint8](n Names, param, text string, refuse Refuse) (T, error) {
	v, ok := n.Value(text)
	if !ok || v == 0 {
		return 0, refuse(param, text, "one of "+n.Allowed())
	}
	return T(v), nil
}

// Marshal returns the name of v, empty for the unset value.
func Marshal[T ~uint8](n Names, param string, v T, refuse Refuse) ([]byte, error) {
	text, ok := n.Text(uint8(v))
	if !ok {
		return nil, refuse(param, strconv.Itoa(int(v)), "one of "+n.Allowed())
	}
	return []byte(text), nil
}

// Unmarshal reads a name; the empty text is the unset value. After an error the value is what it was.
func Unmarshal[T ~uint8](n Names, param string, text []byte, to *T, refuse Refuse) error {
	if len(text) == 0 {
		*to = 0
		return nil
	}
	v, err := Parse[T](n, param, string(text), refuse)
	if err == nil {
		*to = v
	}
	return err
}
