package segment

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm"
)

// SnapshotOf returns the classes that an [Exclusive] plan assigned: the revision of the plan is the version, the day that
// of the table, and Else the last class. It shares the guests with the table. Reasons are left out; [Assignment.Because]
// writes them.
//
// Errors: a [*hotelcrm.ParamError] for the mode [Every], where a guest may have several classes.
func SnapshotOf(a *Assignment) (Snapshot, error) {
	plan := a.Plan()
	if plan.Mode != Exclusive {
		return Snapshot{}, &hotelcrm.ParamError{Param: "Plan.Mode", Value: plan.Mode.String(), Allowed: Exclusive.String()}
	}
	out := Snapshot{
		Plan: plan.ID, Version: strconv.Itoa(plan.Revision), AsOf: a.Table().AsOf(),
		Guests: a.Table().Guests(), Codes: make([]uint16, len(a.Codes())),
	}
	for _, class := range a.Classes() {
		out.Classes = append(out.Classes, class.ID)
	}
	for i, code := range a.Codes() {
		out.Codes[i] = uint16(code) + 1
	}
	return out, nil
}
