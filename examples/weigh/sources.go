package main

import (
	"cmp"
	"errors"
	"slices"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// The sources of weights beside the methods of package weight.
const (
	fromJudgement = "judgement"
	fromTree      = "tree"
	fromDrivers   = "drivers"
	fromNowhere   = "equal"
)

// dataMethods are the methods that work from counts and sums of answers, side by side.
func dataMethods() []weight.DataMethod {
	return []weight.DataMethod{weight.StandardDeviation, weight.Entropy, weight.CRITIC, weight.DeviationMaximum, weight.FirstComponent}
}

// allSources returns the names that -use knows.
func allSources() []string {
	out := []string{fromJudgement, fromTree, fromDrivers}
	for _, m := range dataMethods() {
		out = append(out, m.String())
	}
	return append(out, fromNowhere)
}

// collect finds the weights of the questions from every source there is.
func (a *surveyed) collect(s *survey, judged *judged) (err error) {
	if err = a.judge(s, judged); err != nil {
		return err
	}
	if s.stated {
		shares, err := leafShares(s.tree)
		if err != nil {
			return err
		}
		a.add(fromTree, shares)
	}
	summary := satisfaction.NewSummary(s.answers.Form)
	if err = summary.AddRows(s.answers.Rows, 1); err != nil {
		return err
	}
	if err = a.drive(s, summary); err != nil {
		return err
	}
	questions := make([]int, len(s.items))
	for i := range questions {
		questions[i] = i
	}
	sums, err := summary.WeightSums(questions)
	if err != nil {
		return err
	}
	for _, method := range dataMethods() {
		w, err := sums.Weigh(weight.Options{Method: method})
		if err != nil {
			a.Refused = append(a.Refused, refused{method.String(), refusal(err, s.items, sums)})
			continue
		}
		a.add(method.String(), w.Weights)
		for _, warning := range w.Warnings {
			warning.Text = method.String() + ": " + warning.Text
			a.warnings = append(a.warnings, warning)
		}
	}
	return nil
}

// judge puts judged weights on the tree.
func (a *surveyed) judge(s *survey, judged *judged) error {
	if judged == nil {
		return nil
	}
	names, full := split(judged.Matrices[0].Weights)
	tree, node, err := judgedTree(s.tree, names, full)
	if err != nil {
		return named(s.file, err)
	}
	a.judged, a.judgedAt = &tree, node
	shares, err := leafShares(tree)
	if err != nil {
		return err
	}
	a.sources = append(a.sources, weight.Source{Name: fromJudgement, Weights: shares})
	return nil
}

// drive finds what goes with the overall rating.
func (a *surveyed) drive(s *survey, summary *satisfaction.Summary) error {
	if s.overall < 0 {
		return nil
	}
	moments, err := summary.Moments()
	if err != nil {
		return err
	}
	items := make([]int, len(s.items))
	for i := range items {
		items[i] = i
	}
	drivers, err := moments.Drivers(s.overall, items)
	if err != nil {
		sums, none := summary.WeightSums(append(items, s.overall))
		if none != nil {
			return none
		}
		a.Refused = append(a.Refused, refused{fromDrivers, refusal(err, append(slices.Clone(s.items), "the overall rating"), sums)})
		return nil
	}
	a.Drivers = drivers
	a.warnings = append(a.warnings, drivers.Warnings...)
	weights := make([]float64, len(drivers.List))
	for i, d := range drivers.List {
		weights[i] = d.Relative
	}
	a.add(fromDrivers, weights)
	return nil
}

// refusal says in words of the survey why answers give no weights.
func refusal(err error, names []string, s *weight.Sums) string {
	if errors.Is(err, weight.ErrUndefined) {
		return noWeight
	}
	return cmp.Or(tooFew(names, s), explain(err))
}

const noWeight = "gives every question 0"

// tooFew says which question, or else which two together, fewer than two guests answered; empty if there is none.
func tooFew(names []string, s *weight.Sums) string {
	for apart := range names { // a question alone first
		for i, name := range names[:len(names)-apart] {
			n, what := s.N[i*s.Items+i+apart], name
			if n > 1 {
				continue
			}
			if apart > 0 {
				what = "both " + name + " and " + names[i+apart]
			}
			return []string{"nobody", "only one guest"}[n] + " answered " + what + ", and it takes two guests at least"
		}
	}
	return ""
}

// add notes a source, its weights divided by their sum; one without any weight says nothing.
func (a *surveyed) add(name string, weights []float64) {
	var sum float64
	for _, w := range weights {
		sum += w
	}
	if sum <= 0 {
		a.Refused = append(a.Refused, refused{name, noWeight})
		return
	}
	out := make([]float64, len(weights))
	for i, w := range weights {
		out[i] = w / sum
	}
	a.sources = append(a.sources, weight.Source{Name: name, Weights: out})
}

// choose picks the weights to be used.
func (a *surveyed) choose(opt *options) (weight.Source, error) {
	equal := make([]float64, len(a.Questions))
	for i := range equal {
		equal[i] = 1 / float64(len(equal))
	}
	if opt.use == fromNowhere {
		return weight.Source{Name: fromNowhere, Weights: equal}, nil
	}
	for _, s := range a.sources {
		stated := s.Name == fromJudgement || s.Name == fromTree || s.Name == fromDrivers
		if s.Name == opt.use || opt.use == "" && stated {
			return s, nil
		}
	}
	if opt.use == "" {
		return weight.Source{Name: fromNowhere, Weights: equal}, nil
	}
	for _, r := range a.Refused {
		if r.Source == opt.use {
			return weight.Source{}, errors.New("-use " + opt.use + ": " + r.Reason)
		}
	}
	need := map[string]string{fromJudgement: "-judgements", fromTree: "-tree FILE", fromDrivers: "-overall COLUMN"}
	return weight.Source{}, errors.New("-use " + opt.use + " needs " + need[opt.use])
}
