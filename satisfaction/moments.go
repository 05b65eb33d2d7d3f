package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mat"
)

// Moments are the means and covariances of the items of a form, in points of their scales. Every figure of two items is
// over the rows that answered both (pairwise deletion), with divisor n - 1. They are immutable.
//
// Where respondents are weighted, sums are weighted sums, and n is Kish's effective number (Σw)² / Σw².
type Moments struct {
	form  *Form
	rows  int64
	wide  []pair // by items i and j
	noted Weighting

	given       []int64   // by item and code: rows with a weight
	givenWeight []float64 // and their Σw
}

// pair holds weighted sums of codes of item i over the rows that answered items i and j.
type pair struct {
	rows                int64   // with a weight
	weight, weights2    float64 // Σw, Σw²
	sum, squares, cross float64 // Σwx, Σwx², Σwxy
}

// Moments returns the moments of the rows counted, each of weight 1.
//
// Errors: none but for the zero Summary.
// Cost: O(items² × codes).
func (s *Summary) Moments() (*Moments, error) { return Combine([]*Summary{s}, []float64{1}) }

// Combine returns the moments of several summaries of one form, such as the cells of a post-stratification, each row of
// a summary weighing what weights says. See [PostStratify] and [Rake].
//
// Input: at least one summary; a weight for each, 0 or within [1e-100, 1e100]. Floats are added in the order given.
// Errors: a [*hotelcrm.ParamError], or [ErrMismatch] where forms differ.
func Combine(summaries []*Summary, weights []float64) (*Moments, error) {
	if len(summaries) == 0 || len(summaries) != len(weights) {
		return nil, refuse.Param("weights", fmt.Sprint(len(weights)), "one for each of "+plural.Of(len(summaries), "summary", "summaries")+", at least one")
	}
	if summaries[0] == nil || summaries[0].form == nil {
		return nil, errZeroSummary
	}
	m := newMoments(summaries[0].form)
	for c, s := range summaries {
		if err := checkWeight(c, weights[c]); err != nil {
			return nil, err
		}
		if s == nil || s.form == nil || !s.form.same(m.form) {
			return nil, ErrMismatch
		}
		if weights[c] != weights[0] {
			m.noted = CellWeights
		}
		m.add(s, weights[c])
	}
	return m, nil
}

func newMoments(form *Form) *Moments {
	n, codes := form.Len(), int(form.top)+1
	return &Moments{
		form: form, noted: Unweighted,
		wide: make([]pair, n*n), given: make([]int64, n*codes), givenWeight: make([]float64, n*codes),
	}
}

// add adds the rows of a summary of the form, each of weight w.
func (m *Moments) add(s *Summary, w float64) {
	n := m.form.Len()
	m.rows += s.rows
	for at := range m.wide {
		m.wide[at].add(s, at/n, at%n, w)
	}
	m.give(s, w)
}

func (p *pair) add(s *Summary, i, j int, w float64) {
	both := s.AnsweredBoth(i, j)
	n := float64(both)
	if w > 0 {
		p.rows += both
	}
	p.weight += float64(w * n)
	p.weights2 += float64(float64(w*w) * n)
	p.sum += float64(w * float64(s.Sum(i, j)))
	p.squares += float64(w * float64(s.Squares(i, j)))
	p.cross += float64(w * float64(s.Cross(i, j)))
}

// give adds the counts of the codes.
func (m *Moments) give(s *Summary, w float64) {
	if w == 0 {
		return
	}
	for i := range m.form.items {
		for code := 1; code < s.codes; code++ {
			count := s.Count(i, Answer(code))
			m.given[i*s.codes+code] += count
			m.givenWeight[i*s.codes+code] += float64(w * float64(count))
		}
	}
}

// Form returns the form of the summaries.
func (m *Moments) Form() *Form { return m.form }

// Rows returns the number of rows, complete or not.
func (m *Moments) Rows() int64 { return m.rows }

// Weighting returns Unweighted where all rows weigh the same and CellWeights where cells of rows have weights of their
// own; unset for the zero Moments.
func (m *Moments) Weighting() Weighting { return m.noted }

// EffectiveN returns Kish's effective number of rows that answered both items, i twice for one item; the plain number
// where all weigh the same; 0 if there are none.
func (m *Moments) EffectiveN(i, j int) float64 {
	p := m.at(i, j)
	if p.weights2 == 0 {
		return 0
	}
	return p.weight * p.weight / p.weights2
}

// Mean returns the mean points of item i over the rows that answered it, and false if none did.
func (m *Moments) Mean(i int) (float64, bool) {
	p := m.at(i, i)
	if p.weight == 0 {
		return 0, false
	}
	return m.form.coders[i].points(p.sum / p.weight), true
}

// Variance returns the variance of item i in squared points, and false below 2 effective answers.
func (m *Moments) Variance(i int) (float64, bool) { return m.Covariance(i, i) }

// Covariance returns the covariance of two items over the rows that answered both, and false if these are fewer than 2
// in effect.
//
//	Σw(x-x̄)(y-ȳ) / (Σw - Σw²/Σw)
func (m *Moments) Covariance(i, j int) (float64, bool) {
	p, q := m.at(i, j), m.at(j, i)
	if m.EffectiveN(i, j) < 2-1e-9 {
		return 0, false
	}
	steps := m.form.coders[i].width * m.form.coders[j].width
	divisor := p.weight - p.weights2/p.weight
	return steps * (p.cross - float64(p.sum*q.sum)/p.weight) / divisor, true
}

// Correlation returns Pearson's correlation of two items over the rows that answered both, and false if these are fewer
// than 2 in effect or answered one of the items all alike.
func (m *Moments) Correlation(i, j int) (float64, bool) {
	p, q := m.at(i, j), m.at(j, i)
	sxx := p.squares - float64(p.sum*p.sum)/p.weight
	syy := q.squares - float64(q.sum*q.sum)/p.weight
	if m.EffectiveN(i, j) < 2-1e-9 || sxx <= tiny*p.squares || syy <= tiny*q.squares {
		return 0, false
	}
	sxy := p.cross - float64(p.sum*q.sum)/p.weight
	return max(-1, min(1, sxy/math.Sqrt(sxx*syy))), true
}

// tiny tells a spread of equal answers, left over by rounding, from the least there can be.
const tiny = 1e-13

// CovarianceMatrix returns the covariances of the items listed; nil stands for all.
//
// Result: with blanks its entries come from different rows, so it may have negative eigenvalues: check before a square
// root is taken.
// Errors: [ErrEmpty] if two of them were answered together by fewer than 2 rows in effect; a [*hotelcrm.ParamError] for
// an item that is not there.
func (m *Moments) CovarianceMatrix(items []int) (*mat.SymDense, error) {
	items, err := m.form.choose(items)
	if err != nil {
		return nil, err
	}
	out := mat.NewSymDense(len(items), nil)
	for a, i := range items {
		for b := a; b < len(items); b++ {
			v, ok := m.Covariance(i, items[b])
			if !ok {
				return nil, fmt.Errorf("%w: items %s and %s", ErrEmpty, m.form.items[i].ID, m.form.items[items[b]].ID)
			}
			out.SetSym(a, b, v)
		}
	}
	return out, nil
}

func (m *Moments) at(i, j int) *pair { return &m.wide[i*m.form.Len()+j] }
