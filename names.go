package hotelcrm

import (
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/wire"
)

// names gives texts that occur often small numbers, in the order in which they come.
type names struct {
	numbers map[string]uint32
	texts   []string
}

func newNames() names { return names{numbers: map[string]uint32{}} }

func (n *names) number(text string) uint32 {
	if v, ok := n.numbers[text]; ok {
		return v
	}
	text = strings.Clone(text) // it may be a piece of a whole file
	v := uint32(len(n.texts))
	n.numbers[text] = v
	n.texts = append(n.texts, text)
	return v
}

// adopt returns this table's number for each of another table's texts.
func (n *names) adopt(other *names) []uint32 {
	out := make([]uint32, len(other.texts))
	for v, text := range other.texts {
		out[v] = n.number(text)
	}
	return out
}

// ranks returns the numbers ordered by their text, and the rank of each number in that order.
func (n *names) ranks() (order, rank []uint32) {
	order, rank = make([]uint32, len(n.texts)), make([]uint32, len(n.texts))
	for v := range order {
		order[v] = uint32(v)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(n.texts[a], n.texts[b]) })
	for i, v := range order {
		rank[v] = uint32(i)
	}
	return order, rank
}

func (n *names) append(b []byte, order []uint32) []byte {
	b = wire.Uint(b, uint64(len(order)))
	for _, v := range order {
		b = wire.Text(b, n.texts[v])
	}
	return b
}

// readNames reads what append wrote.
func readNames(r *wire.Reader) names {
	n := newNames()
	for _, text := range readTexts(r) {
		n.number(text)
	}
	return n
}

// readTexts reads texts in strictly rising order.
func readTexts(r *wire.Reader) []string {
	n := r.Count(1)
	out := make([]string, 0, n)
	for range n {
		text := r.Text()
		if r.Err() != nil {
			return nil
		}
		if len(out) > 0 && text <= out[len(out)-1] {
			r.Fail("names out of order")
			return nil
		}
		out = append(out, text)
	}
	return out
}
