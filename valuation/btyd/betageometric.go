package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/special"
)

// betaGeometric is what BG/NBD and MBG/NBD share: gamma rates of visits, and a beta distributed chance to leave after a
// visit. The models differ in one coin: with coins 1 it is tossed after the first visit too.
type betaGeometric struct {
	r, alpha, a, b float64
	coins          int
}

// odds returns the logarithm of the odds that a guest with this history has left, -Inf for a guest who cannot have.
//
//	a/(b+k-1) · ((α+T)/(α+tx))^(r+x) with k = x + coins
func (m betaGeometric) odds(h History) float64 {
	k := h.X + m.coins
	if k == 0 {
		return math.Inf(-1)
	}
	silence := math.Log1p((h.T - h.Tx) / (m.alpha + h.Tx))
	return math.Log(m.a/(m.b+float64(k-1))) + float64((m.r+float64(h.X))*silence)
}

// softplus returns ln(1+e^d).
func softplus(d float64) float64 {
	if d > 0 {
		return d + math.Log1p(math.Exp(-d))
	}
	return math.Log1p(math.Exp(d))
}

func (m betaGeometric) alive(h History) float64 { return 1 / (1 + math.Exp(m.odds(h))) }

// stays returns the expected number of visits in t of a guest who is alive with rate gamma(r, alpha) and chance
// beta(a, b) to leave.
//
//	E[(1-e^(-λpt))/p] = C·((1-y^e)/e - y^e·Σ (1+e)_(i-1)·(B)_i/((C)_i·i!)·z^i), i = 1, 2, …
//
// with y = α/(α+t), z = 1-y, e = a-1, B = a+b-1-r, C = a+b-1: Euler's transform of the published ₂F₁, which has no pole
// at a = 1 and does not overflow.
func (m betaGeometric) stays(t float64) float64 {
	z := t / (m.alpha + t)
	e, c := m.a-1, m.a+m.b-1
	log := math.Log1p(t / m.alpha)
	if c <= 0.1 || m.hardSeries(z, log) {
		return m.staysSum(t)
	}
	top := c - m.r
	term, sum := top/c*z, 0.0
	for i := 1.0; ; i++ {
		sum += term
		if math.Abs(term) <= 1e-17*math.Abs(sum) {
			break
		}
		term *= (e + i) * (top + i) / ((c + i) * (i + 1)) * z
	}
	return c * (special.Growth(e, log) - math.Exp(-e*log)*sum)
}

// hardSeries reports whether the series is slow or would lose digits: long horizons, rates or chances with hardly any
// spread.
func (m betaGeometric) hardSeries(z, log float64) bool {
	return z > 0.97 || m.r < 1e-3*(m.a+m.b) || (m.a+m.b-1-m.r)*z < -3 || (m.a-1)*log > 20
}

// staysSum returns stays by summation over p.
func (m betaGeometric) staysSum(t float64) float64 {
	ratio := t / m.alpha
	return betaMean(m.a, m.b, 1/(1+float64((m.r+1)*ratio)), func(p float64) float64 {
		if p*ratio < 1e-300 {
			return m.r * ratio
		}
		return -math.Expm1(-m.r*math.Log1p(float64(p*ratio))) / p
	})
}

// survival returns the probability to be alive at t, E[e^(-λpt)] = E[(1+pt/α)^(-r)].
func (m betaGeometric) survival(t float64) float64 {
	ratio := t / m.alpha
	return betaMean(m.a, m.b, 1/(1+float64((m.r+1)*ratio)), func(p float64) float64 {
		return math.Exp(-m.r * math.Log1p(float64(p*ratio)))
	})
}

// after returns the model of the guest's future: what rate and chance are like given the history and being alive.
func (m betaGeometric) after(h History) betaGeometric {
	x := float64(h.X)
	return betaGeometric{r: m.r + x, alpha: m.alpha + h.T, a: m.a, b: m.b + x + float64(m.coins)}
}

func (m betaGeometric) expected(h History, t float64) float64 {
	if t == 0 {
		return 0
	}
	alive := m.alive(h)
	if alive == 0 {
		return 0
	}
	return alive * m.after(h).stays(t)
}

// count returns P(X(t) = n) of a new guest.
func (m betaGeometric) count(t float64, n int) float64 {
	k := float64(n + m.coins)
	stayed := math.Exp(m.logBeta(n + m.coins)) // B(a, b+k)/B(a, b)
	out := stayed * visitsAre(m.r, m.alpha, t, n)
	if k > 0 {
		out += stayed * m.a / (m.b + (k - 1)) * visitsReach(m.r, m.alpha, t, n)
	}
	return out
}
