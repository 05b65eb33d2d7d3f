package tree

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Rule says that guests who meet a condition are of a class, and what that is worth on the guests it was counted on.
type Rule struct {
	Condition  segment.Condition `json:"condition"`
	Class      string            `json:"class"`      // id
	Guests     float64           `json:"guests"`     // weight of those for whom it is the first rule to hold
	Errors     float64           `json:"errors"`     // weight of those among them who are of another class
	Coverage   float64           `json:"coverage"`   // Guests as a share of all
	Confidence float64           `json:"confidence"` // (Guests - Errors + 1) / (Guests + 2), Laplace's estimate
	Lift       float64           `json:"lift"`       // share of the class among Guests over that among all; 0 for no guests
}

// Rules is a list of rules in order: the first that holds gives the class, and where none holds the default does. It is a
// plain value, JSON both ways; [Rules.On] runs it on a table.
type Rules struct {
	Version int     `json:"version"` // 1
	Class   string  `json:"class"`   // id of the attribute whose levels the classes are
	List    []Rule  `json:"rules"`
	Default string  `json:"default"`
	Guests  float64 `json:"guests"` // weight of all guests counted on
	Errors  float64 `json:"errors"` // weight of those whom the list classes wrongly
	Exact   bool    `json:"exact"`  // no two hold for one guest, and they class every guest as the tree does
}

// Rules returns the tree as rules, one for each way that ends in a class, counted on the guests of a table.
//
// Result: the rules exclude each other, and they class every guest as the tree does, whatever is missing or was never
// seen. Best first: by confidence, then by guests, then in the order of the tree.
// Errors: [ErrMismatch] is wrapped for a table with other attributes; [ErrTooLarge] for a tree that sends missing values
// down all branches and has more than 20,000 ways through it (see [Tree.Routed]).
func (t *Tree) Rules(b *Binned) (*Rules, error) {
	c, drafts, err := t.drafts(b)
	if err != nil {
		return nil, err
	}
	c.countOnce(drafts)
	slices.SortStableFunc(drafts, func(x, y draft) int {
		return cmp.Or(cmp.Compare(y.confidence(), x.confidence()), cmp.Compare(y.guests, x.guests))
	})
	out := c.list(drafts, t.nodes[0].class)
	out.Exact = true
	return out, nil
}

// draft is a rule in the making.
type draft struct {
	tests          []test
	class          uint8
	guests, errors float64
}

// test is what a rule asks of one attribute.
type test struct {
	attr   int32
	belief belief
}

func (d *draft) confidence() float64 { return (d.guests - d.errors + 1) / (d.guests + 2) }

// drafts returns a rule for each way through the tree, in its order, and what counts them.
func (t *Tree) drafts(b *Binned) (*counter, []draft, error) {
	if _, err := t.BindBinned(b); err != nil {
		return nil, nil, err
	}
	if !sameLevels(t.class.Levels, b.class.Levels) {
		return nil, nil, ErrMismatch
	}
	root, err := t.decisions()
	if err != nil {
		return nil, nil, err
	}
	var out []draft
	root.drafts(nil, &out)
	c := newCounter(b)
	c.ways = root
	return c, out, nil
}

func (d *decision) drafts(tests []test, out *[]draft) {
	if d.attr < 0 {
		d.rule = len(*out)
		*out = append(*out, draft{tests: slices.DeleteFunc(slices.Clone(tests), func(t test) bool { return !t.belief.says() }), class: d.class})
		return
	}
	for i, p := range d.parts {
		at := slices.IndexFunc(tests, func(t test) bool { return t.attr == d.attr })
		if at < 0 {
			d.sons[i].drafts(append(slices.Clip(tests), test{d.attr, p.belief}), out)
			continue
		}
		narrowed := slices.Clone(tests)
		narrowed[at].belief = p.belief
		d.sons[i].drafts(narrowed, out)
	}
}

// condition returns the tests as one condition.
func (d *draft) condition(attributes []segment.Attribute) segment.Condition {
	var list []segment.Condition
	for i := range d.tests {
		list = append(list, d.tests[i].belief.condition(&attributes[d.tests[i].attr]))
	}
	if len(list) == 1 {
		return list[0]
	}
	return segment.AllOf(list...)
}
