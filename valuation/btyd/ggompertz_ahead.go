package btyd

import "math"

// aliveSlopes returns P(alive) with its slopes, from the nodes that the fit uses.
func (m GGompertz) aliveSlopes(h History) gradient {
	var l gompertzRows
	l.use(m)
	power := m.R + float64(h.X)
	first, last := gompertzTerms(&l.model, h.T), gompertzTerms(&l.model, h.Tx)
	stayed := -float64(power*first.logAge) - float64(m.S*first.depth)
	top := max(stayed, l.logLeft(&last, power))
	var mean sums
	l.stayed(&first, power, math.Exp(stayed-top), &mean)
	alone := mean
	l.left(h.Tx, h.T, power, top, &mean)
	out := gradient{value: alone.value / mean.value}
	if out.value > 0 {
		for i := range mean.gradient {
			out.slopes[i] = alone.gradient[i]/mean.value - float64(out.value*mean.gradient[i])/mean.value
		}
	}
	return out
}

// lifeSlopes returns the expected length of the life that is left at an age, discounted and within t, with its slopes.
//
//	∫ e^(-δu)·S(T+u)/S(T) du, u from 0 to t
func (m GGompertz) lifeSlopes(from, t, force float64) gradient {
	ages, now := newAges(m), gompertzTerms(&m, from)
	value := func(u float64) float64 {
		return math.Exp(m.S*(now.depth-m.depth(u)) - float64(force*(u-from)))
	}
	rest := func(u float64) float64 { return value(u) * (from + t - u) }
	var out gradient
	q := newAgePanels(&ages, from, from+t, 0, force)
	for q.next() {
		for i, node := range q.nodes {
			u, du := q.at(node)
			now, then := &now, gompertzTerms(&m, u)
			gone := now.depth - then.depth
			weight := q.weights[i] * du * math.Exp(float64(m.S*gone)-float64(force*(u-from)))
			out.value += weight
			out.slopes[2] += weight * m.S * (now.u*now.share - then.u*then.share)
			out.slopes[3] += weight * gone
			out.slopes[4] += weight * m.S * (then.odd - now.odd) / m.Beta
		}
		if q.last(out.value, rest) {
			break
		}
	}
	return out
}

// rateSlopes returns the expected rate of visits of a guest who is alive, (r+x)/(α+T), with its slopes.
func rateSlopes(r, alpha float64, h History) gradient {
	out := gradient{value: (r + float64(h.X)) / (alpha + h.T)}
	out.slopes[0], out.slopes[1] = 1/(alpha+h.T), -out.value/(alpha+h.T)
	return out
}

// aheadSlopes returns the discounted expected visits in the next t, with its slopes.
func (m GGompertz) aheadSlopes(h History, t, force float64) gradient {
	alive := m.aliveSlopes(h)
	if alive.value == 0 {
		return gradient{}
	}
	return product(product(alive, rateSlopes(m.R, m.Alpha, h)), m.lifeSlopes(h.T, t, force))
}

// residualSlopes returns P(alive)·(r+x)/(α+T)·∫ e^(-δu)·S(T+u)/S(T) du with its slopes. Since the risk of leaving does not
// fall below a part of b·s, the integral is finite without a discount too.
func (m GGompertz) residualSlopes(h History, force float64, _ *residualTable) gradient {
	last := (residualEnd/m.S + m.depth(h.T) + max(0, math.Log(m.Beta))) / m.B // nobody lives longer
	return m.aheadSlopes(h, min(last, residualEnd/force), force)
}
