package tree

// RootGain says what one attribute would gain as the first test of a tree: which attributes bear on a question at all.
type RootGain struct {
	Attribute  string  `json:"attribute"`  // id
	Raw        float64 `json:"raw"`        // gain in bits, or decrease of the Gini index, per guest
	Gain       float64 `json:"gain"`       // less log2(candidates) / guests for the choice of a cut; only by GainRatio
	SplitInfo  float64 `json:"splitInfo"`  // bits of the split itself; missing guests are a branch
	Ratio      float64 `json:"ratio"`      // Gain over SplitInfo
	Candidates int     `json:"candidates"` // cuts or sets of levels tried
	Threshold  string  `json:"threshold"`  // of a number or an ordinal, as conditions write it; else empty
	Valid      bool    `json:"valid"`      // enough guests on each side, and a gain where there is a cut
}

// Gains returns, for every attribute in its order, its best split of all guests as the settings find it, also of
// attributes with too many levels.
//
// Errors: a [*hotelcrm.ParamError] for settings out of range.
// Cost: one pass over the table.
func (b *Binned) Gains(settings Settings) ([]RootGain, error) {
	settings.ManyLevels = true
	g, err := b.ready(settings)
	if err != nil {
		return nil, err
	}
	all := g.all()
	g.layout = g.layoutFor(all)
	h, root := g.take(), &grown{counts: all.counts(g.layout.classes), sample: all}
	g.count(h, all)
	out := make([]RootGain, len(g.used))
	for i, c := range g.candidates(h, root) {
		column := &b.columns[g.used[i]]
		out[i] = RootGain{column.attribute.ID, c.raw, c.gain, c.info, c.ratio(), c.candidates, "", c.valid}
		if c.valid && !column.nominal() {
			_, value := column.threshold(c.cut, c.next, g.settings.Threshold)
			out[i].Threshold = operand(&column.attribute, value)
		}
	}
	return out, nil
}
