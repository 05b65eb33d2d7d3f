package loyalty

import "fmt"

// classes looks for guests in no class and in two, where each tier is a class with a condition of its own.
func (l *linter) classes() {
	v := l.version
	g := grid{}
	var asked []int // tiers with a condition
	for k := range v.tiers {
		if t := &v.tiers[k]; t.promote >= 0 {
			asked = append(asked, k)
			g.add(&v.rules, t.promote)
		}
	}
	l.boundaries(asked)
	if len(asked) == 0 || !g.close() {
		l.add(TooManyConditions, ".tiers", "too many thresholds to look at them all: at most %d combinations", maxCells)
		return
	}
	gaps := g.where(func(value counter) bool {
		for _, k := range asked {
			if v.rules.holdsAt(v.tiers[k].promote, value) {
				return false
			}
		}
		return true
	})
	for _, box := range gaps {
		l.add(ClassGap, ".tiers", "%s: no class", g.words(l.engine, &v.rules, box))
	}
	for i, a := range asked {
		for _, b := range asked[i+1:] {
			both := g.where(func(value counter) bool {
				return v.rules.holdsAt(v.tiers[a].promote, value) && v.rules.holdsAt(v.tiers[b].promote, value)
			})
			for _, box := range both {
				l.add(ClassOverlap, ".tiers", "%s: both %s and %s", g.words(l.engine, &v.rules, box), l.text.Tiers[a].ID, l.text.Tiers[b].ID)
			}
		}
	}
}

// boundaries looks for values at which one class ends and another begins.
func (l *linter) boundaries(asked []int) {
	v := l.version
	for _, a := range asked {
		for _, b := range asked {
			if a == b {
				continue
			}
			for _, x := range v.rules.nodes[v.tiers[a].promote:max(v.tiers[a].promote+1, v.rules.nodes[v.tiers[a].promote].end)] {
				for _, y := range v.rules.nodes[v.tiers[b].promote:max(v.tiers[b].promote+1, v.rules.nodes[v.tiers[b].promote].end)] {
					if x.metric != 0 && x.metric == y.metric && x.window == y.window && x.high == y.low {
						l.add(SharedBoundary, fmt.Sprintf(".tiers[%d].promote", b), "%s: as far as this count goes, %s still holds and %s holds already",
							l.engine.words(x.metric, x.high), l.text.Tiers[a].ID, l.text.Tiers[b].ID)
					}
				}
			}
		}
	}
}
