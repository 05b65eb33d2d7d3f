package movement_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/movement"
)

// byVisits is a plan by visits and revenue, at a revision.
func byVisits(mode segment.Mode, revision int) segment.Plan {
	return segment.Plan{
		Version: segment.Version, ID: "regulars", Revision: revision, Mode: mode,
		Classes: []segment.Class{
			{ID: "regular", When: segment.AnyOf(segment.Is("visits", segment.GreaterEqual, "5"), segment.Is("spend", segment.Greater, "9000"))},
			{ID: "guest", When: segment.AllOf(segment.Is("visits", segment.GreaterEqual, "1"), segment.NotThat(segment.IsMissing("visits")))},
		},
		Else: &segment.Class{ID: "stranger"},
	}
}

func byVisitsTable(t *testing.T, visits, spend []string) *segment.Table {
	t.Helper()
	schema := must(segment.NewSchema([]segment.Attribute{
		{ID: "visits", Kind: segment.Numeric, Count: true},
		{ID: "spend", Kind: segment.Money, Currency: "CNY"},
	}, nil))
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 5, 31)}, []string{"Chen", "Ana", "Bo"}))
	b.Guests(nil).Texts("visits", visits)
	b.Guests(nil).Texts("spend", spend)
	return must(b.Build())
}

func TestAssignmentAsSnapshot(t *testing.T) {
	table := byVisitsTable(t, []string{"6", "", "2"}, []string{"100", "", "9000.005"})
	assigned := must(must(segment.NewClassifier(table.Schema(), byVisits(segment.Exclusive, 3))).Assign(table))
	snapshot := must(movement.SnapshotOf(assigned))
	if err := snapshot.Validate(); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(snapshot.Plan, " ", snapshot.Revision, " ", snapshot.AsOf, snapshot.Classes); got != "regulars 3 2026-05-31 [regular guest stranger]" {
		t.Error(got)
	}
	for i, want := range []struct{ guest, class, because string }{
		{"Ana", "stranger", ""},
		{"Bo", "regular", "visits = 2, spend = 9000.005"},
		{"Chen", "regular", "visits = 6, spend = 100.00"},
	} {
		class, _ := snapshot.Class(want.guest)
		if class != want.class || assigned.Because(i) != want.because || assigned.Reasons(i)[0].Class != class {
			t.Errorf("%s: %s because %q, want %s because %q", want.guest, class, assigned.Because(i), want.class, want.because)
		}
	}
}

func TestAssignmentToManyClassesIsNoSnapshot(t *testing.T) {
	table := byVisitsTable(t, []string{"6", "", "2"}, []string{"", "", "100"})
	assigned := must(must(segment.NewClassifier(table.Schema(), byVisits(segment.Every, 1))).Assign(table))
	_, err := movement.SnapshotOf(assigned)
	refusetest.Param(t, err, "Plan.Mode")
	if got := assigned.Because(2); got != "visits = 6, spend is missing" {
		t.Errorf("values of two classes: %q", got)
	}
	if got := assigned.Because(0); got != "" {
		t.Errorf("else: %q", got)
	}
}

// A plan, a log, the movement since the last revision and the gate speak of the same guests without a hand between.
func TestFromPlanToGate(t *testing.T) {
	table := byVisitsTable(t, []string{"6", "", "2"}, []string{"100", "", "100"})
	schema := table.Schema()
	old := must(movement.SnapshotOf(must(must(segment.NewClassifier(schema, byVisits(segment.Exclusive, 1))).Assign(table))))
	plan := byVisits(segment.Exclusive, 2)
	plan.Classes[0].When = segment.Is("visits", segment.GreaterEqual, "2")
	assigned := must(must(segment.NewClassifier(schema, plan)).Assign(table))
	snapshot := must(movement.SnapshotOf(assigned))
	for i := range snapshot.Guests {
		snapshot.Reasons = append(snapshot.Reasons, assigned.Because(i))
	}
	report, err := movement.Gate{}.Compare(old, snapshot, movement.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Moves) != 1 || report.Moves[0].Guest != "Bo" || report.Moves[0].Reason != "visits = 2" || report.MayReplace {
		t.Errorf("%+v", report)
	}
	if !strings.Contains(fmt.Sprint(report.Objections), "agreement-below-gate") {
		t.Errorf("objections %v", report.Objections)
	}
	log := must(movement.NewLog("regulars"))
	if _, err := log.Record(snapshot); err != nil {
		t.Error(err)
	}
}
