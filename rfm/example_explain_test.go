package rfm_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// printReasons prints the values that have the guest's scores.
func printReasons(why rfm.Explanation) {
	for _, a := range why.Axes {
		from, to := "any", "any"
		if a.Low != nil {
			from = a.Low.String()
		}
		if a.High != nil {
			to = a.High.String()
		}
		fmt.Printf("%s %v: score %d of %d, from %s to %s\n", a.Axis, a.Value, a.Score, a.Best, from, to)
	}
}

func ExampleScores_Explain_whyOnlyFour() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	i, _ := scores.Summaries().Find("Cem")
	why := scores.Explain(i)
	printReasons(why)
	fmt.Println("recency falls to", why.FallsTo, "on", why.FallsOn)
	// Output:
	// recency 35: score 4 of 5, from 21 to 41
	// frequency 2: score 2 of 5, from 2 to 2
	// monetary 2900: score 4 of 5, from 1300.01 to 2900
	// recency falls to 3 on 2026-01-07
}

func ExampleScorer_Explain_frontDesk() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	scorer, err := rfm.NewScorer(scores.Thresholds())
	if err != nil {
		fmt.Println(err)
		return
	}
	today := hotelcrm.DateOf(2026, 3, 1)
	why := scorer.Explain(today, hotelcrm.Summary{Guest: "Kim", Last: today.AddDays(-10), Visits: 3, Revenue: decimal.New(1200, 0)})
	fmt.Println(why.Score, "recent until", why.FallsOn.AddDays(-1))
	// Output: 533 recent until 2026-03-11
}

func ExampleSegmentation_Explain_champion() {
	scores, err := rfm.Of(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	segments, err := scores.Segments(rfm.Hotel())
	if err != nil {
		fmt.Println(err)
		return
	}
	why := segments.Explain(0)
	s := why.Segment
	fmt.Printf("%s %v: %s, since r is %d to %d, f %d to %d, m %d to %d\n", why.Guest, why.Score, s.Label, s.R.Low, s.R.High, s.F.Low, s.F.High, s.M.Low, s.M.High)
	// Output: Abe 555: Champions, since r is 4 to 5, f 4 to 5, m 4 to 5
}
