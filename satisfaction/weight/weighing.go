package weight

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
)

// Weighing is what pairwise comparisons say: weights, and whether to trust them.
type Weighing struct {
	Names       []string           `json:"names"`
	Method      Method             `json:"method"`
	Weights     []float64          `json:"weights"` // all above 0, summing to one
	Missing     int                `json:"missing"` // pairs not compared
	Consistency Consistency        `json:"consistency"`
	Filled      []Filled           `json:"filled,omitempty"` // by LeastEigenvalue
	Steps       int                `json:"steps"`            // of the power iteration
	Warnings    []hotelcrm.Warning `json:"warnings,omitempty"`
}

// AcceptedRatio is the consistency ratio up to which judgements are usually accepted (Saaty).
const AcceptedRatio = 0.1

// Weigh returns the weights of the things compared and the consistency of the comparisons.
//
//	GeometricMean     w_i ∝ (∏_j a_ij)^(1/n), or least Σ (ln a_ij - ln w_i + ln w_j)² over the known pairs
//	Eigenvector       A·w = λ·w, λ the largest
//
// Input: an unset method is GeometricMean, an unset index Saaty.
// Errors: a [*PairError] for two things that no chain of comparisons links and, for Eigenvector, for a missing
// comparison; [ErrNoConvergence] for ratios that span more than float64 holds; a
// [*hotelcrm.ParamError] for an unknown method or table.
// Cost: O(n²) a step; about 10 steps for judgements that agree fairly well.
func (j *Judgements) Weigh(method Method, index RandomIndex) (Weighing, error) {
	w, err := j.matrix().weigh(method, index)
	if err != nil {
		return Weighing{}, j.name(err)
	}
	if j.consistent() { // exactly, so no rounding shows
		w.Consistency.Lambda, w.Consistency.Index, w.Consistency.Ratio = float64(len(j.names)), 0, 0
		w.Consistency.Geometric = 0
	}
	w.Names = j.Names()
	return w, nil
}

// numberedPair is a pair error before the names are known.
type numberedPair struct {
	row, column int
	err         error
}

func (e numberedPair) Error() string { return fmt.Sprintf("%d and %d: %v", e.row, e.column, e.err) }

func (j *Judgements) name(err error) error {
	if p, ok := err.(numberedPair); ok {
		return j.wrong(p.row, p.column, "", p.err)
	}
	return err
}

// weigh returns all of a Weighing but the names.
func (c comparisons) weigh(method Method, index RandomIndex) (Weighing, error) {
	if err := choice.Default(methodNames, "method", &method, GeometricMean); err != nil {
		return Weighing{}, err
	}
	if err := choice.Default(randomIndexNames, "index", &index, Saaty); err != nil {
		return Weighing{}, err
	}
	if c.n == 0 {
		return Weighing{}, checkNames(nil)
	}
	if row, column, ok := c.unlinked(); ok {
		return Weighing{}, numberedPair{row, column, ErrUnlinked}
	}
	gaps := c.missing()
	if method == Eigenvector && len(gaps) > 0 {
		return Weighing{}, numberedPair{gaps[0][0], gaps[0][1], ErrMissing}
	}
	means, err := c.leastSquares()
	if err != nil {
		return Weighing{}, err
	}
	out := Weighing{Method: method, Missing: len(gaps)}
	system := c.harker()
	if method == LeastEigenvalue && len(gaps) > 0 {
		if system, out.Filled, err = c.complete(); err != nil {
			return Weighing{}, err
		}
	}
	vector, lambda, steps, err := system.principal(means)
	if err != nil {
		return Weighing{}, err
	}
	out.Weights, out.Steps = vector, steps
	if method == GeometricMean {
		out.Weights = means
	}
	out.Consistency = c.judge(lambda, means, len(gaps), index)
	out.warn()
	return out, nil
}

func (w *Weighing) warn() {
	if w.Missing > 0 {
		w.Warnings = append(w.Warnings, hotelcrm.Warning{
			Code: WarnMissing, N: w.Missing,
			Text: "comparisons are missing: there is no consistency ratio",
		})
	}
	if w.Consistency.RatioApplies && w.Consistency.Ratio > AcceptedRatio {
		w.Warnings = append(w.Warnings, hotelcrm.Warning{
			Code: WarnInconsistent, N: 1,
			Text: fmt.Sprintf("consistency ratio %.3f is above %.1f", w.Consistency.Ratio, AcceptedRatio),
		})
	}
	if n := len(w.Consistency.Triads); n > 0 {
		w.Warnings = append(w.Warnings, hotelcrm.Warning{
			Code: WarnCircular, N: n,
			Text: "preferences go round in a circle",
		})
	}
}
