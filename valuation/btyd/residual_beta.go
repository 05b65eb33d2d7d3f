package btyd

import (
	"math"
	"slices"
)

// residualTable is what the residual visits of all guests with one number of visits share: the mean of visits still to
// come at nodes v of time in units of α+T, with its slopes in the parameters. A guest adds a discount of c a unit of v.
//
//	E[λ/(δ+λp)] = R·∫ e^(-cv)·F(v) dv,  F(v) = E[(1+pv)^(-R-1)],  R = r+x, c = δ·(α+T), v from 0 to ∞
//
// with p beta distributed. Both integrals are trapezoidal sums over a variable in which the integrand decays at both
// ends, where they converge exponentially.
//
// Source: L. Trefethen and J. Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56 (2014).
type residualTable struct {
	x, span int     // the number of visits and the range of c that it is good for
	shape   float64 // R
	nodes   []residualNode
	chances []chance
}

// residualNode is a node of v: F with its slopes, times the weight of the node.
type residualNode struct{ v, value, r, a, b float64 }

// chance is a node of p: its share of all guests, and ln p and ln(1-p) relative to their means.
type chance struct{ p, share, logStay, logLeave float64 }

const (
	residualStep = 0.2
	residualEnd  = 38 // e^-38 is past rounding
)

// spanOf returns which power of 4 a discount c lies in.
func spanOf(c float64) int { return math.Ilogb(c) >> 1 }

// set makes the table for a guest's future: its chance to leave and its rate.
func (t *residualTable) set(x, span int, future betaGeometric) {
	t.x, t.span, t.shape = x, span, future.r
	low := math.Ldexp(1, 2*span)
	farthest := residualEnd / low
	fall := (future.r + 1) * (future.a + 1) / (future.a + future.b + 1) // how fast F falls at first
	start := -math.Log(4*low+fall) - 2
	t.setChances(future, -math.Log(max(1, (future.r+1)*farthest)))
	t.nodes = t.nodes[:0]
	for s := start - 3.7; ; s += residualStep {
		stretch := math.Exp(start - s)
		v := math.Exp(s - stretch)
		if v > farthest {
			break
		}
		t.nodes = append(t.nodes, t.node(v, residualStep*v*(1+stretch)))
	}
}

// node returns F and its slopes at v.
func (t *residualTable) node(v, weight float64) residualNode {
	out := residualNode{v: v}
	for _, c := range t.chances {
		grown := math.Log1p(c.p * v)
		here := c.share * math.Exp(-(t.shape+1)*grown)
		if here < 1e-20*out.value {
			break // p rises, and what is left is less still
		}
		out.value += here
		out.r -= here * grown
		out.a += here * c.logLeave
		out.b += here * c.logStay
	}
	out.value *= weight
	out.r *= weight
	out.a *= weight
	out.b *= weight
	return out
}

// setChances makes the nodes of p, by rising p: even in w, the logit of p, but ever wider apart where p is below
// e^flat and where it is nearly 1, since only the weight matters there.
func (t *residualTable) setChances(m betaGeometric, flat float64) {
	a, b := m.a, m.b
	middle := math.Log(a / b)
	left, right := min(flat, middle)-3, max(middle, 0)+3
	step := min(residualStep, 0.4*math.Sqrt(1/a+1/b))
	shift := math.Exp(middle-right) - math.Exp(left-middle) // so that s is the middle there
	t.chances = t.chances[:0]
	var sum float64
	for _, by := range [2]float64{-step, step} {
		s := middle
		if by > 0 {
			slices.Reverse(t.chances)
			s += by
		}
		for ; ; s += by {
			before, after := math.Exp(left-s), math.Exp(s-right)
			c, log := chanceAt(m, (s-middle)-before+after-shift)
			c.share = math.Exp(log) * (1 + before + after)
			if !(c.share > 1e-19*sum) {
				break
			}
			sum += c.share
			t.chances = append(t.chances, c)
		}
	}
	t.normalise(sum)
}

// normalise makes shares of the weights, and logarithms relative to their means.
func (t *residualTable) normalise(sum float64) {
	var leave, stay float64
	for i := range t.chances {
		c := &t.chances[i]
		c.share /= sum
		leave += c.share * c.logLeave
		stay += c.share * c.logStay
	}
	for i := range t.chances {
		t.chances[i].logLeave -= leave
		t.chances[i].logStay -= stay
	}
}

// chanceAt returns the node whose logit is by further than that of the mean, and the logarithm of its weight relative to
// the mean's. All are relative to the mean, so that large a and b lose no digits.
func chanceAt(m betaGeometric, by float64) (chance, float64) {
	mean, rest := m.a/(m.a+m.b), m.b/(m.a+m.b)
	var out chance
	var grown float64 // ln(1-mean+mean·e^by)
	switch {
	case by < -1:
		e := math.Exp(by)
		grown = math.Log(rest + mean*e)
		out.p = mean * e / (rest + mean*e)
	case by > 1:
		e := math.Exp(-by)
		grown = by + math.Log(mean+rest*e)
		out.p = mean / (mean + rest*e)
	default:
		grown = math.Log1p(mean * math.Expm1(by))
		out.p = mean * math.Exp(by-grown)
	}
	out.logLeave, out.logStay = by-grown, -grown
	return out, float64(m.a*by) - float64((m.a+m.b)*grown)
}

// at returns the residual visits of a guest who is alive at a discount of c, with the slopes in R, c, a and b.
func (t *residualTable) at(c float64) (value, r, slope, a, b float64) {
	for i := range t.nodes {
		n := &t.nodes[i]
		e := math.Exp(-c * n.v)
		value += e * n.value
		r += e * n.r
		a += e * n.a
		b += e * n.b
		slope -= e * n.value * n.v
	}
	return t.shape * value, value + t.shape*r, t.shape * slope, t.shape * a, t.shape * b
}
