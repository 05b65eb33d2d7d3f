package main

import (
	"encoding/json"
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// surveyJSON is what summary.json says of the satisfaction. Without a score, what follows the method is null.
type surveyJSON struct {
	File    string           `json:"file"`
	SHA256  string           `json:"sha256,omitempty"`
	Rows    int64            `json:"rows"`
	Used    int64            `json:"used"`
	Skipped map[string]int64 `json:"skipped"`
	Answers map[string]int64 `json:"answers"` // to the questions of the tree: given, and why not
	Guests  surveyGuestsJSON `json:"guests"`
	Tree    string           `json:"tree"` // "hotel", or "flat": one level of questions of equal weight
	Scale   [2]json.Number   `json:"scale"`

	Method     surveyMethodJSON `json:"method"`
	Index      *json.Number     `json:"index"` // in points of the scale
	N          int64            `json:"n"`     // rows with a score
	EffectiveN json.Number      `json:"effectiveN"`
	Interval   *intervalJSON    `json:"interval"`
	Nodes      []nodeJSON       `json:"nodes"`
	Quadrants  *quadrantsJSON   `json:"quadrants"`
	FixFirst   []string         `json:"fixFirst"` // ids, the widest gap first
}

type surveyGuestsJSON struct {
	Joined   int   `json:"joined"`   // of guests.csv
	Repeated int   `json:"repeated"` // of them with more than one row
	Unknown  int64 `json:"unknown"`  // rows of guests without a stay that counts
	Missing  int64 `json:"missing"`  // rows without a guest
}

type surveyMethodJSON struct {
	Convention  satisfaction.Convention  `json:"convention"`
	Missing     satisfaction.MissingRule `json:"missing"`
	MinAnswered json.Number              `json:"minAnswered"`
	Weighting   satisfaction.Weighting   `json:"weighting"`
	Importance  string                   `json:"importance"` // "declared-weights" or "relative-weights"
	R2          *json.Number             `json:"r2,omitempty"`
}

type intervalJSON struct {
	Low    json.Number                 `json:"low"`
	High   json.Number                 `json:"high"`
	Level  json.Number                 `json:"level"`
	Method satisfaction.IntervalMethod `json:"method"`
}

type nodeJSON struct {
	ID         string        `json:"id"`
	Depth      int           `json:"depth"`
	Weight     json.Number   `json:"weight"` // declared, in the whole
	Mean       *json.Number  `json:"mean"`   // null if nobody has a score
	SD         *json.Number  `json:"sd"`
	N          int64         `json:"n"`
	EffectiveN json.Number   `json:"effectiveN"`
	Interval   *intervalJSON `json:"interval"`
	Answered   json.Number   `json:"answered"`
}

type quadrantsJSON struct {
	CutPolicy   satisfaction.CutPolicy `json:"cutPolicy"`
	Importance  json.Number            `json:"importance"` // the cuts
	Performance json.Number            `json:"performance"`
	Labels      string                 `json:"labels"`
	Placed      []placedJSON           `json:"placed"`
}

type placedJSON struct {
	ID          string            `json:"id"`
	Importance  json.Number       `json:"importance"`
	Performance json.Number       `json:"performance"`
	Cell        satisfaction.Cell `json:"cell"`
	Chance      json.Number       `json:"chance"` // that its true place is in the cell
	Gap         json.Number       `json:"gap"`
}

func (t *satisfied) json() *surveyJSON {
	if t == nil {
		return nil
	}
	scoring, scale, root := t.scorer.Scoring(), t.Tree.Scales[0], t.report.Nodes[0]
	out := &surveyJSON{
		File: t.Source, SHA256: t.Hash, Rows: t.Rows, Used: t.report.Rows, Skipped: t.Wrong, Answers: t.answerCounts(),
		Guests: surveyGuestsJSON{Joined: len(t.byGuest), Repeated: t.repeats, Unknown: t.Unknown, Missing: t.Anonymous},
		Tree:   t.Tree.ID, Scale: [2]json.Number{json.Number(scale.Low.String()), json.Number(scale.High.String())},
		Method: surveyMethodJSON{
			Convention: t.report.Convention, Missing: scoring.Missing, MinAnswered: numeral.Rate(scoring.MinAnswered),
			Weighting: t.report.Weighting, Importance: "declared-weights",
		},
		N: root.Guests, EffectiveN: numeral.Rate(root.EffectiveN),
	}
	if t.drivers != nil {
		out.Method.Importance, out.Method.R2 = "relative-weights", new(numeral.Rate(t.drivers.R2))
	}
	if !t.usable() {
		return out
	}
	out.Index, out.Interval = new(numeral.Rate(root.Mean)), t.interval(root)
	for i, node := range t.report.Nodes {
		one := nodeJSON{
			ID: node.ID, Depth: node.Depth, Weight: numeral.Rate(t.shares[i].Float()), N: node.Guests, EffectiveN: numeral.Rate(node.EffectiveN),
			Answered: numeral.Rate(node.Answered),
		}
		if node.Guests > 0 {
			one.Mean, one.SD, one.Interval = new(numeral.Rate(node.Mean)), new(numeral.Rate(node.SD)), t.interval(node)
		}
		out.Nodes = append(out.Nodes, one)
	}
	t.gridJSON(out)
	return out
}

func (t *satisfied) gridJSON(out *surveyJSON) {
	cuts := t.grid.Cuts
	out.Quadrants = &quadrantsJSON{
		CutPolicy: cuts.Policy, Importance: numeral.Rate(cuts.Importance), Performance: numeral.Rate(cuts.Performance), Labels: t.grid.Labels.Source,
	}
	for _, p := range t.grid.Placed {
		out.Quadrants.Placed = append(out.Quadrants.Placed, placedJSON{
			ID: p.ID, Importance: numeral.Rate(p.Importance), Performance: numeral.Rate(p.Performance), Cell: p.Cell,
			Chance: numeral.Rate(p.Chances.Of(p.Cell)), Gap: numeral.Rate(p.Gap),
		})
	}
	out.FixFirst = []string{}
	for _, p := range t.fixFirst {
		out.FixFirst = append(out.FixFirst, p.ID)
	}
}

// interval returns the interval of a node's mean; of fewer than two guests there is none.
func (t *satisfied) interval(n satisfaction.NodeScore) *intervalJSON {
	if n.Guests < 2 {
		return nil
	}
	return &intervalJSON{numeral.Rate(n.Interval.Low), numeral.Rate(n.Interval.High), numeral.Rate(n.Interval.Level), n.Interval.Method}
}

// answerCounts counts the answers to the questions of the tree by what they are.
func (t *satisfied) answerCounts() map[string]int64 {
	out := map[string]int64{"given": 0, satisfaction.Blank.String(): 0}
	questions := t.Form.Len()
	if t.Overall {
		questions--
	}
	for i := range questions {
		out["given"] += t.counts.Answered(i)
		for _, reason := range []satisfaction.Answer{satisfaction.Blank, satisfaction.NotApplicable, satisfaction.Refused, satisfaction.NotAsked} {
			if n := t.counts.Count(i, reason); n > 0 {
				out[reason.String()] += n
			}
		}
	}
	return out
}

// cells appends the score of guest i and the share of the questions answered to a row of guests.csv.
func (t *satisfied) cells(b []byte, i int) []byte {
	b = append(b, ',')
	var g *guestScore
	if t != nil {
		g = t.byGuest[i]
	}
	if g == nil {
		return append(b, ',')
	}
	if g.scored > 0 {
		b = strconv.AppendFloat(b, g.score/float64(g.scored), 'f', numeral.ScoreDigits, 64)
	}
	return strconv.AppendFloat(append(b, ','), g.answered/float64(g.rows), 'f', numeral.ScoreDigits, 64)
}
