package btyd

import "math"

// risings holds ln(c·(c+1)·…·(c+n-1)) for n = 0, 1, … with its first and second derivative in c. Fits read it instead of
// differences of log-gamma functions, which lose their digits where c is tiny or huge.
type risings struct{ log, first, second []float64 }

func newRisings(most int) risings {
	column := func() []float64 { return make([]float64, most+1) }
	return risings{column(), column(), column()}
}

func (r risings) set(c float64) {
	var log, first, second float64
	for n := range r.log {
		r.log[n], r.first[n], r.second[n] = log, first, second
		term := c + float64(n)
		log += math.Log(term)
		first += 1 / term
		second -= 1 / float64(term*term)
	}
}
