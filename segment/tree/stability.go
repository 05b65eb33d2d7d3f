package tree

import (
	"fmt"
	"math/bits"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Stability says how far a tree depends on the chance of which guests it was learnt from.
type Stability struct {
	Rounds     int     `json:"rounds"`
	Agreement  float64 `json:"agreement"`  // share of the guests whom a tree of a drawn table classes as that of the whole table: mean of the rounds
	Least      float64 `json:"least"`      // of the rounds
	Leaves     float64 `json:"leaves"`     // mean of the trees
	Attributes []Asked `json:"attributes"` // in the order of the table
}

// Asked says how many of the trees ask for an attribute.
type Asked struct {
	Attribute string  `json:"attribute"` // id
	First     float64 `json:"first"`     // share of the trees that ask for it first
	Ever      float64 `json:"ever"`      // share of the trees that ask for it anywhere
}

// Bootstrap returns how much a tree changes where chance gives other guests of the same kind: as many guests as the
// table has are drawn from it, some of them twice or more, and a tree is learnt of them; this is done rounds times.
// Where agreement is low, or the first attribute changes from tree to tree, rules read off one tree are not to be
// relied on.
//
// Input: rounds from 1 to 1000; the seed makes the draws. Guests with weights are drawn alike and keep their weights.
// Result: the same for any number of settings.Workers, which work on several rounds at once.
// Errors: a [*hotelcrm.ParamError] for rounds or settings; [ErrWeight] is wrapped where a draw weighs too much.
// Cost: that of a tree with weights for each round.
// Source: B. Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7 (1979).
func Bootstrap(b *Binned, settings Settings, rounds int, seed uint64) (*Stability, error) {
	if err := checkRounds(rounds); err != nil {
		return nil, err
	}
	whole, _, err := Fit(b, settings)
	if err != nil {
		return nil, err
	}
	bound, err := whole.BindBinned(b)
	if err != nil {
		return nil, err
	}
	classes := bound.Classes(settings.Workers)
	trees, agreed, errs := make([]*Tree, rounds), make([]float64, rounds), make([]error, rounds)
	alone := settings
	alone.Workers = 1
	share.Out(rounds, settings.Workers, func(_, from, to int) {
		for r := from; r < to; r++ {
			trees[r], agreed[r], errs[r] = b.redraw(alone, mix(seed, uint64(r)), classes)
		}
	})
	out := &Stability{Rounds: rounds, Least: 1, Attributes: make([]Asked, len(b.columns))}
	for i := range b.columns {
		out.Attributes[i].Attribute = b.columns[i].attribute.ID
	}
	for r, t := range trees {
		if errs[r] != nil {
			return nil, fmt.Errorf("round %d: %w", r+1, errs[r])
		}
		out.add(t, agreed[r])
	}
	out.divide()
	return out, nil
}

// redraw learns a tree of drawn guests, and returns the weight of the guests of all whom it classes alike, as a share.
func (b *Binned) redraw(s Settings, seed uint64, classes []uint8) (*Tree, float64, error) {
	drawn, err := b.draw(seed)
	if err != nil {
		return nil, 0, err
	}
	t, _, err := Fit(drawn, s)
	if err != nil {
		return nil, 0, err
	}
	g := &guest{columns: b.readers()}
	same, all := int64(0), int64(0)
	for g.row = range classes {
		all += b.weight(g.row)
		if t.classOf(g) == classes[g.row] {
			same += b.weight(g.row)
		}
	}
	return t, float64(same) / float64(all), nil
}

// draw returns as many guests as there are, drawn one by one from all: each once, with the weight of all its draws.
func (b *Binned) draw(seed uint64) (*Binned, error) {
	times, n := make([]int64, b.Len()), uint64(b.Len())
	for i := range n {
		at, _ := bits.Mul64(mix(seed, i), n)
		times[at]++
	}
	out := b.subset(func(i int) bool { return times[i] > 0 })
	out.weights = make([]int64, 0, out.Len())
	sum := 0.0
	for i, n := range times {
		if n > 0 {
			sum += float64(n) * float64(b.weight(i)) / weightUnit
			out.weights = append(out.weights, n*b.weight(i))
		}
	}
	if sum > maxWeight {
		return nil, ErrWeight
	}
	return out, nil
}

// add sums up, so that whole numbers stay whole.
func (s *Stability) add(t *Tree, agreed float64) {
	s.Agreement += agreed
	s.Least = min(s.Least, agreed)
	s.Leaves += float64(t.Leaves())
	for attr, asked := range t.asked() {
		if asked {
			s.Attributes[attr].Ever++
		}
	}
	if first := t.nodes[0].attr; first >= 0 {
		s.Attributes[first].First++
	}
}

func (s *Stability) divide() {
	n := float64(s.Rounds)
	s.Agreement, s.Leaves = s.Agreement/n, s.Leaves/n
	for i := range s.Attributes {
		a := &s.Attributes[i]
		a.First, a.Ever = a.First/n, a.Ever/n
	}
}
