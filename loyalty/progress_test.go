package loyalty_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"

	gocmp "github.com/google/go-cmp/cmp"
)

// written returns ways as lines such as "nights 12 of 50, missing 38".
func written(ways [][]loyalty.Need) []string {
	var out []string
	for _, way := range ways {
		var parts []string
		for _, n := range way {
			text := fmt.Sprint(n.Metric, " ", n.Have)
			if n.AtLeast != nil {
				text += fmt.Sprint(" of ", n.AtLeast, ", missing ", n.Missing)
			}
			if n.AtMost != nil {
				text += fmt.Sprint(", at most ", n.AtMost)
			}
			if n.Blocked {
				text += ", blocked"
			}
			parts = append(parts, text)
		}
		out = append(out, strings.Join(parts, " and "))
	}
	return out
}

func TestProgress(t *testing.T) {
	stay := func(n, stays int, spend string) []loyalty.Activity {
		return []loyalty.Activity{{Date: day("2026-05-05"), Kind: loyalty.KindStay, Nights: int32(n), Stays: int32(stays), Spend: dec(spend)}}
	}
	noShows := []loyalty.Activity{nights("2021-06-01", 35), {Date: day("2021-07-01"), Kind: loyalty.KindNoShow, NoShows: 4}}
	tests := []struct {
		name, programme, on string
		member              loyalty.Member
		next                string
		ways, keep          []string
	}{
		{
			"AND over OR", "hilton", "2026-06-30",
			loyalty.Member{Activities: stay(60, 20, "15000.50")},
			"reserve",
			[]string{"nights 60 of 80, missing 20 and spend 15000.5 of 18000, missing 2999.5", "stays 20 of 40, missing 20 and spend 15000.5 of 18000, missing 2999.5"},
			[]string{"nights 60 of 50, missing 0", "stays 20 of 25, missing 5", "spend 15000.5 of 11500, missing 0"},
		},
		{"a new member", "wyndham-2020", "2024-06-30", loyalty.Member{Enrolled: day("2024-05-05")}, "gold", []string{"nights 0 of 5, missing 5"}, nil},
		{"the top", "ihg-2016", "2017-01-01", loyalty.Member{Activities: []loyalty.Activity{nights("2016-05-05", 80)}}, "", nil, []string{"nights 5 of 75, missing 70"}},
		{
			"too many no-shows", "h-world-2021", "2021-12-31",
			loyalty.Member{Activities: noShows, Grants: []loyalty.Grant{{Tier: "gold", From: day("2021-01-01"), Source: loyalty.FromPurchase}}},
			"platinum",
			[]string{"nights 35 of 40, missing 5 and noShows 4, at most 3, blocked"},
			nil,
		},
		{"not a member", "wyndham-2020", "2024-04-30", loyalty.Member{Enrolled: day("2024-05-05")}, "", nil, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := engineOf(t, test.programme).Progress(&test.member, loyalty.AsOf{On: day(test.on)})
			if err != nil || got.Next != test.next {
				t.Fatalf("next %q, %v", got.Next, err)
			}
			if diff := gocmp.Diff(test.ways, written(got.Ways)); diff != "" {
				t.Errorf("ways (-want +got):\n%s", diff)
			}
			if diff := gocmp.Diff(test.keep, written(got.Keep)); diff != "" {
				t.Errorf("keep (-want +got):\n%s", diff)
			}
		})
	}
}

func TestProjection(t *testing.T) {
	e := engineOf(t, "marriott-2024")
	m := loyalty.Member{Enrolled: day("2024-01-01"), Activities: []loyalty.Activity{nights("2024-05-05", 25), nights("2025-03-03", 13)}}
	booked := []loyalty.Activity{nights("2025-08-08", 20), nights("2025-11-11", 17), nights("2025-01-01", 99)}
	got, err := e.Project(&m, loyalty.AsOf{On: day("2025-03-31"), Known: day("2025-03-31")}, day("2026-12-31"), booked)
	if err != nil {
		t.Fatal(err)
	}
	// 13 nights in 90 of 365 days are 52 in the year; 13 alone keep Silver; with the bookings there are 50.
	if got.Idle.Tier != "silver" || got.Paced != "platinum" || got.Booked.Tier != "platinum" {
		t.Errorf("got %+v", got)
	}
	if _, err := e.Project(&m, loyalty.AsOf{On: day("2025-03-31")}, day("2025-03-30"), nil); err == nil {
		t.Error("a projection into the past is accepted")
	}
	if len(m.Activities) != 2 {
		t.Error("the member was changed")
	}
}

func TestNotices(t *testing.T) {
	marriott, hyatt := engineOf(t, "marriott-2024"), engineOf(t, "hyatt-2024")
	gold := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 25), nights("2025-03-03", 23)}}
	award := loyalty.Member{Activities: []loyalty.Activity{nights("2024-11-30", 20)}}
	tests := []struct {
		name   string
		engine *loyalty.Engine
		member loyalty.Member
		on     string
		look   loyalty.Notices
		want   []string
	}{
		{"long before the end", marriott, gold, "2025-11-30", loyalty.Notices{}, nil},
		{"near the end, with a lower tier behind it", marriott, gold, "2025-12-31", loyalty.Notices{Days: 60}, []string{"status-ends gold > silver 2026-03-01 [nights 23 of 25, missing 2]"}},
		{"days decide", marriott, gold, "2025-12-31", loyalty.Notices{Days: 59}, nil},
		{"near the next tier", marriott, loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 23)}}, "2024-06-06", loyalty.Notices{}, []string{"near-next gold >   [nights 23 of 25, missing 2]"}},
		{"not so near", marriott, loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 22)}}, "2024-06-06", loyalty.Notices{}, nil},
		{"unless asked for more", marriott, loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 22)}}, "2024-06-06", loyalty.Notices{Near: dec("0.12")}, []string{"near-next gold >   [nights 22 of 25, missing 3]"}},
		{"a choice to make", hyatt, award, "2025-01-31", loyalty.Notices{}, []string{"choice-ends  >  2025-02-28 [] award"}},
		{"too late to choose", hyatt, award, "2025-02-28", loyalty.Notices{}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			list, err := test.engine.Notices(&test.member, loyalty.AsOf{On: day(test.on)}, test.look)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, n := range list {
				got = append(got, strings.TrimSpace(fmt.Sprint(n.Kind, " ", n.Tier, " > ", n.To, " ", n.Date, " ", written(n.Ways), " ", n.Milestone)))
			}
			if diff := gocmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for _, look := range []loyalty.Notices{{Days: -1}, {Near: dec("1.1")}, {Near: dec("-1")}} {
		if _, err := marriott.Notices(&gold, loyalty.AsOf{On: day("2025-12-31")}, look); err == nil {
			t.Errorf("%+v is accepted", look)
		}
	}
}
