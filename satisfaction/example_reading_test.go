package satisfaction_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// How sure is "fix first"? Few rated the gym, so there is one chance in ten that it is good enough.
func ExampleChances_fewRatedTheGym() {
	d, err := satisfaction.Diagnose([]satisfaction.Indicator{
		{ID: "rooms", Importance: 0.4, Performance: 8.9, PerformanceSE: 0.1},
		{ID: "gym", Importance: 0.35, Performance: 7.6, PerformanceSE: 0.5},
		{ID: "lobby", Importance: 0.25, Performance: 8.2, PerformanceSE: 0.1},
	}, satisfaction.Cuts{}, satisfaction.ThesisLabels())
	if err != nil {
		fmt.Println(err)
		return
	}
	gym := d.Placed[1]
	fmt.Printf("%s: %s %.2f, %s %.2f\n", gym.ID, gym.Cell, gym.Chances.Of(gym.Cell), satisfaction.Keep, gym.Chances.Of(satisfaction.Keep))
	// Output: gym: fix 0.90, keep 0.10
}

// One line of the quarterly report, looked up by its id.
func ExampleReport_lineOfTheNoise() {
	scorer, err := satisfaction.NewScorer(innTree(), innForm(), satisfaction.Scoring{})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := scorer.Report(innAnswers().Rows, nil, 0.95, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	noise, found := report.Node("noise")
	fmt.Printf("%.2f (%.2f to %.2f) of %d guests %v\n", noise.Mean, noise.Interval.Low, noise.Interval.High, noise.Guests, found)
	_, found = report.Node("minibar")
	fmt.Println(found)
	// Output:
	// 3.50 (1.00 to 5.00) of 4 guests true
	// false
}

// Who should be rung today? All guests with a score of 3 or less; a guest who answered too little has none.
func ExampleScores_whomToRing() {
	scorer, err := satisfaction.NewScorer(innTree(), innForm(), satisfaction.Scoring{})
	if err != nil {
		fmt.Println(err)
		return
	}
	answers := innAnswers()
	scores, err := scorer.ScoreAll(answers.Rows, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range scores.Len() {
		if score, known := scores.At(i); known && score.Value <= 3 {
			fmt.Printf("%s %.2f\n", answers.Kept[i][0], score.Value)
		}
	}
	// Output:
	// Cem 3.00
	// Dee 1.67
}

// What does each question weigh in the whole? Exact shares add up to one; the float is for a chart.
func ExampleShare_weightOfAQuestion() {
	shares, err := innTree().Shares()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range shares {
		if s.Leaf {
			fmt.Printf("%s %s = %.4f\n", s.ID, s.Exact, s.Float())
		}
	}
	// Output:
	// room 2/3 = 0.6667
	// noise 1/3 = 0.3333
}

// How many steps does each question of a form have?
func ExampleForm_Top_stepsOfEachQuestion() {
	form := innForm()
	for i := range form.Len() {
		fmt.Println(form.Item(i).ID, int(form.Top(i)))
	}
	// Output:
	// room 5
	// noise 5
	// recommend 11
}
