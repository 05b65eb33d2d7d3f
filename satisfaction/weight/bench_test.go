package weight_test

import (
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// A survey of 24 items, with blanks, as its summary.
func BenchmarkSums(b *testing.B) {
	m := sumsOf(blanked())
	for _, method := range dataMethods() {
		if method == weight.MEREC {
			continue
		}
		b.Run(method.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.Weigh(weight.Options{Method: method}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func blanked() ([][]int64, [][]bool, int64, int64) {
	answers, blank := generated()
	return answers, blank, 1, 5
}

// The same as a table, without blanks.
func BenchmarkMatrix(b *testing.B) {
	answers, _ := generated()
	m := asTable(b, answers)
	for _, method := range dataMethods() {
		b.Run(method.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.Weigh(weight.Options{Method: method}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Judgements of 24 items that agree badly, every tenth missing.
func judgedItems(b *testing.B, gaps bool) *weight.Judgements {
	b.Helper()
	const n = 24
	random := rand.New(rand.NewPCG(1, 2))
	j, err := weight.NewJudgements(letters(n), 0)
	if err != nil {
		b.Fatal(err)
	}
	for i := range n {
		for k := i + 1; k < n; k++ {
			if gaps && k != i+1 && random.IntN(10) == 0 {
				continue
			}
			if err := j.Set(i, k, weight.Ratio{Num: 1 + random.Int64N(9), Den: 1}); err != nil {
				b.Fatal(err)
			}
		}
	}
	return j
}

func BenchmarkJudgements(b *testing.B) {
	for _, method := range methods() {
		b.Run(method.String(), func(b *testing.B) {
			j := judgedItems(b, method != weight.Eigenvector)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := j.Weigh(method, weight.AlonsoLamataLine); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRepairs(b *testing.B) {
	j := judgedItems(b, false)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := j.Repairs(weight.AlonsoLamataLine); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParts(b *testing.B) {
	answers, _ := generated()
	weights := dataWeights(b, asTable(b, answers), weight.Options{}).Weights
	b.ReportAllocs()
	for b.Loop() {
		if _, err := weight.Parts(weights, 4); err != nil {
			b.Fatal(err)
		}
	}
}

// Eight cells of the generated survey, such as those of a raking.
func BenchmarkStrata(b *testing.B) {
	answers, blank := generated()
	var strata weight.Strata
	for from := 0; from < 480; from += 60 {
		strata = append(strata, weight.Stratum{Sums: sumsOf(answers[from:from+60], blank[from:from+60], 1, 5), Weight: 1 + float64(from)/500})
	}
	for _, method := range []weight.DataMethod{weight.StandardDeviation, weight.CRITIC, weight.FirstComponent} {
		b.Run(method.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := strata.Weigh(weight.Options{Method: method}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
