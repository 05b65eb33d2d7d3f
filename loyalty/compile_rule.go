package loyalty

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// rules holds the conditions of a version as nodes in the order of the tree: a node, then what is inside it.
type rules struct {
	nodes   []node
	windows []Window // simple ones: no best-of
}

// node is a leaf, which holds if low ≤ counted ≤ high, or all or any of the nodes up to end.
type node struct {
	low, high int64
	end       int32
	metric    Metric // 0 for all and any
	window    uint8
	tier      uint8
	any       bool
}

const (
	maxNodes   = 1000
	maxWindows = 16
	unbounded  = 1<<63 - 1
)

// trialWindow is the window of the steps of a challenge; the walk sets its dates.
const trialWindow WindowKind = 255

// ruleCompiler turns the conditions of one version into nodes.
type ruleCompiler struct {
	engine *Engine
	rules  *rules
}

// add appends a condition and returns its place, -1 for the zero Condition.
func (c *ruleCompiler) add(at string, cond Condition, window Window) (int32, error) {
	if cond.IsZero() {
		return -1, nil
	}
	place := int32(len(c.rules.nodes))
	return place, c.tree(at, cond, window)
}

func (c *ruleCompiler) tree(at string, cond Condition, window Window) error {
	if len(c.rules.nodes) >= maxNodes {
		return refuse.Param(at, fmt.Sprint(maxNodes, " or more"), fmt.Sprint("fewer than ", maxNodes, " conditions in a version"))
	}
	if !cond.Window.isZero() {
		if window.Kind == trialWindow || cond.Window.Kind == trialWindow {
			return refuse.Param(at+".window", cond.Window.Kind.String(), "no window: steps count over the trial")
		}
		window = cond.Window
	}
	if window.Kind == BestOf {
		return c.best(at, cond, window)
	}
	ways := 0
	for _, given := range []bool{len(cond.All) > 0, len(cond.Any) > 0, cond.Metric != 0} {
		if given {
			ways++
		}
	}
	if ways != 1 {
		return refuse.Param(at, fmt.Sprint(ways, " of them"), "exactly one of all, any and metric")
	}
	if cond.Metric != 0 {
		return c.leaf(at, cond, window)
	}
	if cond.AtLeast != nil || cond.AtMost != nil || cond.Below != nil || cond.Tier != "" {
		return refuse.Param(at, "threshold", "thresholds beside a metric only")
	}
	return c.inner(at, cond, window)
}

func (c *ruleCompiler) inner(at string, cond Condition, window Window) error {
	place := len(c.rules.nodes)
	c.rules.nodes = append(c.rules.nodes, node{any: len(cond.Any) > 0})
	name, list := "all", cond.All
	if len(cond.Any) > 0 {
		name, list = "any", cond.Any
	}
	for i, child := range list {
		if err := c.tree(fmt.Sprintf("%s.%s[%d]", at, name, i), child, window); err != nil {
			return err
		}
	}
	c.rules.nodes[place].end = int32(len(c.rules.nodes))
	return nil
}

// best compiles the condition once for each window: it holds if it holds in one of them.
func (c *ruleCompiler) best(at string, cond Condition, window Window) error {
	if len(window.Of) < 2 || window.Months != 0 || window.Back != 0 {
		return refuse.Param(at+".window.of", fmt.Sprint(len(window.Of)), "two windows or more, and no months beside them")
	}
	place := len(c.rules.nodes)
	c.rules.nodes = append(c.rules.nodes, node{any: true})
	for i, w := range window.Of {
		if w.Kind == 0 || w.Kind >= BestOf {
			return refuse.Param(fmt.Sprintf("%s.window.of[%d].kind", at, i), w.Kind.String(), "a simple window")
		}
		cond.Window = w
		if err := c.tree(at, cond, w); err != nil {
			return err
		}
	}
	c.rules.nodes[place].end = int32(len(c.rules.nodes))
	return nil
}

func (c *ruleCompiler) leaf(at string, cond Condition, window Window) error {
	n := node{metric: cond.Metric, low: -unbounded, high: unbounded, end: int32(len(c.rules.nodes) + 1)}
	if int(cond.Metric) >= len(metricNames) {
		return refuse.Param(at+".metric", fmt.Sprint(uint8(cond.Metric)), "one of "+metricNames.Allowed())
	}
	if (cond.Metric == YearsAtTier) != (cond.Tier != "") {
		return refuse.Param(at+".tier", cond.Tier, "a tier with the metric years, and only there")
	}
	if cond.AtLeast == nil && cond.AtMost == nil && cond.Below == nil {
		return refuse.Param(at, "no threshold", "atLeast, atMost or below")
	}
	if err := c.bounds(at, cond, &n); err != nil {
		return err
	}
	if n.low > n.high {
		return refuse.Param(at, fmt.Sprint(cond.Metric), "a range that holds a value")
	}
	if cond.Tier != "" {
		rank, err := c.engine.tierRank(at+".tier", cond.Tier)
		if err != nil {
			return err
		}
		n.tier = uint8(rank)
	}
	c.engine.byBrand = c.engine.byBrand || cond.Metric == Brands
	place, err := c.window(at+".window", window)
	n.window = place
	c.rules.nodes = append(c.rules.nodes, n)
	return err
}

func (c *ruleCompiler) bounds(at string, cond Condition, n *node) error {
	for _, bound := range []struct {
		name  string
		value *decimal.Decimal
		to    *int64
		shift int64
	}{{".atLeast", cond.AtLeast, &n.low, 0}, {".atMost", cond.AtMost, &n.high, 0}, {".below", cond.Below, &n.high, -1}} {
		if bound.value == nil {
			continue
		}
		v, ok := c.engine.count(cond.Metric, *bound.value)
		if !ok || bound.value.Sign() < 0 {
			return refuse.Param(at+bound.name, shown(*bound.value), "a number of at least 0 in whole "+c.engine.unit(cond.Metric))
		}
		if bound.name == ".below" {
			v = min(*bound.to, v+bound.shift)
		}
		*bound.to = v
	}
	return nil
}

// count returns a threshold as the integer that is counted.
func (e *Engine) count(m Metric, threshold decimal.Decimal) (int64, bool) {
	places := 0
	if m == Spend {
		places = e.places
	}
	v, ok := hotelcrm.ToMinor(threshold, places)
	return v, ok && v < 1e15 // 15 digits, as the decoder reads
}

func (e *Engine) unit(m Metric) string {
	if m == Spend {
		return fmt.Sprintf("units of %d decimal places of %s", e.places, e.programme.Currency)
	}
	return m.String()
}

// window returns the place of a window in the list, which grows if it is new.
func (c *ruleCompiler) window(at string, w Window) (uint8, error) {
	w, err := w.resolved(at)
	if err != nil {
		return 0, err
	}
	same := func(other Window) bool {
		return other.Kind == w.Kind && other.Months == w.Months && other.Back == w.Back
	}
	place := slices.IndexFunc(c.rules.windows, same)
	if place < 0 {
		place = len(c.rules.windows)
		c.rules.windows = append(c.rules.windows, w)
	}
	if place >= maxWindows {
		return 0, refuse.Param(at, w.Kind.String(), fmt.Sprint("at most ", maxWindows, " different windows in a version"))
	}
	return uint8(place), nil
}

// resolved returns a simple window with its defaults filled in.
func (w Window) resolved(at string) (Window, error) {
	if w.Kind == 0 {
		w.Kind = CalendarYear
	}
	counted := w.Kind == RollingMonths || w.Kind == LevelCycle || w.Kind == MembershipYear
	if counted && w.Months == 0 {
		w.Months = 12
	}
	switch {
	case w.Kind > BestOf && w.Kind != trialWindow:
		return w, refuse.Param(at+".kind", fmt.Sprint(uint8(w.Kind)), "one of "+windowNames.Allowed())
	case len(w.Of) > 0 || w.Kind == BestOf:
		return w, refuse.Param(at+".of", fmt.Sprint(len(w.Of)), "a simple window here")
	case w.Months < 0 || w.Months > 1200 || (!counted && w.Months != 0):
		return w, refuse.Param(at+".months", fmt.Sprint(w.Months), "1 to 1200, of rolling, level and membership-year only")
	case w.Back < 0 || w.Back > 10 || (w.Back != 0 && (w.Kind == RollingMonths || w.Kind == Lifetime)):
		return w, refuse.Param(at+".back", fmt.Sprint(w.Back), "0 to 10, of calendar-year, level and membership-year only")
	}
	return w, nil
}
