package loyalty_test

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Which tiers must be reached? One without a condition is the first, which everybody has, or comes by grant alone.
func ExampleCondition_tiersToBeReached() {
	version, _ := innEngine().Version(hotelcrm.DateOf(2026, 6, 1))
	for _, tier := range version.Tiers {
		fmt.Println(tier.ID, "to be reached:", !tier.Promote.IsZero())
	}
	// Output:
	// guest to be reached: false
	// friend to be reached: true
	// family to be reached: true
}

// Somebody wrote a threshold as a word. The error says where in the file, so that an editor can point at it.
func ExampleDecodeError_pointAtTheLine() {
	text := []byte(`{"format": 1, "id": "inn", "currency": "EUR", "versions": [{"id": "1", "tiers": [
		{"id": "guest"}, {"id": "friend", "promote": {"metric": "nights", "atLeast": "five"}}]}]}`)
	_, err := loyalty.ParseProgramme(text)
	if wrong, ok := errors.AsType[*loyalty.DecodeError](err); ok {
		fmt.Println(wrong.Path, "at or before byte", wrong.Offset)
	}
	// Output: versions[0].tiers[1].promote.atLeast at or before byte 167
}

// The card says "valid through", the rules say "to": the day after is the first on which the status is over.
func ExampleStatus_printedOnTheCard() {
	status, err := innEngine().Status(bea(), loyalty.AsOf{On: hotelcrm.DateOf(2026, 6, 1)})
	fmt.Println(status.Tier, "through", status.Last(), "over on", status.Until, err)
	nobody, err := innEngine().Status(bea(), loyalty.AsOf{On: hotelcrm.DateOf(2025, 11, 2)}) // a day before she joined
	fmt.Printf("%q %v\n", nobody.Tier, err)
	// Output:
	// friend through 2028-02-29 over on 2028-03-01 <nil>
	// "" <nil>
}

// What did the house know on the day the guest complained? A stay that was recorded late did not count yet.
func ExampleEvaluator_Status_whatWasKnownThen() {
	late := bea()
	late.Activities[1].Known = hotelcrm.DateOf(2026, 5, 20) // the stay of 9 May
	desk := innEngine().Evaluator()
	for _, known := range []hotelcrm.Date{hotelcrm.DateOf(2026, 5, 12), hotelcrm.DateOf(2026, 5, 20)} {
		status, err := desk.Status(late, loyalty.AsOf{On: hotelcrm.DateOf(2026, 5, 12), Known: known})
		fmt.Println("known on", known, status.Tier, err)
	}
	// Output:
	// known on 2026-05-12 guest <nil>
	// known on 2026-05-20 friend <nil>
}

// Points lapse two years after the last activity. One night in time saves them.
func ExampleLapse_oneNightInTime() {
	earned := hotelcrm.DateOf(2024, 8, 31)
	for _, last := range []hotelcrm.Date{earned, hotelcrm.DateOf(2026, 7, 1)} {
		lapse, err := innEngine().Expires(earned, last, "guest")
		fmt.Println("last here", last, "good through", lapse.Last(), "by", lapse.Rule, err)
	}
	// Output:
	// last here 2024-08-31 good through 2026-08-30 by idleMonths <nil>
	// last here 2026-07-01 good through 2028-06-30 by idleMonths <nil>
}
