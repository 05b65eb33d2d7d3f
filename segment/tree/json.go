package tree

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
	"github.com/hotelcrm/hotelcrm/segment"
)

// treeJSON is the JSON form of a tree. Nodes follow each other level by level, so the sons of a node need no numbers.
type treeJSON struct {
	Version    int                 `json:"version"`
	Attributes []segment.Attribute `json:"attributes"`
	Class      segment.Attribute   `json:"class"`
	Settings   Settings            `json:"settings"`
	Missing    Missing             `json:"missing"`
	Guests     int                 `json:"guests"`
	Nodes      []nodeJSON          `json:"nodes"`
}

type nodeJSON struct {
	Attribute string    `json:"attribute,omitempty"` // id; empty for a leaf
	Threshold *float64  `json:"threshold,omitempty"` // up to it goes left; of an ordinal the place of a level
	Left      []string  `json:"left,omitempty"`      // ids of levels
	Right     []string  `json:"right,omitempty"`
	Sons      int       `json:"sons,omitempty"`
	Missing   *int      `json:"missing,omitempty"` // the son of missing values; none: all sons
	Gain      float64   `json:"gain,omitempty"`
	Class     string    `json:"class"`
	Total     float64   `json:"total"`
	Errors    float64   `json:"errors"`
	Weights   []float64 `json:"weights"`
}

// MarshalJSON returns the tree with every number in full: reading it gives the same tree.
func (t *Tree) MarshalJSON() ([]byte, error) {
	out := treeJSON{Version, t.attributes, t.class, t.settings, t.missing, t.guests, make([]nodeJSON, len(t.nodes))}
	for i := range t.nodes {
		out.Nodes[i] = t.nodeJSON(int32(i))
	}
	return json.Marshal(out)
}

func (t *Tree) nodeJSON(i int32) nodeJSON {
	n := &t.nodes[i]
	out := nodeJSON{Class: t.class.Levels[n.class].ID, Total: n.total, Errors: n.errors, Weights: t.at(i)}
	if n.attr < 0 {
		return out
	}
	out.Attribute, out.Sons, out.Gain = t.attributes[n.attr].ID, int(n.sons), n.gain
	if n.missing >= 0 {
		missing := int(n.missing)
		out.Missing = &missing
	}
	switch n.shape {
	case atMost:
		out.Threshold = &n.value
	case among:
		for level, l := range t.attributes[n.attr].Levels {
			switch t.side(n, level) {
			case 0:
				out.Left = append(out.Left, l.ID)
			case 1:
				out.Right = append(out.Right, l.ID)
			}
		}
	}
	return out
}

// MaxNodes is the largest number of nodes that a tree is read with.
const MaxNodes = 10_000_000

// UnmarshalJSON reads what [Tree.MarshalJSON] wrote, and refuses unknown fields.
//
// Errors: a [*hotelcrm.ParamError] for what cannot be a tree, [hotelcrm.ErrVersion] for a newer form, those of
// encoding/json; t is then unchanged.
func (t *Tree) UnmarshalJSON(data []byte) error {
	var in treeJSON
	if err := strict.Decode(data, &in); err != nil {
		return err
	}
	if err := strict.Version("version", in.Version, Version); err != nil {
		return err
	}
	out, err := in.tree()
	if err == nil {
		*t = *out
	}
	return err
}

func (in *treeJSON) tree() (*Tree, error) {
	t := &Tree{attributes: in.Attributes, class: in.Class, missing: in.Missing, guests: in.Guests}
	schema, err := segment.NewSchema(append(in.Attributes[:len(in.Attributes):len(in.Attributes)], in.Class), nil)
	if err != nil {
		return nil, err
	}
	if t.settings, err = in.Settings.resolved(); err == nil {
		err = t.settings.check(len(in.Class.Levels))
	}
	if err != nil {
		return nil, err
	}
	switch k := len(in.Class.Levels); {
	case k < 2 || k > maxClasses:
		return nil, refuse.Param("class", plural.Of(k, "level", "levels"), fmt.Sprintf("2 to %d levels", maxClasses))
	case in.Missing == 0:
		return nil, refuse.Param("missing", "unset", missingNames.Allowed())
	case in.Guests < 1 || len(in.Nodes) < 1 || len(in.Nodes) > MaxNodes:
		return nil, refuse.Param("nodes", plural.Of(len(in.Nodes), "node", "nodes")+" of "+plural.Of(in.Guests, "guest", "guests"), "at least one of each")
	}
	if err := in.checkSides(schema); err != nil {
		return nil, err
	}
	for i := range in.Nodes {
		if err := in.add(t, schema, i); err != nil {
			return nil, err
		}
	}
	if next := t.next(); int(next) != len(t.nodes) {
		return nil, refuse.Param("nodes", fmt.Sprint(len(t.nodes)), fmt.Sprintf("%d, as their sons say", next))
	}
	t.findHeavy()
	t.hops = t.short()
	return t, t.checkDepth()
}

// next returns the number of the first node that is no son yet.
func (t *Tree) next() int32 {
	for i := len(t.nodes) - 1; i >= 0; i-- {
		if n := &t.nodes[i]; n.attr >= 0 {
			return n.first + n.sons
		}
	}
	return 1
}

// checkDepth refuses trees too deep to be walked.
func (t *Tree) checkDepth() error {
	depths := make([]int, len(t.nodes))
	for i := range t.nodes {
		n := &t.nodes[i]
		for s := range n.sons {
			if depths[n.first+s] = depths[i] + 1; depths[i] >= maxDepth {
				return refuse.Param("nodes", "too deep", fmt.Sprintf("at most %d tests on a path", maxDepth))
			}
		}
	}
	return nil
}

func (t *Tree) findHeavy() {
	for i := range t.nodes {
		n := &t.nodes[i]
		for s := range n.sons {
			if t.nodes[n.first+s].total > t.nodes[n.first+n.heavy].total+tie {
				n.heavy = s
			}
		}
	}
}

// finite reports whether numbers are finite and not negative.
func finite(list ...float64) bool {
	for _, x := range list {
		if !(x >= 0 && x <= math.MaxFloat64) {
			return false
		}
	}
	return true
}
