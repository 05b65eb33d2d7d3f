package tree

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Importance says how much one attribute matters to a tree.
type Importance struct {
	Attribute string  `json:"attribute"` // id
	Gain      float64 `json:"gain"`      // share of all that the tree gains by tests of it, of a whole of 1
	Loss      float64 `json:"loss"`      // accuracy lost where its values are shuffled among the guests; only by Permute
}

// Importance returns the attributes that the tree asks for, those with the greatest share of its gain first; on a tie the
// lower index. Gain is what the criterion counts at each node, times the weight of the node.
func (t *Tree) Importance() []Importance {
	gains, total := make([]float64, len(t.attributes)), 0.0
	for i := range t.nodes {
		if n := &t.nodes[i]; n.attr >= 0 {
			gain := float64(n.gain * n.total)
			gains[n.attr] += gain
			total += gain
		}
	}
	var out []Importance
	for i, asked := range t.asked() {
		if asked {
			g := 0.0
			if total > 0 {
				g = gains[i] / total
			}
			out = append(out, Importance{Attribute: t.attributes[i].ID, Gain: g})
		}
	}
	slices.SortStableFunc(out, func(a, b Importance) int { return cmp.Compare(b.Gain, a.Gain) })
	return out
}

func checkRounds(rounds int) error {
	if rounds < 1 || rounds > 1000 {
		return refuse.Param("rounds", fmt.Sprint(rounds), "1 to 1000")
	}
	return nil
}

// Permute returns [Tree.Importance] with the accuracy that is lost, on the guests of a table, where the values of the
// attribute are shuffled among them: the mean of some rounds. An attribute that others can stand in for loses little.
//
// Input: rounds from 1 to 1000; the seed makes the shuffles; workers 0 means 1 and never change the result.
// Errors: [ErrMismatch] is wrapped for another table; a [*hotelcrm.ParamError] for rounds or workers.
// Source: L. Breiman, Random forests, Machine Learning 45 (2001).
func (t *Tree) Permute(b *Binned, rounds int, seed uint64, workers int) ([]Importance, error) {
	if err := checkRounds(rounds); err != nil {
		return nil, err
	}
	c, err := t.Confuse(b, workers)
	if err != nil {
		return nil, err
	}
	out := t.Importance()
	share.Out(len(out), workers, func(_, from, to int) {
		for i := from; i < to; i++ {
			at := slices.IndexFunc(b.columns, func(c bins) bool { return c.attribute.ID == out[i].Attribute })
			for round := range rounds {
				out[i].Loss += (c.Accuracy() - t.shuffled(b, at, mix(seed, uint64(round)))) / float64(rounds)
			}
		}
	})
	return out, nil
}

// shuffled returns the accuracy where guests have the value of another guest in one attribute.
func (t *Tree) shuffled(b *Binned, attr int, seed uint64) float64 {
	order := make([]int32, b.Len())
	for i := range order {
		order[i] = int32(i)
		j := int(mix(seed, uint64(i)) % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	other := *b
	other.columns = slices.Clone(b.columns)
	if c := &other.columns[attr]; c.small != nil {
		c.small = pick(c.small, order)
	} else {
		c.wide = pick(c.wide, order)
	}
	c, _ := t.Confuse(&other, 1) // of a table that fits
	return c.Accuracy()
}
