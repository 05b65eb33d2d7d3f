package loyalty

import (
	"fmt"
	"slices"
	"strings"
)

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

// Disagreements returns where two programmes differ about the conditions of tiers with the same id, in words: which
// guests are in the tier by one and not by the other. Windows are left aside, as if all activity fell in each of them;
// of each programme the version that is last in time is compared.
//
// Errors: those of [Compile], and a [*hotelcrm.ParamError] for two currencies.
func Disagreements(a, b Programme) ([]Finding, error) {
	left, err := Compile(a)
	if err != nil {
		return nil, err
	}
	right, err := Compile(b)
	if err != nil {
		return nil, err
	}
	if a.Currency != b.Currency {
		return nil, refuse("currency", b.Currency, a.Currency+", that of the first programme")
	}
	v, u := &left.versions[len(left.versions)-1], &right.versions[len(right.versions)-1]
	var out []Finding
	for k := range v.tiers {
		rank, known := right.rank[left.ladder[v.tiers[k].rank]]
		if !known || u.at[rank] < 0 {
			continue
		}
		x, y := v.tiers[k].promote, u.tiers[u.at[rank]].promote
		if x < 0 || y < 0 {
			continue
		}
		out = append(out, disagree(left, v, u, k, x, y)...)
	}
	return out, nil
}

// disagree compares one tier.
func disagree(e *Engine, v, u *version, k int, x, y int32) []Finding {
	g := grid{plain: true}
	g.add(&v.rules, x)
	g.add(&u.rules, y)
	path, id := fmt.Sprintf("versions[%d].tiers[%d].promote", len(e.versions)-1, k), e.ladder[v.tiers[k].rank]
	if !g.close() {
		return []Finding{{TooManyConditions, path, "too many thresholds to compare them all"}}
	}
	var out []Finding
	for _, side := range []struct {
		first bool
		names [2]string
	}{{true, [2]string{v.id, u.id}}, {false, [2]string{u.id, v.id}}} {
		boxes := g.where(func(value counter) bool {
			in, and := v.rules.holdsAt(x, value), u.rules.holdsAt(y, value)
			return in != and && in == side.first
		})
		for _, box := range boxes {
			out = append(out, Finding{Disagreement, path, fmt.Sprintf("%s: %s by %s, not by %s", g.words(e, nil, box), id, side.names[0], side.names[1])})
		}
	}
	return out
}

// counter gives the count of a leaf.
type counter func(n *node) int64

// holdsAt reports whether the condition at a place holds for given counts.
func (r *rules) holdsAt(place int32, value counter) bool {
	n := &r.nodes[place]
	if n.metric != 0 {
		v := value(n)
		return n.low <= v && v <= n.high
	}
	for child := place + 1; child < n.end; child = r.nodes[child].end {
		if r.holdsAt(child, value) == n.any {
			return n.any
		}
	}
	return !n.any
}

// grid is all combinations of counts that conditions can tell apart: each axis is one count, cut where a threshold is.
type grid struct {
	plain bool // windows are left aside
	axes  []axis
}

type axis struct {
	metric       Metric
	window, tier uint8
	cuts         []int64 // a cell runs from one cut to the next, the last without end
}

// maxCells bounds the combinations.
const maxCells = 20_000

// add cuts the axes at the thresholds of a condition.
func (g *grid) add(r *rules, place int32) {
	for _, n := range r.nodes[place:max(place+1, r.nodes[place].end)] {
		if n.metric == 0 {
			continue
		}
		i := g.axisOf(&n)
		if i < 0 {
			i = len(g.axes)
			g.axes = append(g.axes, axis{n.metric, n.window, n.tier, []int64{0}})
		}
		if n.low > 0 {
			g.axes[i].cuts = append(g.axes[i].cuts, n.low)
		}
		if n.high != unbounded {
			g.axes[i].cuts = append(g.axes[i].cuts, n.high+1)
		}
	}
}

func (g *grid) axisOf(n *node) int {
	return slices.IndexFunc(g.axes, func(a axis) bool {
		return a.metric == n.metric && (g.plain || a.window == n.window) && a.tier == n.tier
	})
}

// close sorts the cuts and reports whether there are few enough cells.
func (g *grid) close() bool {
	cells := 1
	for i := range g.axes {
		slices.Sort(g.axes[i].cuts)
		g.axes[i].cuts = slices.Compact(g.axes[i].cuts)
		if cells *= len(g.axes[i].cuts); cells > maxCells {
			return false
		}
	}
	return true
}

// box is a run of cells on each axis.
type box [][2]int

// where returns the cells in which something is so, put together to few boxes. Cells without stays or nights are left
// out: such a guest has not been here.
func (g *grid) where(so func(counter) bool) []box {
	place := make([]int, len(g.axes))
	value := func(n *node) int64 { i := g.axisOf(n); return g.axes[i].cuts[place[i]] }
	var out []box
	for more := true; more; more = g.step(place) {
		if g.absent(place) || !so(value) {
			continue
		}
		cell := make(box, len(place))
		for i, p := range place {
			cell[i] = [2]int{p, p}
		}
		out = append(out, cell)
	}
	for i := len(g.axes) - 1; i >= 0; i-- {
		out = joined(out, i)
	}
	return out
}

// step goes to the next cell.
func (g *grid) step(place []int) bool {
	for i := len(place) - 1; i >= 0; i-- {
		if place[i]++; place[i] < len(g.axes[i].cuts) {
			return true
		}
		place[i] = 0
	}
	return false
}

// absent reports whether the cell holds guests without a stay or a night.
func (g *grid) absent(place []int) bool {
	for i, a := range g.axes {
		if (a.metric == Stays || a.metric == Nights) && place[i] == 0 && len(a.cuts) > 1 && a.cuts[1] == 1 {
			return true
		}
	}
	return false
}

// joined puts boxes together that differ on one axis only, where they touch.
func joined(boxes []box, on int) []box {
	var out []box
	for _, b := range boxes {
		i := slices.IndexFunc(out, func(o box) bool {
			for k := range b {
				if k != on && o[k] != b[k] {
					return false
				}
			}
			return o[on][1]+1 == b[on][0]
		})
		if i < 0 {
			out = append(out, b)
		} else {
			out[i][on][1] = b[on][1]
		}
	}
	return out
}

// words returns a box as people say it. Axes on which it holds everything are left out.
func (g *grid) words(e *Engine, r *rules, b box) string {
	var parts []string
	for i, a := range g.axes {
		low, high := a.cuts[b[i][0]], int64(unbounded)
		if next := b[i][1] + 1; next < len(a.cuts) {
			high = a.cuts[next] - 1
		}
		if low == 0 && high == unbounded {
			continue
		}
		text := e.rangeWords(a.metric, low, high)
		if r != nil {
			text += r.windows[a.window].words()
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return "everybody"
	}
	return strings.Join(parts, ", ")
}
