package satisfaction

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Scoring says how a guest's answers become a score. The zero value is the documented default.
type Scoring struct {
	Missing     MissingRule `json:"missing,omitempty"`     // unset: ByLevel
	MinAnswered float64     `json:"minAnswered,omitempty"` // share of the weight, in (0, 1], below which there is no score; 0: 0.5
	Percent     bool        `json:"percent,omitempty"`     // 0 to 100 between the declared ends; needed where scales differ in them
}

const defaultMinAnswered = 0.5

func (c Scoring) resolved() (Scoring, error) {
	if err := choice.Default(missingNames, "Scoring.Missing", &c.Missing, ByLevel); err != nil {
		return c, err
	}
	if c.MinAnswered == 0 {
		c.MinAnswered = defaultMinAnswered
	}
	if !(c.MinAnswered > 0 && c.MinAnswered <= 1) {
		return c, refuse.Param("Scoring.MinAnswered", fmt.Sprint(c.MinAnswered), "(0, 1], or 0 for 0.5")
	}
	return c, nil
}

// Score is one guest's score at one node.
type Score struct {
	Value    float64 `json:"value"`    // within the ends of the scale
	Answered float64 `json:"answered"` // share of the node's weight that the guest answered
}

// Scorer gives guests their scores by a tree, S = Σ X·P at every node. It is immutable and safe for concurrent use.
type Scorer struct {
	tree    Tree
	form    *Form
	scoring Scoring
	nodes   []scoreNode // inner nodes, children before parents; the root is the last
	leaves  []scoreLeaf // those of one node next to each other
	rows    []reportRow // all nodes in the order of the tree
	others  []int       // columns of the form that are no questions of the tree
	units   float64     // a score of 1 between the ends
	low     float64
	high    float64
}

// scoreNode is an inner node.
type scoreNode struct {
	first, last int          // its own leaves, last not included
	inner       []innerChild // its other children
	total       float64      // parts of all children
}

type innerChild struct {
	node  int
	parts float64
}

// scoreLeaf is a question. By answer code, its table holds parts × units in the upper bits and parts in the lower 24; 0
// where the answer is missing, offScale where it is no level. The sums of a node's words overflow neither half: see
// maxParts and maxUnits; offScale may overflow, it is the highest bit.
type scoreLeaf struct {
	column int
	table  [256]uint64
}

const (
	partsBits = 24
	partsMask = 1<<partsBits - 1
	offScale  = 1 << 63
)

// reportRow is a node in the order of the tree: an inner node or a leaf.
type reportRow struct {
	id    string
	depth int
	node  int // -1: a leaf
	leaf  int
}

// NewScorer returns the scorer of a tree over rows of answers to a form. The form may hold more items than the tree; nil
// stands for the tree's own form.
//
// Errors: a [*hotelcrm.ParamError] for a wrong tree or scoring, a question that the form lacks or has on another scale,
// and scales whose ends differ unless scores are in percent.
func NewScorer(tree Tree, form *Form, scoring Scoring) (*Scorer, error) {
	scoring, err := scoring.resolved()
	if err != nil {
		return nil, err
	}
	if err := tree.Validate(); err != nil {
		return nil, err
	}
	own, err := tree.Form()
	if err != nil {
		return nil, err
	}
	if form == nil {
		form = own
	}
	s := &Scorer{tree: tree.clone(), form: form, scoring: scoring, low: 0, high: 100}
	if !scoring.Percent {
		s.low, s.high = own.coders[0].low, own.coders[0].high
	}
	units, err := s.commonUnits(own)
	if err != nil {
		return nil, err
	}
	s.units = float64(units)
	s.compile(&s.tree.Root, 0, units)
	s.sortRows()
	for i, item := range form.items {
		if _, ok := own.Index(item.ID); !ok {
			s.others = append(s.others, i)
		}
	}
	return s, nil
}

// sortRows puts the nodes back in the order of the tree.
func (s *Scorer) sortRows() {
	byID := make(map[string]reportRow, len(s.rows))
	for _, row := range s.rows {
		byID[row.id] = row
	}
	s.rows = s.rows[:0]
	s.tree.Root.walk(func(n *Node) { s.rows = append(s.rows, byID[n.ID]) })
}

// commonUnits returns how many units lie between the ends so that every answer of every scale is a whole number.
func (s *Scorer) commonUnits(own *Form) (int64, error) {
	units := int64(1)
	for k, item := range own.items {
		i, ok := s.form.Index(item.ID)
		if !ok || !s.form.items[i].Scale.equal(item.Scale) {
			return 0, refuse.Param("form", item.ID, "every question of the tree, on the tree's scale")
		}
		first := own.items[0].Scale
		if !s.scoring.Percent && !(item.Scale.Low.Equal(first.Low) && item.Scale.High.Equal(first.High)) {
			return 0, refuse.Param("Scoring.Percent", "false", "true where scales end differently, as "+first.ID+" and "+item.Scale.ID)
		}
		places := own.coders[k].places
		if units = units / gcd(units, places) * places; units > maxUnits {
			return 0, refuse.Param("Tree.Scales", item.Scale.ID, fmt.Sprintf("scales whose steps have a common multiple of at most %d", maxUnits))
		}
	}
	return units, nil
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// compile appends a node and all below it and returns its number.
func (s *Scorer) compile(n *Node, depth int, units int64) int {
	at := len(s.rows)
	s.rows = append(s.rows, reportRow{id: n.ID, depth: depth})
	var node scoreNode
	for i := range n.Children { // the inner ones first, so that the node's leaves lie together
		if child := &n.Children[i]; len(child.Children) > 0 {
			node.inner = append(node.inner, innerChild{s.compile(child, depth+1, units), float64(child.Parts)})
		}
	}
	node.first, node.total = len(s.leaves), float64(n.total())
	for i := range n.Children {
		if child := &n.Children[i]; len(child.Children) == 0 {
			s.rows = append(s.rows, reportRow{child.ID, depth + 1, -1, len(s.leaves)})
			s.leaves = append(s.leaves, s.leaf(child, units))
		}
	}
	node.last = len(s.leaves)
	s.nodes = append(s.nodes, node)
	s.rows[at].node = len(s.nodes) - 1
	return len(s.nodes) - 1
}

func (s *Scorer) leaf(n *Node, units int64) scoreLeaf {
	column, _ := s.form.Index(n.ID)
	c := s.form.coders[column]
	leaf := scoreLeaf{column: column}
	for code := range leaf.table {
		a := Answer(code)
		if !s.form.allows(column, a) {
			leaf.table[a] = offScale
		} else if a.Given() {
			leaf.table[a] = uint64(n.Parts*c.units(a)*(units/c.places))<<partsBits | uint64(n.Parts)
		}
	}
	return leaf
}

// Scoring returns how the scorer scores, every default resolved.
func (s *Scorer) Scoring() Scoring { return s.scoring }

// Form returns the form whose rows the scorer reads.
func (s *Scorer) Form() *Form { return s.form }

// Ends returns the lowest and the highest score that can be.
func (s *Scorer) Ends() (low, high float64) { return s.low, s.high }

// nodeValue is what a row gives at one inner node.
type nodeValue struct {
	units    float64 // weighted mean of the answers, in units above the low end
	answered float64 // share of the weight
}

// stackNodes is how many inner nodes a row is scored on without allocation.
const stackNodes = 64

// Score returns the score of one row of answers at the root, and false if too little of the weight was answered or the
// row has another length than the form. A code that is no level of its question's scale counts as missing.
//
// Cost: no allocation for trees of up to 64 inner nodes.
func (s *Scorer) Score(row []Answer) (Score, bool) {
	if s.form == nil || len(row) != s.form.Len() {
		return Score{}, false
	}
	var stack [stackNodes]nodeValue
	values := stack[:]
	if len(s.nodes) > stackNodes {
		values = make([]nodeValue, len(s.nodes))
	}
	return s.score(row, values)
}

func (s *Scorer) score(row []Answer, values []nodeValue) (Score, bool) {
	s.evaluate(row, values)
	return s.present(values[len(s.nodes)-1])
}

// present turns what a node has into a score.
func (s *Scorer) present(v nodeValue) (Score, bool) {
	if !enough(v.answered, s.scoring.MinAnswered) {
		return Score{Answered: v.answered}, false
	}
	return Score{s.value(v.units), v.answered}, true
}

// roundOff lets exactly half of the weight count as half, whatever the rounding.
const roundOff = 1e-12

// enough reports whether the share answered is at least so much; no answers are never enough, since least is above 0.
func enough(answered, least float64) bool { return answered >= least*(1-roundOff) }

func (s *Scorer) value(units float64) float64 {
	return min(s.high, max(s.low, s.low+float64((s.high-s.low)*units)/s.units))
}

// evaluate fills values for every inner node. A code that is no level counts as missing and is reported.
func (s *Scorer) evaluate(row []Answer, values []nodeValue) (onScale bool) {
	var seen uint64
	for i := range s.nodes {
		n := &s.nodes[i]
		var sums uint64
		leaves := s.leaves[n.first:n.last]
		for k := range leaves {
			leaf := &leaves[k]
			word := leaf.table[row[leaf.column]]
			sums += word
			seen |= word
		}
		sums &^= offScale
		units, weight := float64(sums>>partsBits), float64(sums&partsMask)
		answered := weight
		for _, child := range n.inner {
			v := values[child.node]
			w := child.parts
			if s.scoring.Missing == Flat {
				w *= v.answered
			}
			if v.answered > 0 {
				units += float64(w * v.units)
				weight += w
				answered += float64(child.parts * v.answered)
			}
		}
		values[i] = nodeValue{}
		if answered > 0 {
			values[i] = nodeValue{units / weight, answered / n.total}
		}
	}
	return seen&offScale == 0
}
