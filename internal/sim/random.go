package sim

import "math/bits"

// random is the splitmix64 generator. Everything drawn from it is integer arithmetic, in 64 bits wherever 32 would not
// do, so that a seed means the same hotel on every platform.
//
// Source: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA,
// DOI 10.1145/2660193.2660195.
type random struct{ state uint64 }

const (
	golden   = 0x9E3779B97F4A7C15 // 2⁶⁴ over the golden ratio
	perMille = 1000
)

// newRandom returns the stream of that number: streams of one seed are unrelated to each other.
func newRandom(seed, stream uint64) random {
	return random{state: mix(seed+golden) ^ mix(stream*golden+1)}
}

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

func (r *random) next() uint64 {
	r.state += golden
	return mix(r.state)
}

// below draws from [0, n). The bias of the multiplication is under n in 2⁶⁴.
func (r *random) below(n int) int {
	high, _ := bits.Mul64(r.next(), uint64(n))
	return int(high)
}

// between draws from [low, high], both included.
func (r *random) between(low, high int) int { return low + r.below(high-low+1) }

// chance is true in so many of a thousand cases.
func (r *random) chance(milli int) bool { return r.below(perMille) < milli }

// pick draws an index with the weights, which sum to 1000.
func (r *random) pick(weights []int) int {
	u := r.below(perMille)
	for i, w := range weights {
		if u -= w; u < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// quantiles holds the values that a skewed amount stays below with chance 0, 1/16, 2/16 ... 1, in ascending order.
type quantiles [17]int32

// from draws an amount, on a straight line between two quantiles.
func (r *random) from(q *quantiles) int {
	const step = 1 << 16
	u := r.below(16 * step)
	i, part := u/step, int64(u%step)
	low, high := int64(q[i]), int64(q[i+1])
	return int(low + (high-low)*part/step)
}

// lnHalves is -ln(1 - i/32) in millionths: the exponential distribution up to its median, ln 2.
var lnHalves = quantiles{
	0, 31749, 64539, 98440, 133531, 169899, 207639, 246860, 287682,
	330242, 374693, 421213, 470004, 521297, 575364, 632523, 693147,
}

// exponential draws a waiting time of mean 1 in millionths. As the distribution has no memory, it is a number of whole
// medians passed, each with chance 1/2, and a rest within the median.
func (r *random) exponential() int {
	medians := bits.LeadingZeros64(r.next())
	return medians*int(lnHalves[16]) + r.from(&lnHalves)
}
