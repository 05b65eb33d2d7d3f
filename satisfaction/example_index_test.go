package satisfaction_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"gonum.org/v1/gonum/mat"
)

func ExampleWilson_eightOfTenGuests() {
	i, err := satisfaction.Wilson(8, 10, 0.95) // 8 of 10 guests are satisfied
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f to %.4f\n", i.Low, i.High)
	// Output: 0.4902 to 0.9433
}

// Of 300 answers 240 are in effect: guests of some segments answered less often, and theirs weigh more.
func ExampleWilsonWeighted_answersOfUnequalWeight() {
	i, err := satisfaction.WilsonWeighted(0.8, 240, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f to %.4f\n", i.Low, i.High)
	// Output: 0.7448 to 0.8457
}

func ExampleMeanInterval_quarterOfRatings() {
	i, err := satisfaction.MeanInterval(8.12, 1.4, 220, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f to %.3f\n", i.Low, i.High)
	// Output: 7.934 to 8.306
}

func ExampleShrink_fourGuestsNoLongerLead() {
	s, err := satisfaction.Shrink([]satisfaction.Group{{N: 120, Mean: 8.2}, {N: 15, Mean: 7.5}, {N: 4, Mean: 9.1}, {N: 60, Mean: 6.8}}, 25)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f around %.2f\n", s.Means, s.Centre) // the four guests of 9.1 no longer lead
	// Output: [8.12 7.65 7.93 7.08] around 7.74
}

func ExampleStrength_howMuchToTrustSmallHouses() {
	k, err := satisfaction.Strength([]satisfaction.Group{
		{N: 120, Mean: 8.2, SD: 1.4}, {N: 15, Mean: 7.5, SD: 1.6}, {N: 4, Mean: 9.1, SD: 0.9}, {N: 60, Mean: 6.8, SD: 1.5},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f\n", k)
	// Output: 2.77
}

func ExampleNPS_quarterOfRecommendations() {
	n := satisfaction.NPS{Promoters: 50, Passives: 25, Detractors: 25}
	fmt.Println(n, n.N(), n.Value(), n.Variance(), n.Validate())
	fmt.Printf("%.4f\n", n.SE())
	// Output:
	// NPS 25 (50 / 25 / 25) 100 0.25 0.6875 <nil>
	// 0.0829
}

func ExampleNPS_Adjusted_ninePromoters() {
	n := satisfaction.NPS{Promoters: 9} // nine guests, all promoters
	wald, err := n.Wald(0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	adjusted, err := n.Adjusted(0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f to %.2f; %.2f to %.2f\n", wald.Low, wald.High, adjusted.Low, adjusted.High)
	// Output: 1.00 to 1.00; 0.48 to 1.00
}

func ExampleNPS_Minus_afterTheRenovation() {
	before := satisfaction.NPS{Promoters: 35, Passives: 40, Detractors: 25}
	d, err := satisfaction.NPS{Promoters: 50, Passives: 25, Detractors: 25}.Minus(before, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+.2f p %.3f\n", d.Value, d.P)
	// Output: +0.15 p 0.184
}

func ExampleSummary_NPS_wrongQuestion() {
	n, err := innSummary().NPS(2)
	fmt.Println(n, err)
	_, err = innSummary().NPS(0)
	fmt.Println(err)
	// Output:
	// NPS 75 (3 / 1 / 0) <nil>
	// hotelcrm: scale of room: "ladder" is not allowed; want 0 to 10, eleven levels
}

func ExampleSummary_TopBox_verySatisfiedWithTheRoom() {
	box, err := innSummary().TopBox(0, 1, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d of %d, %.2f to %.2f\n", box.In, box.N, box.Interval.Low, box.Interval.High)
	// Output: 1 of 5, 0.04 to 0.62
}

func ExampleSummary_CSAT_roomOfAnInn() {
	box, err := innSummary().CSAT(0, 0.95)
	fmt.Println(box.Share, err)
	// Output: 0.6 <nil>
}

func ExampleSummary_CES_checkInWasEasy() {
	easy, _ := satisfaction.Ladder(7, 6, 5, 4, 3, 2, 1)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "check_in_was_easy", Scale: easy}})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := satisfaction.NewSummary(form)
	if err := s.AddRows([]satisfaction.Answer{7, 6, 6, 4, 2}, 1); err != nil {
		fmt.Println(err)
		return
	}
	effort, err := s.CES(0, 0.95)
	fmt.Println(effort.Mean, effort.Easy.Share, err)
	// Output: 5 0.6 <nil>
}

func ExampleCronbachAlpha_threeQuestionsOnTheRoom() {
	covariance := mat.NewSymDense(3, []float64{2, 1, 1, 1, 2, 1, 1, 1, 2})
	a, err := satisfaction.CronbachAlpha(covariance, 100, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f (%.2f to %.2f), without each %.2f\n", a.Value, a.Interval.Low, a.Interval.High, a.Dropped)
	// Output: 0.75 (0.65 to 0.82), without each [0.67 0.67 0.67]
}

func ExampleMcDonaldOmega_threeQuestionsOnTheRoom() {
	covariance := mat.NewSymDense(3, []float64{2, 1, 1, 1, 2, 1, 1, 1, 2})
	o, err := satisfaction.McDonaldOmega(covariance, 100)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f, loadings %.4f\n", o.Value, o.Loadings)
	// Output: 0.75, loadings [0.7071 0.7071 0.7071]
}

func ExampleMissingRule_settingsFile() {
	text, err := satisfaction.Flat.MarshalText()
	fmt.Println(string(text), err)
	var rule satisfaction.MissingRule
	fmt.Println(rule.UnmarshalText([]byte("by-level")), rule)
	// Output:
	// flat <nil>
	// <nil> by-level
}
