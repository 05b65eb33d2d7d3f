package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReplayOfAllMembers(t *testing.T) {
	rows := "member,kind,date,to,room_revenue\n" +
		"a,stay,2026-01-10,2026-01-22,1200\nb,stay,2026-02-01,2026-02-03,100\nc,stay,2026-02-01,2026-02-27,2500\n"
	r := asJSON(t, "-programme", "wyndham-2020", "-activity", written(t, "a.csv", rows), "-member", "a", "-asof", "2026-03-01", "-replay", "marriott-2024")
	d := r.Replay.All
	if d == nil || d.Members != 3 || d.Before != "wyndham-2020" || d.After != "marriott-2024" {
		t.Fatalf("%+v", d)
	}
	if r.Status.Tier != "gold" || r.Replay.Status.Tier != "silver" || r.Replay.Before.Stays != 12000 || r.Replay.Earned.Stays != 12000 {
		t.Errorf("%s, %s, %+v, %+v", r.Status.Tier, r.Replay.Status.Tier, r.Replay.Before, r.Replay.Earned)
	}
	if d.EarnedBefore.Points != 12000+1000+25000 {
		t.Errorf("all earned %d", d.EarnedBefore.Points)
	}
}

// Grants of tiers that the other programme does not have are left out, and named.
func TestReplayDropsWhatIsUnknown(t *testing.T) {
	rows := "kind,date,to,tier,source,challenge\ngrant,2026-02-01,,,,match-2026\ngrant,2026-02-01,2026-06-01,gold,gift,\nstay,2026-02-10,2026-02-12,,,\n"
	r := asJSON(t, "-programme", "hilton", "-activity", written(t, "a.csv", rows), "-asof", "2026-03-01", "-replay", "hyatt-2024")
	if diff := cmp.Diff([]string{"gold", "match-2026"}, r.Replay.Dropped); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
	if r.Status.Tier != "gold" || r.Replay.Status.Tier != "member" {
		t.Errorf("%s, replayed %s", r.Status.Tier, r.Replay.Status.Tier)
	}
}

// What is booked is not lived yet, but shows what will become of the status.
func TestBookings(t *testing.T) {
	rows := "kind,date,to\nstay,2026-02-10,2026-02-13\nstay,2026-08-10,2026-08-13\n"
	r := asJSON(t, "-programme", "wyndham-2020", "-activity", written(t, "a.csv", rows), "-asof", "2026-03-01")
	if r.Status.Tier != "blue" || r.Projection == nil || r.Projection.Idle.Tier != "blue" || r.Projection.Booked.Tier != "gold" {
		t.Errorf("%s, %+v", r.Status.Tier, r.Projection)
	}
}
