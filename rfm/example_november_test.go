package rfm_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/rfm"
)

// November is quiet. Whom to write to? Those who came often and spent, but not lately: recency 3 or less, the rest 3 or
// more.
func ExampleOf_quietNovember() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	guests := scores.Summaries()
	for i := range scores.Len() {
		if s := scores.At(i); s.R <= 3 && s.F >= 3 && s.M >= 3 {
			fmt.Println(guests.At(i).Guest, s, "last here", guests.At(i).Last)
		}
	}
	// Output:
	// Eli 343 last here 2025-10-02
	// Gus 233 last here 2025-06-04
	// Hal 245 last here 2024-11-26
}
