package satisfaction

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Report holds the scores of a tree's nodes over many guests, and how they were found.
type Report struct {
	Convention Convention         `json:"convention"`
	Scoring    Scoring            `json:"scoring"`
	Weighting  Weighting          `json:"weighting"` // of respondents
	Level      float64            `json:"level"`     // of the intervals
	Rows       int64              `json:"rows"`
	Nodes      []NodeScore        `json:"nodes"` // in the order of the tree
	Warnings   []hotelcrm.Warning `json:"warnings,omitempty"`
}

// NodeScore is the score of one node over many guests.
type NodeScore struct {
	ID         string   `json:"id"`
	Depth      int      `json:"depth"`
	Guests     int64    `json:"guests"`     // who have a score here
	EffectiveN float64  `json:"effectiveN"` // Kish's, with weighted respondents below Guests
	Mean       float64  `json:"mean"`       // within the ends of the scale; not to be read where Guests is 0
	SD         float64  `json:"sd"`         // of the guests' scores, divisor n - 1
	Interval   Interval `json:"interval"`   // of the mean; the whole scale with fewer than 2 guests
	Answered   float64  `json:"answered"`   // mean share of the node's weight that was answered, over all rows
}

// Group returns the node's effective number of guests, mean and standard deviation, for tests, charts and shrinkage.
func (n NodeScore) Group() Group { return Group{n.EffectiveN, n.Mean, n.SD} }

// WarnFewAnswers: nodes have scores of fewer than 30 guests in effect, so their intervals lean on the normal law.
const WarnFewAnswers hotelcrm.WarningCode = "few-answers"

const fewAnswers = 30

// Report returns the mean of the guests' scores at every node, with intervals.
//
// Input: rows that lie one after the other; weights of respondents, one for each row, 0 or within [1e-100, 1e100], nil
// for all alike; level in (0, 1); workers 0 means 1 and never change the result.
// Result: a guest counts at a node who answered at least MinAnswered of its weight.
// Errors: a [*hotelcrm.ParamError]; for rows as [Scorer.ScoreAll].
func (s *Scorer) Report(rows []Answer, weights []float64, level float64, workers int) (*Report, error) {
	if err := s.form.checkBatch(rows); err != nil {
		return nil, err
	}
	n := s.form.Len()
	if err := firstError(checkLevel(level), checkWeights(weights, len(rows)/n), share.Check("workers", workers, refuse.Param)); err != nil {
		return nil, err
	}
	guests := len(rows) / n
	blocks, wrong := make([][]nodeSums, blocksOf(guests)), make([]bool, blocksOf(guests))
	inBlocks(guests, workers, func(block, from, to int) {
		blocks[block], wrong[block] = s.sum(rows[from*n:to*n], from, weights)
	})
	if err := s.form.wrongRows(rows, wrong); err != nil {
		return nil, err
	}
	sums := make([]nodeSums, len(s.rows))
	for _, block := range blocks { // in index order, so that rounding never depends on workers
		for k := range sums {
			sums[k].add(block[k])
		}
	}
	r := &Report{Convention: MeanOfScores, Scoring: s.scoring, Weighting: Unweighted, Level: level, Rows: int64(guests)}
	if weights != nil {
		r.Weighting = RowWeights
	}
	for k, row := range s.rows {
		r.Nodes = append(r.Nodes, s.nodeScore(row, sums[k], level))
	}
	r.warn()
	return r, nil
}

func checkWeights(weights []float64, rows int) error {
	if weights == nil {
		return nil
	}
	if len(weights) != rows {
		return refuse.Param("weights", fmt.Sprint(len(weights)), "nil, or one for each of "+plural.Of(rows, "row", "rows"))
	}
	for i, w := range weights {
		if err := checkWeight(i, w); err != nil {
			return err
		}
	}
	return nil
}

// checkWeight refuses weights whose squares are beyond floats, as the effective number needs them.
func checkWeight(i int, w float64) error {
	if w == 0 || w >= 1/maxNumber && w <= maxNumber {
		return nil
	}
	return refuse.Param(fmt.Sprintf("weights[%d]", i), fmt.Sprint(w), "0, or 1e-100 to 1e100")
}

// nodeSums are the sums of one node over some rows. Scores are shares of the way from end to end, so that squares lose
// few digits.
type nodeSums struct {
	guests                         int64
	weight, weight2, sum, square   float64
	rowsWeight, answered, constant float64
	different                      bool // the scores are not all the same; constant is one of them
}

func (a *nodeSums) add(b nodeSums) {
	if a.guests > 0 && b.guests > 0 && a.constant != b.constant {
		a.different = true
	}
	if a.guests == 0 {
		a.constant = b.constant
	}
	a.different = a.different || b.different
	a.guests += b.guests
	a.weight += b.weight
	a.weight2 += b.weight2
	a.sum += b.sum
	a.square += b.square
	a.rowsWeight += b.rowsWeight
	a.answered += b.answered
}

// sum returns the sums of a block of rows, the first of which has the number first, and whether a code in it is wrong.
func (s *Scorer) sum(rows []Answer, first int, weights []float64) (out []nodeSums, wrong bool) {
	out = make([]nodeSums, len(s.rows))
	values := make([]nodeValue, len(s.nodes))
	n := s.form.Len()
	for r := 0; r*n < len(rows); r++ {
		row, w := rows[r*n:(r+1)*n], 1.0
		if weights != nil {
			w = weights[first+r]
		}
		if !s.evaluate(row, values) || !s.othersOnScale(row) {
			wrong = true
		}
		for k := range out {
			out[k].count(s.at(s.rows[k], row, values), w, s.scoring.MinAnswered, s.units)
		}
	}
	return out, wrong
}

// at returns what a row has at a node of the report.
func (s *Scorer) at(node reportRow, row []Answer, values []nodeValue) nodeValue {
	if node.node >= 0 {
		return values[node.node]
	}
	leaf := &s.leaves[node.leaf]
	a := row[leaf.column]
	c := s.form.coders[leaf.column]
	if !a.Given() || !s.form.allows(leaf.column, a) {
		return nodeValue{}
	}
	return nodeValue{float64(c.units(a)) * s.units / float64(c.places), 1}
}

func (a *nodeSums) count(v nodeValue, w, least, units float64) {
	a.rowsWeight += w
	a.answered += float64(w * v.answered)
	if !enough(v.answered, least) || w == 0 {
		return
	}
	x := v.units / units
	if a.guests == 0 {
		a.constant = x
	}
	a.different = a.different || x != a.constant
	a.guests++
	a.weight += w
	a.weight2 += float64(w * w)
	a.sum += float64(w * x)
	a.square += float64(float64(w*x) * x)
}

func (s *Scorer) nodeScore(node reportRow, a nodeSums, level float64) NodeScore {
	out := NodeScore{ID: node.id, Depth: node.depth, Guests: a.guests, Interval: Interval{s.low, s.high, level, NoInterval}}
	if a.rowsWeight > 0 {
		out.Answered = a.answered / a.rowsWeight
	}
	if a.weight == 0 {
		return out
	}
	out.EffectiveN = a.weight * a.weight / a.weight2
	mean := a.sum / a.weight
	out.Mean = s.value(mean * s.units)
	if out.EffectiveN < 2-1e-9 {
		return out
	}
	if a.different {
		divisor := a.weight - a.weight2/a.weight
		out.SD = (s.high - s.low) * math.Sqrt(max(0, (a.square-float64(a.sum*mean))/divisor))
	}
	out.Interval = s.meanInterval(out, level)
	return out
}

// meanInterval returns Student's interval cut to the scale.
func (s *Scorer) meanInterval(n NodeScore, level float64) Interval {
	interval, err := MeanInterval(n.Mean, n.SD, n.EffectiveN, level)
	if err != nil { // the numbers come from a checked summary
		return Interval{s.low, s.high, level, NoInterval}
	}
	return interval.clipped(s.low, s.high)
}

// warn notes the nodes with few answers.
func (r *Report) warn() {
	few := 0
	for _, n := range r.Nodes {
		if n.EffectiveN < fewAnswers {
			few++
		}
	}
	if few > 0 {
		text := fmt.Sprintf("%d nodes have scores of fewer than %d guests in effect; read their intervals with care, or shrink them", few, fewAnswers)
		if few == 1 {
			text = fmt.Sprintf("1 node has a score of fewer than %d guests in effect; read its interval with care, or shrink it", fewAnswers)
		}
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: WarnFewAnswers, Text: text, N: few})
	}
}

// Node returns the score of the node with an id, and false if there is none.
func (r *Report) Node(id string) (NodeScore, bool) {
	i := slices.IndexFunc(r.Nodes, func(n NodeScore) bool { return n.ID == id })
	if i < 0 {
		return NodeScore{}, false
	}
	return r.Nodes[i], true
}
