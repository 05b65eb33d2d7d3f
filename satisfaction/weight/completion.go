package weight

import "math"

// Filled is a missing comparison and the value that a method put in its place.
type Filled struct {
	Row    int     `json:"row"`
	Column int     `json:"column"`
	Value  float64 `json:"value"` // row over column
}

const (
	maxRounds     = 10_000
	fillTolerance = 1e-12 // change of the logarithm of a filled value
)

// completion is the search for the values of missing comparisons that make the largest eigenvalue least. It is convex in
// the logarithms of the values (Bozóki, Fülöp and Rónyai 2010).
type completion struct {
	known   comparisons // with the gaps filled
	gaps    [][2]int
	weights []float64
	left    []float64
}

// complete fills the gaps of c so that its largest eigenvalue is least.
func (c comparisons) complete() (comparisons, []Filled, error) {
	start, err := c.leastSquares()
	if err != nil {
		return c, nil, err
	}
	s := completion{known: c.clone(), gaps: c.missing(), weights: start, left: inverses(start)}
	logs := make([]float64, len(s.gaps))
	for k, gap := range s.gaps {
		logs[k] = math.Log(start[gap[0]] / start[gap[1]])
	}
	if err := s.evaluate(logs); err != nil {
		return c, nil, err
	}
	for range maxRounds {
		moved := s.improve(logs)
		if err := s.evaluate(logs); err != nil {
			return c, nil, err
		}
		if moved <= fillTolerance {
			return s.known, s.filled(), nil
		}
	}
	return c, nil, ErrNoConvergence
}

// inverses returns the left eigenvector of a consistent matrix.
func inverses(w []float64) []float64 {
	out := make([]float64, len(w))
	for i, v := range w {
		out[i] = 1 / v
	}
	return normalise(out)
}

// evaluate fills the gaps and finds both eigenvectors.
func (s *completion) evaluate(logs []float64) error {
	for k, gap := range s.gaps {
		s.known.set(gap[0], gap[1], math.Exp(logs[k]), math.Exp(-logs[k]))
	}
	var err error
	if s.weights, _, _, err = s.known.principal(s.weights); err != nil {
		return err
	}
	s.left, _, _, err = s.known.transposed().principal(s.left)
	return err
}

// improve moves every gap to where the derivative of the eigenvalue would be 0 if the eigenvectors stayed:
// y_i·a_ij·w_j = y_j·a_ji·w_i, y the left one. It returns the largest move.
func (s *completion) improve(logs []float64) float64 {
	largest := 0.0
	for k, gap := range s.gaps {
		i, j := gap[0], gap[1]
		target := math.Log(s.left[j]*s.weights[i]/(s.left[i]*s.weights[j])) / 2
		largest = max(largest, math.Abs(target-logs[k]))
		logs[k] = target
	}
	return largest
}

func (s *completion) filled() []Filled {
	out := make([]Filled, len(s.gaps))
	for k, gap := range s.gaps {
		out[k] = Filled{gap[0], gap[1], s.known.at(gap[0], gap[1])}
	}
	return out
}
