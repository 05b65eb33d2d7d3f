package tree

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Criterion says by which score an attribute is chosen. Unset means GainRatio.
//
// With N the weight of a node, N_j that of branch j and H the entropy in bits of the classes:
//
//	gain       = H - Σ N_j/N H_j
//	gain ratio = gain / -Σ N_j/N log2 N_j/N
//	gini       = (1 - Σ p_c²) - Σ N_j/N (1 - Σ p_jc²)
//
// Source: J. R. Quinlan, Induction of decision trees, Machine Learning 1 (1986); C4.5 (1993); L. Breiman et al.,
// Classification and Regression Trees (1984).
type Criterion uint8

// The criteria.
const (
	GainRatio Criterion = iota + 1 // gain per bit of the split, among attributes of at least mean gain
	Gain                           // information gain in bits
	Gini                           // decrease of the Gini index
)

var criterionNames = enum.Names{"", "gain-ratio", "gain", "gini"}

// ParseCriterion returns the criterion named by text, as [Criterion.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseCriterion(text string) (Criterion, error) {
	return choice.Parse[Criterion](criterionNames, "criterion", text)
}

// String returns the name, "unset" for the zero value.
func (c Criterion) String() string { return criterionNames.String(uint8(c)) }

// MarshalText returns the name, empty for the zero value.
func (c Criterion) MarshalText() ([]byte, error) {
	return choice.Marshal(criterionNames, "criterion", c)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Criterion) UnmarshalText(text []byte) error {
	return choice.Unmarshal(criterionNames, "criterion", text, c)
}
