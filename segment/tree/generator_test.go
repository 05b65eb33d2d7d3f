package tree_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
)

// The generator of guests for the benchmarks: ten numbers, ten nominals and a value class that depends on some of them,
// with one class in ten replaced by chance. The best possible accuracy is .925.

// hashed is the finaliser of splitmix64.
func hashed(x uint64) uint64 {
	z := x + 0x9E3779B97F4A7C15
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

func uniform(i, j int) float64 {
	return float64(hashed(uint64(20260101+32*i+j))>>11) / (1 << 53)
}

var generatedLevels = [10]int{3, 4, 5, 6, 8, 10, 12, 4, 5, 7}

func generatedClass(i int) uint16 {
	c := func(k int) float64 { return math.Floor(uniform(i, 10+k) * float64(generatedLevels[k])) }
	current := .4*uniform(i, 0) + .3*uniform(i, 1) + .2*c(0)/2 + .1*c(3)/5
	incremental := .5*uniform(i, 2) + .3*c(1)/3 + .2*uniform(i, 3)
	class := 0
	if current > .5 {
		class += 2
	}
	if incremental > .5 {
		class++
	}
	if uniform(i, 20) < .1 {
		class = int(4 * uniform(i, 21))
	}
	return uint16(class + 1)
}

// generated returns n guests; the class is the last column.
func generated(n int) []testColumn {
	out := make([]testColumn, 21)
	for j := range 10 {
		c := &out[j]
		c.Attribute = segment.Attribute{ID: fmt.Sprintf("number%d", j), Kind: segment.Numeric}
		c.Numbers = make([]float64, n)
		for i := range n {
			u := uniform(i, j)
			if j%2 == 1 {
				u = u * u * u
			}
			c.Numbers[i] = math.Round(u*1e6) / 1e6
		}
	}
	for k, levels := range generatedLevels {
		c := &out[10+k]
		c.Attribute = segment.Attribute{ID: fmt.Sprintf("level%d", k), Kind: segment.Nominal, Levels: numbered(levels)}
		c.Codes = make([]uint16, n)
		for i := range n {
			c.Codes[i] = uint16(uniform(i, 10+k)*float64(levels)) + 1
		}
	}
	class := &out[20]
	class.Attribute = segment.Attribute{ID: "class", Kind: segment.Nominal, Levels: numbered(4)}
	class.Codes = make([]uint16, n)
	for i := range n {
		class.Codes[i] = generatedClass(i)
	}
	return out
}

func numbered(n int) []segment.Level {
	out := make([]segment.Level, n)
	for i := range out {
		out[i].ID = fmt.Sprintf("l%d", i)
	}
	return out
}

func TestGeneratorGivesItsCheckFigures(t *testing.T) {
	for _, test := range []struct {
		i, j int
		want float64
	}{
		{0, 0, .947949532129},
		{0, 1, .180532071231},
		{0, 2, .421414614148},
		{1, 0, .969138856918},
		{1, 1, .533978297089},
	} {
		near(t, fmt.Sprint("u", test.i, test.j), uniform(test.i, test.j), test.want, 1e-12)
	}
	var counts [4]int
	for i := range 100_000 {
		counts[generatedClass(i)-1]++
	}
	if want := [4]int{25021, 25000, 25020, 24959}; counts != want {
		t.Errorf("got classes %v, want %v", counts, want)
	}
}
