package tree_test

import (
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// plainGain is the information gain of a division of guests into branches, from the definition.
func plainGain(classes []uint16, branch []int) float64 {
	gain := entropyOfGroup(classes)
	for b := range slices.Max(branch) + 1 {
		var part []uint16
		for i, of := range branch {
			if of == b {
				part = append(part, classes[i])
			}
		}
		gain -= float64(len(part)) / float64(len(classes)) * entropyOfGroup(part)
	}
	return gain
}

func entropyOfGroup(classes []uint16) float64 {
	counts, h := map[uint16]int{}, 0.0
	for _, c := range classes {
		counts[c]++
	}
	for _, n := range counts {
		p := float64(n) / float64(len(classes))
		h -= p * math.Log2(p)
	}
	return h
}

// plainBest returns the greatest gain of a cut of numbers, tried one by one.
func plainBest(numbers []float64, classes []uint16) float64 {
	best := 0.0
	for _, cut := range numbers {
		branch := make([]int, len(numbers))
		for i, v := range numbers {
			if v > cut {
				branch[i] = 1
			}
		}
		best = max(best, plainGain(classes, branch))
	}
	return best
}

func drawPlain(t *rapid.T) []testColumn {
	n := rapid.IntRange(2, 60).Draw(t, "n")
	columns := make([]testColumn, 4)
	for j, id := range []string{"a", "b"} {
		columns[j].Attribute = numericAttribute(id)
		columns[j].Numbers = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) float64 { return float64(rapid.IntRange(0, 12).Draw(t, "v")) / 4 }), n, n).Draw(t, id)
	}
	columns[2].Attribute = nominalAttribute("c", 4)
	columns[2].Codes = rapid.SliceOfN(rapid.Uint16Range(1, 4), n, n).Draw(t, "c")
	columns[3].Attribute = nominalAttribute("class", 3)
	columns[3].Codes = rapid.SliceOfN(rapid.Uint16Range(1, 3), n, n).Draw(t, "class")
	return columns
}

// The gains of histograms are those of the definition.
func TestGainsAreThoseOfTheDefinition(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		columns := drawPlain(rt)
		classes := columns[3].Codes
		gains := gainsOf(t, binLast(t, columns), tree.Settings{Criterion: tree.Gain, MinLeaf: 1})
		for j, id := range []string{"a", "b"} {
			if want := plainBest(columns[j].Numbers, classes); math.Abs(gains[id].Raw-want) > 1e-6 {
				rt.Fatalf("%s: got %v, want %v", id, gains[id].Raw, want)
			}
		}
		branch := make([]int, len(classes))
		for i, code := range columns[2].Codes {
			branch[i] = int(code)
		}
		if want := plainGain(classes, branch); gains["c"].Valid && math.Abs(gains["c"].Raw-want) > 1e-6 {
			rt.Fatalf("c: got %v, want %v", gains["c"].Raw, want)
		}
	})
}

// What a tree grows below a test is what a tree of the guests there alone grows: histograms got by subtraction are right.
func TestBranchesAreTreesOfTheirGuests(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		columns := drawPlain(rt)
		s := tree.Settings{Criterion: rapid.SampledFrom([]tree.Criterion{tree.Gain, tree.Gini}).Draw(rt, "criterion"), Nominal: tree.OneLevel, Pruning: tree.Unpruned, MinLeaf: 1, Threshold: tree.Observed}
		whole := fitLast(t, columns, s)
		if whole.Leaves() == 1 {
			return
		}
		first := s
		first.MaxDepth = 1
		stump, err := fitLast(t, columns, first).Bind(tableOf(t, columns))
		if err != nil {
			rt.Fatal(err)
		}
		on, _ := whole.Bind(tableOf(t, columns))
		for leaf := 1; leaf <= 2; leaf++ {
			part := make([]testColumn, len(columns))
			var rows []int
			for row := range stump.Len() {
				if p := stump.Path(row); p.Steps[len(p.Steps)-1].Node == leaf {
					rows = append(rows, row)
				}
			}
			for j, c := range columns {
				part[j].Attribute = c.Attribute
				for _, row := range rows {
					if c.Codes != nil {
						part[j].Codes = append(part[j].Codes, c.Codes[row])
					} else {
						part[j].Numbers = append(part[j].Numbers, c.Numbers[row])
					}
				}
			}
			below := fitLast(t, part, s)
			alone, _ := below.Bind(tableOf(t, part))
			for i, row := range rows {
				if alone.Class(i) != on.Class(row) {
					rt.Fatalf("guest %d: the branch alone gives %d, the tree %d\n%s%s", row, alone.Class(i), on.Class(row), whole, below)
				}
			}
		}
	})
}

// A guest of weight 3 is three guests.
func TestWeightsAreRepeatedGuests(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		columns := drawPlain(rt)
		n := len(columns[3].Codes)
		weights := testColumn{Attribute: numericAttribute("weight")}
		repeated := make([]testColumn, len(columns))
		for j := range columns {
			repeated[j].Attribute = columns[j].Attribute
		}
		for i := range n {
			times := rapid.IntRange(1, 3).Draw(rt, "times")
			weights.Numbers = append(weights.Numbers, float64(times))
			for j, c := range columns {
				for range times {
					if c.Codes != nil {
						repeated[j].Codes = append(repeated[j].Codes, c.Codes[i])
					} else {
						repeated[j].Numbers = append(repeated[j].Numbers, c.Numbers[i])
					}
				}
			}
		}
		b, err := tree.Bin(tableOf(t, append(slices.Clone(columns), weights)), "class", tree.BinSettings{Weight: "weight"})
		if err != nil {
			rt.Fatal(err)
		}
		for _, s := range []tree.Settings{tree.C45(), tree.CART()} {
			got, _, err := tree.Fit(b, s)
			if err != nil {
				rt.Fatal(err)
			}
			if want := fitLast(t, repeated, s); got.String() != want.String() {
				rt.Fatalf("got\n%swant\n%s", got, want)
			}
		}
	})
}
