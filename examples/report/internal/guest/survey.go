package guest

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/internal/mood"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/survey"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// Answers is what the guest said in the survey.
type Answers struct {
	Score     *json.Number   `json:"score"` // null: too little answered
	Answered  json.Number    `json:"answered_share"`
	Rows      int            `json:"questionnaires"`
	N         int            `json:"n"` // answers to questions
	Low       *json.Number   `json:"low"`
	High      *json.Number   `json:"high"`
	Alpha     *json.Number   `json:"alpha"` // Cronbach's, of all questionnaires; the interval rests on it
	House     *json.Number   `json:"house"` // the index
	Scale     [2]json.Number `json:"scale"`
	Overall   *json.Number   `json:"overall"`
	Questions []Question     `json:"questions"` // that the guest answered, the farthest below the mean of all guests first

	Value       float64 `json:"-"`
	LowPoints   float64 `json:"-"`
	HighPoints  float64 `json:"-"`
	HousePoints float64 `json:"-"`
	middle      float64
}

// Question is one answer beside that of all guests; of several questionnaires the mean.
type Question struct {
	ID      string      `json:"id"`
	Label   string      `json:"label"`
	LabelZH string      `json:"labelZh,omitempty"`
	Answer  json.Number `json:"answer"`
	Mean    json.Number `json:"mean"` // of all guests

	Points     float64 `json:"-"`
	MeanPoints float64 `json:"-"`
}

// answers returns nil for a guest who did not answer.
func (r *reader) answers(i int) (*Answers, error) {
	t := r.Survey
	if t == nil || !t.HasScore() || t.ByGuest[i] == nil {
		return nil, nil
	}
	g, scale, root := t.ByGuest[i], t.Tree.Scales[0], t.Report.Nodes[0]
	out := &Answers{
		Answered: json.Number(strconv.FormatFloat(g.Answered/float64(g.Rows), 'f', numeral.ScoreDigits, 64)), Rows: g.Rows, House: numeral.Fixed(root.Mean, numeral.RateDigits),
		Scale: [2]json.Number{json.Number(scale.Low.String()), json.Number(scale.High.String())}, HousePoints: root.Mean,
		middle: mood.Middle(scale.Low.InexactFloat64(), scale.High.InexactFloat64()),
	}
	ask(t, i, out)
	if g.Scored == 0 {
		return out, nil
	}
	out.Value = g.Mean()
	out.Score = numeral.Fixed(out.Value, numeral.ScoreDigits)
	return out, bounded(t, g, out, scale)
}

// ask collects the answers of guest i.
func ask(t *survey.Result, i int, out *Answers) {
	labels, width := t.Labels(), t.Form.Len()
	for k, node := range t.Leaves() {
		points, n := t.PointsOf(i, k, width)
		if n == 0 {
			continue
		}
		out.N += n
		label := labels[node.ID]
		out.Questions = append(out.Questions, Question{
			ID: node.ID, Label: t.Named(label), LabelZH: label.LabelZH, Points: points, MeanPoints: node.Mean,
			Answer: *numeral.Fixed(points, numeral.ScoreDigits), Mean: *numeral.Fixed(node.Mean, numeral.RateDigits),
		})
	}
	slices.SortStableFunc(out.Questions, func(a, b Question) int { return cmp.Compare(a.Points-a.MeanPoints, b.Points-b.MeanPoints) })
	if t.Overall {
		if points, n := t.PointsOf(i, width-1, width); n > 0 {
			out.Overall = numeral.Fixed(points, numeral.ScoreDigits)
		}
	}
}

// bounded finds how far another set of such questions could have put the score: the standard error of measurement of
// classical test theory, SD·√(1-α), of answers that are complete; of fewer, the more.
func bounded(t *survey.Result, g *survey.Guest, out *Answers, scale satisfaction.Scale) error {
	moments, err := t.Counts.Moments()
	if err != nil {
		return err
	}
	questions := make([]int, len(t.Leaves()))
	for k := range questions {
		questions[k] = k
	}
	root := t.Report.Nodes[0]
	covariance, err := moments.CovarianceMatrix(questions)
	if err != nil || root.EffectiveN < 2 {
		return nil // constant or missing answers leave the error unknown
	}
	alpha, err := satisfaction.CronbachAlpha(covariance, root.EffectiveN, basis.Level)
	if err != nil || alpha.Value <= 0 || g.Answered <= 0 {
		return nil
	}
	interval, err := satisfaction.MeasurementInterval(out.Value, root.SD, alpha.Value, g.Answered, basis.Level)
	if err != nil {
		return nil
	}
	out.LowPoints, out.HighPoints = max(scale.Low.InexactFloat64(), interval.Low), min(scale.High.InexactFloat64(), interval.High)
	out.Low, out.High, out.Alpha = numeral.Fixed(out.LowPoints, numeral.ScoreDigits), numeral.Fixed(out.HighPoints, numeral.ScoreDigits), numeral.Fixed(alpha.Value, numeral.ScoreDigits)
	return nil
}

// Unhappy reports whether the guest is below the middle of the scale.
func (s *Answers) Unhappy() bool { return s.Score != nil && mood.Unhappy(s.Value, s.middle) }

// Complaints are the answers below the middle of the scale, and further below the mean of all guests than the score is: the
// worst first.
func (s *Answers) Complaints() []Question {
	return slices.DeleteFunc(slices.Clone(s.Questions), func(q Question) bool { return q.Points >= s.middle || q.Points >= q.MeanPoints })
}
