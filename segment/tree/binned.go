package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/segment"
)

// Binned is a guest table made ready for learning: one byte for each value, made once and shared by every tree, rule,
// fold and importance. It is immutable and safe for concurrent use.
//
// Memory: one byte a guest for each attribute with at most 255 bins, else two; one byte for the class; four for the row
// in the table; eight for the weight where guests are weighted.
type Binned struct {
	columns []bins
	class   segment.Attribute // nominal or ordinal
	labels  []uint8           // place of the class of each guest
	weights []int64           // in units of 1/weightUnit; nil: 1 each
	rows    []int32           // of the table; guests without a class are left out
	dropped int               // how many were
}

// weightUnit is the integer weight of one guest where weights are not all 1: sums are then exact in any order.
const weightUnit = 1 << 30

// maxWeight bounds the sum of all weights, so that their integers do not overflow.
const maxWeight = 1 << 32

// BinSettings say how a table is binned. The zero value is documented at each field.
type BinSettings struct {
	Attributes []string // ids, in the order that breaks ties; nil: all but the class and the weight
	Bins       int      // most bins of a number, 2 to 65,535; 0: one for each value up to 10,000 guests, else 255
	Weight     string   // id of a numeric attribute with a weight for each guest, above 0; empty: 1 each
	Workers    int      // 0: 1; never changes the result
}

// exactGuests is up to how many guests every value has a bin of its own by default.
const exactGuests = 10_000

func (s BinSettings) resolved(guests int) (BinSettings, error) {
	if s.Bins == 0 {
		s.Bins = smallBins
		if guests <= exactGuests {
			s.Bins = wideBins
		}
	}
	if s.Bins < 2 || s.Bins > wideBins {
		return s, refuse.Param("BinSettings.Bins", fmt.Sprint(s.Bins), fmt.Sprintf("2 to %d, or 0", wideBins))
	}
	err := share.Check("BinSettings.Workers", s.Workers, refuse.Param)
	s.Workers = max(1, s.Workers)
	return s, err
}

// Len returns the number of guests with a class.
func (b *Binned) Len() int { return len(b.labels) }

// Row returns the row of the table that guest i comes from.
func (b *Binned) Row(i int) int { return int(b.rows[i]) }

// Dropped returns how many guests of the table have no class and were left out.
func (b *Binned) Dropped() int { return b.dropped }

// Attributes returns the attributes in the order that breaks ties.
func (b *Binned) Attributes() []segment.Attribute {
	out := make([]segment.Attribute, len(b.columns))
	for i := range b.columns {
		out[i] = b.columns[i].attribute
	}
	return out
}

// Class returns the attribute whose levels are the classes.
func (b *Binned) Class() segment.Attribute { return b.class }

// BinsOf returns how many bins attribute i has, beside that of missing values.
func (b *Binned) BinsOf(i int) int { return b.columns[i].n }

// binColumns puts columns into bins. The class column has codes; weights are nil or above 0.
func binColumns(columns []column, class column, weights []float64, s BinSettings) (*Binned, error) {
	s, err := s.resolved(class.len())
	if err != nil {
		return nil, err
	}
	b := &Binned{class: class.attribute, columns: make([]bins, len(columns))}
	if err := b.label(class); err != nil {
		return nil, err
	}
	if b.weights, err = b.fixed(weights); err != nil {
		return nil, err
	}
	share.Out(len(columns), s.Workers, func(_, from, to int) {
		for i := from; i < to; i++ {
			b.columns[i] = b.bin(&columns[i], s.Bins)
		}
	})
	return b, nil
}

// label keeps the rows that have a class.
func (b *Binned) label(class column) error {
	if levels := len(class.attribute.Levels); levels < 2 || levels > maxClasses {
		return refuse.Param("class", class.attribute.ID+" with "+plural.Of(levels, "level", "levels"), fmt.Sprintf("an attribute with 2 to %d levels", maxClasses))
	}
	b.labels = make([]uint8, 0, class.len())
	b.rows = make([]int32, 0, class.len())
	for row, code := range class.codes {
		if code == 0 || int(code) > len(class.attribute.Levels) {
			b.dropped++
			continue
		}
		b.labels = append(b.labels, uint8(code-1))
		b.rows = append(b.rows, int32(row))
	}
	if len(b.labels) == 0 {
		return fmt.Errorf("%w: no guest has a class %q", ErrEmpty, class.attribute.ID)
	}
	return nil
}

// fixed returns the weights of the guests kept as integers.
func (b *Binned) fixed(weights []float64) ([]int64, error) {
	if weights == nil {
		return nil, nil
	}
	out, sum := make([]int64, b.Len()), 0.0
	for i, row := range b.rows {
		w := weights[row]
		sum += w
		if !(w >= 1.0/weightUnit) || sum > maxWeight {
			return nil, &hotelcrm.RowError{Row: int(row) + 1, Field: "weight", Value: fmt.Sprint(w), Err: ErrWeight}
		}
		out[i] = int64(math.Round(w * weightUnit))
	}
	return out, nil
}

func (b *Binned) bin(c *column, most int) bins {
	if !levelled(c.attribute.Kind) {
		out := binNumbers(b.kept(c.numbers), most)
		out.attribute = c.attribute
		return out
	}
	return b.binCodes(c)
}

// kept returns the values of the rows with a class.
func (b *Binned) kept(values []float64) []float64 {
	if b.dropped == 0 {
		return values
	}
	out := make([]float64, b.Len())
	for i, row := range b.rows {
		out[i] = values[row]
	}
	return out
}

// binCodes gives each level a bin of its own: a code is its bin.
func (b *Binned) binCodes(c *column) bins {
	levels := len(c.attribute.Levels)
	out := bins{attribute: c.attribute, n: levels, low: make([]float64, levels+1)}
	for i := range out.low {
		out.low[i] = float64(i - 1)
	}
	out.high = out.low
	if levels <= smallBins {
		out.small = make([]uint8, b.Len())
		copyCodes(out.small, c.codes, b.rows, levels)
	} else {
		out.wide = make([]uint16, b.Len())
		copyCodes(out.wide, c.codes, b.rows, levels)
	}
	return out
}

func copyCodes[T uint8 | uint16](out []T, codes []uint16, rows []int32, levels int) {
	for i, row := range rows {
		if code := codes[row]; int(code) <= levels {
			out[i] = T(code)
		}
	}
}
