package main

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// guestAnswers is what the guest said in the survey.
type guestAnswers struct {
	Score     *json.Number    `json:"score"` // null: too little answered
	Answered  json.Number     `json:"answered_share"`
	Rows      int             `json:"questionnaires"`
	N         int             `json:"n"` // answers to questions
	Low       *json.Number    `json:"low"`
	High      *json.Number    `json:"high"`
	Alpha     *json.Number    `json:"alpha"` // Cronbach's, of all questionnaires; the interval rests on it
	House     *json.Number    `json:"house"` // the index
	Scale     [2]json.Number  `json:"scale"`
	Overall   *json.Number    `json:"overall"`
	Questions []guestQuestion `json:"questions"` // that the guest answered, the farthest below the mean of all guests first

	value, low, high, house, middle float64
}

// guestQuestion is one answer beside that of all guests; of several questionnaires the mean.
type guestQuestion struct {
	ID      string      `json:"id"`
	Label   string      `json:"label"`
	LabelZH string      `json:"labelZh,omitempty"`
	Answer  json.Number `json:"answer"`
	Mean    json.Number `json:"mean"` // of all guests

	answer, mean float64
}

// guestAnswers returns nil for a guest who did not answer.
func (t *satisfied) guestAnswers(i int) (*guestAnswers, error) {
	if t == nil || !t.usable() || t.byGuest[i] == nil {
		return nil, nil
	}
	g, scale, root := t.byGuest[i], t.Tree.Scales[0], t.report.Nodes[0]
	out := &guestAnswers{
		Answered: json.Number(strconv.FormatFloat(g.answered/float64(g.rows), 'f', numeral.ScoreDigits, 64)), Rows: g.rows, House: numeral.Fixed(root.Mean, numeral.RateDigits),
		Scale: [2]json.Number{json.Number(scale.Low.String()), json.Number(scale.High.String())}, house: root.Mean,
		middle: scale.Low.Add(scale.High).InexactFloat64() / 2,
	}
	t.ask(i, out)
	if g.scored == 0 {
		return out, nil
	}
	out.value = g.mean()
	out.Score = numeral.Fixed(out.value, numeral.ScoreDigits)
	return out, t.bound(g, out, scale)
}

// ask collects the answers of guest i.
func (t *satisfied) ask(i int, out *guestAnswers) {
	labels, width := t.labels(), t.Form.Len()
	for k, node := range t.leaves() {
		points, n := t.pointsOf(i, k, width)
		if n == 0 {
			continue
		}
		out.N += n
		label := labels[node.ID]
		out.Questions = append(out.Questions, guestQuestion{
			ID: node.ID, Label: t.named(label), LabelZH: label.LabelZH, answer: points, mean: node.Mean,
			Answer: *numeral.Fixed(points, numeral.ScoreDigits), Mean: *numeral.Fixed(node.Mean, numeral.RateDigits),
		})
	}
	slices.SortStableFunc(out.Questions, func(a, b guestQuestion) int { return cmp.Compare(a.answer-a.mean, b.answer-b.mean) })
	if t.Overall {
		if points, n := t.pointsOf(i, width-1, width); n > 0 {
			out.Overall = numeral.Fixed(points, numeral.ScoreDigits)
		}
	}
}

// leaves returns the questions in the order of the form.
func (t *satisfied) leaves() []satisfaction.NodeScore {
	var out []satisfaction.NodeScore
	for k, node := range t.report.Nodes {
		if t.shares[k].Leaf {
			out = append(out, node)
		}
	}
	return out
}

// pointsOf returns the mean answer of guest i to an item of the form, and in how many questionnaires it was given.
func (t *satisfied) pointsOf(i, item, width int) (mean float64, n int) {
	for row, guest := range t.Guests {
		if guest != i {
			continue
		}
		if points, ok := t.Form.Points(item, t.Answers[row*width+item]); ok {
			mean, n = mean+points, n+1
		}
	}
	return mean / float64(max(1, n)), n
}

// bound finds how far another set of such questions could have put the score: the standard error of measurement of classical
// test theory, SD·√(1-α), of answers that are complete; of fewer, the more.
func (t *satisfied) bound(g *guestScore, out *guestAnswers, scale satisfaction.Scale) error {
	moments, err := t.counts.Moments()
	if err != nil {
		return err
	}
	questions := make([]int, len(t.leaves()))
	for k := range questions {
		questions[k] = k
	}
	root := t.report.Nodes[0]
	covariance, err := moments.CovarianceMatrix(questions)
	if err != nil || root.EffectiveN < 2 {
		return nil // constant or missing answers leave the error unknown
	}
	alpha, err := satisfaction.CronbachAlpha(covariance, root.EffectiveN, basis.Level)
	if err != nil || alpha.Value <= 0 || g.answered <= 0 {
		return nil
	}
	interval, err := satisfaction.MeasurementInterval(out.value, root.SD, alpha.Value, g.answered, basis.Level)
	if err != nil {
		return nil
	}
	out.low, out.high = max(scale.Low.InexactFloat64(), interval.Low), min(scale.High.InexactFloat64(), interval.High)
	out.Low, out.High, out.Alpha = numeral.Fixed(out.low, numeral.ScoreDigits), numeral.Fixed(out.high, numeral.ScoreDigits), numeral.Fixed(alpha.Value, numeral.ScoreDigits)
	return nil
}

// unhappy reports whether the guest is below the middle of the scale.
func (s *guestAnswers) unhappy() bool { return s.Score != nil && s.value < s.middle }

// complaints are the answers below the middle of the scale, and further below the mean of all guests than the score is: the
// worst first.
func (s *guestAnswers) complaints() []guestQuestion {
	return slices.DeleteFunc(slices.Clone(s.Questions), func(q guestQuestion) bool { return q.answer >= s.middle || q.answer >= q.mean })
}

// mean returns the score of a guest with a row that has one.
func (g *guestScore) mean() float64 { return g.score / float64(g.scored) }
