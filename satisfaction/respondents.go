package satisfaction

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// Respondents says what each row of a cell weighs so that the cells stand for all guests and not only for those who
// answered. Keep one [Summary] a cell and put them together by [Combine] with Weights.
type Respondents struct {
	Method       Adjustment `json:"method"`
	Weights      []float64  `json:"weights"`      // of one row, by cell; their sum over all rows is the number of rows
	N            int64      `json:"n"`            // rows
	EffectiveN   float64    `json:"effectiveN"`   // Kish: (Σw)² / Σw², n over the design effect
	DesignEffect float64    `json:"designEffect"` // Kish: n Σw² / (Σw)², what weighting costs

	Steps int      `json:"steps"`           // rounds of raking
	Gap   float64  `json:"gap"`             // largest share of all rows by which a margin is still missed
	Rule  RakeRule `json:"rule"`            // of raking, as used
	Empty []int    `json:"empty,omitempty"` // cells without rows: weight 0

	Warnings []hotelcrm.Warning `json:"warnings,omitempty"`
}

// WarnHeavyWeights: weighting more than halves the effective number of respondents.
const WarnHeavyWeights hotelcrm.WarningCode = "heavy-weights"

// WarnEmptyCells: cells have no rows, so that raking lets others stand for their guests.
const WarnEmptyCells hotelcrm.WarningCode = "empty-cells"

// PostStratify returns the weights that give every cell its share of all guests.
//
// Input: counts are the rows of each cell; shares its share of all guests in any unit, such as the guests themselves.
// Errors: a [*hotelcrm.ParamError] for lists of different length, numbers that are negative or not finite, no rows, or a
// cell with a share but no rows: no weight can stand for guests of whom nobody answered, so merge the cell with another.
func PostStratify(counts []int64, shares []float64) (*Respondents, error) {
	cells := make([]int, len(counts))
	for i := range cells {
		cells[i] = i
	}
	r, err := Rake(counts, []Margin{{Name: "cell", Groups: cells, Shares: shares}}, RakeRule{})
	if err != nil {
		return nil, err
	}
	r.Method, r.Steps, r.Rule = PostStratified, 0, RakeRule{}
	r.Warnings = slices.DeleteFunc(r.Warnings, func(w hotelcrm.Warning) bool { return w.Code == WarnEmptyCells }) // they have no guests
	return r, nil
}

// finish sets what the weights cost.
func (r *Respondents) finish(counts []int64) {
	var sum, squares float64
	for c, n := range counts {
		if n == 0 {
			r.Weights[c] = 0
		}
		sum += float64(float64(n) * r.Weights[c])
		squares += float64(float64(n) * float64(r.Weights[c]*r.Weights[c]))
	}
	r.EffectiveN = sum * sum / squares
	r.DesignEffect = float64(r.N) / r.EffectiveN
	if r.DesignEffect > 2 {
		text := fmt.Sprintf("weights count %d respondents as %.0f; merge cells with few rows, or cut the largest weights", r.N, r.EffectiveN)
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: WarnHeavyWeights, Text: text, N: len(counts)})
	}
	if len(r.Empty) > 0 {
		text := fmt.Sprintf("%d of %d cells have no rows; others of their groups stand for their guests", len(r.Empty), len(counts))
		if len(r.Empty) == 1 {
			text = fmt.Sprintf("1 of %d cells has no rows; others of its groups stand for its guests", len(counts))
		}
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: WarnEmptyCells, Text: text, N: len(r.Empty)})
	}
}
