package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/special"
)

// Both ways to each number, for the tests that compare them.

// ParetoOdds returns the log odds to have left by the series and by quadrature, and whether the series is in use.
func ParetoOdds(m ParetoNBD, h History) (series, sum float64, inUse bool) {
	p := newLifetimes(m.R, m.Alpha, m.S, m.Beta)
	highest := max(p.alpha, p.beta) + h.Tx
	z := math.Abs(p.alpha-p.beta) / highest
	return p.oddsSeries(h, z, highest), p.oddsSum(h), z < 0.7
}

// BetaGeometricStays returns the expected visits of a guest who is alive by the method in use and by summation.
func BetaGeometricStays(m BGNBD, t float64) (inUse, sum float64) {
	return m.inner().stays(t), m.inner().staysSum(t)
}

// Derivatives are those of the log-likelihood of cells in the log parameters.
type Derivatives struct {
	Value    float64
	Gradient []float64
	Hessian  [][]float64
}

// DerivativesOf returns the analytic derivatives at parameters in scaled time, by the model's name.
func DerivativesOf(model string, cells *Cells, theta []float64, workers int) Derivatives {
	c, p, err := scaled(model, cells, workers)
	if err != nil {
		return Derivatives{}
	}
	most := cells.maxX()
	switch model {
	case "NBD":
		p.likelihood = &nbdLikelihood{columns: c, shape: newRisings(most)}
	case "BG/NBD":
		p.likelihood = newBetaGeometricLikelihood(c, most, 0)
	case "MBG/NBD":
		p.likelihood = newBetaGeometricLikelihood(c, most, 1)
	case "GGom/NBD":
		p.likelihood = &gompertzRows{columns: c, shape: newRisings(most)}
	case "Pareto/NBD":
		p.likelihood = &paretoLikelihood{columns: c, shape: newRisings(most)}
	}
	s := &search{problem: p, k: len(theta)}
	at := s.evaluate(s.logs(theta))
	out := Derivatives{Value: at.value + p.offset, Gradient: at.gradient}
	for i := range theta {
		out.Hessian = append(out.Hessian, at.hessian[i][:len(theta)])
	}
	return out
}

// Scale returns what the times of a fit are divided by.
func Scale(c *Cells) float64 { return c.meanT() }

// ResidualAhead returns the residual visits of a guest who is alive and of a new BG/NBD guest with α of 1, at a force of
// c, with the slopes in c, r, a and b.
func ResidualAhead(c, r, a, b float64) (value float64, slopes [4]float64) {
	var t residualTable
	t.set(0, spanOf(c), betaGeometric{r: r, a: a, b: b})
	value, slopes[1], slopes[0], slopes[2], slopes[3] = t.at(c)
	return value, slopes
}

// ResidualPlain returns the same value as one mean over p of an exponential integral.
func ResidualPlain(c, r, a, b float64) float64 {
	flat := c / (1 + r)
	return betaMean(a, b, flat, func(p float64) float64 {
		if p < 1e-15*flat {
			return r / c
		}
		return r / p * special.ScaledExpInt(r+1, c/p)
	})
}

// hopeless is a likelihood that is nowhere finite.
type hopeless struct{}

func (hopeless) rows() int             { return 1 }
func (hopeless) set([]float64)         {}
func (hopeless) add(_, _ int, s *sums) { s.value = math.Inf(-1) }

// FitHopeless returns the error of a fit whose likelihood is nowhere finite.
func FitHopeless() error {
	p := &problem{model: "NBD", names: []string{"r"}, starts: [][]float64{{1}, {2}}, likelihood: hopeless{}}
	_, _, err := maximise(p)
	return err
}
