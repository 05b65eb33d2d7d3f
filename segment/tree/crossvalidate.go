package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// CrossValidation says how good trees by some settings are on guests that they were not learnt from.
type CrossValidation struct {
	Confusion *Confusion `json:"confusion"` // of all guests, each by the tree learnt from the other folds
	Folds     []float64  `json:"folds"`     // accuracy of each fold
	Accuracy  float64    `json:"accuracy"`  // of all guests
	StdError  float64    `json:"stdError"`  // of Accuracy: the spread of the folds over the root of their number
	Leaves    float64    `json:"leaves"`    // mean of the trees
	Classes   []uint8    `json:"-"`         // that each guest was taken for
	shares    []float64
}

// CrossValidate fits a tree for each fold on the guests of the others, and classes the fold by it.
//
// Input: a fold for each guest, counted from 0, each with a guest and none with all of them; [Binned.Folds] makes them, and
// folds by time or by travel agent are as good. Bins are those of all guests, but where each value has a bin of its own the
// trees are those that the other folds alone give.
// Result: the same for any number of settings.Workers, which work on several folds at once.
// Errors: a [*hotelcrm.ParamError] for folds or settings.
func CrossValidate(b *Binned, settings Settings, folds []int) (*CrossValidation, error) {
	count, err := b.checkFolds(folds)
	if err == nil {
		settings, err = settings.resolved()
	}
	if err != nil {
		return nil, err
	}
	k := len(b.class.Levels)
	out := &CrossValidation{Classes: make([]uint8, b.Len()), shares: make([]float64, b.Len()*k), Folds: make([]float64, count)}
	leaves, errs := make([]int, count), make([]error, count)
	alone := settings
	alone.Workers = 1
	share.Out(count, settings.Workers, func(_, from, to int) {
		for f := from; f < to; f++ {
			leaves[f], errs[f] = out.fold(b, alone, folds, f)
		}
	})
	for f := range count {
		if errs[f] != nil {
			return nil, errs[f]
		}
		out.Leaves += float64(leaves[f]) / float64(count)
	}
	out.sum(b, folds)
	return out, nil
}

// fold learns from all folds but one and classes that one.
func (v *CrossValidation) fold(b *Binned, s Settings, folds []int, f int) (int, error) {
	fitted, _, err := Fit(b.subset(func(i int) bool { return folds[i] != f }), s)
	if err != nil {
		return 0, fmt.Errorf("fold %d: %w", f, err)
	}
	k := len(b.class.Levels)
	g := &guest{columns: b.readers()}
	for i, of := range folds {
		if of == f {
			g.row = i
			v.Classes[i] = fitted.classOf(g)
			fitted.sharesOf(g, v.shares[i*k:(i+1)*k])
		}
	}
	return fitted.Leaves(), nil
}

// sum counts the guests of all folds.
func (v *CrossValidation) sum(b *Binned, folds []int) {
	v.Confusion = NewConfusion((&Tree{class: b.class}).Classes())
	right, all := make([]float64, len(v.Folds)), make([]float64, len(v.Folds))
	for i, class := range v.Classes {
		v.Confusion.count(b, i, class)
		w := float64(b.weight(i)) / weightUnit
		all[folds[i]] += w
		if class == b.labels[i] {
			right[folds[i]] += w
		}
	}
	v.Accuracy = v.Confusion.Accuracy()
	mean, spread := 0.0, 0.0
	for f := range v.Folds {
		v.Folds[f] = right[f] / all[f]
		mean += v.Folds[f] / float64(len(v.Folds))
	}
	for _, a := range v.Folds {
		spread += (a - mean) * (a - mean) / float64(len(v.Folds)-1)
	}
	v.StdError = math.Sqrt(spread / float64(len(v.Folds)))
}

// checkFolds returns the number of folds.
func (b *Binned) checkFolds(folds []int) (int, error) {
	wrong := func(value, allowed string) (int, error) {
		return 0, refuse.Param("folds", value, allowed)
	}
	if len(folds) != b.Len() {
		return wrong(plural.Of(len(folds), "guest", "guests"), "one for each of "+plural.Of(b.Len(), "guest", "guests"))
	}
	count := 0
	for _, f := range folds {
		if f < 0 || f >= b.Len() {
			return wrong(fmt.Sprint(f), "0 to one less than the number of guests")
		}
		count = max(count, f+1)
	}
	sizes := make([]int, count)
	for _, f := range folds {
		sizes[f]++
	}
	for f, n := range sizes {
		if n == 0 {
			return wrong(fmt.Sprintf("nobody in %d", f), "a guest in each")
		}
	}
	if count < 2 {
		return wrong("one", "at least two")
	}
	return count, nil
}
