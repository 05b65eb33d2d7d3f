package survey

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// AnswerCounts counts the answers to the questions of the tree by what they are.
func (t *Result) AnswerCounts() map[string]int64 {
	out := map[string]int64{"given": 0, satisfaction.Blank.String(): 0}
	questions := t.Form.Len()
	if t.Overall {
		questions--
	}
	for i := range questions {
		out["given"] += t.Counts.Answered(i)
		for _, reason := range []satisfaction.Answer{satisfaction.Blank, satisfaction.NotApplicable, satisfaction.Refused, satisfaction.NotAsked} {
			if n := t.Counts.Count(i, reason); n > 0 {
				out[reason.String()] += n
			}
		}
	}
	return out
}

// Labels returns the nodes of the tree by id.
func (t *Result) Labels() map[string]satisfaction.Node {
	out := map[string]satisfaction.Node{}
	var walk func(satisfaction.Node)
	walk = func(n satisfaction.Node) {
		out[n.ID] = n
		for _, child := range n.Children {
			walk(child)
		}
	}
	walk(t.Tree.Root)
	return out
}

// Named returns the label of a node; the name of a column stays as it is.
func (t *Result) Named(n satisfaction.Node) string {
	if t.Flat && n.ID == n.Label {
		return n.Label
	}
	return lang.Capital(n.Label)
}

// Leaves returns the questions in the order of the form.
func (t *Result) Leaves() []satisfaction.NodeScore {
	var out []satisfaction.NodeScore
	for k, node := range t.Report.Nodes {
		if t.Shares[k].Leaf {
			out = append(out, node)
		}
	}
	return out
}

// PointsOf returns the mean answer of guest i to an item of the form, and in how many questionnaires it was given.
func (t *Result) PointsOf(i, item, width int) (mean float64, n int) {
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

// Mean returns the score of a guest with a row that has one.
func (g *Guest) Mean() float64 { return g.Score / float64(g.Scored) }
