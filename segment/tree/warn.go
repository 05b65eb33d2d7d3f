package tree

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
)

// The codes of this package.
const (
	// WarnLeak: an attribute alone tells the class of nearly all guests. It may hold the answer, or be known only later.
	WarnLeak hotelcrm.WarningCode = "attribute-tells-class"
	// WarnManyLevels: a nominal attribute was left out, since it has nearly as many levels as there are guests.
	WarnManyLevels hotelcrm.WarningCode = "too-many-levels"
	// WarnFewCases: classes have too few guests to be learnt.
	WarnFewCases hotelcrm.WarningCode = "few-guests-of-class"
	// WarnPurity: the tree was grown until the guests of a leaf are alike, so it learns chance too.
	WarnPurity hotelcrm.WarningCode = "grown-to-purity"
	// WarnNoClass: guests without a class were left out.
	WarnNoClass hotelcrm.WarningCode = "guests-without-class"
	// WarnNoSplit: no test was worth making, so every guest gets the same class.
	WarnNoSplit hotelcrm.WarningCode = "no-split"
)

const (
	leakRate = 0.98 // accuracy by one attribute alone from which on it is suspect
	fewCases = 10   // guests of a class
	groups   = 20   // of about equal size, in which a number is looked at alone
)

// inspect finds how well each attribute alone tells the class.
func (g *grower) inspect(h histogram, root *grown) {
	for i := range g.used {
		e := g.evidence(h, i, root, &g.tallies[0])
		g.alone = append(g.alone, float64(g.right(&e, g.table.columns[g.used[i]].nominal()))/float64(sum(root.counts)))
	}
}

// right returns the weight of the guests who are of the most frequent class of their level, or of their group of numbers.
func (g *grower) right(e *evidence, nominal bool) int64 {
	right, size := e.missing[largest(e.missing, 0)], max(sum(e.known)/groups, fewCases*g.unit) // a guest alone is always right
	group := make([]int64, e.classes)
	for b := 1; b <= e.bins(); b++ {
		for c, n := range e.bin(b) {
			group[c] += n
		}
		if nominal || sum(group) >= size || b == e.bins() {
			right += group[largest(group, 0)]
			clear(group)
		}
	}
	return right
}

// warnings returns what to mind about a tree, in a fixed order.
func (g *grower) warnings(t *Tree) []hotelcrm.Warning {
	var out []hotelcrm.Warning
	warn := func(code hotelcrm.WarningCode, n int, format string, args ...any) {
		out = append(out, hotelcrm.Warning{Code: code, Text: fmt.Sprintf(format, args...), N: n})
	}
	if n := g.table.dropped; n > 0 {
		warn(WarnNoClass, n, "%s left out", plural.Of(n, "guest has no class and was", "guests have no class and were"))
	}
	for i := range g.table.columns {
		if c := &g.table.columns[i]; !slices.Contains(g.used, i) {
			warn(WarnManyLevels, c.n, "%s has nearly as many levels as there are guests, so it was left out: group its levels", c.attribute.ID)
		}
	}
	most := float64(g.counts[largest(g.counts, 0)]) / float64(sum(g.counts))
	for i, rate := range g.alone {
		if rate >= leakRate && rate-most >= (1-most)/2 {
			warn(WarnLeak, g.table.Len(), "%s alone tells the class of %.1f %% of the guests: is it known before the class is?", g.table.columns[g.used[i]].attribute.ID, 100*rate)
		}
	}
	if n := g.few(); n > 0 {
		warn(WarnFewCases, n, "%s fewer than %d guests", plural.Of(n, "class has", "classes have"), fewCases)
	}
	if g.settings.Pruning == Unpruned && g.settings.MinLeaf <= 1 && g.settings.MaxDepth == maxDepth && g.settings.MaxLeaves == 0 {
		warn(WarnPurity, t.Leaves(), "grown until leaves are pure and not pruned: new guests will be classed worse than these")
	}
	if t.Leaves() == 1 {
		warn(WarnNoSplit, g.table.Len(), "no attribute is worth a test: every guest is taken for %s", t.class.Levels[t.nodes[0].class].ID)
	}
	return out
}

// few returns how many classes have guests, but too few.
func (g *grower) few() int {
	counts, n := make([]int, len(g.table.class.Levels)), 0
	for _, c := range g.table.labels {
		counts[c]++
	}
	for _, c := range counts {
		if c > 0 && c < fewCases {
			n++
		}
	}
	return n
}
