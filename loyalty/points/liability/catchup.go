package liability

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Step is the state of a deferral at the end of a period.
type Step struct {
	Redeemed int64 `json:"redeemed"` // points redeemed to date, cumulative
	Expected Exact `json:"expected"` // points now expected to be redeemed in all
}

// Recognition is what a period brings.
type Recognition struct {
	ToDate    Exact `json:"toDate"`    // revenue from the beginning
	Period    Exact `json:"period"`    // revenue of the period; negative where a higher estimate takes some back
	Liability Exact `json:"liability"` // what remains deferred
}

// CatchUp returns the revenue of each period when the estimate of redemption changes: the change is caught up at once.
//
//	to date = amount · redeemed to date / expected in all
//	period  = to date - to date of the period before
//
// Input: amount 0 or more; in each step 0 ≤ Redeemed ≤ Expected and Expected > 0.
// Errors: a [*hotelcrm.ParamError] that names the step.
// Source: IFRS 15, Illustrative Example 52.
func CatchUp(amount Exact, steps ...Step) ([]Recognition, error) {
	if amount.Sign() < 0 {
		return nil, refuse.Param("amount", amount.String(), "0 or more")
	}
	list := make([]Recognition, 0, len(steps))
	var before Exact
	for i, s := range steps {
		if s.Redeemed < 0 || s.Expected.Sign() <= 0 || s.Expected.Cmp(Points(s.Redeemed)) < 0 {
			text := fmt.Sprintf("%d redeemed of %s expected", s.Redeemed, s.Expected)
			return nil, refuse.Param(fmt.Sprintf("steps[%d]", i), text, "0 ≤ redeemed ≤ expected, expected above 0")
		}
		toDate := amount.Times(Points(s.Redeemed)).over(s.Expected)
		list = append(list, Recognition{ToDate: toDate, Period: toDate.Minus(before), Liability: amount.Minus(toDate)})
		before = toDate
	}
	return list, nil
}
