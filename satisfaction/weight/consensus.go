package weight

import "math"

// spread returns the standard deviation (n - 1) of each thing's weight among the experts.
func spread(experts []Opinion) []float64 {
	out := make([]float64, len(experts[0].Weights))
	if len(experts) < 2 {
		return out
	}
	column := make([]float64, len(experts))
	for i := range out {
		for k, e := range experts {
			column[k] = e.Weights[i]
		}
		_, out[i] = meanDeviation(column)
	}
	return out
}

// meanDeviation returns the mean and the standard deviation (n - 1) of two values or more.
func meanDeviation(values []float64) (mean, deviation float64) {
	for _, v := range values {
		mean += v
	}
	mean /= float64(len(values))
	squares := 0.0
	for _, v := range values {
		squares += float64((v - mean) * (v - mean))
	}
	return mean, math.Sqrt(squares / float64(len(values)-1))
}

// consensus returns Goepel's index of how alike the experts' weights are, in [0, 1].
//
//	S = (1/D - low)/(1 - low),  D = exp(Hγ - Hα),  low = exp(Hα,min)/exp(Hγ,max)
//
// Hγ is the entropy of the mean weights, Hα the mean entropy of the weights; the bounds are those of experts who each
// put limit/(n + limit - 1) on another thing and share the rest evenly.
func consensus(experts []Opinion, limit int64) float64 {
	n, k := float64(len(experts[0].Weights)), float64(len(experts))
	if n == 1 || k == 1 {
		return 1
	}
	mean, alpha := make([]float64, len(experts[0].Weights)), 0.0
	for _, e := range experts {
		alpha += float64(e.Share * entropy(e.Weights))
		for i, w := range e.Weights {
			mean[i] += float64(e.Share * w)
		}
	}
	top, rest := float64(limit)/(n+float64(limit)-1), 1/(n+float64(limit)-1)
	alphaLow := -(top*math.Log(top) + (n-1)*rest*math.Log(rest))
	gammaHigh := math.Log(n)
	if k < n {
		each := (top + (k-1)*rest) / k
		gammaHigh = -(k*each*math.Log(each) + (n-k)*rest*math.Log(rest))
	}
	low := math.Exp(alphaLow - gammaHigh)
	alike := math.Exp(alpha - entropy(mean))
	return min(max((alike-low)/(1-low), 0), 1)
}

// entropy returns -Σ p·ln p, with 0·ln 0 = 0.
func entropy(p []float64) float64 {
	h := 0.0
	for _, v := range p {
		if v > 0 {
			h -= float64(v * math.Log(v))
		}
	}
	return h
}
