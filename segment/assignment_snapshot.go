package segment

import (
	"slices"
	"strconv"
	"strings"
)

// Snapshot returns the classes of an [Exclusive] plan as [Log.Record], [TransitionOf], [Moves] and [Gate.Compare] take
// them: the revision of the plan is the version, the day that of the table, and Else the last class. It shares the guests
// with the table. Reasons are left out; [Assignment.Because] writes them.
//
// Errors: a [*hotelcrm.ParamError] for the mode [Every], where a guest may have several classes.
func (a *Assignment) Snapshot() (Snapshot, error) {
	plan := &a.classifier.plan
	if plan.Mode != Exclusive {
		return Snapshot{}, refuse("Plan.Mode", plan.Mode.String(), Exclusive.String())
	}
	out := Snapshot{
		Plan: plan.ID, Version: strconv.Itoa(plan.Revision), AsOf: a.table.asOf,
		Guests: a.table.guests, Codes: make([]uint16, len(a.codes)),
	}
	for _, class := range a.classes {
		out.Classes = append(out.Classes, class.ID)
	}
	for i, code := range a.codes {
		out.Codes[i] = uint16(code) + 1
	}
	return out, nil
}

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
