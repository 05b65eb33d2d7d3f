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

// residual returns (r+x)/(α+T)/δ: nobody leaves, so that it is infinite without a discount.
func (m NBD) residual(h History, force float64) float64 {
	return (m.R + float64(h.X)) / (m.Alpha + h.T) / force
}

// aliveSlopes is a model that knows P(alive) with its slopes in the parameters.
type aliveSlopes interface{ aliveSlopes(h History) gradient }

// residualSlopes is a model that knows DERT with its slopes in the parameters.
type residualSlopes interface {
	// residualSlopes returns DERT as residualModel does. It may set the table or find it set.
	residualSlopes(h History, force float64, t *residualTable) gradient
}

func (m BGNBD) aliveSlopes(h History) gradient  { return m.inner().aliveSlopes(h) }
func (m MBGNBD) aliveSlopes(h History) gradient { return m.inner().aliveSlopes(h) }

func (m BGNBD) residualSlopes(h History, force float64, t *residualTable) gradient {
	return m.inner().residual(h, force, t)
}

func (m MBGNBD) residualSlopes(h History, force float64, t *residualTable) gradient {
	return m.inner().residual(h, force, t)
}

// residual returns P(alive)·E[λ/(δ+λp)] with λ and p of the future.
func (m betaGeometric) residual(h History, force float64, t *residualTable) gradient {
	alive, after := m.aliveSlopes(h), m.after(h)
	if alive.value == 0 {
		return gradient{}
	}
	cost := force * after.alpha
	if cost == 0 {
		return product(alive, after.residualFree())
	}
	if span := spanOf(cost); len(t.nodes) == 0 || t.x != h.X || t.span != span {
		t.set(h.X, span, after)
	}
	value, r, c, a, b := t.at(cost)
	return product(alive, gradient{value: value, slopes: slopes4(r, c*force, a, b)})
}

// residualFree returns the residual visits without a discount, (a+b-1)/(a-1).
func (m betaGeometric) residualFree() gradient {
	if m.a <= 1 {
		return gradient{value: math.Inf(1)}
	}
	e := m.a - 1
	return gradient{value: (e + m.b) / e, slopes: slopes4(0, 0, -m.b/(e*e), 1/e)}
}

// aliveSlopes returns P(alive) with its slopes.
func (m betaGeometric) aliveSlopes(h History) gradient {
	odds := m.odds(h)
	out := gradient{value: 1 / (1 + math.Exp(odds))}
	if k := h.X + m.coins; k > 0 && out.value > 0 {
		x := float64(h.X)
		spread := -out.value / (1 + math.Exp(-odds))
		silence := (h.T - h.Tx) / (m.alpha + h.Tx)
		out.slopes = slopes4(
			spread*math.Log1p(silence), -spread*(m.r+x)*silence/(m.alpha+h.T),
			spread/m.a, -spread/(m.b+float64(k-1)),
		)
	}
	return out
}

func slopes4(r, alpha, a, b float64) [maxParams + spendParams]float64 {
	return [maxParams + spendParams]float64{r, alpha, a, b}
}

// product returns the product of two quantities with its slopes.
func product(f, g gradient) gradient {
	out := gradient{value: f.value * g.value}
	for i := range out.slopes {
		out.slopes[i] = float64(f.slopes[i]*g.value) + float64(f.value*g.slopes[i])
	}
	return out
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
