package main

import (
	"bufio"
	"errors"
	"os"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// survey reads answers, weighs the questions by CRITIC and gives each guest an index, over the questions answered.
func survey(args []string) error {
	if len(args) != 1 {
		return errors.New("survey needs a file of answers")
	}
	var c clock
	tree, err := questionTree()
	if err != nil {
		return err
	}
	answers, err := readAnswers(args[0], tree)
	if err != nil {
		return err
	}
	c.step("read")
	weights, err := critic(answers)
	if err != nil {
		return err
	}
	c.step("weigh")
	parts, err := weight.Parts(weights, 7)
	if err != nil {
		return err
	}
	if tree, err = tree.Reweigh("all", parts); err != nil {
		return err
	}
	scorer, err := satisfaction.NewScorer(tree, answers.Form, satisfaction.Scoring{})
	if err != nil {
		return err
	}
	scores, err := scorer.ScoreAll(answers.Rows, 1)
	if err != nil {
		return err
	}
	c.step("score")
	mean, n := scores.Mean()
	figure("first_weight", weights[0])
	figure("last_weight", weights[questions-1])
	figure("index", mean)
	figure("guests", n)
	return nil
}

func questionTree() (satisfaction.Tree, error) {
	scale, err := satisfaction.Direct(1, 5)
	scale.ID = "five"
	root := satisfaction.Node{ID: "all"}
	for i := range questions {
		root.Children = append(root.Children, satisfaction.Node{ID: question(i), Parts: 1})
	}
	return satisfaction.Tree{Version: satisfaction.Version, ID: "survey", Revision: 1, Scales: []satisfaction.Scale{scale}, Root: root}, err
}

func readAnswers(name string, tree satisfaction.Tree) (*satisfaction.Answers, error) {
	form, err := tree.Form()
	if err != nil {
		return nil, err
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return satisfaction.ReadAnswers(bufio.NewReaderSize(file, 1<<20), form, satisfaction.Reading{})
}

func critic(answers *satisfaction.Answers) ([]float64, error) {
	summary := satisfaction.NewSummary(answers.Form)
	if err := summary.AddRows(answers.Rows, 1); err != nil {
		return nil, err
	}
	sums, err := summary.WeightSums(nil)
	if err != nil {
		return nil, err
	}
	weights, err := sums.Weigh(weight.Options{Method: weight.CRITIC})
	return weights.Weights, err
}
