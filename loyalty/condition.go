package loyalty

import "github.com/shopspring/decimal"

// Condition is a tree of thresholds: exactly one of All, Any and Metric is set. The zero Condition stands for no
// condition and never holds by itself.
type Condition struct {
	All    []Condition `json:"all,omitempty"` // every one must hold
	Any    []Condition `json:"any,omitempty"` // one must hold
	Metric Metric      `json:"metric,omitempty"`

	Tier    string           `json:"tier,omitempty"`    // of the metric years
	AtLeast *decimal.Decimal `json:"atLeast,omitempty"` // counted ≥ this
	AtMost  *decimal.Decimal `json:"atMost,omitempty"`  // counted ≤ this
	Below   *decimal.Decimal `json:"below,omitempty"`   // counted < this

	Window Window `json:"window,omitzero"` // for this condition and those inside it
}

// IsZero reports whether there is no condition.
func (c Condition) IsZero() bool {
	return len(c.All) == 0 && len(c.Any) == 0 && c.Metric == 0 && c.Tier == "" &&
		c.AtLeast == nil && c.AtMost == nil && c.Below == nil && c.Window.isZero()
}
