package satisfaction_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// The inn found its rooms and its nights wanting, put in new windows, and asked again.
func ExampleComparison_Next_newWindows() {
	tree := innTree()
	tree.Root.Children = append(tree.Root.Children, satisfaction.Node{ID: "garden", Parts: 1})
	scorer, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
	if err != nil {
		fmt.Println(err)
		return
	}
	survey := func(room, quiet, garden satisfaction.Answer) satisfaction.Round {
		var rows []satisfaction.Answer
		for i := range satisfaction.Answer(40) {
			rows = append(rows, room+i%2, quiet+i%2, garden)
		}
		report, err := scorer.Report(rows, nil, 0.95, 1)
		if err != nil {
			fmt.Println(err)
		}
		return satisfaction.Round{Tree: tree, Report: report}
	}
	spring, autumn := survey(2, 1, 5), survey(2, 2, 5)
	c, err := satisfaction.Compare(spring, autumn, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	shares, err := tree.Shares()
	if err != nil {
		fmt.Println(err)
		return
	}
	var indicators []satisfaction.Indicator
	for k, s := range shares {
		if s.Leaf {
			indicators = append(indicators, satisfaction.Indicator{ID: s.ID, Importance: s.Float(), Performance: autumn.Report.Nodes[k].Mean})
		}
	}
	cuts := satisfaction.Cuts{Policy: satisfaction.StatedCuts, Importance: 0.2, Performance: 3}
	d, err := satisfaction.Diagnose(indicators, cuts, satisfaction.ThesisLabels())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range c.Next(d) {
		n, _ := c.Node(p.ID)
		fmt.Printf("%s %.1f: %s\n", p.ID, p.Performance, n.Verdict)
	}
	// Output:
	// room 2.5: no-change-shown
	// noise 2.5: better
}
