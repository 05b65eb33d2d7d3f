package loyalty_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"

	gocmp "github.com/google/go-cmp/cmp"
)

// What would a floor and fewer points have done to last year?
func TestReplayOfStays(t *testing.T) {
	old := inn(t, `"earn":{"rates":[{"id":"base","points":10}],"cost":0.005}`)
	planned := inn(t, `"earn":{"rates":[{"id":"base","points":8}],"floor":500,"cost":0.006}`)
	var guests []loyalty.Guest
	for i, spend := range []string{"10", "50", "100", "110", "130"} {
		g := guest(at("a", "2026-03-01", "2026-03-02", spend))
		g.ID = fmt.Sprint("m", i)
		guests = append(guests, g)
	}
	replay := loyalty.Replay{At: loyalty.AsOf{On: day("2026-12-31")}, Examples: 2, Workers: 3}
	got, err := loyalty.CompareGuests(old, planned, guests, nil, replay)
	if err != nil {
		t.Fatal(err)
	}
	if got.Members != 5 || got.Same != 3 || got.Down != 2 || got.More != 1 || got.Fewer != 3 {
		t.Errorf("got %+v", got)
	}
	if got.EarnedBefore.Points != 4000 || !got.EarnedBefore.Cost.Equal(dec("20")) || got.EarnedAfter.Points != 3720 || !got.EarnedAfter.Cost.Equal(dec("22.32")) {
		t.Errorf("got %+v, %+v", got.EarnedBefore, got.EarnedAfter)
	}
	var largest []string
	for _, g := range got.Largest {
		largest = append(largest, fmt.Sprint(g.Member, " ", g.Before.Points, " ", g.After.Points))
	}
	if diff := gocmp.Diff([]string{"m0 100 500", "m4 1300 1040"}, largest); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if m := got.Moves[0]; m.From != "friend" || m.To != "guest" || len(m.Examples) != 2 || m.Examples[0].Member != "m2" {
		t.Errorf("got %+v", m)
	}
	for _, e := range []*loyalty.Engine{old, planned} {
		same, err := loyalty.CompareGuests(e, e, guests, nil, replay)
		if err != nil || same.Same != 5 || same.More+same.Fewer+len(same.Largest)+len(same.Moves) != 0 || same.EarnedBefore.Points != same.EarnedAfter.Points {
			t.Errorf("a programme differs from itself: %+v, %v", same, err)
		}
	}
}

func TestReplayOfStaysRefuses(t *testing.T) {
	e := inn(t, tenPerEuro)
	bad := guest(at("a", "2026-03-02", "2026-03-01", "1"))
	how := loyalty.Replay{At: loyalty.AsOf{On: day("2026-12-31")}}
	if _, err := loyalty.CompareGuests(e, e, []loyalty.Guest{bad}, nil, how); err == nil {
		t.Error("a folio that cannot be is accepted")
	}
	if _, err := loyalty.CompareGuests(e, engineOf(t, "hilton"), nil, nil, how); err == nil {
		t.Error("two currencies are compared")
	}
	waits := inn(t, `"earn":{"rates":[{"id":"base","points":10}],"after":{"workingDays":1}}`)
	if _, err := loyalty.CompareGuests(e, waits, []loyalty.Guest{guest(at("a", "2026-03-01", "2026-03-02", "1"))}, nil, how); err == nil {
		t.Error("no calendar")
	}
}
