package movement_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/movement"
)

// tenUnder returns ten guests on the same day under a revision of the plan.
func tenUnder(revision int, codes ...uint16) movement.Snapshot {
	guests := []string{"g0", "g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g9"}
	reasons := make([]string, len(guests))
	for i := range reasons {
		reasons[i] = fmt.Sprint(revision, " says so")
	}
	return classed(revision, 0, guests, codes, reasons...)
}

func codesOf(warnings []hotelcrm.Warning) []hotelcrm.WarningCode {
	var out []hotelcrm.WarningCode
	for _, w := range warnings {
		out = append(out, w.Code)
	}
	return out
}

func TestANewPlanThatChangesLittleMayReplace(t *testing.T) {
	old := tenUnder(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 0)
	next := tenUnder(2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 0)
	got, err := movement.Gate{}.Compare(old, next, movement.Evidence{Duel: &movement.Duel{Both: 700, OldOnly: 50, NewOnly: 90, Neither: 160}})
	if err != nil || !got.MayReplace || len(got.Objections) != 0 {
		t.Fatalf("got %+v, %v", got, err)
	}
	if got.Agreement.Count != 8 || got.Agreement.Of != 9 || got.OldRevision != 1 || got.NewRevision != 2 || got.Gate.MinAgreement != 0.8 {
		t.Errorf("got %+v", got)
	}
	moves := []movement.Move{{Guest: "g4", From: "silver", To: "gold", FromReason: "1 says so", Reason: "2 says so"}}
	if diff := cmp.Diff(moves, got.Moves); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	classes := []movement.ClassChange{{Class: "gold", Old: 4, New: 5, Both: 4}, {Class: "silver", Old: 5, New: 4, Both: 4}}
	if diff := cmp.Diff(classes, got.Classes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// Who was in no class and is in one now counts, too: 8 of 10 keep their class.
	got10, err := movement.Gate{}.Compare(old, tenUnder(2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2), movement.Evidence{})
	if err != nil || got10.Agreement.Count != 8 || got10.Agreement.Of != 10 {
		t.Errorf("a guest enters: got %+v, %v", got10, err)
	}
	near(t, "z", 40/math.Sqrt(140), got.Duel.Z, 1e-10)
	near(t, "p", 0.000723, got.Duel.P, close6)
	near(t, "gain", 0.04, got.Duel.Gain, 1e-15)
}

func TestEachObjectionIsRaised(t *testing.T) {
	old := tenUnder(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2)
	shifted, err := movement.Stability([]int64{50, 50}, []int64{20, 80}, 0)
	if err != nil {
		t.Fatal(err)
	}
	sizes, err := movement.Stability([]int64{5, 5}, []int64{8, 2}, 0)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name     string
		gate     movement.Gate
		next     movement.Snapshot
		evidence movement.Evidence
		want     []hotelcrm.WarningCode
	}{
		{"nothing changes", movement.Gate{}, tenUnder(2, old.Codes...), movement.Evidence{}, nil},
		{"exactly 0.8 keep their class", movement.Gate{}, tenUnder(2, 2, 1, 1, 1, 1, 1, 2, 2, 2, 2), movement.Evidence{}, nil},
		{"fewer keep their class", movement.Gate{}, tenUnder(2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2), movement.Evidence{}, []hotelcrm.WarningCode{movement.WarnAgreement}},
		{"sizes shift", movement.Gate{MinAgreement: 0.5}, tenUnder(2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2), movement.Evidence{}, []hotelcrm.WarningCode{movement.WarnSizes}},
		{"a class empties", movement.Gate{MinAgreement: 0.1, MaxShift: 99}, tenUnder(2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), movement.Evidence{}, []hotelcrm.WarningCode{movement.WarnSmallClass}},
		{"the guests have changed", movement.Gate{}, tenUnder(2, old.Codes...), movement.Evidence{Attributes: []movement.AttributeShift{{"age", shifted}}}, []hotelcrm.WarningCode{movement.WarnAttribute}},
		{"exactly what the gate allows", movement.Gate{MaxShift: shifted.Index}, tenUnder(2, old.Codes...), movement.Evidence{Attributes: []movement.AttributeShift{{"age", shifted}}}, nil},
		{"sizes shift by what the gate allows", movement.Gate{MinAgreement: 0.5, MaxShift: sizes.Index}, tenUnder(2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2), movement.Evidence{}, nil},
		{"no gain", movement.Gate{}, tenUnder(2, old.Codes...), movement.Evidence{Duel: &movement.Duel{Both: 10}}, []hotelcrm.WarningCode{movement.WarnNoGain}},
		{"a loss beyond noise", movement.Gate{}, tenUnder(2, old.Codes...), movement.Evidence{Duel: &movement.Duel{OldOnly: 100}}, []hotelcrm.WarningCode{movement.WarnNoGain}},
		{"a gain within noise", movement.Gate{}, tenUnder(2, old.Codes...), movement.Evidence{Duel: &movement.Duel{OldOnly: 10, NewOnly: 18}}, []hotelcrm.WarningCode{movement.WarnNoGain}},
		{"a gain beyond noise", movement.Gate{}, tenUnder(2, old.Codes...), movement.Evidence{Duel: &movement.Duel{OldOnly: 10, NewOnly: 20, Both: 1}}, []hotelcrm.WarningCode{movement.WarnNoGain}},
	}
	tests[len(tests)-1].evidence.Duel.NewOnly, tests[len(tests)-1].want = 24, nil
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.gate.Compare(old, tt.next, tt.evidence)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(codesOf(got.Objections), tt.want) || got.MayReplace != (tt.want == nil) {
				t.Errorf("want %v, got %v, %v", tt.want, got.Objections, got.MayReplace)
			}
		})
	}
}

func TestAClassOfOneGuest(t *testing.T) {
	old, next := tenUnder(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2), tenUnder(2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2)
	got, err := movement.Gate{MinGuests: 2}.Compare(old, next, movement.Evidence{})
	if want := "class " + next.Classes[1] + " has 1 guest, the gate asks for 2"; err != nil || len(got.Objections) != 1 || got.Objections[0].Text != want {
		t.Errorf("got %v, %v, want %q", got.Objections, err, want)
	}
}

func TestGateRefusesWhatCannotBeCompared(t *testing.T) {
	old, next := tenUnder(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2), tenUnder(2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2)
	for param, gate := range map[string]movement.Gate{
		"Gate.MinAgreement": {MinAgreement: math.NaN()},
		"Gate.MaxShift":     {MaxShift: -1},
		"Gate.MinGuests":    {MinGuests: -1},
		"Gate.Empty":        {Empty: 9},
		"level":             {Level: 1},
	} {
		_, err := gate.Compare(old, next, movement.Evidence{})
		refusetest.Param(t, err, param)
	}
	refusetest.Param(t, movement.Gate{MinAgreement: 1.5}.Validate(), "Gate.MinAgreement")
	later := next
	later.AsOf++
	_, err := movement.Gate{}.Compare(old, later, movement.Evidence{})
	refusetest.Param(t, err, "new")
	_, err = movement.Gate{}.Compare(old, next, movement.Evidence{Duel: &movement.Duel{}})
	refusetest.Param(t, err, "Duel")
	nobody := tenUnder(1, make([]uint16, 10)...)
	_, err = movement.Gate{}.Compare(nobody, nobody, movement.Evidence{})
	refusetest.Param(t, err, "of")
	_, err = movement.Gate{Empty: movement.RefuseEmpty}.Compare(old, tenUnder(2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), movement.Evidence{})
	refusetest.Param(t, err, "bin 1")
}

func TestDuelOf(t *testing.T) {
	got, err := movement.DuelOf([]uint16{1, 1, 1, 2, 2, 0}, []uint16{1, 1, 2, 1, 1, 1}, []uint16{1, 2, 1, 2, 1, 1})
	if want := (movement.Duel{Both: 1, OldOnly: 1, NewOnly: 2, Neither: 1}); err != nil || got != want {
		t.Errorf("want %+v, got %+v, %v", want, got, err)
	}
	if even, err := (movement.Duel{Both: 10}).Result(); err != nil || even.Z != 0 || even.P != 1 || even.Old != 1 || even.Of != 10 {
		t.Errorf("no guest on whom they differ: got %+v, %v", even, err)
	}
	if one, err := (movement.Duel{NewOnly: 1}).Result(); err != nil || one.Z != 1 || one.New != 1 {
		t.Errorf("one guest: got %+v, %v", one, err)
	}
	_, err = movement.DuelOf([]uint16{1}, nil, []uint16{1})
	refusetest.Param(t, err, "truth, old, new")
}
