package loyalty_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

func TestMostPointsOfOneStay(t *testing.T) {
	const tiny = `{"id":"base","points":1000000,"per":0.000001}` // 10¹⁰ for a cent
	for _, test := range []struct {
		name, rate, spent string
		want              int64 // 0: refused
	}{
		{"the most", `{"id":"base","points":1000}`, "1000000000", 1_000_000_000_000},
		{"ten more", `{"id":"base","points":1000}`, "1000000000.01", 0},
		{"the most of whole hundreds", `{"id":"base","points":1000,"per":100,"whole":true}`, "1000000000", 10_000_000_000},
		{"one cent", tiny, "1", 1_000_000_000_000},
		{"two cents more", tiny, "1.02", 0},
		{"just over 64 bits", tiny, "20000000", 0},
		{"far over 64 bits", tiny, "9999999999", 0},
	} {
		g := guest(at("a", "2026-03-01", "2026-03-02", test.spent))
		out, err := inn(t, `"earn":{"rates":[`+test.rate+`]}`).Earn(&g, loyalty.Earning{})
		if test.want > 0 && (err != nil || out.Redeemable != test.want) {
			t.Errorf("%s: got %d, %v", test.name, out.Redeemable, err)
		}
		var row *hotelcrm.RowError
		if test.want == 0 && (!errors.As(err, &row) || row.Row != 1 || !strings.Contains(err.Error(), "10^12")) {
			t.Errorf("%s: got %d, %v", test.name, out.Redeemable, err)
		}
	}
}

func TestRateThatEndsAtOnce(t *testing.T) {
	e := inn(t, `"earn":{"rates":[{"id":"base","points":10,"upTo":0}]}`)
	if got := text(earned(t, e, guest(at("a", "2026-03-01", "2026-03-02", "10")))); got != "" {
		t.Errorf("got %s", got)
	}
}

func TestFloorThatIsReachedTopsNothingUp(t *testing.T) {
	e := inn(t, `"earn":{"rates":[{"id":"base","points":10}],"floor":500}`)
	for spent, want := range map[string]string{"49.90": "base base 499; floor floor 1; ", "50": "base base 500; ", "50.10": "base base 501; "} {
		if got := text(earned(t, e, guest(at("a", "2026-03-01", "2026-03-02", spent)))); got != want {
			t.Errorf("%s: got %s, want %s", spent, got, want)
		}
	}
}

func TestRolloverStopsAtItsCap(t *testing.T) {
	for limit, want := range map[string]string{"": "b", `"cap":4`: "b", `"cap":3`: "a", `"cap":1`: "a"} {
		e := compiled(t, oneVersion+`"rollover":{`+limit+`},"valid":{"kind":"month-end","month":12,"years":2},"tiers":[{"id":"base"},`+
			`{"id":"a","promote":{"metric":"nights","atLeast":5}},{"id":"b","promote":{"metric":"nights","atLeast":20}}]}]}`)
		m := loyalty.Member{Activities: []loyalty.Activity{nights("2024-05-05", 12), nights("2025-05-05", 16)}}
		if s := statusOf(t, e, m, "2025-05-05"); s.Tier != want {
			t.Errorf("16 nights and 7 carried, %s: got %+v", limit, s)
		}
	}
}
