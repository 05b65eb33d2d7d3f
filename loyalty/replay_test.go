package loyalty_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"

	gocmp "github.com/google/go-cmp/cmp"
)

// What would the rules of 2026 have made of 2025?
func TestReplayBeforeLaunch(t *testing.T) {
	old := engineOf(t, "hilton")
	p := old.Programme()
	p.Versions = p.Versions[len(p.Versions)-1:]
	p.Versions[0].From, p.ID = day("2025-01-01"), "hilton-early"
	early, err := loyalty.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	members := []loyalty.Member{
		{ID: "a", Activities: []loyalty.Activity{nights("2025-05-05", 55)}},
		{ID: "b", Activities: []loyalty.Activity{nights("2025-05-05", 51)}},
		{ID: "c", Activities: []loyalty.Activity{{Date: day("2025-05-05"), Kind: loyalty.KindStay, Points: 75_000}}},
		{ID: "d", Activities: []loyalty.Activity{nights("2025-05-05", 3)}},
		{ID: "e", Activities: []loyalty.Activity{nights("2025-05-05", 53)}},
		{ID: "f", Activities: []loyalty.Activity{nights("2025-05-05", 54)}},
	}
	replay := loyalty.Replay{
		At: loyalty.AsOf{On: day("2025-12-31")}, Examples: 2, Workers: 3,
		Earned: func(e *loyalty.Engine, m *loyalty.Member) (loyalty.Earned, error) {
			points := int64(10)
			if e == early {
				points = 7
			}
			return loyalty.Earned{Points: points, Cost: decimal.New(points, -2)}, nil
		},
	}
	got, err := loyalty.Compare(old, early, members, replay)
	if err != nil {
		t.Fatal(err)
	}
	var moves []string
	for _, m := range got.Moves {
		text := fmt.Sprint(m.From, " > ", m.To, " ", m.Direction, " ", m.Members, ":")
		for _, x := range m.Examples {
			text += fmt.Sprint(" ", x.Member, " (", x.Before.Version, ", ", x.After.Version, ")")
		}
		moves = append(moves, text)
	}
	want := []string{"gold > member down 1: c (2023, 2026)", "gold > diamond up 4: a (2023, 2026) b (2023, 2026)"}
	if diff := gocmp.Diff(want, moves); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got.Same != 1 || got.Up != 4 || got.Down != 1 || got.Members != 6 {
		t.Errorf("got %+v", got)
	}
	if got.MilestonesBefore != 80_000 || got.MilestonesAfter != 0 {
		t.Errorf("milestones: %d, %d", got.MilestonesBefore, got.MilestonesAfter)
	}
	if got.EarnedBefore.Points != 60 || got.EarnedAfter.Points != 42 || !got.EarnedAfter.Cost.Equal(dec("0.42")) {
		t.Errorf("earned: %+v, %+v", got.EarnedBefore, got.EarnedAfter)
	}
}

func TestReplayAcrossLadders(t *testing.T) {
	marriott, wyndham := engineOf(t, "marriott-2024"), engineOf(t, "wyndham-2020")
	members := []loyalty.Member{{ID: "a", Activities: []loyalty.Activity{nights("2025-05-05", 10)}}, {ID: "b", Activities: []loyalty.Activity{nights("2025-05-05", 24)}}, {ID: "c", Enrolled: day("2025-01-01")}}
	got, err := loyalty.Compare(marriott, wyndham, members, loyalty.Replay{At: loyalty.AsOf{On: day("2025-12-31")}})
	if err != nil || got.Up != 2 || got.Sideways != 1 {
		t.Errorf("silver is compared on the first ladder, member and blue are on none together: %+v, %v", got, err)
	}
	if _, err := loyalty.Compare(marriott, engineOf(t, "btg-homeinns"), members, loyalty.Replay{At: loyalty.AsOf{On: day("2025-12-31")}}); err == nil {
		t.Error("two currencies are compared")
	}
	members[1].Activities[0].Kind = 0
	if got, err := loyalty.Compare(marriott, marriott, members, loyalty.Replay{At: loyalty.AsOf{On: day("2025-12-31")}}); err == nil || !strings.Contains(err.Error(), "kind") || got.Same != 2 {
		t.Errorf("got %+v, %v", got, err)
	}
}
