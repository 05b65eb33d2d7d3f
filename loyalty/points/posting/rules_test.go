package posting_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm"
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
