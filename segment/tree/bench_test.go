package tree_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

var benchSizes = []int{100_000, 1_000_000}

func binGenerated(b *testing.B, n, workers int) *tree.Binned {
	b.Helper()
	out, err := tree.Bin(tableOf(b, generated(n)), "class", tree.BinSettings{Bins: 255, Workers: workers})
	if err != nil {
		b.Fatal(err)
	}
	return out
}

func BenchmarkBin(b *testing.B) {
	for _, n := range benchSizes {
		table := tableOf(b, generated(n))
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("guests=%d/workers=%d", n, workers), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := tree.Bin(table, "class", tree.BinSettings{Bins: 255, Workers: workers}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// benchSettings are entropy, two branches, 50 guests in a leaf, as the peers were measured.
func benchSettings(depth, workers int) tree.Settings {
	return tree.Settings{Criterion: tree.Gain, Nominal: tree.OneLevel, Pruning: tree.Unpruned, MinLeaf: 50, MaxDepth: depth, Workers: workers}
}

func BenchmarkFit(b *testing.B) {
	j48 := tree.C45()
	j48.MinLeaf = 50
	cases := []struct {
		name     string
		settings tree.Settings
	}{
		{"depth=8/workers=1", benchSettings(8, 1)},
		{"depth=8/workers=2", benchSettings(8, 2)},
		{"leaf=50", benchSettings(0, 1)},
		{"C45/leaf=50", j48},
	}
	for _, n := range benchSizes {
		binned := binGenerated(b, n, 2)
		for _, c := range cases {
			b.Run(fmt.Sprintf("guests=%d/%s", n, c.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					fitted, report, err := tree.Fit(binned, c.settings)
					if err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(fitted.Leaves()), "leaves")
					b.ReportMetric(1-report.ErrorRate, "accuracy")
				}
			})
		}
	}
}

// Guests with missing values go down several branches, so they are counted more than once.
func BenchmarkFitMissing(b *testing.B) {
	table := tableOf(b, holed(100_000))
	binned, err := tree.Bin(table, "class", tree.BinSettings{Bins: 255, Workers: 2})
	if err != nil {
		b.Fatal(err)
	}
	for _, missing := range []tree.Missing{tree.Fractional, tree.Majority, tree.OwnBranch} {
		s := tree.C45()
		s.MinLeaf, s.Missing = 50, missing
		b.Run(missing.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := tree.Fit(binned, s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRules(b *testing.B) {
	binned := binGenerated(b, 100_000, 2)
	s := tree.C45()
	s.MinLeaf, s.Missing = 50, tree.Majority
	fitted, _, err := tree.Fit(binned, s)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("exact", func(b *testing.B) {
		for b.Loop() {
			if _, err := fitted.Rules(binned); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("simple", func(b *testing.B) {
		for b.Loop() {
			if _, err := fitted.SimpleRules(binned, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkClasses(b *testing.B) {
	columns := generated(1_000_000)
	table := tableOf(b, columns)
	binned, err := tree.Bin(table, "class", tree.BinSettings{Bins: 255, Workers: 2})
	if err != nil {
		b.Fatal(err)
	}
	for _, depth := range []int{8, 0} {
		fitted, _, err := tree.Fit(binned, benchSettings(depth, 1))
		if err != nil {
			b.Fatal(err)
		}
		bound, err := fitted.Bind(table)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("leaves=%d", fitted.Leaves()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				bound.Classes(1)
			}
			b.ReportMetric(float64(table.Len())*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mguests/s")
		})
		values := make([]float64, 20)
		for j := range values {
			values[j] = uniform(7, j)
			if j >= 10 {
				values[j] = float64(columns[j].Codes[7] - 1)
			}
		}
		b.Run(fmt.Sprintf("one/leaves=%d", fitted.Leaves()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := fitted.Predict(values); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
