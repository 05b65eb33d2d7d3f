package btyd

import "math"

// betaMean returns the mean of g(p) over p with the beta distribution of a and b.
//
// It sums over the logit of p, where the trapezoidal rule converges exponentially and both ends decay: no value of a or
// b is out of reach. Where p (or 1-p) no longer matters to g, the rest of the sum is geometric.
//
// Input: a, b above 0; g is analytic for p > 0, falls, and below flat is g(0)·(1-O(p/flat)).
// Source: L. Trefethen and J. Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56 (2014).
func betaMean(a, b, flat float64, g func(p float64) float64) float64 {
	if a > 1e14 {
		return g(1 / (1 + b/a)) // p spreads by less than 1e-7 of itself
	}
	const widest = 0.2
	h := min(widest, 0.4*math.Sqrt(1/a+1/b))
	middle := math.Log(a / b)
	top := logBetaWeight(a, b, middle)
	weights, sum := 1.0, g(logistic(middle))
	highest := g(1e-17 * flat)
	for _, end := range [2]struct{ step, shape float64 }{{-h, a}, {h, b}} {
		for k := 1; ; k++ {
			w := middle + float64(k)*end.step
			p := logistic(w)
			weight := math.Exp(logBetaWeight(a, b, w) - top)
			value := weight * g(p)
			weights += weight
			sum += value
			left := value  // what may be left in this direction, next to a factor
			edge := w > 40 // p is 1
			if end.step < 0 {
				left = weight * highest
				curve := p * (1/flat + b) // how far the integrand is from exponential
				edge = curve < 1e-3 && curve*left <= 1e-17*sum
			}
			if edge {
				rest := math.Exp(-end.shape*h) / -math.Expm1(-end.shape*h)
				weights += weight * rest
				sum += value * rest
			}
			if edge || weight < 1e-17*weights && left <= 1e-17*sum {
				break
			}
		}
	}
	return sum / weights
}

func logistic(w float64) float64 {
	if w < 0 {
		e := math.Exp(w)
		return e / (1 + e)
	}
	return 1 / (1 + math.Exp(-w))
}

// logBetaWeight returns a·ln p + b·ln(1-p) at the logit w of p.
func logBetaWeight(a, b, w float64) float64 {
	if w < 0 {
		tail := math.Log1p(math.Exp(w))
		return float64(a*(w-tail)) - float64(b*tail)
	}
	tail := math.Log1p(math.Exp(-w))
	return -float64(a*tail) - float64(b*(w+tail))
}
