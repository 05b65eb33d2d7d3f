package tiers_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon/reckontest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// Whoever brings on the last day what is missing then keeps the tier, and one night less loses it.
func TestWhatKeepsATier(t *testing.T) {
	a := reckontest.Hotel(t)
	m := a.Tiers
	from, asked := m.Activities(a.Data.Visits, a.Places), 0
	for _, end := range m.Ends {
		one := from.Of(int(end.Guest))
		ways, err := m.Keep(one, end.On)
		if err != nil {
			t.Fatal(err)
		}
		for _, way := range ways {
			line := loyalty.Activity{Date: end.On.AddDays(-1), Kind: loyalty.KindStay}
			for _, need := range way {
				switch need.Metric {
				case loyalty.Nights:
					line.Nights = int32(need.Missing.IntPart())
				case loyalty.Stays:
					line.Stays = int32(need.Missing.IntPart())
				case loyalty.Spend:
					line.Spend = need.Missing
				}
			}
			asked++
			if got := rankOn(t, m, one, line, end); got < m.Rank[end.Guest] {
				t.Errorf("%s, %v: rank %d", a.Summaries.Guests()[end.Guest], way, got)
			}
			if line.Nights > 0 && !line.Spend.IsPositive() {
				line.Nights--
				if got := rankOn(t, m, one, line, end); got >= m.Rank[end.Guest] {
					t.Errorf("%s, %v, a night less: rank %d", a.Summaries.Guests()[end.Guest], way, got)
				}
			}
		}
	}
	if asked < len(m.Ends) {
		t.Errorf("%d ways for %d members", asked, len(m.Ends))
	}
}

// rankOn returns the rank of a member with one more line when the status would have ended.
func rankOn(t *testing.T, m *tiers.Members, one *loyalty.Member, line loyalty.Activity, end tiers.End) int16 {
	t.Helper()
	more := *one
	more.Activities = append(append([]loyalty.Activity{}, one.Activities...), line)
	status, err := m.Engine.Status(&more, loyalty.AsOf{On: end.On})
	if err != nil {
		t.Fatal(err)
	}
	return int16(status.Rank)
}

func TestOpenWays(t *testing.T) {
	need := func(metric loyalty.Metric, have, missing int64) loyalty.Need {
		return loyalty.Need{Metric: metric, Have: decimal.NewFromInt(have), Missing: decimal.NewFromInt(missing)}
	}
	blocked := need(loyalty.Nights, 5, 0)
	blocked.Blocked = true
	for _, test := range []struct {
		name string
		way  []loyalty.Need
		days int
		want bool
	}{
		{"any stay", []loyalty.Need{need(loyalty.Nights, 5, 0)}, 1, true},
		{"no day is left", []loyalty.Need{need(loyalty.Nights, 5, 0)}, 0, false},
		{"as many days as nights", []loyalty.Need{need(loyalty.Nights, 3, 3)}, 3, true},
		{"more nights than days", []loyalty.Need{need(loyalty.Nights, 3, 3)}, 2, false},
		{"more stays than days", []loyalty.Need{need(loyalty.Stays, 3, 3)}, 2, false},
		{"less than half", []loyalty.Need{need(loyalty.Nights, 2, 3)}, 90, false},
		{"money takes no days", []loyalty.Need{need(loyalty.Spend, 2000, 2000)}, 1, true},
		{"less than half of the money", []loyalty.Need{need(loyalty.Nights, 3, 3), need(loyalty.Spend, 1, 2)}, 90, false},
		{"blocked", []loyalty.Need{blocked}, 90, false},
	} {
		if got := tiers.Open([][]loyalty.Need{test.way}, test.days); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
	if tiers.Open(nil, 90) || tiers.Done(nil) || !tiers.Done([][]loyalty.Need{{need(loyalty.Nights, 5, 0)}}) || tiers.Done([][]loyalty.Need{{blocked}}) {
		t.Error("no way, or one that is gone")
	}
}
