package loyalty_test

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

const halfYears = oneVersion + `"valid":{"kind":"months","months":6},"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}}]}]`

func TestGrantsWithOneEndComeInAnyOrder(t *testing.T) {
	e := compiled(t, halfYears+"}")
	card := loyalty.Grant{Tier: "a", From: day("2024-03-01"), To: day("2025-01-01"), Source: loyalty.FromCard}
	gift := loyalty.Grant{Tier: "a", From: day("2024-06-01"), To: day("2025-01-01"), Source: loyalty.FromGift}
	sold := loyalty.Grant{Tier: "a", From: day("2024-06-01"), To: day("2025-01-01"), Source: loyalty.FromPurchase}
	one := loyalty.Member{Grants: []loyalty.Grant{card, gift, sold}}
	other := loyalty.Member{Grants: []loyalty.Grant{sold, gift, card}}
	for _, m := range []loyalty.Member{one, other} {
		if s := statusOf(t, e, m, "2024-07-07"); s.From != card.From || s.Source != card.Source {
			t.Errorf("held since the card came: got %+v", s)
		}
	}
	at := loyalty.AsOf{On: day("2025-02-02")}
	want, _ := e.Timeline(&one, at)
	got, err := e.Timeline(&other, at)
	if diff := gocmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-one order +the other):\n%s", err, diff)
	}
}

func TestAGrantToTheDayOfTheEarnedEnd(t *testing.T) {
	e := compiled(t, halfYears+"}")
	m := loyalty.Member{
		Activities: []loyalty.Activity{nights("2024-05-05", 5)},
		Grants:     []loyalty.Grant{{Tier: "a", From: day("2024-06-01"), To: day("2024-11-05"), Source: loyalty.FromGift}},
	}
	if s := statusOf(t, e, m, "2024-07-07"); s.Until != day("2024-11-05") || s.From != day("2024-05-05") || s.Source != loyalty.FromActivity {
		t.Errorf("a gift that adds no day hides what was earned: got %+v", s)
	}
}

func TestAFloorDoesNotCountADayAfterTheGrant(t *testing.T) {
	e := compiled(t, halfYears+`,"floors":[{"heldOn":"2024-06-01","to":"2025-06-01"}]}`)
	for to, want := range map[string]string{"2024-06-01": "base", "2024-06-02": "a"} {
		m := loyalty.Member{Grants: []loyalty.Grant{{Tier: "a", From: day("2024-03-01"), To: day(to), Source: loyalty.FromGift}}}
		if s := statusOf(t, e, m, "2024-07-07"); s.Tier != want {
			t.Errorf("grant to %s: got %+v, want %s", to, s, want)
		}
	}
}

func TestAFloorOnTheFirstDay(t *testing.T) {
	e := compiled(t, halfYears+`,"floors":[{"heldOn":"2024-06-01","to":"2025-06-01"}]}`)
	m := loyalty.Member{Grants: []loyalty.Grant{{Tier: "a", From: day("2024-06-01"), To: day("2024-06-02"), Source: loyalty.FromGift}}}
	if s := statusOf(t, e, m, "2024-07-07"); s.Tier != "a" || s.Source != loyalty.FromFloor {
		t.Errorf("held on the day: got %+v", s)
	}
}

func TestAGrantFromTheDayOfANewVersionIsInItsTiers(t *testing.T) {
	tiers := `"tiers":[{"id":"base"},{"id":"a"},{"id":"b"}]`
	e := compiled(t, oneVersion+`"to":"2025-01-01",`+tiers+`},{"id":"2","from":"2025-01-01",`+tiers+`,"moves":[{"from":"a","to":"b"}]}]}`)
	for from, want := range map[string]string{"2024-12-31": "b", "2025-01-01": "a"} {
		m := loyalty.Member{Enrolled: day("2024-05-05"), Grants: []loyalty.Grant{{Tier: "a", From: day(from), To: day("2026-01-01"), Source: loyalty.FromGift}}}
		if s := statusOf(t, e, m, "2025-02-02"); s.Tier != want {
			t.Errorf("from %s: got %+v, want %s", from, s, want)
		}
	}
}

func TestAGrantOfTheTierThatIsAboutToBegin(t *testing.T) {
	e := compiled(t, oneVersion+`"effectiveAfterDays":3,"tiers":[{"id":"base"},{"id":"a","promote":{"metric":"nights","atLeast":5}}]}]}`)
	m := loyalty.Member{
		Activities: []loyalty.Activity{nights("2024-05-05", 5)},
		Grants:     []loyalty.Grant{{Tier: "a", From: day("2024-05-06"), Source: loyalty.FromOperator}},
	}
	if s := statusOf(t, e, m, "2024-05-09"); s.Tier != "a" || s.From != day("2024-05-06") || s.Source != loyalty.FromOperator {
		t.Errorf("the grant came first: got %+v", s)
	}
}

func TestATrialLooksAtTheCloseOfADay(t *testing.T) {
	e := compiled(t, oneVersion+`"tiers":[{"id":"base"},{"id":"a"}],"challenges":[{"id":"c","days":30,"steps":[{"when":{"metric":"nights","atLeast":5,"atMost":8},"tier":"a","to":"2025-01-01"}]}]}]}`)
	for _, test := range []struct {
		second string
		want   string
	}{{"2024-05-06", "base"}, {"2024-05-07", "a"}} {
		m := loyalty.Member{
			Activities: []loyalty.Activity{nights("2024-05-06", 5), nights(test.second, 5)},
			Grants:     []loyalty.Grant{{Challenge: "c", From: day("2024-05-05"), Source: loyalty.FromChallenge}},
		}
		if s := statusOf(t, e, m, "2024-06-06"); s.Tier != test.want {
			t.Errorf("5 nights more on %s: got %+v, want %s", test.second, s, test.want)
		}
	}
}
