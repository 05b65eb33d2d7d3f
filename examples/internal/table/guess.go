package table

import "strings"

// Guess returns the name of the separator that a first row of one cell seems to have been written with, as
// [ParseSeparator] reads it; empty for a row of several cells, and for one that looks like none.
func Guess(first []string) string {
	if len(first) != 1 {
		return ""
	}
	for _, one := range []struct{ in, name string }{{";", ";"}, {"\t", "tab"}, {",", ","}} {
		if strings.Contains(first[0], one.in) {
			return one.name
		}
	}
	if len(strings.Fields(first[0])) > 2 {
		return "blanks"
	}
	return ""
}
