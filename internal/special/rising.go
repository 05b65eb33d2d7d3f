package special

import "math"

// stirlingFrom is where Stirling's series with five terms is good to the last bit.
const stirlingFrom = 16

// LogRising returns the logarithm of the rising factorial c·(c+1)·…·(c+n-1), which is Γ(c+n)/Γ(c).
//
// Unlike a difference of two log-gamma functions it stays exact where c is tiny or huge.
//
// Input: c above 0 and up to 1e15, n of 0 or more.
func LogRising(c float64, n int) float64 {
	var log float64
	product := 1.0
	for n > 0 && (c < stirlingFrom || n <= 8) {
		product *= c
		if product > 1e200 || product < 1e-200 {
			log += math.Log(product)
			product = 1
		}
		c++
		n--
	}
	log += math.Log(product)
	if n == 0 {
		return log
	}
	m := float64(n)
	return log + float64((c+m-0.5)*math.Log1p(m/c)) + float64(m*(math.Log(c)-1)) + stirling(c+m) - stirling(c)
}

// stirling returns what Stirling's formula adds to (z-½)·ln z - z + ½·ln 2π.
func stirling(z float64) float64 {
	w := 1 / (z * z)
	return (1.0/12 - w*(1.0/360-w*(1.0/1260-w*(1.0/1680-w/1188)))) / z
}

// Trigamma returns ψ'(x), the second derivative of the logarithm of Γ.
//
//	ψ'(x) = Σ 1/(x+k)² over k = 0, 1, …
//
// Input: x above 0; anything else gives NaN.
// Source: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 6.4.6 and 6.4.12.
func Trigamma(x float64) float64 {
	if !(x > 0) {
		return math.NaN()
	}
	var sum float64
	for x < stirlingFrom {
		sum += 1 / float64(x*x)
		x++
	}
	w := 1 / (x * x)
	tail := 1.0/6 - w*(1.0/30-w*(1.0/42-w*(1.0/30-w*(5.0/66))))
	return sum + (1+(0.5+tail/x)/x)/x
}

// Growth returns (1 - e^(-e·l))/e, the integral of e^(-e·v) over v from 0 to l; it is l where e is 0.
func Growth(e, l float64) float64 {
	if e == 0 {
		return l
	}
	return -math.Expm1(-e*l) / e
}
