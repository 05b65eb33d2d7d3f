package record

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/survey"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// Survey is what summary.json says of the satisfaction. Without a score, what follows the method is null.
type Survey struct {
	File    string           `json:"file"`
	SHA256  string           `json:"sha256,omitempty"`
	Rows    int64            `json:"rows"`
	Used    int64            `json:"used"`
	Skipped map[string]int64 `json:"skipped"`
	Answers map[string]int64 `json:"answers"` // to the questions of the tree: given, and why not
	Guests  SurveyGuests     `json:"guests"`
	Tree    string           `json:"tree"` // "hotel", or "flat": one level of questions of equal weight
	Scale   [2]json.Number   `json:"scale"`

	Method     SurveyMethod `json:"method"`
	Index      *json.Number `json:"index"` // in points of the scale
	N          int64        `json:"n"`     // rows with a score
	EffectiveN json.Number  `json:"effectiveN"`
	Interval   *Interval    `json:"interval"`
	Nodes      []Node       `json:"nodes"`
	Quadrants  *Quadrants   `json:"quadrants"`   // null without importance
	FixFirst   []string     `json:"fixFirst"`    // ids, the widest gap times its chance first; none without importance
	Lowest     []string     `json:"lowestRated"` // ids of the questions with the lowest means, the lowest first
}

// SurveyGuests is of whom the answers are.
type SurveyGuests struct {
	Joined   int   `json:"joined"`   // of guests.csv
	Repeated int   `json:"repeated"` // of them with more than one row
	Unknown  int64 `json:"unknown"`  // rows of guests without a stay that counts
	Missing  int64 `json:"missing"`  // rows without a guest
}

// SurveyMethod is how a score is made.
type SurveyMethod struct {
	Convention  satisfaction.Convention  `json:"convention"`
	Missing     satisfaction.MissingRule `json:"missing"`
	MinAnswered json.Number              `json:"minAnswered"`
	Weighting   satisfaction.Weighting   `json:"weighting"`
	Importance  string                   `json:"importance"` // "relative-weights", or "not-known" without an overall rating to derive it from
	R2          *json.Number             `json:"r2,omitempty"`
}

// Interval is the ends of an interval, and how it was found.
type Interval struct {
	Low    json.Number                 `json:"low"`
	High   json.Number                 `json:"high"`
	Level  json.Number                 `json:"level"`
	Method satisfaction.IntervalMethod `json:"method"`
}

// Node is the index, a factor or a question.
type Node struct {
	ID         string       `json:"id"`
	Depth      int          `json:"depth"`
	Weight     json.Number  `json:"weight"` // declared, in the whole
	Mean       *json.Number `json:"mean"`   // null if nobody has a score
	SD         *json.Number `json:"sd"`
	N          int64        `json:"n"`
	EffectiveN json.Number  `json:"effectiveN"`
	Interval   *Interval    `json:"interval"`
	Answered   json.Number  `json:"answered"`
}

// Quadrants are the questions by importance and performance.
type Quadrants struct {
	CutPolicy   satisfaction.CutPolicy `json:"cutPolicy"`
	Importance  json.Number            `json:"importance"` // the cuts
	Performance json.Number            `json:"performance"`
	Labels      string                 `json:"labels"`
	Placed      []Placed               `json:"placed"`
}

// Placed is a question on the plane of importance and performance.
type Placed struct {
	ID          string            `json:"id"`
	Importance  json.Number       `json:"importance"`
	SE          *json.Number      `json:"importanceSE"` // null: taken as known in the chance
	Performance json.Number       `json:"performance"`
	Cell        satisfaction.Cell `json:"cell"`
	Chance      json.Number       `json:"chance"` // that its true place is in the cell
	Gap         json.Number       `json:"gap"`
}

func (r *recorder) surveyJSON() *Survey {
	t := r.Survey
	if t == nil {
		return nil
	}
	scoring, scale, root := t.Scorer.Scoring(), t.Tree.Scales[0], t.Report.Nodes[0]
	out := &Survey{
		File: t.Source, SHA256: t.Hash, Rows: t.Rows, Used: t.Report.Rows, Skipped: t.Wrong, Answers: t.AnswerCounts(),
		Guests: SurveyGuests{Joined: len(t.ByGuest), Repeated: t.Repeats, Unknown: t.Unknown, Missing: t.Anonymous},
		Tree:   t.Tree.ID, Scale: [2]json.Number{json.Number(scale.Low.String()), json.Number(scale.High.String())},
		Method: SurveyMethod{
			Convention: t.Report.Convention, Missing: scoring.Missing, MinAnswered: numeral.Rate(scoring.MinAnswered),
			Weighting: t.Report.Weighting, Importance: "not-known",
		},
		N: root.Guests, EffectiveN: numeral.Rate(root.EffectiveN),
	}
	if t.Drivers != nil {
		out.Method.Importance, out.Method.R2 = "relative-weights", new(numeral.Rate(t.Drivers.R2))
	}
	if !t.HasScore() {
		return out
	}
	out.Index, out.Interval = new(numeral.Rate(root.Mean)), surveyInterval(root)
	for i, node := range t.Report.Nodes {
		one := Node{
			ID: node.ID, Depth: node.Depth, Weight: numeral.Rate(t.Shares[i].Float()), N: node.Guests, EffectiveN: numeral.Rate(node.EffectiveN),
			Answered: numeral.Rate(node.Answered),
		}
		if node.Guests > 0 {
			one.Mean, one.SD, one.Interval = new(numeral.Rate(node.Mean)), new(numeral.Rate(node.SD)), surveyInterval(node)
		}
		out.Nodes = append(out.Nodes, one)
	}
	putQuadrants(t, out)
	return out
}

func putQuadrants(t *survey.Result, out *Survey) {
	out.FixFirst, out.Lowest = []string{}, []string{}
	for _, node := range t.Lowest {
		out.Lowest = append(out.Lowest, node.ID)
	}
	if t.Grid == nil {
		return
	}
	cuts := t.Grid.Cuts
	out.Quadrants = &Quadrants{
		CutPolicy: cuts.Policy, Importance: numeral.Rate(cuts.Importance), Performance: numeral.Rate(cuts.Performance), Labels: t.Grid.Labels.Source,
	}
	for _, p := range t.Grid.Placed {
		var se *json.Number
		if t.ImportanceSE != nil {
			se = new(numeral.Rate(p.ImportanceSE))
		}
		out.Quadrants.Placed = append(out.Quadrants.Placed, Placed{
			SE: se, ID: p.ID, Importance: numeral.Rate(p.Importance), Performance: numeral.Rate(p.Performance), Cell: p.Cell,
			Chance: numeral.Rate(p.Chances.Of(p.Cell)), Gap: numeral.Rate(p.Gap),
		})
	}
	for _, p := range t.FixFirst {
		out.FixFirst = append(out.FixFirst, p.ID)
	}
}

// surveyInterval returns the interval of a node's mean; of fewer than two guests there is none.
func surveyInterval(n satisfaction.NodeScore) *Interval {
	if n.Guests < 2 {
		return nil
	}
	return &Interval{numeral.Rate(n.Interval.Low), numeral.Rate(n.Interval.High), numeral.Rate(n.Interval.Level), n.Interval.Method}
}
