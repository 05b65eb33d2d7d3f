package weight

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Matrix is a complete table of numbers: rows are guests, hotels or other alternatives, columns the items to weigh. It
// is immutable and safe for concurrent use.
type Matrix struct {
	rows    int
	weights []float64 // of the rows
	sum     float64   // of the weights
	squares float64   // of their squares
	columns [][]float64
	low     []float64
	high    []float64
	cost    []bool
}

const maxValue = 1e100 // squares and sums of values stay finite

func whole(n int) string { return strconv.Itoa(n) }

// NewMatrix returns a table.
//
// Input: at least 2 rows of as many values each, at least one; values finite and within 1e100. cost marks the columns
// in which less is better; nil for none.
// Errors: a [*hotelcrm.ParamError] that names the row and column.
// Cost: O(rows · columns); the input is not kept.
func NewMatrix(rows [][]float64, cost []bool) (*Matrix, error) {
	if len(rows) < 2 || len(rows[0]) == 0 {
		return nil, refuse.Param("rows", whole(len(rows)), "at least 2, with at least one value")
	}
	m := &Matrix{rows: len(rows), columns: make([][]float64, len(rows[0])), cost: slices.Clone(cost)}
	if cost == nil {
		m.cost = make([]bool, len(m.columns))
	}
	if len(m.cost) != len(m.columns) {
		return nil, refuse.Param("cost", whole(len(cost)), whole(len(m.columns))+", or nil")
	}
	for i, row := range rows {
		if len(row) != len(m.columns) {
			return nil, refuse.Param(fmt.Sprintf("rows[%d]", i), whole(len(row)), plural.Of(len(m.columns), "value", "values")+", as in the first")
		}
		for j, v := range row {
			if !(math.Abs(v) <= maxValue) {
				return nil, refuse.Param(fmt.Sprintf("rows[%d][%d]", i, j), fmt.Sprint(v), "a number within 1e100")
			}
			m.columns[j] = append(m.columns[j], v)
		}
	}
	m.count(slices.Repeat([]float64{1}, m.rows))
	return m, nil
}

// count sets what follows from the columns and the weights of their rows.
func (m *Matrix) count(weights []float64) {
	m.weights = weights
	for _, w := range weights {
		m.sum += w
		m.squares += float64(w * w)
	}
	for _, column := range m.columns {
		m.low, m.high = append(m.low, slices.Min(column)), append(m.high, slices.Max(column))
	}
}

// Weigh returns the weights that a method finds in the table.
//
// Input: Scaling Ends is not known to a table; unset is Observed. Entropy needs values of 0 and more after the Shift,
// MEREC values above 0.
// Errors: a [*hotelcrm.ParamError] for wrong options or values; [ErrUndefined] where the method gives every item 0 and
// Options do not ask for equal weights; [ErrNoConvergence].
// Cost: O(rows · columns), times columns for CRITIC and principal components, times log rows for DeviationMaximum.
func (m *Matrix) Weigh(o Options) (DataWeights, error) { return weigh(m, o) }

func (m *Matrix) counts() []int64 { return slices.Repeat([]int64{int64(m.rows)}, len(m.columns)) }

func (m *Matrix) effective() []float64 {
	return slices.Repeat([]float64{kish(m.sum, m.squares)}, len(m.columns))
}

func (m *Matrix) constants() []bool {
	out := make([]bool, len(m.columns))
	for j := range out {
		out[j] = m.low[j] == m.high[j]
	}
	return out
}

func (m *Matrix) spans(scaling Scaling) (Scaling, []float64, error) {
	out := make([]float64, len(m.columns))
	for j := range out {
		switch scaling {
		case Unscaled:
			out[j] = 1
		case 0, Observed:
			scaling = Observed
			out[j] = m.high[j] - m.low[j]
		default:
			return scaling, nil, refuse.Param("Options.Scaling", scaling.String(), "observed or unscaled for a table")
		}
	}
	return scaling, out, nil
}
