package satisfaction_test

import (
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// innForm asks for the room, the noise at night (more is worse) and whether the guest would recommend the inn.
func innForm() *satisfaction.Form {
	stars, _ := satisfaction.Ladder(5, 4, 3, 2, 1)
	noise, _ := satisfaction.Direct(1, 5)
	noise.Reversed = true
	recommend, _ := satisfaction.Direct(0, 10)
	form, err := satisfaction.NewForm([]satisfaction.Item{
		{ID: "room", Label: "the room", Scale: stars},
		{ID: "noise", Label: "noise at night", Scale: noise},
		{ID: "recommend", Label: "would you recommend us", Scale: recommend},
	})
	if err != nil {
		fmt.Println(err)
	}
	return form
}

const innFile = `guest,room,noise,recommend
Abe,very satisfied,1,10
Bea,satisfied,2,9
Cem,3,,7
Dee,不满意,5,not-asked
Eli,4,2,9
`

// innAnswers are five guests of the inn.
func innAnswers() *satisfaction.Answers {
	answers, err := satisfaction.ReadAnswers(strings.NewReader(innFile), innForm(), satisfaction.Reading{Keep: []string{"guest"}})
	if err != nil {
		fmt.Println(err)
	}
	return answers
}

func innSummary() *satisfaction.Summary {
	answers := innAnswers()
	s := satisfaction.NewSummary(answers.Form)
	if err := s.AddRows(answers.Rows, 1); err != nil {
		fmt.Println(err)
	}
	return s
}

// innTree weighs the room twice as much as quiet nights.
func innTree() satisfaction.Tree {
	form := innForm()
	stars, noise := form.Item(0).Scale, form.Item(1).Scale
	noise.ID = "noise"
	return satisfaction.Tree{
		Version: satisfaction.Version, ID: "inn", Revision: 1, Scales: []satisfaction.Scale{stars, noise},
		Root: satisfaction.Node{ID: "overall", Children: []satisfaction.Node{
			{ID: "room", Parts: 2},
			{ID: "noise", Parts: 1, Scale: "noise"},
		}},
	}
}

func ExampleLadder_outOfTen() {
	scale, err := satisfaction.Ladder(10, 8, 6, 4, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, level := range scale.Levels[:2] {
		fmt.Println(level.Label, level.LabelZH, level.Points)
	}
	// Output:
	// very satisfied 很满意 10
	// satisfied 满意 8
}

func ExampleKeywords_facesAtTheDesk() {
	for _, level := range satisfaction.Keywords().Levels {
		fmt.Print(level.ID, " ", level.Points, "; ")
	}
	// Output: furious -3; angry -2; complaining -1; no_feeling 0; well_disposed 1; pleased 2; fulfilled 3;
}

func ExampleDirect_reversed() {
	scale, err := satisfaction.Direct(1, 10)
	if err != nil {
		fmt.Println(err)
		return
	}
	scale.Reversed = true // "how long did you wait": 10 is worst
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "wait", Scale: scale}})
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, _ := form.Parse(0, "10", nil)
	points, _ := form.Points(0, answer)
	fmt.Println(points)
	// Output: 1
}

func ExampleScale_Validate_twoLevelsAlike() {
	scale, _ := satisfaction.Direct(1, 5)
	scale.Levels[2].Points = scale.Levels[1].Points
	fmt.Println(scale.Validate())
	// Output: hotelcrm: Scale.Levels[2].Points: "2" is not allowed; want points of its own
}

func ExampleAnswer_noPool() {
	for _, a := range []satisfaction.Answer{4, satisfaction.Blank, satisfaction.NotApplicable} {
		fmt.Println(a, a.Given())
	}
	// Output:
	// 4 true
	// blank false
	// not-applicable false
}

func ExampleNewForm_innsQuestions() {
	form := innForm()
	at, _ := form.Index("recommend")
	fmt.Println(form.Len(), at, form.Item(at).Label)
	_, err := satisfaction.NewForm(nil)
	fmt.Println(err)
	// Output:
	// 3 2 would you recommend us
	// hotelcrm: items: "0" is not allowed; want 1 to 250 items
}

func ExampleForm_Parse_handwrittenAnswers() {
	form := innForm()
	for _, text := range []string{"很满意", "Fair", "2", "", "n/a", "excellent"} {
		a, err := form.Parse(0, text, map[string]satisfaction.Answer{"n/a": satisfaction.NotApplicable})
		fmt.Println(a, err)
	}
	// Output:
	// 5 <nil>
	// 3 <nil>
	// 2 <nil>
	// blank <nil>
	// not-applicable <nil>
	// blank hotelcrm: room "excellent": satisfaction: not an answer on the scale: ladder; want very_satisfied (5), satisfied (4), fair (3), dissatisfied (2), very_dissatisfied (1)
}

func ExampleForm_Points_recommendation() {
	form := innForm()
	points, _ := form.Points(2, 8) // code 8 of 0 to 10 is the eighth place
	percent, _ := form.Percent(2, 8)
	_, given := form.Points(2, satisfaction.Refused)
	fmt.Println(points, percent, given)
	// Output: 7 70 false
}

func ExampleForm_Percent_satisfiedWithTheRoom() {
	percent, _ := innForm().Percent(0, 4) // satisfied, of five words
	fmt.Println(percent)
	// Output: 75
}

func ExampleReadAnswers_fileOfTheInn() {
	answers := innAnswers()
	for i := range answers.Len() {
		fmt.Println(answers.Kept[i][0], answers.Row(i))
	}
	// Output:
	// Abe [5 5 11]
	// Bea [4 4 10]
	// Cem [3 blank 8]
	// Dee [2 1 not-asked]
	// Eli [4 4 10]
}

func ExampleReadAnswers_wrongAnswer() {
	file := "room,noise,recommend\n5,1,10\n6,1,10\n"
	answers, err := satisfaction.ReadAnswers(strings.NewReader(file), innForm(), satisfaction.Reading{})
	fmt.Println(answers.Len(), "of", answers.Read)
	fmt.Println(err)
	// Output:
	// 1 of 2
	// hotelcrm: row 2: room "6": satisfaction: not an answer on the scale: ladder; want very_satisfied (5), satisfied (4), fair (3), dissatisfied (2), very_dissatisfied (1)
}

func ExampleForm_Pattern_sameAnswerTwice() {
	p := innForm().Pattern([]satisfaction.Answer{3, 3, 9})
	fmt.Println(p.Given, p.LongestRun, p.Most)
	// Output: 3 2 2
}

func ExampleForm_StraightLines_verySatisfiedThroughout() {
	form := satisfaction.HotelTree()
	questions, err := form.Form()
	if err != nil {
		fmt.Println(err)
		return
	}
	rows := make([]satisfaction.Answer, 2*24)
	for i := range rows {
		rows[i] = 5 // the first guest says "very satisfied" throughout
		if i >= 24 {
			rows[i] = satisfaction.Answer(1 + i%5)
		}
	}
	lines, err := questions.StraightLines(rows, satisfaction.StraightLine{})
	fmt.Println(lines.Flagged, lines.Rule.Run, err)
	// Output: [0] 24 <nil>
}

func ExampleHotelTree_fiveFactors() {
	tree := satisfaction.HotelTree()
	for _, factor := range tree.Root.Children {
		fmt.Println(factor.ID, factor.LabelZH, len(factor.Children))
	}
	// Output:
	// environment 客户对酒店环境的感知 3
	// hardware 客户对酒店硬件设施的感知 8
	// service 客户对酒店服务的感知 8
	// staff 客户对酒店工作人员的感知 3
	// spend 客户对消费的感知 2
}

func ExampleTree_Reweigh_weightsOfTheManager() {
	tree, err := satisfaction.HotelTree().Reweigh("overall", []int64{15, 25, 30, 18, 12})
	if err != nil {
		fmt.Println(err)
		return
	}
	shares, err := tree.Shares()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(tree.Revision, shares[1].ID, shares[1].Exact, shares[2].ID, shares[2].Exact, shares[2].Float())
	// Output: 2 environment 3/20 location 1/20 0.05
}

func ExampleTree_Shares_roomTwiceAsMuch() {
	shares, err := innTree().Shares()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range shares {
		fmt.Println(s.Depth, s.ID, s.Exact.RatString(), s.Leaf)
	}
	// Output:
	// 0 overall 1 false
	// 1 room 2/3 true
	// 1 noise 1/3 true
}

func ExampleTree_Validate_weightsInPercent() {
	tree := innTree()
	tree.Root.Of = 100 // the hotel writes its weights in percent
	fmt.Println(tree.Validate())
	// Output: hotelcrm: Node overall.Of: "100" is not allowed; want the sum of the children's parts, 3
}

func ExampleTree_Form_oneQuestionMore() {
	recommend, _ := satisfaction.Direct(0, 10)
	form, err := innTree().Form(satisfaction.Item{ID: "recommend", Scale: recommend})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(form.Len(), form.Item(2).ID)
	// Output: 3 recommend
}

func ExampleTree_Diff_breakfastIsNew() {
	older := innTree()
	newer, err := older.Reweigh("overall", []int64{1, 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	newer.Root.Children = append(newer.Root.Children, satisfaction.Node{ID: "breakfast", Parts: 2})
	changes, err := older.Diff(newer)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range changes {
		fmt.Println(c.ID, c.Kind, c.From, c.To)
	}
	// Output:
	// room reweighted 2/3 1/4
	// noise reweighted 1/3 1/4
	// breakfast added  overall
}
