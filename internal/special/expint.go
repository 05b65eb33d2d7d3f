package special

import "math"

// ScaledExpInt returns e^z·E_s(z), the generalised exponential integral without its exponential decay.
//
//	E_s(z) = ∫ e^(-z·v)·v^(-s) dv over v from 1 to ∞
//
// Input: s above 0 and up to 1e7, z of 0 or more; anything else gives NaN. For z of 0 the value is 1/(s-1), +Inf for s
// up to 1.
// Cost: about 100 ns; below z = 1 one division more for each whole of s.
// Source: NIST Digital Library of Mathematical Functions, 8.19.12 and 8.19.17.
func ScaledExpInt(s, z float64) float64 {
	switch {
	case !(s > 0 && s <= 1e7 && z >= 0):
		return math.NaN()
	case z == 0 && s <= 1:
		return math.Inf(1)
	case z == 0:
		return 1 / (s - 1)
	case z >= 1 || s > 50:
		return scaledExpIntFraction(s, z)
	}
	whole := max(math.Ceil(s-1.5), 0) // a base near 0 would be divided by
	value := expIntSeries(s-whole, z)
	decay := math.Exp(-z)
	for k := range int(whole) {
		value = (decay - float64(z*value)) / (s - whole + float64(k))
	}
	return value / decay
}

// scaledExpIntFraction is the continued fraction 1/(z+s - 1·s/(z+s+2 - 2·(s+1)/(z+s+4 - …))), by Lentz's method.
func scaledExpIntFraction(s, z float64) float64 {
	b := z + s
	d := 1 / b
	c, value := math.Inf(1), d
	for k := 1; k < 10_000; k++ {
		n := float64(k)
		numerator := -n * (s + n - 1)
		b += 2
		d = 1 / (float64(numerator*d) + b)
		c = b + numerator/c
		step := c * d
		value *= step
		if math.Abs(step-1) < 1e-16 {
			break
		}
	}
	return value
}

// expIntSeries returns E_s(z) for s in (0, 1.5] and z in (0, 1).
//
//	Γ(e)·z^(-e) - 1/e - Σ (-z)^k/((e+k)·k!) over k = 1, 2, … with e = 1-s
func expIntSeries(s, z float64) float64 {
	e := 1 - s
	first := -euler - math.Log(z)
	if e != 0 {
		gamma, _ := math.Lgamma(1 + e)
		if math.Abs(e) < 1e-3 {
			gamma = e * (-euler + e*(zeta2/2-e*(zeta3/3-e*(zeta4/4-e*(zeta5/5))))) // 1+e has lost the digits of e
		}
		first = math.Expm1(gamma-float64(e*math.Log(z))) / e
	}
	term, sum := 1.0, 0.0
	for k := 1; k < 40; k++ {
		term *= -z / float64(k)
		sum += term / (e + float64(k))
		if math.Abs(term) < 1e-18 {
			break
		}
	}
	return first - sum
}

const (
	euler = 0.57721566490153286060651209008240243
	zeta2 = math.Pi * math.Pi / 6
	zeta4 = zeta2 * zeta2 * 2 / 5
	zeta5 = 1.03692775514336992633136548645703417
	zeta3 = 1.20205690315959428539973816151144999
)
