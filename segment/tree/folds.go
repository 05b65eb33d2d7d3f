package tree

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Folds divides guests into parts that take turns as the new guests: fold k of each guest, counted from 0.
//
// Input: count from 2 to the number of guests. Guests of each class are shared out evenly, in an order that depends on the
// seed and the row in the table alone: the same on every machine, whatever the attributes. Adding guests at the end of the
// table moves some of the others.
// Errors: a [*hotelcrm.ParamError].
func (b *Binned) Folds(count int, seed uint64) ([]int, error) {
	if count < 2 || count > b.Len() {
		return nil, refuse.Param("count", fmt.Sprint(count), fmt.Sprintf("2 to %d, the number of guests", b.Len()))
	}
	order := make([]int, b.Len())
	keys := make([]uint64, b.Len())
	for i := range order {
		order[i], keys[i] = i, mix(seed, uint64(b.rows[i]))
	}
	slices.SortFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(b.labels[x], b.labels[y]), cmp.Compare(keys[x], keys[y]), cmp.Compare(x, y))
	})
	folds := make([]int, b.Len())
	for place, i := range order {
		folds[i] = place % count
	}
	return folds, nil
}

// mix returns a number that looks like chance, made of a seed and a place.
//
// Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA (2014): the finaliser.
func mix(seed, place uint64) uint64 {
	z := seed + 0x9E3779B97F4A7C15*(place+1)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// subset returns the guests for whom keep holds, as a table of their own that shares nothing but the bounds of the bins.
func (b *Binned) subset(keep func(i int) bool) *Binned {
	var places []int32
	for i := range b.labels {
		if keep(i) {
			places = append(places, int32(i))
		}
	}
	out := &Binned{class: b.class, columns: slices.Clone(b.columns), labels: pick(b.labels, places), rows: pick(b.rows, places)}
	if b.weights != nil {
		out.weights = pick(b.weights, places)
	}
	for i := range out.columns {
		c := &out.columns[i]
		if c.small != nil {
			c.small = pick(c.small, places)
		} else {
			c.wide = pick(c.wide, places)
		}
		if !levelled(c.attribute.Kind) {
			c.take() // a threshold that only the others have must not be seen
		}
	}
	return out
}

func pick[T any](list []T, places []int32) []T {
	out := make([]T, len(places))
	for i, p := range places {
		out[i] = list[p]
	}
	return out
}
