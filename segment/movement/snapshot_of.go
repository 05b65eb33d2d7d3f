package movement

import (
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/segment"
)

// SnapshotOf returns the classes that a plan of the mode [segment.Exclusive] assigned: the day is that of the table, and
// Else the last class. It shares the guests with the table. Reasons are left out; [segment.Assignment.Because] writes
// them.
//
// Errors: a [*hotelcrm.ParamError] for the mode [segment.Every], where a guest may have several classes.
func SnapshotOf(a *segment.Assignment) (Snapshot, error) {
	plan := a.Plan()
	if plan.Mode != segment.Exclusive {
		return Snapshot{}, refuse.Param("Plan.Mode", plan.Mode.String(), segment.Exclusive.String())
	}
	out := Snapshot{
		Plan: plan.ID, Revision: plan.Revision, AsOf: a.Table().AsOf(),
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
