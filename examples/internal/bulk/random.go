package bulk

import "math/bits"

// random is the splitmix64 generator: a seed means the same file on every platform.
//
// Source: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA,
// DOI 10.1145/2660193.2660195.
type random struct{ state uint64 }

const golden = 0x9E3779B97F4A7C15 // 2⁶⁴ over the golden ratio

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
func (r *random) below(n uint64) uint64 {
	high, _ := bits.Mul64(r.next(), n)
	return high
}

// shuffle puts the numbers into a random order.
func (r *random) shuffle(list []uint32) {
	for i := len(list) - 1; i > 0; i-- {
		j := r.below(uint64(i) + 1)
		list[i], list[j] = list[j], list[i]
	}
}
