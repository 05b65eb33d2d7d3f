package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/special"
)

// residualModel has discounted residual visits in closed form or as one integral.
type residualModel interface {
	// residual returns DERT at a force per unit of 0 or more, +Inf where it diverges. The history is valid.
	residual(h History, force float64) float64
}

// residual returns (r+x)/(α+T)/δ.
func (m NBD) residual(h History, force float64) float64 {
	return (m.R + float64(h.X)) / (m.Alpha + h.T) / force
}

func (m BGNBD) residual(h History, force float64) float64 { return m.inner().residual(h, force) }

func (m MBGNBD) residual(h History, force float64) float64 { return m.inner().residual(h, force) }

// residual returns P(alive)·E[λ/(δ+λp)], the mean over p of (r/p)·e^z·E_(r+1)(z) with z = δα/p and r, α of the future.
func (m betaGeometric) residual(h History, force float64) float64 {
	alive, after := m.alive(h), m.after(h)
	switch {
	case alive == 0:
		return 0
	case force == 0 && m.a <= 1:
		return math.Inf(1)
	case force == 0:
		return alive * (after.a + after.b - 1) / (after.a - 1)
	}
	cost := force * after.alpha
	return alive * betaMean(after.a, after.b, cost/(1+after.r), func(p float64) float64 {
		if p < 1e-15*cost/(1+after.r) {
			return after.r / cost
		}
		return after.r / p * special.ScaledExpInt(after.r+1, cost/p)
	})
}

// residual returns P(alive)·(r+x)/(α+T)·B·e^z·E_s(z) with B = β+T and z = δB.
func (m ParetoNBD) residual(h History, force float64) float64 {
	b := m.Beta + h.T
	return m.Alive(h) * (m.R + float64(h.X)) / (m.Alpha + h.T) * b * special.ScaledExpInt(m.S, force*b)
}

// discounted returns the discounted visits in t by parts, from the expected visits at the nodes of a quadrature.
//
//	e^(-δt)·E(t) + δ·∫ e^(-δu)·E(u) du, u from 0 to t
func discounted(m Model, h History, force, t float64) float64 {
	const parts = 6
	nodes, weights := special.GaussLegendre(16)
	scale := t / 1e6 // nodes are even in ln(scale+u)
	width := math.Log1p(t/scale) / parts
	var sum float64
	for part := range parts {
		for i, node := range nodes {
			v := (float64(part) + (node+1)/2) * width
			u := min(scale*math.Expm1(v), t)
			sum += float64(weights[i]*(scale+u)) * math.Exp(-force*u) * m.Expected(h, u)
		}
	}
	if t == 0 {
		return m.Expected(h, 0)
	}
	return math.Exp(-force*t)*m.Expected(h, t) + float64(force*sum)*width/2
}
