package satisfaction_test

import (
	"bytes"
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"gonum.org/v1/gonum/mat"
)

func ExampleNewSummary_whatWasAnswered() {
	s := innSummary()
	fmt.Println(s.Rows(), s.Answered(0), s.Answered(1), s.Count(1, satisfaction.Blank), s.Count(2, satisfaction.NotAsked))
	fmt.Println("room by noise:", s.AnsweredBoth(0, 1), s.Sum(0, 1), s.Squares(0, 1), s.Cross(0, 1))
	// Output:
	// 5 5 4 1 1
	// room by noise: 4 15 61 59
}

func ExampleSummary_Add_answerOffTheScale() {
	s := satisfaction.NewSummary(innForm())
	fmt.Println(s.Add([]satisfaction.Answer{5, 5, satisfaction.Refused}))
	fmt.Println(s.Add([]satisfaction.Answer{6, 5, 11}))
	fmt.Println(s.Rows())
	// Output:
	// <nil>
	// hotelcrm: room "6": satisfaction: not an answer on the scale: ladder, codes 1 to 5, and 0, 64, 128 or 192 for none
	// 1
}

func ExampleSummary_AddRows_quarterOfAnInn() {
	answers := innAnswers()
	s := satisfaction.NewSummary(answers.Form)
	err := s.AddRows(answers.Rows, 2)
	fmt.Println(s.Rows(), s.Form().Len(), err)
	// Output: 5 3 <nil>
}

func ExampleSummary_Merge_threeHouses() {
	chain := satisfaction.NewSummary(innForm())
	for range 3 { // three houses
		if err := chain.Merge(innSummary()); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println(chain.Rows())
	// Output: 15
}

func ExampleSummary_MarshalBinary_sentToHeadOffice() {
	data, err := innSummary().MarshalBinary()
	if err != nil {
		fmt.Println(err)
		return
	}
	var back satisfaction.Summary
	if err := back.UnmarshalBinary(data); err != nil {
		fmt.Println(err)
		return
	}
	again, err := back.AppendBinary(nil)
	fmt.Println(back.Rows(), bytes.Equal(data, again), err)
	// Output: 5 true <nil>
}

func ExampleSummary_UnmarshalBinary_wrongFile() {
	var s satisfaction.Summary
	fmt.Println(s.UnmarshalBinary([]byte("no summary")))
	// Output: hotelcrm: corrupt data: not a survey summary
}

func ExampleSummary_Moments_quietNights() {
	m, err := innSummary().Moments()
	if err != nil {
		fmt.Println(err)
		return
	}
	mean, _ := m.Mean(1) // quiet: the scale of noise is reversed
	variance, _ := m.Variance(1)
	correlation, _ := m.Correlation(0, 1)
	fmt.Printf("%.2f %.2f %.3f n %v of %d, weights %s\n", mean, variance, correlation, m.EffectiveN(0, 1), m.Rows(), m.Weighting())
	// Output: 3.50 3.00 0.994 n 4 of 5, weights none
}

func ExampleMoments_CovarianceMatrix_roomAndNoise() {
	m, err := innSummary().Moments()
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := m.CovarianceMatrix([]int{0, 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f\n", mat.Formatted(c))
	// Output:
	// ⎡1.300  2.167⎤
	// ⎣2.167  3.000⎦
}

func ExampleMoments_Covariance_roomAndNoise() {
	m, err := innSummary().Moments()
	if err != nil {
		fmt.Println(err)
		return
	}
	covariance, ok := m.Covariance(0, 1)
	fmt.Printf("%.3f %v\n", covariance, ok)
	// Output: 2.167 true
}

func ExampleCombine_leisureAndBusiness() {
	leisure, business := innSummary(), satisfaction.NewSummary(innForm())
	if err := business.AddRows([]satisfaction.Answer{3, 3, 8, 3, 2, 6}, 1); err != nil {
		fmt.Println(err)
		return
	}
	r, err := satisfaction.PostStratify([]int64{leisure.Rows(), business.Rows()}, []float64{50, 50})
	if err != nil {
		fmt.Println(err)
		return
	}
	m, err := satisfaction.Combine([]*satisfaction.Summary{leisure, business}, r.Weights)
	if err != nil {
		fmt.Println(err)
		return
	}
	mean, _ := m.Mean(0)
	fmt.Printf("%.2f n %.2f, %s\n", mean, m.EffectiveN(0, 0), m.Weighting())
	// Output: 3.30 n 5.71, cells
}

func ExamplePostStratify_tooManyLeisureGuests() {
	r, err := satisfaction.PostStratify([]int64{80, 20}, []float64{0.5, 0.5})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Weights, r.EffectiveN)
	// Output: [0.625 2.5] 64
}

func ExampleRake_sexAndAge() {
	r, err := satisfaction.Rake([]int64{3, 3, 2, 2}, []satisfaction.Margin{
		{Name: "sex", Groups: []int{0, 0, 1, 1}, Shares: []float64{50, 50}},
		{Name: "age", Groups: []int{0, 1, 0, 1}, Shares: []float64{40, 60}},
	}, satisfaction.RakeRule{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f n %.4f\n", r.Weights, r.EffectiveN)
	// Output: [0.6667 1.0000 1.0000 1.5000] n 9.2308
}

func ExampleScorer_Score_guestWhoLeftABlank() {
	scorer, err := satisfaction.NewScorer(innTree(), innForm(), satisfaction.Scoring{})
	if err != nil {
		fmt.Println(err)
		return
	}
	answers := innAnswers()
	for i := range 3 {
		score, ok := scorer.Score(answers.Row(i))
		fmt.Printf("%s %.2f of %.2f %v\n", answers.Kept[i][0], score.Value, score.Answered, ok)
	}
	// Output:
	// Abe 5.00 of 1.00 true
	// Bea 4.00 of 1.00 true
	// Cem 3.00 of 0.67 true
}

func ExampleNewScorer_percentOfTheHotelTree() {
	scorer, err := satisfaction.NewScorer(satisfaction.HotelTree(), nil, satisfaction.Scoring{Percent: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	low, high := scorer.Ends()
	fmt.Println(low, high, scorer.Scoring().Missing, scorer.Scoring().MinAnswered, scorer.Form().Len())
	// Output: 0 100 by-level 0.5 24
}

func ExampleScorer_ScoreAll_allAnswersOfAQuarter() {
	scorer, err := satisfaction.NewScorer(innTree(), innForm(), satisfaction.Scoring{Missing: satisfaction.Flat})
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, err := scorer.ScoreAll(innAnswers().Rows, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	mean, n := scores.Mean()
	last, _ := scores.At(scores.Len() - 1)
	fmt.Printf("mean %.4f of %d; last %.2f\n", mean, n, last.Value)
	// Output: mean 3.5333 of 5; last 4.00
}

func ExampleScorer_Report_quarterlyReport() {
	scorer, err := satisfaction.NewScorer(innTree(), innForm(), satisfaction.Scoring{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := scorer.Report(innAnswers().Rows, nil, 0.95, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range r.Nodes {
		fmt.Printf("%s %.2f (%.2f to %.2f) n %d\n", n.ID, n.Mean, n.Interval.Low, n.Interval.High, n.Guests)
	}
	fmt.Println(r.Convention, r.Warnings[0].Code)
	// Output:
	// overall 3.53 (1.97 to 5.00) n 5
	// room 3.60 (2.18 to 5.00) n 5
	// noise 3.50 (1.00 to 5.00) n 4
	// mean-of-scores few-answers
}

func ExampleScorer_ReportMeans_onlyTheSummaryIsKept() {
	form, err := innTree().Form()
	if err != nil {
		fmt.Println(err)
		return
	}
	s := satisfaction.NewSummary(form)
	if err := s.AddRows([]satisfaction.Answer{5, 5, 4, 4, 3, 0, 2, 1, 4, 4}, 1); err != nil {
		fmt.Println(err)
		return
	}
	m, err := s.Moments()
	if err != nil {
		fmt.Println(err)
		return
	}
	scorer, err := satisfaction.NewScorer(innTree(), nil, satisfaction.Scoring{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := scorer.ReportMeans(m, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	overall, _ := r.Node("overall")
	fmt.Printf("%s %.4f\n", r.Convention, overall.Mean)
	// Output: score-of-means 3.5667
}
