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
// Errors: a [*hotelcrm.ParamError] for settings out of range; [ErrEmpty] for a Binned that [Bin] did not make.
// Cost: for each level of the tree, one pass over the bytes of half of the guests or fewer, whatever the classes; two over
// those of all where a number has more than one bin for two guests of a node. Beside the table 12 bytes a guest, 28 with
// weights, and more for guests who go down several branches; 8 bytes for each class in each bin of each attribute, for
// each level of the tree, without the attributes with more than one bin for two guests.
func Fit(b *Binned, settings Settings) (*Tree, Report, error) {
	g, root, err := growAll(b, settings)
	if err != nil {
		return nil, Report{}, err
	}
	grown := root.leaves()
	g.prune(root)
	t := g.flatten(root)
	return t, g.report(t, grown), nil
}

// ready checks settings against a table.
func (b *Binned) ready(settings Settings) (*grower, error) {
	s, err := settings.resolved()
	switch {
	case err != nil:
		return nil, err
	case b == nil || len(b.labels) == 0:
		return nil, ErrEmpty
	}
	if err := s.check(len(b.class.Levels)); err != nil {
		return nil, err
	}
	return newGrower(b, s), nil
}

// growAll grows a tree without pruning.
func growAll(b *Binned, settings Settings) (*grower, *grown, error) {
	g, err := b.ready(settings)
	if err != nil {
		return nil, nil, err
	}
	return g, g.grow(g.all()), nil
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
