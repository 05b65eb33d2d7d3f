package btyd

import (
	"math"
)

// residual returns P(alive)·E[φ^(k-j)/(1-(1-p)·φ^k)] with φ = λ/(λ+δ), the mean over rate, chance to leave and the stage j
// that the guest is in.
//
// Both means are trapezoidal sums, over ln λ and over the nodes of [residualTable].
func (m MBGCNBD) residual(h History, force float64) float64 {
	alive, b := m.Alive(h), m.B+float64(h.X+1)
	switch {
	case alive == 0:
		return 0
	case force == 0 && m.A <= 1:
		return math.Inf(1)
	case force == 0:
		return alive * (m.A + b - 1) / (m.A - 1)
	}
	shape, rate := m.R+float64(m.K*h.X), m.Alpha+h.T
	most := shape + float64(m.K)
	step := min(0.2, 0.5/math.Sqrt(most))
	middle := math.Log(most / rate)
	high := middle + math.Log(2+residualEnd/most+math.Sqrt(2*residualEnd/most))
	low := middle - residualEnd/(shape+1) - 3

	var t residualTable
	t.setChances(betaGeometric{a: m.A, b: b}, math.Log(force/(force+math.Exp(high))))
	gamma, _ := math.Lgamma(shape)
	var sum float64
	for y := low; y < high; y += step {
		lambda := math.Exp(y)
		density := math.Exp(float64(shape*(y+math.Log(rate))) - float64(rate*lambda) - gamma)
		sum += density * m.visitsAt(lambda, force, h, &t)
	}
	return alive * step * sum / m.stayed(h)
}

// visitsAt returns the residual visits at a rate of stages, summed over the stages by their weight.
func (m MBGCNBD) visitsAt(lambda, force float64, h History, t *residualTable) float64 {
	log := -math.Log1p(force / lambda) // ln φ
	var stages float64
	weight, silent := 1.0, lambda*(h.T-h.Tx)
	for j := range m.K {
		stages += weight * math.Exp(float64(m.K-j)*log)
		weight *= silent / float64(j+1)
	}
	lost := -math.Expm1(float64(m.K) * log) // 1-φ^k
	var mean float64
	for _, c := range t.chances {
		mean += c.share / (lost + float64(c.p*(1-lost)))
	}
	return stages * mean
}
