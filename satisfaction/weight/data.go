package weight

import (
	"errors"
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// ErrUndefined is wrapped where a method gives every item 0: all constant, or for CRITIC all in step with each other.
var ErrUndefined = errors.New("weight: the method gives every item 0")

// Options say how answers become weights. The zero value is StandardDeviation with the usual scaling. Options compare
// with ==.
type Options struct {
	Method  DataMethod `json:"method,omitempty"`
	Scaling Scaling    `json:"scaling,omitempty"`

	// Ranks makes CRITIC use Spearman's rank correlation in place of Pearson's; tables only.
	Ranks bool `json:"ranks,omitempty"`
	// Shift is added to all values before Entropy, which refuses values below 0. Other shifts give other weights.
	Shift float64 `json:"shift,omitempty"`
	// Components is how many principal components EigenvalueWeighted and Communality keep; 0 keeps those with an
	// eigenvalue of 1 and more (Kaiser), at least one.
	Components int `json:"components,omitempty"`
	// EqualIfUndefined gives the items that vary (all, if none does) equal weights where the method gives each 0.
	EqualIfUndefined bool `json:"equalIfUndefined,omitempty"`
}

// DataWeights are weights found in answers, with all that is needed to find them again by hand.
//
// Standard deviations have the divisor n - 1, correlations are Pearson's unless Options say otherwise, deviations of
// pairs are means over pairs.
type DataWeights struct {
	Options Options   `json:"options"` // as used: nothing unset
	Weights []float64 `json:"weights"` // summing to one
	Scores  []float64 `json:"scores"`  // what the weights are proportional to
	N       []int64   `json:"n"`       // values of each item

	// EffectiveN is Kish's effective number of values of each item, (Σw)² / Σw²: N where all count alike.
	EffectiveN []float64 `json:"effectiveN"`

	Correlation Correlation `json:"correlation,omitempty"` // for CRITIC and the principal components, else unset

	// Eigenvalues of the correlations, falling, and the eigenvectors of the components kept, in items, each with a sum
	// of 0 or more: for the principal components only, over the items that vary, 0 for the others.
	Eigenvalues []float64   `json:"eigenvalues,omitempty"`
	Components  [][]float64 `json:"components,omitempty"`

	Constant []int              `json:"constant,omitempty"` // items with the same value throughout: weight 0
	Warnings []hotelcrm.Warning `json:"warnings,omitempty"`
}

// source is what the methods need to know of the data. All forms of data have it.
type source interface {
	effective() []float64                                    // values of each item in effect
	counts() []int64                                         // values of each item
	constants() []bool                                       // items that do not vary
	spans(Scaling) (Scaling, []float64, error)               // resolved, and what to divide by
	deviations() []float64                                   // standard deviations, n - 1
	correlations(ranks bool) ([]float64, Correlation, error) // m × m, of constant items whatever comes; and their name
	entropies(shift float64) ([]float64, error)              // 1 - e; of constant items whatever comes
	gaps() ([]float64, error)                                // mean |x_i - x_k| over pairs of rows
	removals(live []bool) ([]float64, error)                 // the effects of MEREC
}

// weigh is the common road of all methods.
func weigh(s source, o Options) (DataWeights, error) {
	if err := o.resolve(); err != nil {
		return DataWeights{}, err
	}
	out := DataWeights{N: s.counts(), EffectiveN: s.effective()}
	constant := s.constants()
	live := make([]bool, len(constant))
	for i, c := range constant {
		live[i] = !c
		if c {
			out.Constant = append(out.Constant, i)
		}
	}
	if n := len(out.Constant); n > 0 {
		out.warn(WarnConstant, n, "items have the same value throughout: weight 0")
	}
	if err := out.score(s, &o, live); err != nil {
		return DataWeights{}, err
	}
	for i := range out.Scores {
		if !live[i] {
			out.Scores[i] = 0
		}
	}
	out.Options = o
	return out, out.settle(live)
}

func (o *Options) resolve() error {
	if err := choice.Default(dataMethodNames, "Options.Method", &o.Method, StandardDeviation); err != nil {
		return err
	}
	if err := choice.Default(scalingNames, "Options.Scaling", &o.Scaling, 0); err != nil {
		return err
	}
	switch {
	case math.IsNaN(o.Shift) || math.Abs(o.Shift) > maxValue:
		return refuse.Param("Options.Shift", fmt.Sprint(o.Shift), "a number within 1e100")
	case o.Shift != 0 && o.Method != Entropy:
		return refuse.Param("Options.Shift", fmt.Sprint(o.Shift), "0 but for entropy")
	case o.Components < 0:
		return refuse.Param("Options.Components", fmt.Sprint(o.Components), "0 or more")
	case o.Ranks && o.Method != CRITIC:
		return refuse.Param("Options.Ranks", "true", "false but for critic")
	}
	return nil
}

func (w *DataWeights) warn(code hotelcrm.WarningCode, n int, text string) {
	w.Warnings = append(w.Warnings, hotelcrm.Warning{Code: code, Text: text, N: n})
}

// score sets Scores.
func (w *DataWeights) score(s source, o *Options, live []bool) (err error) {
	switch {
	case o.Method == Entropy:
		if o.Shift != 0 {
			w.warn(WarnShifted, len(live), fmt.Sprintf("%g was added to all values", o.Shift))
		}
		o.Scaling = Unscaled
		w.Scores, err = s.entropies(o.Shift)
		return err
	case o.Method == MEREC:
		o.Scaling = Unscaled
		w.Scores, err = s.removals(live)
		return err
	case o.Method.components():
		o.Scaling = Unscaled
		return w.principalComponents(s, o, live)
	}
	var spans []float64
	if o.Scaling, spans, err = s.spans(o.Scaling); err != nil {
		return err
	}
	if o.Method == DeviationMaximum {
		w.Scores, err = s.gaps()
	} else {
		w.Scores = s.deviations()
	}
	if err != nil {
		return err
	}
	for i := range w.Scores {
		if live[i] {
			w.Scores[i] /= spans[i]
		}
	}
	if o.Method == CRITIC {
		return w.contrast(s, o, live)
	}
	return nil
}

// inStep is how close to 1 a correlation counts as 1: below it lies rounding, which would otherwise become the weights
// of items that are copies of each other.
const inStep = 1e-12

// contrast multiplies each deviation by the sum of 1 - r over the other items that vary.
func (w *DataWeights) contrast(s source, o *Options, live []bool) error {
	r, err := w.correlate(s, o.Ranks, live)
	if err != nil {
		return err
	}
	m, varying := len(live), 0
	for j := range m {
		conflict := 0.0
		for k := range m {
			if d := 1 - r[j*m+k]; k != j && live[k] && d > inStep {
				conflict += d
			}
		}
		w.Scores[j] *= conflict
		if live[j] {
			varying++
		}
	}
	if varying == 1 { // nothing to be in conflict with
		for j := range m {
			if live[j] {
				w.Scores[j] = 1
			}
		}
	}
	return nil
}

// correlate returns the correlations and notes which they are.
func (w *DataWeights) correlate(s source, ranks bool, live []bool) ([]float64, error) {
	r, name, err := s.correlations(ranks)
	if err != nil {
		return nil, err
	}
	w.Correlation = name
	w.cut(r, live)
	return r, nil
}

// cut brings correlations of answers with blanks back to [-1, 1].
func (w *DataWeights) cut(r []float64, live []bool) {
	beyond := 0
	for j, k := range pairs(len(live)) {
		a, b := j*len(live)+k, k*len(live)+j
		if !live[j] || !live[k] || math.Abs(r[a]) <= 1 {
			continue
		}
		if math.Abs(r[a]) > 1+inStep {
			beyond++
		}
		r[a] = min(max(r[a], -1), 1)
		r[b] = r[a]
	}
	if beyond > 0 {
		w.warn(WarnIndefinite, beyond, "correlations of pairs with blanks are beyond one and were cut")
	}
}

// settle makes weights of the scores.
func (w *DataWeights) settle(live []bool) error {
	w.Weights = make([]float64, len(w.Scores))
	total, varying := 0.0, 0
	for i, score := range w.Scores {
		total += score
		if live[i] {
			varying++
		}
	}
	if total > 0 {
		for i, score := range w.Scores {
			w.Weights[i] = score / total
		}
		return nil
	}
	if !w.Options.EqualIfUndefined {
		return fmt.Errorf("%w: %s, items that vary: %d of %d", ErrUndefined, w.Options.Method, varying, len(live))
	}
	for i := range w.Weights {
		if live[i] || varying == 0 {
			w.Weights[i] = 1
		}
	}
	normalise(w.Weights)
	w.warn(WarnUndefined, len(live), "the method gives every item 0: equal weights")
	return nil
}
