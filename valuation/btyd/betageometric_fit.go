package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/special"
)

// logBeta returns ln B(a, b+k) - ln B(a, b).
func (m betaGeometric) logBeta(k int) float64 {
	return special.LogRising(m.b, k) - special.LogRising(m.a+m.b, k)
}

func (m betaGeometric) logLikelihood(h History) float64 {
	x := float64(h.X)
	return special.LogRising(m.r, h.X) - float64((m.r+x)*math.Log1p(h.T/m.alpha)) - float64(x*math.Log(m.alpha)) +
		m.logBeta(h.X+m.coins) + softplus(m.odds(h))
}

// betaGeometricLikelihood writes the likelihood of a row as E + ln(1+e^D), D the log odds to have left.
type betaGeometricLikelihood struct {
	*columns
	betaGeometric
	shape, stay, toss risings // of r, b and a+b
}

func newBetaGeometricLikelihood(c *columns, most, coins int) *betaGeometricLikelihood {
	return &betaGeometricLikelihood{c, betaGeometric{coins: coins}, newRisings(most), newRisings(most + coins), newRisings(most + coins)}
}

func (l *betaGeometricLikelihood) set(theta []float64) {
	l.r, l.alpha, l.a, l.b = theta[0], theta[1], theta[2], theta[3]
	l.shape.set(l.r)
	l.stay.set(l.b)
	l.toss.set(l.a + l.b)
}

func (l *betaGeometricLikelihood) add(from, to int, s *sums) {
	logAlpha, logT, lastT := math.Log(l.alpha), 0.0, 0.0
	for i := from; i < to; i++ {
		if l.t[i] != lastT { // cells are in the order of T
			lastT = l.t[i]
			logT = math.Log1p(lastT / l.alpha)
		}
		l.addRow(i, logAlpha, logT, s)
	}
}

func (l *betaGeometricLikelihood) addRow(i int, logAlpha, logT float64, s *sums) {
	n, x, k := l.guests[i], float64(l.x[i]), l.x[i]+l.coins
	rate := rateTermsAt(l.r, l.alpha, l.t[i], x, logT)
	value := l.shape.log[l.x[i]] - float64((l.r+x)*logT) - float64(x*logAlpha) + l.stay.log[k] - l.toss.log[k]
	s.gradient[0] += n * (l.shape.first[l.x[i]] - logT)
	s.gradient[1] += n * rate.alpha
	s.gradient[2] -= n * l.toss.first[k]
	s.gradient[3] += n * (l.stay.first[k] - l.toss.first[k])
	s.hessian[0][0] += n * l.shape.second[l.x[i]]
	s.hessian[1][0] += n * rate.both
	s.hessian[1][1] += n * rate.curve
	s.hessian[2][2] -= n * l.toss.second[k]
	s.hessian[3][2] -= n * l.toss.second[k]
	s.hessian[3][3] += n * (l.stay.second[k] - l.toss.second[k])
	if k > 0 {
		value += l.addOdds(n, x, float64(k), l.tx[i], l.t[i], s)
	}
	s.value += n * value
}

// addOdds adds the derivatives of ln(1+e^D) and returns it.
func (l *betaGeometricLikelihood) addOdds(n, x, k, tx, t float64, s *sums) float64 {
	shareT, shareTx := 1/(l.alpha+t), 1/(l.alpha+tx)
	silence := math.Log1p(float64((t - tx) * shareTx))
	both := -float64((t-tx)*shareT) * shareTx // of D in r and α
	slope := [4]float64{silence, (l.r + x) * both, 1 / l.a, -1 / (l.b + (k - 1))}
	odds := math.Log(l.a/(l.b+(k-1))) + float64((l.r+x)*silence)
	left := 1 / (1 + math.Exp(-odds))
	spread := n * left * (1 - left)
	if odds > 30 {
		spread = n * left * math.Exp(-odds) // 1 - left has lost its digits
	}
	weight := n * left
	for i, d := range slope {
		s.gradient[i] += weight * d
		for j := range i + 1 {
			s.hessian[i][j] += float64(spread*d) * slope[j]
		}
	}
	s.hessian[1][0] += weight * both
	s.hessian[1][1] -= float64(weight*slope[1]) * (shareT + shareTx)
	s.hessian[2][2] -= weight * float64(slope[2]*slope[2])
	s.hessian[3][3] += weight * float64(slope[3]*slope[3])
	return softplus(odds)
}

// fitBetaGeometric returns the parameters of maximum likelihood.
func fitBetaGeometric(model string, cells *Cells, coins, workers int) ([]float64, Report, error) {
	c, p, err := scaled(model, cells, workers)
	if err != nil {
		return nil, Report{}, err
	}
	p.names, p.powers = []string{"r", "alpha", "a", "b"}, []float64{0, 1, 0, 0}
	r, alpha := c.startRate()
	p.starts = [][]float64{{1, 0.1, 1, 3}, {r, alpha, 0.5, 2}, {r, alpha, 0.01, 1}}
	p.on(c, func(c *columns) likelihood { return newBetaGeometricLikelihood(c, cells.maxX(), coins) })
	p.judge = p.judgeDropout
	return maximise(p)
}
