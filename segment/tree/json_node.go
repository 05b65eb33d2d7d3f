package tree

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/segment"
)

// maxSides bounds the memory of sets of levels: a short text can ask for one of all levels in each of its nodes.
const maxSides = 1 << 28

func (in *treeJSON) checkSides(schema *segment.Schema) error {
	levels, sides := make([]int, len(in.Attributes)), 0
	for i := range levels {
		levels[i] = len(in.Attributes[i].Levels)
	}
	for i := range in.Nodes {
		j := &in.Nodes[i]
		if at, ok := schema.Find(j.Attribute); ok && at < len(levels) && (j.Left != nil || j.Right != nil) {
			sides += levels[at]
		}
	}
	if sides > maxSides {
		return refuse.Param("nodes", fmt.Sprintf("%d levels in all sets", sides), fmt.Sprintf("at most %d", maxSides))
	}
	return nil
}

// add reads node number i of a JSON form after those before it.
func (in *treeJSON) add(t *Tree, schema *segment.Schema, i int) error {
	name := fmt.Sprintf("nodes[%d]", i)
	j := &in.Nodes[i]
	class, ok := t.class.Level(j.Class)
	if !ok {
		return refuse.Param(name+".class", j.Class, "a class")
	}
	total := 0.0
	for _, w := range j.Weights {
		total += w
	}
	if len(j.Weights) != len(t.class.Levels) || !finite(j.Weights...) || !finite(j.Total, j.Errors, j.Gain, total) || total <= 0 {
		return refuse.Param(name, "weights, total, errors or gain", "numbers from 0 on, a weight for each class, not all 0")
	}
	n := node{attr: -1, missing: fractional, class: uint8(class), total: j.Total, errors: j.Errors, gain: j.Gain}
	if j.Attribute != "" {
		if err := in.split(t, schema, &n, j, name); err != nil {
			return err
		}
		// Sons come after all nodes of the level before them.
		if n.first = t.next(); int(n.first) <= i || int(n.first)+int(n.sons) > len(in.Nodes) {
			return refuse.Param(name+".sons", fmt.Sprint(j.Sons), "sons that follow level by level")
		}
	} else if j.Sons != 0 || j.Threshold != nil || j.Missing != nil || j.Left != nil || j.Right != nil {
		return refuse.Param(name, "a split without an attribute", "an attribute")
	}
	t.nodes = append(t.nodes, n)
	t.weights = append(t.weights, j.Weights...)
	return nil
}

// split reads the split of a node.
func (in *treeJSON) split(t *Tree, schema *segment.Schema, n *node, j *nodeJSON, name string) error {
	at, ok := schema.Find(j.Attribute)
	if !ok || at >= len(t.attributes) {
		return refuse.Param(name+".attribute", j.Attribute, "one of the attributes")
	}
	a := &t.attributes[at]
	n.attr, n.sons, n.shape = int32(at), int32(j.Sons), atMost
	branches := 2
	var err error
	switch {
	case a.Kind != segment.Nominal:
		err = n.readThreshold(a, j.Threshold, name)
	case j.Left == nil && j.Right == nil:
		n.shape, n.levels, branches = each, int32(len(a.Levels)), len(a.Levels)
	default:
		n.shape, n.levels = among, int32(len(a.Levels))
		err = t.readSides(n, a, j, name)
	}
	if err != nil {
		return err
	}
	if (a.Kind == segment.Nominal) != (j.Threshold == nil) || a.Kind != segment.Nominal && (j.Left != nil || j.Right != nil) {
		return refuse.Param(name, a.Kind.String(), "a threshold for numbers, levels for nominals")
	}
	if j.Sons != branches && j.Sons != branches+1 || branches < 1 {
		return refuse.Param(name+".sons", fmt.Sprint(j.Sons), fmt.Sprintf("%d, or one more for missing values", branches))
	}
	if j.Missing != nil {
		n.missing = int32(*j.Missing)
		if *j.Missing < 0 || *j.Missing >= j.Sons {
			return refuse.Param(name+".missing", fmt.Sprint(*j.Missing), "a son")
		}
	}
	if j.Sons == branches+1 && int(n.missing) != branches {
		return refuse.Param(name+".missing", fmt.Sprint(n.missing), "the last of the sons")
	}
	if n.missing == fractional && j.Total <= 0 {
		return refuse.Param(name+".total", fmt.Sprint(j.Total), "above 0")
	}
	return nil
}

func (n *node) readThreshold(a *segment.Attribute, threshold *float64, name string) error {
	if threshold == nil {
		return refuse.Param(name+".threshold", "none", "a number")
	}
	n.value = *threshold
	switch places := float64(len(a.Levels)); {
	case a.Kind == segment.Ordinal && (n.value < 0 || n.value >= places || n.value != math.Trunc(n.value)):
		return refuse.Param(name+".threshold", fmt.Sprint(n.value), "the place of a level")
	case (a.Kind == segment.Day || a.Kind == segment.Money) && math.Abs(n.value) > maxExact:
		return refuse.Param(name+".threshold", fmt.Sprint(n.value), "at most 2^53")
	}
	return nil
}

func (t *Tree) readSides(n *node, a *segment.Attribute, j *nodeJSON, name string) error {
	sides := slices.Repeat([]int8{-1}, len(a.Levels))
	for side, ids := range [][]string{j.Left, j.Right} {
		for _, id := range ids {
			level, ok := a.Level(id)
			if !ok || sides[level] >= 0 {
				return refuse.Param(name, id, "levels, each on one side")
			}
			sides[level] = int8(side)
		}
	}
	n.set = int32(len(t.sets))
	t.sets = append(t.sets, sides...)
	return nil
}
