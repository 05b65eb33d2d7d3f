package weight_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// firstRound is how seven experts rate five factors of guest satisfaction from 1 to 5.
func firstRound() *weight.DelphiRound {
	r, err := weight.AssessDelphi([][]float64{
		{3, 5, 5, 4, 2},
		{4, 5, 5, 4, 3},
		{2, 4, 5, 5, 3},
		{3, 5, 4, 4, 2},
		{4, 4, 5, 3, 3},
		{3, 5, 5, 5, 2},
		{2, 5, 4, 4, 4},
	}, 4)
	if err != nil {
		fmt.Println(err)
	}
	return r
}

func ExampleAssessDelphi_sevenExperts() {
	r := firstRound()
	c := r.Concordance()
	fmt.Printf("%d judges, W %.3f, p %.5f\n", r.Judges(), c.W, c.P)
	for i, item := range r.Items() {
		fmt.Printf("factor %d: mean %.2f, CV %.2f, IQR %.1f, %.0f %% rate %v or more\n",
			i+1, item.Mean, item.Variation, item.Range(), 100*item.Agreement, r.AgreeFrom())
	}
	// Output:
	// 7 judges, W 0.678, p 0.00079
	// factor 1: mean 3.00, CV 0.27, IQR 1.0, 29 % rate 4 or more
	// factor 2: mean 4.71, CV 0.10, IQR 0.5, 100 % rate 4 or more
	// factor 3: mean 4.71, CV 0.10, IQR 0.5, 100 % rate 4 or more
	// factor 4: mean 4.14, CV 0.17, IQR 0.5, 86 % rate 4 or more
	// factor 5: mean 2.71, CV 0.28, IQR 1.0, 14 % rate 4 or more
}

func ExampleDelphiRound_Stop_askAgain() {
	verdict, err := firstRound().Stop(nil, weight.StopRule{MaxVariation: .25, MinW: .5, MaxP: .01})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("stop:", verdict.Stop)
	for _, open := range verdict.Open {
		fmt.Println("ask again about factor", open.Item+1)
	}
	// Output:
	// stop: false
	// ask again about factor 1
	// ask again about factor 5
}

func ExampleStopRule_Validate_outOfRange() {
	fmt.Println(weight.StopRule{MinW: 1.5}.Validate())
	// Output: hotelcrm: StopRule.MinW: "1.5" is not allowed; want 0 to 1
}

func ExampleDelphiRound_Feedback_letterToAnExpert() {
	feedback, err := firstRound().Feedback(6)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, f := range feedback {
		if f.Outside {
			fmt.Printf("factor %d: you said %v, half of the judges are between %v and %v\n", i+1, f.Own, f.Lower, f.Upper)
		}
	}
	// Output:
	// factor 1: you said 2, half of the judges are between 2.5 and 3.5
	// factor 3: you said 4, half of the judges are between 4.5 and 5
	// factor 5: you said 4, half of the judges are between 2 and 3
}

func ExampleDelphiRound_Weights_afterTheFirstRound() {
	weights, err := firstRound().Weights()
	if err != nil {
		fmt.Println(err)
		return
	}
	parts, err := weight.Parts(weights, 4)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(weight.Decimals(parts, 4))
	// Output: [0.1556 0.2445 0.2444 0.2148 0.1407]
}

// Delphi and pairwise comparison combined: the Delphi means count three fifths.
func ExampleBlend_delphiAndPairs() {
	delphi, err := firstRound().Weights()
	if err != nil {
		fmt.Println(err)
		return
	}
	ahp, err := theManager().Weigh(weight.Eigenvector, weight.Saaty)
	if err != nil {
		fmt.Println(err)
		return
	}
	blend, err := weight.Blend([]weight.Source{
		{Name: "Delphi", Weights: delphi, Share: 3},
		{Name: "AHP", Weights: ahp.Weights, Share: 2},
	}, weight.Arithmetic)
	if err != nil {
		fmt.Println(err)
		return
	}
	c := blend.Disagreement[0]
	fmt.Printf("%.3f by the %v mean\n", blend.Weights, blend.Mean)
	fmt.Printf("%s and %s place %.0f %% of the weight differently, most at factor %d\n", c.First, c.Second, 100*c.Moved, c.At+1)
	// Output:
	// [0.124 0.235 0.310 0.217 0.115] by the arithmetic mean
	// Delphi and AHP place 17 % of the weight differently, most at factor 3
}
