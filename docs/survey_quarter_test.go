package docs_test

import (
	"fmt"
	"io"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// questionnaire weighs rooms twice as much as quiet nights and breakfast; the last question stands outside the index.
func questionnaire() (satisfaction.Tree, *satisfaction.Form, error) {
	stars, err := satisfaction.Ladder(5, 4, 3, 2, 1)
	if err != nil {
		return satisfaction.Tree{}, nil, err
	}
	tree := satisfaction.Tree{
		Version: satisfaction.Version, ID: "lake", Revision: 1, Scales: []satisfaction.Scale{stars},
		Root: satisfaction.Node{ID: "overall", Children: []satisfaction.Node{
			{ID: "room", Parts: 2}, {ID: "quiet", Parts: 1}, {ID: "breakfast", Parts: 1},
		}},
	}
	zeroToTen, err := satisfaction.Direct(0, 10)
	if err != nil {
		return satisfaction.Tree{}, nil, err
	}
	form, err := tree.Form(satisfaction.Item{ID: "recommend", Scale: zeroToTen})
	return tree, form, err
}

// round reads the answers of one quarter and scores every node of the tree.
func round(file io.Reader, name string) (satisfaction.Round, error) {
	tree, form, err := questionnaire()
	if err != nil {
		return satisfaction.Round{}, err
	}
	answers, err := satisfaction.ReadAnswers(file, form, satisfaction.Reading{})
	if err != nil {
		return satisfaction.Round{}, err // every wrong answer with row and question
	}
	scorer, err := satisfaction.NewScorer(tree, form, satisfaction.Scoring{})
	if err != nil {
		return satisfaction.Round{}, err
	}
	report, err := scorer.Report(answers.Rows, nil, 0.95, 1)
	if err != nil {
		return satisfaction.Round{}, err
	}
	for _, n := range report.Nodes {
		fmt.Printf("%s %-9s %.2f (%.2f to %.2f), n %d\n", name, n.ID, n.Mean, n.Interval.Low, n.Interval.High, n.Guests)
	}
	return satisfaction.Round{Tree: tree, Report: report}, recommend(answers, name)
}

// recommend prints the net promoter score with its interval.
func recommend(answers *satisfaction.Answers, name string) error {
	summary := satisfaction.NewSummary(answers.Form)
	if err := summary.AddRows(answers.Rows, 1); err != nil {
		return err
	}
	at, _ := answers.Form.Index("recommend")
	nps, err := summary.NPS(at)
	if err != nil {
		return err
	}
	interval, err := nps.Adjusted(0.95)
	fmt.Printf("%s NPS %.2f (%.2f to %.2f)\n", name, nps.Value(), interval.Low, interval.High)
	return err
}

// fixFirst returns what matters much and goes badly, by the weights of the tree.
func fixFirst(r satisfaction.Round) (*satisfaction.Diagnosis, error) {
	shares, err := r.Tree.Shares()
	if err != nil {
		return nil, err
	}
	var indicators []satisfaction.Indicator
	for _, s := range shares {
		if n, ok := r.Report.Node(s.ID); ok && s.Leaf {
			indicators = append(indicators, satisfaction.Indicator{ID: s.ID, Importance: s.Float(), Performance: n.Mean, N: n.Guests})
		}
	}
	return satisfaction.Diagnose(indicators, satisfaction.Cuts{}, satisfaction.ThesisLabels())
}

// compare prints what changed between two quarters, and what is still to be fixed.
func compare(before, after satisfaction.Round) error {
	c, err := satisfaction.Compare(before, after, 0.95)
	if err != nil {
		return err
	}
	for _, n := range c.Nodes {
		fmt.Printf("%-9s %+.2f, p %.3f: %s\n", n.ID, n.After-n.Before, n.AdjustedP, n.Verdict)
	}
	diagnosis, err := fixFirst(after)
	if err != nil {
		return err
	}
	for _, p := range c.Next(diagnosis) {
		fmt.Println("next:", p.ID, p.Label.Name)
	}
	return nil
}

func Example_surveyQuarter() {
	spring, err := round(strings.NewReader(answersOfSpring()), "spring")
	if err != nil {
		fmt.Println(err)
		return
	}
	autumn, err := round(strings.NewReader(answersOfAutumn()), "autumn")
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := compare(spring, autumn); err != nil {
		fmt.Println(err)
	}
	// Output:
	// spring overall   3.35 (3.29 to 3.42), n 60
	// spring room      3.50 (3.37 to 3.63), n 60
	// spring quiet     2.00 (1.82 to 2.18), n 60
	// spring breakfast 4.67 (4.52 to 4.81), n 45
	// spring NPS 0.00 (-0.18 to 0.18)
	// autumn overall   3.90 (3.82 to 3.98), n 60
	// autumn room      3.50 (3.37 to 3.63), n 60
	// autumn quiet     4.00 (3.82 to 4.18), n 60
	// autumn breakfast 4.67 (4.52 to 4.81), n 45
	// autumn NPS 0.50 (0.35 to 0.62)
	// overall   +0.54, p 0.000: better
	// room      +0.00, p 1.000: no-change-shown
	// quiet     +2.00, p 0.000: better
	// breakfast +0.00, p 1.000: no-change-shown
	// next: room fix first
}

// answersOfSpring returns a file as a survey tool exports it: one row a guest, blank where nothing was said.
func answersOfSpring() string {
	return "room,quiet,breakfast,recommend\n" + strings.Repeat("3,2,5,6\n4,2,4,8\n3,1,5,7\n4,3,,9\n", 15)
}

// answersOfAutumn are those after new windows were put in.
func answersOfAutumn() string {
	return "room,quiet,breakfast,recommend\n" + strings.Repeat("3,4,5,8\n4,4,4,9\n3,3,5,7\n4,5,,10\n", 15)
}
