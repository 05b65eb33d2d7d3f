package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/special"
)

// CountNext returns the probability that the guest comes n times in the next t.
func (m NBD) CountNext(h History, t float64, n int) float64 {
	return countNext(h, t, n, 1, NBD{R: m.R + float64(h.X), Alpha: m.Alpha + h.T})
}

// CountNext returns the probability that the guest comes n times in the next t.
func (m BGNBD) CountNext(h History, t float64, n int) float64 {
	after := m.inner().after(h)
	return countNext(h, t, n, m.Alive(h), BGNBD{R: after.r, Alpha: after.alpha, A: after.a, B: after.b})
}

// CountNext returns the probability that the guest comes n times in the next t.
func (m MBGNBD) CountNext(h History, t float64, n int) float64 {
	after := m.inner().after(h) // the coin of the last visit is tossed
	return countNext(h, t, n, m.Alive(h), BGNBD{R: after.r, Alpha: after.alpha, A: after.a, B: after.b})
}

// CountNext returns the probability that the guest comes n times in the next t.
func (m ParetoNBD) CountNext(h History, t float64, n int) float64 {
	return countNext(h, t, n, m.Alive(h), ParetoNBD{R: m.R + float64(h.X), Alpha: m.Alpha + h.T, S: m.S, Beta: m.Beta + h.T})
}

// CountNext returns the probability that the guest comes n times in the next t.
func (m GGompertz) CountNext(h History, t float64, n int) float64 {
	return countNext(h, t, n, m.Alive(h), GGompertz{R: m.R + float64(h.X), Alpha: m.Alpha + h.T, B: m.B, S: m.S, Beta: m.betaAt(h.T)})
}

// betaAt returns β for the lives that are left at age u, 1 + (β-1)·e^(-bu).
func (m GGompertz) betaAt(u float64) float64 {
	if m.Beta < 1 {
		return m.Beta + (m.Beta-1)*math.Expm1(-m.B*u) // keeps the digits of a small β
	}
	return 1 + (m.Beta-1)*math.Exp(-m.B*u)
}

// CountNext returns the probability that the guest comes n times in the next t.
func (m MBGCNBD) CountNext(h History, t float64, n int) float64 {
	if !h.valid() || !validTime(t) || n < 0 || n > maxRepeats {
		return math.NaN()
	}
	weight, all, sum := 1.0, m.stayed(h), 0.0
	for j := range m.K {
		sum += weight / all * m.countOfStage(h, t, n, j)
		weight *= m.nextStage(h, j)
	}
	alive := m.Alive(h)
	if n == 0 {
		return 1 - alive + float64(alive*sum)
	}
	return alive * sum
}

// countOfStage returns the probability of n visits in the next t of a guest who is alive, j stages after the last visit.
func (m MBGCNBD) countOfStage(h History, t float64, n, j int) float64 {
	shape, alpha := m.R+float64(m.K*h.X+j), m.Alpha+h.T
	reached, passed := visitsReach(shape, alpha, t, n*m.K-j), visitsReach(shape, alpha, t, (n+1)*m.K-j)
	if n == 0 {
		return 1 - passed // no coin is tossed
	}
	b := m.B + float64(h.X+1)
	kept := math.Exp(special.LogRising(b, n-1) - special.LogRising(m.A+b, n-1))
	leaves := m.A / (m.A + b + float64(n-1))
	return kept * (leaves*reached + (1-leaves)*max(0, reached-passed))
}

// countNext mixes guests who have left with those whose future a model tells.
func countNext[M Model](h History, t float64, n int, alive float64, future M) float64 {
	if !h.valid() {
		return math.NaN()
	}
	out := alive * future.Count(t, n)
	if n == 0 {
		out += 1 - alive
	}
	return out
}

// UntilNext returns the time from now within which the guest comes again with a probability, and false if it never gets
// that high: the guest may have left.
//
// Input: probability in (0, 1): at 1/2 the median. The time is in the model's unit, at most 1e9.
// Errors: a [*hotelcrm.ParamError] for a probability or model out of range, a [*hotelcrm.RowError] for a history that
// cannot be.
// Cost: about 60 calls of CountNext.
func UntilNext(m Model, h History, probability float64) (t float64, ok bool, err error) {
	if !(probability > 0 && probability < 1) {
		return 0, false, refuse.Param("probability", formatFloat(probability), "above 0 and below 1")
	}
	if err := checkModel(m); err != nil {
		return 0, false, err
	}
	if err := h.Validate(); err != nil {
		return 0, false, err
	}
	comes := func(t float64) bool { return 1-m.CountNext(h, t, 0) >= probability }
	if !comes(maxTime) {
		return 0, false, nil
	}
	low, high := 0.0, 1.0
	for !comes(high) && high < maxTime {
		low, high = high, min(2*high, maxTime)
	}
	for range 60 {
		middle := (low + high) / 2
		if comes(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high, true, nil
}
