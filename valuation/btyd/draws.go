package btyd

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"
)

// drawGamma returns a random number of the gamma distribution with a shape and a rate.
func drawGamma(rng *rand.Rand, shape, rate float64) float64 {
	return distuv.Gamma{Alpha: shape, Beta: rate, Src: rng}.Rand()
}

// drawBeta returns a random number of the beta distribution.
func drawBeta(rng *rand.Rand, a, b float64) float64 {
	return distuv.Beta{Alpha: a, Beta: b, Src: rng}.Rand()
}

// drawVisits returns the history of a guest who comes at a rate, watched for t. The guest leaves for good at time end, or
// after a visit where leaves says so.
func drawVisits(rng *rand.Rand, rate, end, t float64, leaves func() bool) History {
	out := History{T: t}
	for at := 0.0; out.X < maxRepeats; {
		at = max(at+rng.ExpFloat64()/rate, minTime)
		if !(at <= min(t, end)) { // NaN too: a rate of 0
			break
		}
		out.X, out.Tx = out.X+1, at
		if leaves() {
			break
		}
	}
	return out
}

func never() bool { return false }
