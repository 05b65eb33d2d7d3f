package posting_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// The ledger lets points die on the day that the programme says, also where a later version takes them over.
func TestPointsDieWhenTheProgrammeSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		expiry := func(label string) string {
			return fmt.Sprintf(`"expiry":{"lifeMonths":%d,"yearEnds":%d,"idleMonths":%d,"takeover":%t}`, rapid.IntRange(0, 40).Draw(t, label),
				rapid.IntRange(0, 3).Draw(t, label), rapid.IntRange(0, 3).Draw(t, label), rapid.Bool().Draw(t, label))
		}
		const tiers = `"tiers":[{"id":"guest"}],`
		poster, err := compile(`{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","to":"2026-07-01",` + tiers + expiry("1") +
			`},{"id":"2","from":"2026-07-01",` + tiers + expiry("2") + `}]}`)
		if err != nil {
			t.Fatal(err)
		}
		earned := hotelcrm.DateOf(2025, 6, 1).AddDays(rapid.IntRange(0, 700).Draw(t, "day"))
		lapse, err := poster.Engine.Expires(earned, hotelcrm.MaxDate, "guest")
		if got := poster.Expires(earned); got != lapse.To || err != nil {
			t.Fatalf("%v, want %v, %v", got, lapse.To, err)
		}
		rules := poster.Rules(earned)
		if err := rules.Validate(); err != nil {
			t.Fatal(err)
		}
		version, _ := poster.Engine.Version(earned)
		if next := version.ID == "1" && poster.Engine.Programme().Versions[1].Expiry.Takeover; next {
			return
		}
		if got := rules.Currencies[0].Life.Expires(earned); got != lapse.To {
			t.Fatalf("the rules of the currency: %v, want %v", got, lapse.To)
		}
		if got := rules.Currencies[0].Inactivity.Months; got != version.Expiry.IdleMonths {
			t.Fatalf("idle for %d months, want %d", got, version.Expiry.IdleMonths)
		}
	})
}

// The acts that count are the currency's own, earning and redeeming where it has none; its months are the programme's,
// none where the programme has none.
func TestActsAreThoseOfTheCurrency(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	spring, autumn := hotelcrm.DateOf(2026, 3, 1), hotelcrm.DateOf(2026, 9, 1)
	if got := poster.Rules(spring).Currencies[0].Inactivity; fmt.Sprint(got.Acts) != fmt.Sprint([]points.EventKind{points.EventEarn, points.EventRedeem}) || got.Months != 12 {
		t.Errorf("without acts: %+v", got)
	}
	poster.Currency.Inactivity = points.Inactivity{Months: 99, Acts: []points.EventKind{points.EventEarn}}
	if got := poster.Rules(spring).Currencies[0].Inactivity; len(got.Acts) != 1 || got.Acts[0] != points.EventEarn || got.Months != 12 {
		t.Errorf("with acts: %+v", got)
	}
	if got := poster.Rules(autumn).Currencies[0].Inactivity; got.Months != 0 || len(got.Acts) != 0 {
		t.Errorf("a version without an end: %+v", got)
	}
}

// The end of points is that of the day on which they were earned, whatever rules the ledger has on the day of posting.
// Where the programme says nothing at all, the ledger's rules hold.
func TestTheDateOfPostingDoesNotMatter(t *testing.T) {
	const expiry = `"expiry":{"lifeMonths":30,"yearEnds":2,"idleMonths":12}`
	for _, test := range []struct{ name, programme, spring, autumn string }{
		{"each by its version", inn, "2028-09-03", ""},
		{"no end takes over", strings.Replace(inn, `[{"id":"euro","points":2}]}`, `[{"id":"euro","points":2}]},"expiry":{"takeover":true}`, 1), "", ""},
		{"only a later version says when", strings.Replace(strings.Replace(inn, ",\n\t "+expiry, "", 1), `[{"id":"euro","points":2}]}`, `[{"id":"euro","points":2}]},"expiry":{"lifeMonths":6}`, 1), "", "2027-02-03"},
		{"the programme says nothing", strings.Replace(inn, ",\n\t "+expiry, "", 1), "2027-03-03", "2027-08-03"},
	} {
		poster, err := compile(test.programme)
		if err != nil {
			t.Fatal(err)
		}
		h := newHouse(poster)
		if life := &h.ledger.Rules.Currencies[0].Life; *life == (points.Life{}) {
			life.Months = 12 // the ledger's own
		}
		if err := h.take(hotelcrm.DateOf(2026, 9, 1), folio("a", 1, 3, 1, 2, 100), folio("b", 1, 8, 1, 2, 100)); err != nil {
			t.Fatal(err)
		}
		a, err := h.ledger.Account(context.Background(), "anne")
		if err != nil {
			t.Fatal(err)
		}
		if lots := a.Lots(); lots[0].Expires.String() != test.spring || lots[1].Expires.String() != test.autumn {
			t.Errorf("%s: %v and %v, want %q and %q", test.name, lots[0].Expires, lots[1].Expires, test.spring, test.autumn)
		}
	}
}
