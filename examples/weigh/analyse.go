package main

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// level is the confidence of all intervals.
const level = 0.95

// The codes of this command's warnings.
const (
	warnNoGrid hotelcrm.WarningCode = "no-grid"
	warnSpread hotelcrm.WarningCode = "spread-is-not-importance"
)

const (
	noGridText = "no weights are known, so all questions weigh alike and there is no grid of importance and performance: " +
		"give -judgements, -tree FILE or -overall"
	spreadText = "the weights come from how much the answers differ, which is not how much a question matters"
)

func analyse(opt *options, in *input) (*result, error) {
	r := &result{Input: in.name, Places: opt.places, Warnings: []hotelcrm.Warning{}}
	if len(in.experts) > 0 || in.decision != nil {
		if err := r.judge(opt, in); err != nil {
			return nil, err
		}
		r.warn(r.Judgements.warnings)
	}
	if in.survey == nil {
		return r, nil
	}
	if err := r.score(opt, in.survey); err != nil {
		return nil, err
	}
	r.warn(r.Survey.warnings)
	return r, nil
}

// score turns answers into weights, scores and the grid.
func (r *result) score(opt *options, s *survey) error {
	a := newSurveyed(s)
	r.Survey = a
	if err := a.collect(s, r.Judgements); err != nil {
		return err
	}
	for _, one := range a.sources {
		list, err := weightedOf(s.items, one.Weights, opt.places)
		if err != nil {
			return err
		}
		a.Sources = append(a.Sources, source{one.Name, list})
	}
	var err error
	if len(a.sources) > 0 {
		if a.Disagreement, err = weight.Disagreements(a.sources); err != nil {
			return err
		}
	}
	used, err := a.choose(opt)
	if err != nil {
		return err
	}
	a.Used = used.Name
	tree, err := a.treeOf(s, used)
	if err != nil {
		return err
	}
	if err = a.report(tree, s); err != nil {
		return err
	}
	return a.place(used, r.Judgements)
}

func newSurveyed(s *survey) *surveyed {
	a := &surveyed{
		File: s.file, Rows: s.answers.Read, Wrong: s.wrong, Guests: s.answers.Len(),
		Sources: []source{}, Refused: []refused{}, Disagreement: []weight.Disagreement{},
		depth: map[string]int{}, labels: map[string]label{},
	}
	for i := range s.items {
		item := s.answers.Form.Item(i)
		a.Questions = append(a.Questions, question{item.ID, item.Label, item.LabelZH})
	}
	for row := range s.answers.Len() {
		for _, answer := range s.answers.Row(row)[:len(s.items)] {
			if !answer.Given() {
				a.Missing++
			}
		}
	}
	a.learn(s.tree.Root, 0)
	return a
}

// learn notes the depth and labels of a node and all below.
func (a *surveyed) learn(n satisfaction.Node, depth int) {
	text := n.Label
	if text == "" {
		text = n.ID
	}
	a.depth[n.ID], a.labels[n.ID] = depth, label{text, n.LabelZH}
	for _, child := range n.Children {
		a.learn(child, depth+1)
	}
}

// treeOf returns the tree with the weights to be used.
func (a *surveyed) treeOf(s *survey, used weight.Source) (satisfaction.Tree, error) {
	switch used.Name {
	case fromJudgement:
		return *a.judged, nil
	case fromTree:
		return s.tree, nil
	}
	return weighTree(s.tree, used.Weights)
}

// report finds the scores of all nodes. Scales with other ends meet in per cent.
func (a *surveyed) report(tree satisfaction.Tree, s *survey) error {
	scorer, err := satisfaction.NewScorer(tree, s.answers.Form, satisfaction.Scoring{Percent: len(tree.Scales) > 1})
	if err != nil {
		return err
	}
	if a.Scores, err = scorer.Report(s.answers.Rows, nil, level, 1); err != nil {
		return err
	}
	a.Unit.Low, a.Unit.High = scorer.Ends()
	a.warnings = append(a.warnings, a.Scores.Warnings...)
	return nil
}

// place puts the questions into the grid.
func (a *surveyed) place(used weight.Source, judged *judged) error {
	if used.Name == fromNowhere {
		a.warnings = append(a.warnings, hotelcrm.Warning{Code: warnNoGrid, N: len(a.Questions), Text: noGridText})
		return nil
	}
	if used.Name != fromJudgement && used.Name != fromTree && used.Name != fromDrivers {
		a.warnings = append(a.warnings, hotelcrm.Warning{Code: warnSpread, N: len(a.Questions), Text: spreadText})
	}
	var list []satisfaction.Indicator
	for i, q := range a.Questions {
		node, ok := a.Scores.Node(q.ID)
		if !ok || node.Guests == 0 {
			a.warnings = append(a.warnings, hotelcrm.Warning{Code: warnNoGrid, N: 1, Text: fmt.Sprintf("nobody answered %s: it is not in the grid", q.ID)})
			continue
		}
		one := satisfaction.Indicator{ID: q.ID, Importance: used.Weights[i], Performance: node.Mean, ImportanceSE: a.judgedSE(i, used, judged), N: node.Guests, EffectiveN: node.EffectiveN}
		if node.EffectiveN > 0 {
			one.PerformanceSE = node.SD / math.Sqrt(node.EffectiveN)
		}
		list = append(list, one)
	}
	if len(list) == 0 {
		return nil
	}
	d, err := satisfaction.Diagnose(list, satisfaction.Cuts{}, satisfaction.ThesisLabels())
	if err != nil {
		return err
	}
	g := &grid{Cuts: d.Cuts, Readings: readings{d.Labels, satisfaction.ClassicalLabels()}, FixFirst: []string{}}
	for _, p := range d.Placed {
		g.Items = append(g.Items, placed{p, g.Readings.Classical.Of(p.Cell)})
	}
	for _, p := range d.FixFirst() {
		g.FixFirst = append(g.FixFirst, p.ID)
	}
	a.Grid = g
	return nil
}

// judgedSE returns the standard error of a judged weight, where several experts judged the questions themselves.
func (a *surveyed) judgedSE(item int, used weight.Source, judged *judged) float64 {
	if used.Name != fromJudgement || judged.Group == nil || len(a.judgedAt.Children) != len(a.Questions) {
		return 0
	}
	for i, w := range judged.Matrices[0].Weights {
		if w.Name == a.Questions[item].ID {
			return judged.Group.Spread[i] / math.Sqrt(float64(judged.Group.Experts))
		}
	}
	return 0
}
