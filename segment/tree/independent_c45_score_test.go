package tree_test

import (
	"math"
	"slices"
)

type bookScore struct {
	attr        int
	cut         float64
	numeric     bool
	gain, ratio float64
}

// score returns the corrected gain and the gain ratio of one attribute, and false where it has no useful test.
func (p *bookC45) score(j int, cases []bookCase, total float64) (bookScore, bool) {
	var known []bookCase
	for _, c := range cases {
		if !math.IsNaN(p.s.number(c.row, j)) {
			known = append(known, c)
		}
	}
	if levels, nominal := p.s.kinds[p.s.heads[j]]; nominal {
		bags := make([][]float64, len(levels))
		for k := range bags {
			bags[k] = p.count(slices.DeleteFunc(slices.Clone(known), func(c bookCase) bool { return int(p.s.number(c.row, j)) != k }))
		}
		full := 0
		for _, bag := range bags {
			if bookSum(bag) >= p.minLeaf-bookEps {
				full++
			}
		}
		if full < 2 {
			return bookScore{}, false
		}
		gain := bookGain(bags, total)
		return bookScore{attr: j, gain: gain, ratio: bookRatio(bags, total, gain)}, true
	}
	return p.scoreCuts(j, known, total)
}

func (p *bookC45) scoreCuts(j int, known []bookCase, total float64) (bookScore, bool) {
	sum := bookSum(p.count(known))
	least := max(min(0.1*sum/float64(p.classes), 25), p.minLeaf)
	values := make([]float64, 0, len(known))
	for _, c := range known {
		values = append(values, p.s.number(c.row, j))
	}
	slices.Sort(values)
	values = slices.Compact(values)
	best, tried := bookScore{attr: j, numeric: true}, 0
	var bestBags [][]float64
	for i := 1; i < len(values); i++ {
		var low, high []bookCase
		for _, c := range known {
			if p.s.number(c.row, j) < values[i] {
				low = append(low, c)
			} else {
				high = append(high, c)
			}
		}
		bags := [][]float64{p.count(low), p.count(high)}
		if bookSum(bags[0]) < least-bookEps || bookSum(bags[1]) < least-bookEps {
			continue
		}
		tried++
		if gain := bookGain(bags, total); gain > best.gain+bookEps {
			best.gain, best.cut, bestBags = gain, (values[i-1]+values[i])/2, bags
		}
	}
	if tried == 0 || bestBags == nil {
		return bookScore{}, false
	}
	best.gain -= math.Log2(float64(tried)) / total
	if best.gain <= bookEps {
		return bookScore{}, false
	}
	best.ratio = bookRatio(bestBags, total, best.gain)
	best.cut = p.observed(j, best.cut)
	return best, true
}

// observed is the largest number of the whole table that is not above the middle.
func (p *bookC45) observed(j int, middle float64) float64 {
	out := math.Inf(-1)
	for i := range p.s.rows {
		if x := p.s.number(i, j); x <= middle+bookEps && x > out {
			out = x
		}
	}
	return out
}

// bookGain counts only the share of the guests whose value is known.
func bookGain(bags [][]float64, total float64) float64 {
	all, within := make([]float64, len(bags[0])), 0.0
	for _, bag := range bags {
		within += bookEntropySum(bag)
		for c, x := range bag {
			all[c] += x
		}
	}
	return (bookEntropySum(all) - within) / total
}

// bookRatio takes those whose value is missing for one more branch.
func bookRatio(bags [][]float64, total, gain float64) float64 {
	sizes, known := []float64{}, 0.0
	for _, bag := range bags {
		sizes = append(sizes, bookSum(bag))
		known += bookSum(bag)
	}
	info := 0.0
	for _, size := range append(sizes, total-known) {
		if size > bookEps {
			info -= size / total * math.Log2(size/total)
		}
	}
	if info <= bookEps {
		return 0
	}
	return gain / info
}

// bookAddErrs is what a leaf with e errors among n must be expected to make beyond them.
func bookAddErrs(n, e, cf float64) float64 {
	switch {
	case e < 1:
		base := n * (1 - math.Pow(cf, 1/n))
		if e == 0 {
			return base
		}
		return base + e*(bookAddErrs(n, 1, cf)-base)
	case e+0.5 >= n:
		return max(n-e, 0)
	}
	z, f := math.Sqrt2*math.Erfinv(2*(1-cf)-1), (e+0.5)/n
	r := (f + z*z/(2*n) + z*math.Sqrt(f/n-f*f/n+z*z/(4*n*n))) / (1 + z*z/n)
	return r*n - e
}
