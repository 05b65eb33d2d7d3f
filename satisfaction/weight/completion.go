package weight

import "math"

// Filled is a missing comparison and the value that a method put in its place.
type Filled struct {
	Row    int     `json:"row"`
	Column int     `json:"column"`
	Value  float64 `json:"value"` // row over column
}

const (
	maxRounds     = 1000
	fillTolerance = 1e-13 // change of the logarithm of a filled value
	lambdaNoise   = 1e-13 // relative: two eigenvalues closer than this are alike
)

// completion is the search for the values of missing comparisons that make the largest eigenvalue least. It is convex in
// the logarithms of the values (Bozóki, Fülöp and Rónyai 2010).
type completion struct {
	known   comparisons // with the gaps filled
	gaps    [][2]int
	weights []float64
	left    []float64
	lambda  float64
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
		moved, err := s.improve(logs)
		if err != nil {
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
	if s.weights, s.lambda, _, err = s.known.principal(s.weights); err != nil {
		return err
	}
	s.left, _, _, err = s.known.transposed().principal(s.left)
	return err
}

// improve moves every gap to where the derivative of the eigenvalue would be 0 if the eigenvectors stayed, and halves
// the move until the eigenvalue does not rise. It returns the largest move.
func (s *completion) improve(logs []float64) (float64, error) {
	move, before := make([]float64, len(logs)), s.lambda
	for k, gap := range s.gaps {
		i, j := gap[0], gap[1]
		move[k] = math.Log(s.left[j]*s.weights[i]/(s.left[i]*s.weights[j]))/2 - logs[k]
	}
	for range 50 {
		largest := 0.0
		for k := range logs {
			logs[k] += move[k]
			largest = max(largest, math.Abs(move[k]))
		}
		if err := s.evaluate(logs); err != nil || s.lambda <= before*(1+lambdaNoise) {
			return largest, err
		}
		for k := range logs {
			logs[k] -= move[k]
			move[k] /= 2
		}
	}
	return 0, s.evaluate(logs)
}

func (s *completion) filled() []Filled {
	out := make([]Filled, len(s.gaps))
	for k, gap := range s.gaps {
		out[k] = Filled{gap[0], gap[1], s.known.at(gap[0], gap[1])}
	}
	return out
}
