package tree

import "github.com/hotelcrm/hotelcrm"

// Report says how a tree came about.
type Report struct {
	Guests      int                `json:"guests"`      // learnt from
	Grown       int                `json:"grown"`       // leaves before pruning
	Leaves      int                `json:"leaves"`      // after it
	Errors      float64            `json:"errors"`      // weight of the guests classed wrongly, of those learnt from
	ErrorRate   float64            `json:"errorRate"`   // of those learnt from: too low for new guests
	MissingRule Missing            `json:"missingRule"` // what becomes of missing values
	Warnings    []hotelcrm.Warning `json:"warnings,omitempty"`
}

// Fit returns the tree that settings grow from a table, pruned, and a report with warnings.
//
// Result: the same tree for any number of workers and any order of the guests. Ties go to the attribute with the lower
// index, then to the lower cut; scores within 1e-6 are equal.
// Errors: a [*hotelcrm.ParamError] for settings out of range.
// Cost: for each level of the tree, one pass over the bytes of half of the guests or fewer, whatever the classes.
func Fit(b *Binned, settings Settings) (*Tree, Report, error) {
	s, err := settings.resolved()
	if err == nil {
		err = s.check(len(b.class.Levels))
	}
	if err != nil {
		return nil, Report{}, err
	}
	g := newGrower(b, s)
	root := g.grow(g.all())
	grown := root.leaves()
	g.prune(root)
	t := g.flatten(root)
	return t, g.report(t, grown), nil
}

func (n *grown) leaves() int {
	if n.split == nil {
		return 1
	}
	out := 0
	for _, son := range n.sons {
		out += son.leaves()
	}
	return out
}

// prune cuts a grown tree back as the settings say.
func (g *grower) prune(root *grown) {
	switch g.settings.Pruning {
	case ErrorBased:
		g.collapse(root)
		g.pruneByError(root)
	case CostComplexity:
		g.pruneByCost(root, g.settings.Complexity*g.errors(root.counts))
	}
	g.pruneToLeaves(root)
}

func (g *grower) report(t *Tree, grown int) Report {
	r := Report{Guests: t.guests, Grown: grown, Leaves: t.Leaves(), MissingRule: t.missing}
	for i := range t.nodes {
		if n := &t.nodes[i]; n.attr < 0 {
			r.Errors += n.errors
		}
	}
	r.ErrorRate = r.Errors / t.nodes[0].total
	r.Warnings = g.warnings(t)
	return r
}
