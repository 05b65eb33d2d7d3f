package tree

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Pruning says how a grown tree is cut back. Unset means ErrorBased.
type Pruning uint8

// The ways of pruning.
const (
	ErrorBased     Pruning = iota + 1 // by the upper limit of the error at a confidence, with the largest branch, the last of equals, raised where that is better
	CostComplexity                    // by the weakest link: a branch must lower the error by enough for each of its leaves
	Unpruned                          // not at all
)

var pruningNames = enum.Names{"", "error-based", "cost-complexity", "unpruned"}

// ParsePruning returns the pruning named by text, as [Pruning.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParsePruning(text string) (Pruning, error) {
	return choice.Parse[Pruning](pruningNames, "pruning", text)
}

// String returns the name, "unset" for the zero value.
func (p Pruning) String() string { return pruningNames.String(uint8(p)) }

// MarshalText returns the name, empty for the zero value.
func (p Pruning) MarshalText() ([]byte, error) { return choice.Marshal(pruningNames, "pruning", p) }

// UnmarshalText reads a name; the empty text is the zero value.
func (p *Pruning) UnmarshalText(text []byte) error {
	return choice.Unmarshal(pruningNames, "pruning", text, p)
}
