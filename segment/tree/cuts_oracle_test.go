package tree_test

import (
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// sortedPairs returns the numbers that have a class, sorted, with their classes.
func sortedPairs(numbers []float64, classes []uint16) (out []pair) {
	for i, number := range numbers {
		if !math.IsNaN(number) && classes[i] > 0 {
			out = append(out, pair{number, classes[i]})
		}
	}
	slices.SortStableFunc(out, func(a, b pair) int {
		switch {
		case a.number < b.number:
			return -1
		case a.number > b.number:
			return 1
		}
		return 0
	})
	return out
}

type pair struct {
	number float64
	class  uint16
}

func plainEntropy(pairs []pair) (entropy float64, kinds int) {
	counts := map[uint16]float64{}
	for _, p := range pairs {
		counts[p.class]++
	}
	for _, class := range []uint16{1, 2, 3} {
		if share := counts[class] / float64(len(pairs)); share > 0 {
			entropy -= share * math.Log2(share)
		}
	}
	return entropy, len(counts)
}

// plainMDLP writes the criterion down as the paper has it. It says false where a comparison is too close to call in
// plain floating point.
func plainMDLP(pairs []pair) (cuts []float64, sure bool) {
	n := float64(len(pairs))
	whole, k := plainEntropy(pairs)
	best, gain, second := -1, -1.0, -1.0
	for i := range len(pairs) - 1 {
		if pairs[i].number == pairs[i+1].number {
			continue
		}
		low, _ := plainEntropy(pairs[:i+1])
		high, _ := plainEntropy(pairs[i+1:])
		g := whole - (float64(i+1)*low+(n-float64(i+1))*high)/n
		if g > gain+1e-9 {
			best, gain, second = i, g, -1
		} else if g > gain {
			second = g
		}
	}
	if best < 0 || whole == 0 {
		return nil, true
	}
	low, k1 := plainEntropy(pairs[:best+1])
	high, k2 := plainEntropy(pairs[best+1:])
	delta := math.Log2(math.Pow(3, float64(k))-2) - (float64(k)*whole - float64(k1)*low - float64(k2)*high)
	threshold := (math.Log2(n-1) + delta) / n
	if math.Abs(gain-threshold) < 1e-7 || second > gain {
		return nil, false
	}
	if gain < threshold {
		return nil, true
	}
	below, sureBelow := plainMDLP(pairs[:best+1])
	above, sureAbove := plainMDLP(pairs[best+1:])
	cut := (pairs[best].number + pairs[best+1].number) / 2
	return slices.Concat(below, []float64{cut}, above), sureBelow && sureAbove
}

func TestMDLPEqualsThePlainRecursion(t *testing.T) {
	split := 0
	rapid.Check(t, func(t *rapid.T) {
		numbers, classes := drawColumn(t, 60)
		if rapid.Bool().Draw(t, "related") {
			for i, number := range numbers {
				if classes[i] > 0 && number > .5 && !math.IsNaN(number) {
					classes[i] = 3
				}
			}
		}
		want, sure := plainMDLP(sortedPairs(numbers, classes))
		if !sure {
			return
		}
		cuts, _, err := tree.MDLP(numbers, classes)
		if err != nil {
			t.Fatal(err)
		}
		if len(want) > 0 {
			split++
		}
		if !slices.EqualFunc(cuts.Points, want, func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(b)) }) {
			t.Fatalf("got %v, want %v", cuts.Points, want)
		}
	})
	if split == 0 {
		t.Error("no column was cut")
	}
}

// plainChiMerge looks at all neighbours again after every merge.
func plainChiMerge(pairs []pair, threshold float64) (cuts []float64) {
	type bin struct {
		low, high float64
		counts    [4]float64
	}
	var bins []bin
	for i, p := range pairs {
		if i == 0 || p.number != pairs[i-1].number {
			bins = append(bins, bin{low: p.number, high: p.number})
		}
		bins[len(bins)-1].counts[p.class]++
	}
	chi := func(a, b bin) (sum float64) {
		var r [2]float64
		for j := range a.counts {
			r[0], r[1] = r[0]+a.counts[j], r[1]+b.counts[j]
		}
		for j := range a.counts {
			for i, count := range []float64{a.counts[j], b.counts[j]} {
				if expected := r[i] * (a.counts[j] + b.counts[j]) / (r[0] + r[1]); expected > 0 {
					sum += (count - expected) * (count - expected) / expected
				}
			}
		}
		return sum
	}
	for len(bins) > 1 {
		best, least := 0, math.Inf(1)
		for i := range len(bins) - 1 {
			if c := math.Round(chi(bins[i], bins[i+1])*1e9) / 1e9; c < least {
				best, least = i, c
			}
		}
		if least >= threshold {
			break
		}
		bins[best].high = bins[best+1].high
		for j, c := range bins[best+1].counts {
			bins[best].counts[j] += c
		}
		bins = slices.Delete(bins, best+1, best+2)
	}
	for i := range len(bins) - 1 {
		cuts = append(cuts, (bins[i].high+bins[i+1].low)/2)
	}
	return cuts
}

func TestChiMergeEqualsThePlainLoop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers, classes := drawColumn(t, 50)
		threshold := rapid.Float64Range(.5, 6).Draw(t, "threshold")
		cuts, err := tree.ChiMerge(numbers, classes, tree.ChiMergeSettings{Threshold: threshold})
		if err != nil {
			t.Fatal(err)
		}
		want := plainChiMerge(sortedPairs(numbers, classes), threshold)
		if !slices.EqualFunc(cuts.Points, want, func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(b)) }) {
			t.Fatalf("got %v, want %v", cuts.Points, want)
		}
	})
}

// leastWithin tries every division of sorted numbers.
func leastWithin(sorted []float64, bins int) float64 {
	if bins == 1 || len(sorted) <= 1 {
		return squares(sorted)
	}
	least := math.Inf(1)
	for last := 1; last <= len(sorted); last++ {
		least = min(least, leastWithin(sorted[:last], bins-1)+squares(sorted[last:]))
	}
	return least
}

func squares(numbers []float64) (sum float64) {
	mean := 0.0
	for _, number := range numbers {
		mean += number / float64(len(numbers))
	}
	for _, number := range numbers {
		sum += (number - mean) * (number - mean)
	}
	return sum
}

func TestJenksEqualsExhaustiveSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers, _ := drawColumn(t, 12)
		bins := rapid.IntRange(2, 4).Draw(t, "bins")
		cuts, err := tree.Jenks(numbers, bins)
		if err != nil {
			t.Fatal(err)
		}
		good, err := cuts.Goodness(numbers)
		if err != nil {
			t.Fatal(err)
		}
		sorted := slices.DeleteFunc(slices.Clone(numbers), math.IsNaN)
		slices.Sort(sorted)
		want := 0.0
		if len(sorted) > 0 {
			want = leastWithin(sorted, bins)
		}
		if math.Abs(good.Within-want) > 1e-6*(1+want) { // the grid has 2³² steps
			t.Fatalf("%v in %d bins: within %v, want %v", sorted, bins, good.Within, want)
		}
	})
}
