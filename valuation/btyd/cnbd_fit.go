package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// FitMBGCNBD returns the MBG/CNBD-k model of maximum likelihood for one k. [Wheat] says which k to try.
//
// Input: workers is how many goroutines may work, 0 for one; the result does not depend on it.
// Result: the log-likelihood is without the part of the single times between visits. To compare different k, add
// [TimingLikelihood] to each.
// Errors: a [*hotelcrm.ParamError] for no cells or k outside [1, 20]; a [*FitError] where no guest came back or no
// start has a finite likelihood.
func FitMBGCNBD(cells *Cells, k, workers int) (Fit[MBGCNBD], error) {
	if err := checkStages(k); err != nil {
		return Fit[MBGCNBD]{}, err
	}
	c, p, err := scaled(MBGCNBD{K: k}.Name(), cells, workers)
	if err != nil {
		return Fit[MBGCNBD]{}, err
	}
	stages := float64(k)
	p.offset *= stages
	p.names, p.powers = []string{"r", "alpha", "a", "b"}, []float64{0, 1, 0, 0}
	r, alpha := c.startRate()
	p.starts = [][]float64{{r, alpha / stages, 1, 3}, {1, 1 / stages, 0.5, 1}, {r, alpha / stages, 0.1, 2}}
	most := cells.maxX() + 1
	p.on(c, func(c *columns) likelihood {
		return &stageRows{columns: c, k: k, shape: newRisings(k * most), stay: newRisings(most), toss: newRisings(most)}
	})
	p.judge = p.judgeDropout
	v, report, err := maximise(p)
	if err != nil {
		return Fit[MBGCNBD]{}, err
	}
	return Fit[MBGCNBD]{MBGCNBD{k, v[0], v[1], v[2], v[3], cells.unit}, report}, nil
}

// TimingLikelihood returns what the times between visits add to the log-likelihood of the MBG/CNBD-k model.
//
//	(k-1)·Σ ln t - repeats·ln (k-1)!
//
// It is 0 for k = 1.
//
// Input: k in [1, 20]; logTimes is the sum of the logs of all times from one visit of a guest to their next, in the unit
// of the cells; repeats is the number of these times.
// Errors: a [*hotelcrm.ParamError].
func TimingLikelihood(k int, logTimes, repeats float64) (float64, error) {
	if err := checkStages(k); err != nil {
		return 0, err
	}
	if math.IsNaN(logTimes) || math.IsInf(logTimes, 0) {
		return 0, refuse.Param("logTimes", "not finite", "a finite sum")
	}
	if err := checkTimes("repeats", repeats); err != nil {
		return 0, err
	}
	factorial, _ := math.Lgamma(float64(k))
	return float64(k-1)*logTimes - repeats*factorial, nil
}

// stageRows is the likelihood of the MBG/CNBD-k model, one row a cell.
type stageRows struct {
	*columns
	k                int
	shape            risings // of r
	stay, toss       risings // of b and a+b
	r, alpha, a, b   float64
	logAlpha, logOne float64 // ln α, ln a
}

func (l *stageRows) set(theta []float64) {
	l.r, l.alpha, l.a, l.b = theta[0], theta[1], theta[2], theta[3]
	l.logAlpha, l.logOne = math.Log(l.alpha), math.Log(l.a)
	l.shape.set(l.r)
	l.stay.set(l.b)
	l.toss.set(l.a + l.b)
}

func (l *stageRows) add(from, to int, s *sums) {
	for i := from; i < to; i++ {
		l.addCell(i, s)
	}
}

// addCell adds ln Σ e^g over the ways of a history: left after the last visit, or j stages on since then.
func (l *stageRows) addCell(i int, s *sums) {
	x, n := l.x[i], l.guests[i]
	end, last := l.alpha+l.t[i], l.alpha+l.tx[i]
	logEnd, logLast := math.Log(end), math.Log(last)
	logSilence := math.Log(l.t[i] - l.tx[i]) // -Inf for none: only j = 0 is left
	left := l.shape.log[l.k*x] + l.logOne - math.Log(l.b+float64(x)) - (l.r+float64(l.k*x))*logLast
	first := l.shape.log[l.k*x] - (l.r+float64(l.k*x))*logEnd
	top := max(left, first)

	var mean sums
	l.addWay(l.k*x, logLast, last, math.Exp(left-top), true, float64(x), &mean)
	factorial := 0.0
	for j := range l.k {
		m := l.k*x + j
		log := l.shape.log[m] - factorial - (l.r+float64(m))*logEnd
		if j > 0 {
			log += float64(j) * logSilence
		}
		l.addWay(m, logEnd, end, math.Exp(log-top), false, 0, &mean)
		factorial += math.Log(float64(j + 1))
	}
	l.addMean(i, n, top, &mean, s)
}

// addWay adds a way with its weight: Γ(r+m)/Γ(r)·(age)^-(r+m), and for a guest who left a/(b+x) too.
func (l *stageRows) addWay(m int, logAge, age, w float64, left bool, x float64, mean *sums) {
	power := l.r + float64(m)
	g := [5]float64{l.shape.first[m] - logAge, -power / age}
	if left {
		g[2], g[3] = 1/l.a, -1/(l.b+x)
		mean.hessian[2][2] -= w * g[2] * g[2]
		mean.hessian[3][3] += w * g[3] * g[3]
	}
	mean.addOuter(w, &g)
	mean.hessian[0][0] += w * l.shape.second[m]
	mean.hessian[1][0] -= w / age
	mean.hessian[1][1] += w * power / age / age
}

// addMean adds the log of the sum of the ways and what all ways share.
func (l *stageRows) addMean(i int, n, top float64, mean, s *sums) {
	coins := l.x[i] + 1
	s.value += n * (float64(l.r*l.logAlpha) + l.stay.log[coins] - l.toss.log[coins] + top + math.Log(mean.value))
	s.gradient[0] += n * l.logAlpha
	s.gradient[1] += n * l.r / l.alpha
	s.gradient[2] -= n * l.toss.first[coins]
	s.gradient[3] += n * (l.stay.first[coins] - l.toss.first[coins])
	s.hessian[1][0] += n / l.alpha
	s.hessian[1][1] -= n * l.r / l.alpha / l.alpha
	s.hessian[2][2] -= n * l.toss.second[coins]
	s.hessian[3][2] -= n * l.toss.second[coins]
	s.hessian[3][3] += n * (l.stay.second[coins] - l.toss.second[coins])
	for a := range 4 {
		mean.gradient[a] /= mean.value
		s.gradient[a] += float64(n * mean.gradient[a])
		for b := range a + 1 {
			s.hessian[a][b] += float64(n * (mean.hessian[a][b]/mean.value - float64(mean.gradient[a]*mean.gradient[b])))
		}
	}
}
