package loyalty

import (
	"slices"
	"strings"
)

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
