package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// furthest is how many judgements are shown that lie furthest from what all others of their matrix say.
const furthest = 5

// ofCriteria is what the matrix of a decision is of that weighs its criteria.
const ofCriteria = "criteria"

// judge turns judgements into weights.
func (r *result) judge(opt *options, in *input) error {
	j := &judged{Files: in.files, Kind: "expert", Method: opt.method, RandomIndex: opt.index, Totals: []weighted{}}
	var err error
	switch {
	case in.decision != nil:
		j.Kind = "decision"
		err = j.decide(opt, *in.decision)
	case len(in.experts) > 1:
		j.Kind = "group"
		err = j.aggregate(opt, in.experts)
	default:
		var w weight.Weighing
		if w, err = in.experts[0].Judgements.Weigh(opt.method, opt.index); err == nil {
			err = j.add(opt, "", in.experts[0].Judgements, w)
		}
	}
	r.Judgements = j
	return err
}

// add notes the result of one matrix.
func (j *judged) add(opt *options, of string, judgements *weight.Judgements, w weight.Weighing) error {
	list, err := weightedOf(w.Names, w.Weights, opt.places)
	if err != nil {
		return err
	}
	repairs, err := repairsOf(judgements, opt.index)
	j.Matrices = append(j.Matrices, matrix{of, list, w.Missing, &w.Consistency, repairs})
	for _, warning := range w.Warnings {
		if of != "" {
			warning.Text = of + ": " + warning.Text
		}
		j.warnings = append(j.warnings, warning)
	}
	return err
}

func (j *judged) decide(opt *options, d weight.Decision) error {
	out, err := d.Weigh(opt.method, opt.index)
	if err != nil {
		return err
	}
	if j.Totals, err = weightedOf(out.Names, out.Totals, opt.places); err != nil {
		return err
	}
	if err := j.add(opt, ofCriteria, d.Criteria, out.Criteria); err != nil {
		return err
	}
	for i, w := range out.Alternatives {
		if err := j.add(opt, out.Criteria.Names[i], d.Alternatives[i], w); err != nil {
			return err
		}
	}
	return nil
}

func (j *judged) aggregate(opt *options, experts []weight.Expert) error {
	var g weight.GroupWeighing
	var err error
	switch opt.group {
	case byArithmetic:
		g, err = weight.AggregatePriorities(experts, opt.method, opt.index, weight.Arithmetic)
	case byGeometric:
		g, err = weight.AggregatePriorities(experts, opt.method, opt.index, weight.Geometric)
	default:
		g, err = weight.AggregateJudgements(experts, opt.method, opt.index)
	}
	if err != nil {
		return err
	}
	list, err := weightedOf(g.Names, g.Weights, opt.places)
	if err != nil {
		return err
	}
	j.Matrices = []matrix{{Weights: list, Consistency: g.Consistency, Furthest: []repair{}}}
	j.Group = &group{Aggregation: opt.group, Experts: len(experts), Accepted: g.Accepted, Consensus: g.Consensus, Sum: g.Sum, Spread: g.Spread, Judgements: []said{}}
	for _, one := range g.Judgements {
		j.Group.Judgements = append(j.Group.Judgements, said{g.Names[one.Row], g.Names[one.Column], one})
	}
	j.warnings = slices.Clone(g.Warnings)
	for i, w := range j.warnings {
		if w.Code == weight.WarnInconsistent {
			j.warnings[i].Text = fmt.Sprintf("experts with a consistency ratio above %v: %d of %d", weight.AcceptedRatio, w.N, len(experts))
		}
	}
	for i, o := range g.Experts {
		one := opinion{Opinion: o, AskAgain: []repair{}}
		if o.Consistency.RatioApplies && o.Consistency.Ratio > weight.AcceptedRatio {
			if one.AskAgain, err = repairsOf(experts[i].Judgements, opt.index); err != nil {
				return err
			}
		}
		j.Group.Opinions = append(j.Group.Opinions, one)
	}
	return nil
}

// repairsOf returns the judgements furthest from what all others say; none where comparisons are missing.
func repairsOf(j *weight.Judgements, index weight.RandomIndex) ([]repair, error) {
	out := []repair{}
	list, err := j.Repairs(index)
	if errors.Is(err, weight.ErrMissing) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	names := j.Names()
	for _, one := range list[:min(furthest, len(list))] {
		out = append(out, repair{names[one.Row], names[one.Column], one})
	}
	return out, nil
}

// weightedOf returns weights to the places asked for, which sum to exactly one.
func weightedOf(names []string, full []float64, places int) ([]weighted, error) {
	parts, err := weight.Parts(full, places)
	if err != nil {
		return nil, err
	}
	out := make([]weighted, len(names))
	for i, d := range weight.Decimals(parts, places) {
		out[i] = weighted{names[i], number(d.StringFixed(int32(places))), full[i]}
	}
	return out, nil
}

// askAgain returns whether an expert's judgements agree so badly that the worst should be asked again.
func (m matrix) askAgain() bool {
	return m.Consistency != nil && m.Consistency.RatioApplies && m.Consistency.Ratio > weight.AcceptedRatio
}

// warn notes what the library warns of.
func (r *result) warn(list []hotelcrm.Warning) { r.Warnings = append(r.Warnings, list...) }
