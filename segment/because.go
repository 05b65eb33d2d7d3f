package segment

import (
	"slices"
	"strings"
)

// Because returns the values of guest number i that the conditions of the guest's classes ask for, in one line: visits =
// 6, revenue = 24000.00. It is empty for Else, which no condition leads to.
//
// Cost: that of the line; [Assignment.Reasons] says more and costs more.
func (a *Assignment) Because(i int) string {
	var list []string
	for _, k := range a.Of(i) {
		if k == len(a.matchers) {
			continue
		}
		m := a.matchers[k]
		for t := range m.test.terms {
			if text := m.test.terms[t].setting(m.value(t, i)).String(); !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return strings.Join(list, ", ")
}
