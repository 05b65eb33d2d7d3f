package tree_test

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// A bookGini grows two branches a node by the decrease of the Gini index, in whole numbers: n² times the index of a node
// is n² - Σ count².
type bookGini struct {
	s                 sheet
	classes           int
	minLeaf, minSplit int
}

func (p *bookGini) counts(rows []int) ([]int, int) {
	out := make([]int, p.classes)
	for _, i := range rows {
		out[int(p.s.number(i, len(p.s.heads)-1))]++
	}
	top := 0
	for c := range out {
		if out[c] > out[top] {
			top = c
		}
	}
	return out, top
}

func (p *bookGini) index(rows []int) float64 { // per node, times its guests
	counts, _ := p.counts(rows)
	sum := 0
	for _, c := range counts {
		sum += c * c
	}
	return float64(len(rows)) - float64(sum)/float64(len(rows))
}

func (p *bookGini) part(rows []int, low func(i int) bool) (a, b []int) {
	for _, i := range rows {
		if low(i) {
			a = append(a, i)
		} else {
			b = append(b, i)
		}
	}
	return a, b
}

// tests are the ways to divide rows by attribute j: cuts from low to high, or one level against the others.
func (p *bookGini) tests(rows []int, j int) (texts [][2]string, lows []func(int) bool) {
	id := sheetID(p.s.heads[j])
	if levels, nominal := p.s.kinds[p.s.heads[j]]; nominal {
		for k, level := range levels {
			rest := slices.Delete(slices.Clone(levels), k, k+1)
			others := " in {" + strings.Join(rest, ", ") + "}"
			if len(rest) == 1 {
				others = " = " + rest[0]
			}
			texts = append(texts, [2]string{id + " = " + level, id + others})
			lows = append(lows, func(i int) bool { return int(p.s.number(i, j)) == k })
		}
		return texts, lows
	}
	values := make([]float64, len(rows))
	for k, i := range rows {
		values[k] = p.s.number(i, j)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	for k := 1; k < len(values); k++ {
		cut := (values[k-1] + values[k]) / 2
		texts = append(texts, [2]string{fmt.Sprint(id, " <= ", cut), fmt.Sprint(id, " > ", cut)})
		lows = append(lows, func(i int) bool { return p.s.number(i, j) <= cut })
	}
	return texts, lows
}

func (p *bookGini) grow(out *strings.Builder, rows []int, depth int, before string) {
	counts, top := p.counts(rows)
	var best [2]string
	var low func(int) bool
	gain := 0.0
	if len(rows) >= p.minSplit && counts[top] < len(rows) {
		for j := range len(p.s.heads) - 1 {
			texts, lows := p.tests(rows, j)
			for k := range texts {
				a, b := p.part(rows, lows[k])
				if len(a) < p.minLeaf || len(b) < p.minLeaf {
					continue
				}
				if g := (p.index(rows) - p.index(a) - p.index(b)) / float64(len(rows)); g > gain+bookEps {
					gain, best, low = g, texts[k], lows[k]
				}
			}
		}
	}
	if low == nil {
		class := p.s.kinds[p.s.heads[len(p.s.heads)-1]][top]
		fmt.Fprintf(out, "%s%s (%d/%d)\n", before, class, len(rows), len(rows)-counts[top])
		return
	}
	if depth > 0 {
		out.WriteString(strings.TrimSuffix(before, ": ") + "\n")
	}
	a, b := p.part(rows, low)
	p.grow(out, a, depth+1, strings.Repeat("|   ", depth)+best[0]+": ")
	p.grow(out, b, depth+1, strings.Repeat("|   ", depth)+best[1]+": ")
}

func TestIndependentGini(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawSheet(rt, false)
		settings := tree.CART()
		settings.Nominal, settings.Pruning, settings.ManyLevels = tree.OneLevel, tree.Unpruned, true
		settings.MinLeaf = float64(rapid.IntRange(1, 4).Draw(rt, "min"))
		settings.MinSplit = float64(rapid.IntRange(1, 10).Draw(rt, "split"))
		plain := &bookGini{s: s, classes: len(s.kinds["class"]), minLeaf: int(settings.MinLeaf), minSplit: int(settings.MinSplit)}
		var want strings.Builder
		all := make([]int, len(s.rows))
		for i := range all {
			all[i] = i
		}
		plain.grow(&want, all, 0, "")
		got, _, err := tree.Fit(s.bin(t), settings)
		sheetCheck(t, err)
		if !likeText(got.String(), want.String()) {
			rt.Fatalf("got\n%v\nwant\n%v\nrows %v", got, want.String(), s.rows)
		}
	})
}

// Of two classes the best set of levels is found, whatever the order of the levels: all 2^(k-1)-1 are tried here.
func TestIndependentLevelSets(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n, k := rapid.IntRange(2, 40).Draw(rt, "n"), rapid.IntRange(2, 7).Draw(rt, "k")
		s := sheet{heads: []string{"a", "class"}, kinds: map[string][]string{"class": {"yes", "no"}}}
		for l := range k {
			s.kinds["a"] = append(s.kinds["a"], fmt.Sprint("l", l))
		}
		for range n {
			s.rows = append(s.rows, []string{rapid.SampledFrom(s.kinds["a"]).Draw(rt, "a"), rapid.SampledFrom(s.kinds["class"]).Draw(rt, "c")})
		}
		p := &bookGini{s: s, classes: 2}
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		best := 0.0
		for set := uint(1); set < 1<<k-1; set++ {
			a, b := p.part(all, func(i int) bool { return set>>uint(s.number(i, 0))&1 == 1 })
			if bits.OnesCount(set) == 0 || len(a) == 0 || len(b) == 0 {
				continue
			}
			best = max(best, (p.index(all)-p.index(a)-p.index(b))/float64(n))
		}
		settings := tree.CART()
		settings.MinLeaf, settings.MinSplit, settings.Nominal, settings.ManyLevels = 1, 1, tree.Levels, true
		gains, err := s.bin(t).Gains(settings)
		sheetCheck(t, err)
		if d := gains[0].Raw - best; d > 2e-6 || d < -2e-6 {
			rt.Fatalf("gain %v, best of all sets %v, %+v, rows %v", gains[0].Raw, best, gains[0], s.rows)
		}
	})
}
