package tree

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
	"pgregory.net/rapid"
)

// plainEvidence counts the guests of a node into all bins of a competing attribute.
func plainEvidence(g *grower, n *grown, i int) evidence {
	column := &g.table.columns[g.used[i]]
	cells := make([]int64, (column.n+1)*g.layout.classes)
	for k, row := range n.sample.rows {
		weight := int64(1)
		if n.sample.weights != nil {
			weight = n.sample.weights[k]
		}
		cells[column.at(int(row))*g.layout.classes+int(n.sample.labels[k])] += weight
	}
	return g.weigh(cells, nil, n.counts)
}

// plainSplit returns the best split by these counts, nil if there is none.
func plainSplit(g *grower, n *grown) *split {
	found := make([]candidate, len(g.used))
	for i, a := range g.used {
		e := plainEvidence(g, n, i)
		found[i] = g.score(g.table.columns[a].attribute.Kind, &e)
	}
	if best := g.best(found); best >= 0 {
		e := plainEvidence(g, n, best)
		return g.split(best, &found[best], &e)
	}
	return nil
}

// checkNode holds the split of a node, and those below it, against the plain ones.
func checkNode(t *rapid.T, g *grower, n *grown, depth int) {
	if g.ends(n, depth) {
		return
	}
	if want := plainSplit(g, n); !reflect.DeepEqual(n.split, want) {
		t.Fatalf("depth %d: got %+v, want %+v", depth, n.split, want)
	}
	for _, son := range n.sons {
		checkNode(t, g, son, depth+1)
	}
}

// drawBinned draws guests with numbers of few and of many values, levels and gaps.
func drawBinned(t *rapid.T) *Binned {
	n := rapid.IntRange(2, 300).Draw(t, "guests")
	codes := func(levels uint16, least uint16) []uint16 {
		return rapid.SliceOfN(rapid.Uint16Range(least, levels), n, n).Draw(t, "codes")
	}
	named := func(levels int) (out []segment.Level) {
		for i := range levels {
			out = append(out, segment.Level{ID: fmt.Sprint("l", i)})
		}
		return out
	}
	var columns []column
	for i, values := range []int{3, 70, 150, 1000} {
		number := rapid.Custom(func(t *rapid.T) float64 {
			if v := rapid.IntRange(-1, values).Draw(t, "number"); v >= 0 {
				return float64(v)
			}
			return math.NaN()
		})
		columns = append(columns, column{
			attribute: segment.Attribute{ID: fmt.Sprint("number", i), Kind: segment.Numeric},
			numbers:   rapid.SliceOfN(number, n, n).Draw(t, "numbers"),
		})
	}
	columns = append(columns,
		column{attribute: segment.Attribute{ID: "level", Kind: segment.Nominal, Levels: named(3)}, codes: codes(3, 0)},
		column{attribute: segment.Attribute{ID: "rank", Kind: segment.Ordinal, Levels: named(300)}, codes: codes(300, 0)})
	class := column{attribute: segment.Attribute{ID: "class", Kind: segment.Nominal, Levels: named(3)}, codes: codes(3, 1)}
	b, err := binColumns(columns, class, nil, BinSettings{Bins: rapid.SampledFrom([]int{0, 40}).Draw(t, "bins")})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Histograms by subtraction and tallies of the bins with guests give what a count of each node into all bins gives.
func TestSplitsAreThoseOfAPlainCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawBinned(t)
		s := Settings{
			Criterion: rapid.SampledFrom([]Criterion{GainRatio, Gain, Gini}).Draw(t, "criterion"),
			Nominal:   rapid.SampledFrom([]Nominal{Multiway, OneLevel, Levels}).Draw(t, "nominal"),
			Missing:   rapid.SampledFrom([]Missing{Fractional, Majority, OwnBranch}).Draw(t, "missing"),
			Threshold: rapid.SampledFrom([]Threshold{Observed, Midpoint}).Draw(t, "threshold"),
			MinLeaf:   rapid.SampledFrom([]float64{1, 5, 20}).Draw(t, "least"),
		}
		g, root, err := growAll(b, s)
		if err != nil {
			t.Fatal(err)
		}
		checkNode(t, g, root, 0)
	})
}
