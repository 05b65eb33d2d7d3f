package tree_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// spendColumn returns n skewed amounts with ties, one in fifty missing, and a class that the amount says something about.
func spendColumn(n int) ([]float64, []uint16) {
	random := rand.New(rand.NewPCG(5, 6))
	numbers, classes := make([]float64, n), make([]uint16, n)
	for i := range numbers {
		numbers[i] = math.Round(100*math.Exp(5+1.1*random.NormFloat64())) / 100
		classes[i] = uint16(1 + random.IntN(2))
		if numbers[i] > 150 && random.IntN(3) > 0 {
			classes[i] = uint16(3 + random.IntN(2))
		}
		if random.IntN(50) == 0 {
			numbers[i] = math.NaN()
		}
	}
	return numbers, classes
}

func BenchmarkCuts(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		numbers, classes := spendColumn(n)
		methods := []struct {
			name string
			cut  func() (tree.Cuts, error)
		}{
			{"width", func() (tree.Cuts, error) { return tree.EqualWidth(numbers, 10) }},
			{"frequency", func() (tree.Cuts, error) { return tree.EqualFrequency(numbers, 10) }},
			{"jenks", func() (tree.Cuts, error) { return tree.Jenks(numbers, 5) }},
			{"chimerge", func() (tree.Cuts, error) {
				return tree.ChiMerge(numbers, classes, tree.ChiMergeSettings{MaxBins: 10})
			}},
			{"mdlp", func() (tree.Cuts, error) {
				cuts, _, err := tree.MDLP(numbers, classes)
				return cuts, err
			}},
		}
		for _, method := range methods {
			b.Run(fmt.Sprint(method.name, "/", n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := method.cut(); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "guests/s")
			})
		}
	}
}

func BenchmarkCutsBin(b *testing.B) {
	numbers, _ := spendColumn(1_000_000)
	cuts, err := tree.EqualFrequency(numbers, 10)
	if err != nil {
		b.Fatal(err)
	}
	codes := make([]uint16, 0, len(numbers))
	b.ReportAllocs()
	for b.Loop() {
		codes = cuts.AppendCodes(codes[:0], numbers)
	}
	b.ReportMetric(float64(len(numbers))*float64(b.N)/b.Elapsed().Seconds(), "guests/s")
}

func TestBinsAreFoundWithoutAllocation(t *testing.T) {
	numbers, _ := spendColumn(1000)
	cuts, err := tree.EqualFrequency(numbers, 10)
	if err != nil {
		t.Fatal(err)
	}
	codes := make([]uint16, 0, len(numbers))
	if n := testing.AllocsPerRun(10, func() { codes = cuts.AppendCodes(codes[:0], numbers) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
