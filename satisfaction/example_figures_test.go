package satisfaction_test

import (
	"bytes"
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"gonum.org/v1/gonum/mat"
)

func ExampleNewSummary() {
	s := innSummary()
	fmt.Println(s.Rows(), s.Answered(0), s.Answered(1), s.Count(1, satisfaction.Blank), s.Count(2, satisfaction.NotAsked))
	fmt.Println("room by noise:", s.AnsweredBoth(0, 1), s.Sum(0, 1), s.Squares(0, 1), s.Cross(0, 1))
	// Output:
	// 5 5 4 1 1
	// room by noise: 4 15 61 59
}

func ExampleSummary_Add() {
	s := satisfaction.NewSummary(innForm())
	fmt.Println(s.Add([]satisfaction.Answer{5, 5, satisfaction.Refused}))
	fmt.Println(s.Add([]satisfaction.Answer{6, 5, 11}))
	fmt.Println(s.Rows())
	// Output:
	// <nil>
	// hotelcrm: room "6": satisfaction: not an answer on the scale: ladder
	// 1
}

func ExampleSummary_AddRows() {
	answers := innAnswers()
	s := satisfaction.NewSummary(answers.Form)
	err := s.AddRows(answers.Rows, 2)
	fmt.Println(s.Rows(), s.Form().Len(), err)
	// Output: 5 3 <nil>
}

func ExampleSummary_Merge() {
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

func ExampleSummary_MarshalBinary() {
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

func ExampleSummary_UnmarshalBinary() {
	var s satisfaction.Summary
	fmt.Println(s.UnmarshalBinary([]byte("no summary")))
	// Output: hotelcrm: corrupt data: not a survey summary
}

func ExampleSummary_Moments() {
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

func ExampleMoments_CovarianceMatrix() {
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

func ExampleMoments_Covariance() {
	m, err := innSummary().Moments()
	if err != nil {
		fmt.Println(err)
		return
	}
	covariance, ok := m.Covariance(0, 1)
	fmt.Printf("%.3f %v\n", covariance, ok)
	// Output: 2.167 true
}

func ExampleCombine() {
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

func ExamplePostStratify() {
	r, err := satisfaction.PostStratify([]int64{80, 20}, []float64{0.5, 0.5})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Weights, r.EffectiveN)
	// Output: [0.625 2.5] 64
}

func ExampleRake() {
	r, err := satisfaction.Rake([]int64{3, 3, 2, 2}, []satisfaction.Margin{
		{Name: "sex", Groups: []int{0, 0, 1, 1}, Shares: []float64{50, 50}},
		{Name: "age", Groups: []int{0, 1, 0, 1}, Shares: []float64{40, 60}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f n %.4f\n", r.Weights, r.EffectiveN)
	// Output: [0.6667 1.0000 1.0000 1.5000] n 9.2308
}

func ExampleScorer_Score() {
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

func ExampleNewScorer() {
	scorer, err := satisfaction.NewScorer(satisfaction.HotelTree(), nil, satisfaction.Scoring{Percent: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	low, high := scorer.Ends()
	fmt.Println(low, high, scorer.Scoring().Missing, scorer.Scoring().MinAnswered, scorer.Form().Len())
	// Output: 0 100 by-level 0.5 24
}

func ExampleScorer_ScoreRows() {
	scorer, err := satisfaction.NewScorer(innTree(), innForm(), satisfaction.Scoring{Missing: satisfaction.Flat})
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, err := scorer.ScoreRows(innAnswers().Rows, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	mean, n := scores.Mean()
	last, _ := scores.At(scores.Len() - 1)
	fmt.Printf("mean %.4f of %d; last %.2f\n", mean, n, last.Value)
	// Output: mean 3.5333 of 5; last 4.00
}

func ExampleScorer_Report() {
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

func ExampleScorer_ReportMeans() {
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

func ExampleWilson() {
	i, err := satisfaction.Wilson(0.8, 10, 0.95) // 8 of 10 guests are satisfied
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f to %.4f\n", i.Low, i.High)
	// Output: 0.4902 to 0.9433
}

func ExampleMeanInterval() {
	i, err := satisfaction.MeanInterval(8.12, 1.4, 220, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f to %.3f\n", i.Low, i.High)
	// Output: 7.934 to 8.306
}

func ExampleShrink() {
	s, err := satisfaction.Shrink([]satisfaction.Group{{N: 120, Mean: 8.2}, {N: 15, Mean: 7.5}, {N: 4, Mean: 9.1}, {N: 60, Mean: 6.8}}, 25)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f around %.2f\n", s.Means, s.Centre) // the four guests of 9.1 no longer lead
	// Output: [8.12 7.65 7.93 7.08] around 7.74
}

func ExampleStrength() {
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

func ExampleNPS() {
	n := satisfaction.NPS{Promoters: 50, Passives: 25, Detractors: 25}
	fmt.Println(n, n.N(), n.Value(), n.Variance(), n.Validate())
	fmt.Printf("%.4f\n", n.SE())
	// Output:
	// NPS 25 (50 / 25 / 25) 100 0.25 0.6875 <nil>
	// 0.0829
}

func ExampleNPS_Adjusted() {
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

func ExampleNPS_Minus() {
	before := satisfaction.NPS{Promoters: 35, Passives: 40, Detractors: 25}
	d, err := satisfaction.NPS{Promoters: 50, Passives: 25, Detractors: 25}.Minus(before, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+.2f p %.3f\n", d.Value, d.P)
	// Output: +0.15 p 0.184
}

func ExampleSummary_NPS() {
	n, err := innSummary().NPS(2)
	fmt.Println(n, err)
	_, err = innSummary().NPS(0)
	fmt.Println(err)
	// Output:
	// NPS 75 (3 / 1 / 0) <nil>
	// hotelcrm: scale of room: "ladder" is not allowed; want 0 to 10, eleven levels
}

func ExampleSummary_TopBox() {
	box, err := innSummary().TopBox(0, 1, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d of %d, %.2f to %.2f\n", box.In, box.N, box.Interval.Low, box.Interval.High)
	// Output: 1 of 5, 0.04 to 0.62
}

func ExampleSummary_CSAT() {
	box, err := innSummary().CSAT(0, 0.95)
	fmt.Println(box.Share, err)
	// Output: 0.6 <nil>
}

func ExampleSummary_CES() {
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

func ExampleACSI() {
	index, err := satisfaction.ACSI([3]float64{8.1, 7.4, 7.2}, [3]float64{0.4, 0.3, 0.3})
	fmt.Printf("%.2f %v\n", index, err)
	// Output: 73.56 <nil>
}

func ExampleCronbachAlpha() {
	covariance := mat.NewSymDense(3, []float64{2, 1, 1, 1, 2, 1, 1, 1, 2})
	a, err := satisfaction.CronbachAlpha(covariance, 100, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f (%.2f to %.2f), without each %.2f\n", a.Value, a.Interval.Low, a.Interval.High, a.Dropped)
	// Output: 0.75 (0.65 to 0.82), without each [0.67 0.67 0.67]
}

func ExampleMcDonaldOmega() {
	covariance := mat.NewSymDense(3, []float64{2, 1, 1, 1, 2, 1, 1, 1, 2})
	o, err := satisfaction.McDonaldOmega(covariance)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f, loadings %.4f\n", o.Value, o.Loadings)
	// Output: 0.75, loadings [0.7071 0.7071 0.7071]
}

func ExampleMissingRule() {
	text, err := satisfaction.Flat.MarshalText()
	fmt.Println(string(text), err)
	var rule satisfaction.MissingRule
	fmt.Println(rule.UnmarshalText([]byte("by-level")), rule)
	// Output:
	// flat <nil>
	// <nil> by-level
}
