package weight

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mat"
)

// eigenTie is how close two eigenvalues are, by ratio, for their vectors to be anybody's choice.
const eigenTie = 1e-9

// principalComponents sets Scores, Eigenvalues and Components from the correlations of the items that vary.
func (w *DataWeights) principalComponents(s source, o *Options, live []bool) error {
	r, err := w.correlate(s, false, live)
	if err != nil {
		return err
	}
	w.Scores = make([]float64, len(live))
	items := indices(live)
	if len(items) == 0 {
		return nil
	}
	var vectors mat.Dense
	if w.Eigenvalues, vectors, err = eigen(r, len(live), items); err != nil {
		return err
	}
	w.cutEigenvalues()
	if err := keep(o, w.Eigenvalues); err != nil {
		return err
	}
	if k := o.Components; k < len(items) && w.Eigenvalues[k-1]-w.Eigenvalues[k] <= eigenTie*w.Eigenvalues[0] {
		w.warn(WarnTied, 2, "the last component kept and the next have the same eigenvalue")
	}
	for k := range o.Components {
		w.Components = append(w.Components, oriented(&vectors, k, items, len(live)))
		for _, i := range items {
			v := math.Abs(w.Components[k][i])
			if o.Method != EigenvalueWeighted {
				v *= v
			}
			if o.Method != FirstComponent {
				v *= w.Eigenvalues[k]
			}
			w.Scores[i] += v
		}
	}
	return nil
}

func indices(live []bool) []int {
	var out []int
	for i, ok := range live {
		if ok {
			out = append(out, i)
		}
	}
	return out
}

// eigen returns the eigenvalues, falling, and in the same order the eigenvectors of the correlations of some items.
func eigen(r []float64, m int, items []int) ([]float64, mat.Dense, error) {
	n := len(items)
	system := mat.NewSymDense(n, nil)
	for a, i := range items {
		for b := a + 1; b < n; b++ {
			system.SetSym(a, b, r[i*m+items[b]])
		}
		system.SetSym(a, a, 1)
	}
	var decomposition mat.EigenSym
	if !decomposition.Factorize(system, true) {
		return nil, mat.Dense{}, ErrNoConvergence
	}
	rising := decomposition.Values(nil)
	var vectors, falling mat.Dense
	decomposition.VectorsTo(&vectors)
	falling.CloneFrom(&vectors)
	values := make([]float64, n)
	for k := range n {
		values[k] = rising[n-1-k]
		for i := range n {
			falling.Set(i, k, vectors.At(i, n-1-k))
		}
	}
	return values, falling, nil
}

// cutEigenvalues brings eigenvalues below 0 to 0 and warns if they are more than rounding.
func (w *DataWeights) cutEigenvalues() {
	below := 0
	for i, v := range w.Eigenvalues {
		if v < -inStep*float64(len(w.Eigenvalues)) {
			below++
		}
		w.Eigenvalues[i] = max(v, 0)
	}
	if below > 0 {
		w.warn(WarnIndefinite, below, "eigenvalues are below 0, as pairs of items have blanks in different rows; they were set to 0")
	}
}

// keep resolves how many components are kept.
func keep(o *Options, eigenvalues []float64) error {
	if o.Method == FirstComponent {
		if o.Components > 1 {
			return wrongComponents(o.Components, 1)
		}
		o.Components = 1
	}
	if o.Components > len(eigenvalues) {
		return wrongComponents(o.Components, len(eigenvalues))
	}
	if o.Components == 0 {
		for o.Components < len(eigenvalues) && eigenvalues[o.Components] >= 1 {
			o.Components++
		}
		o.Components = max(o.Components, 1)
	}
	return nil
}

func wrongComponents(given, high int) error {
	return refuse.Param("Options.Components", whole(given), "0 to "+whole(high))
}

// oriented returns eigenvector k as one value for each item, with a sum of 0 or more.
func oriented(vectors *mat.Dense, k int, items []int, m int) []float64 {
	out, sum := make([]float64, m), 0.0
	for a, i := range items {
		out[i] = vectors.At(a, k)
		sum += out[i]
	}
	if sum < 0 {
		for i := range out {
			out[i] = -out[i]
		}
	}
	return out
}
