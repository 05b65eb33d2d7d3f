package segment

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/shopspring/decimal"
)

// Bands say how the levels of an ordinal come from a number: one level more than there are cuts. A value equal to a cut
// belongs to the level above it, [a, b), unless CutsGoDown says (a, b].
type Bands struct {
	Of         string            `json:"of,omitempty"` // what is cut, with its unit, in words
	Cuts       []decimal.Decimal `json:"cuts"`         // rising
	CutsGoDown bool              `json:"cutsGoDown,omitempty"`
}

// Place returns the place of the level that holds x, counted from 0. The comparison is exact.
func (b *Bands) Place(x decimal.Decimal) int {
	i, equal := slices.BinarySearchFunc(b.Cuts, x, decimal.Decimal.Compare)
	if equal && !b.CutsGoDown {
		return i + 1
	}
	return i
}

func (b *Bands) clone() *Bands {
	if b == nil {
		return nil
	}
	out := *b
	out.Cuts = slices.Clone(b.Cuts)
	return &out
}

// maxExponent bounds the exponent of a cut or of a number in a condition, so that no text asks for endless work.
const maxExponent = 100

func (b *Bands) check(levels int, wrong func(field, value, allowed string) error) error {
	if b == nil {
		return nil
	}
	if len(b.Cuts) != levels-1 {
		return wrong("Bands.Cuts", plural.Of(len(b.Cuts), "cut", "cuts"), fmt.Sprintf("%d, one fewer than levels", levels-1))
	}
	for i, cut := range b.Cuts {
		name := fmt.Sprintf("Bands.Cuts[%d]", i)
		if cut.Exponent() < -maxExponent || cut.Exponent() > maxExponent {
			return wrong(name, fmt.Sprintf("exponent %d", cut.Exponent()), "-100 to 100")
		}
		if i > 0 && !b.Cuts[i-1].LessThan(cut) {
			return wrong(name, cut.String(), "above the cut before it")
		}
	}
	return nil
}
