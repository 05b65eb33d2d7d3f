package weight

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
)

// Matrix is a complete table of numbers: rows are guests, hotels or other alternatives, columns the items to weigh. It
// is immutable and safe for concurrent use.
type Matrix struct {
	rows    int
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
		return nil, &hotelcrm.ParamError{Param: "rows", Value: whole(len(rows)), Allowed: "at least 2, with at least one value"}
	}
	m := &Matrix{rows: len(rows), columns: make([][]float64, len(rows[0])), cost: slices.Clone(cost)}
	if cost == nil {
		m.cost = make([]bool, len(m.columns))
	}
	if len(m.cost) != len(m.columns) {
		return nil, &hotelcrm.ParamError{Param: "cost", Value: whole(len(cost)), Allowed: whole(len(m.columns)) + ", or nil"}
	}
	for i, row := range rows {
		if len(row) != len(m.columns) {
			return nil, &hotelcrm.ParamError{Param: fmt.Sprintf("rows[%d]", i), Value: whole(len(row)), Allowed: whole(len(m.columns)) + " values, as in the first"}
		}
		for j, v := range row {
			if !(math.Abs(v) <= maxValue) {
				return nil, &hotelcrm.ParamError{Param: fmt.Sprintf("rows[%d][%d]", i, j), Value: fmt.Sprint(v), Allowed: "a number within 1e100"}
			}
			m.columns[j] = append(m.columns[j], v)
		}
	}
	for _, column := range m.columns {
		m.low, m.high = append(m.low, slices.Min(column)), append(m.high, slices.Max(column))
	}
	return m, nil
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
			return scaling, nil, &hotelcrm.ParamError{Param: "Scaling", Value: scaling.String(), Allowed: "observed or unscaled for a table"}
		}
	}
	return scaling, out, nil
}

// centred returns a column's distances from its mean in units of its range, and their root mean square (n - 1).
func (m *Matrix) centred(j int, values []float64, low, span float64) (z []float64, deviation float64) {
	z = make([]float64, m.rows)
	for i, v := range values {
		z[i] = (v - low) / span
	}
	mean, deviation := meanDeviation(z)
	for i := range z {
		z[i] -= mean
	}
	return z, deviation
}

func (m *Matrix) deviations() []float64 {
	out := make([]float64, len(m.columns))
	for j, constant := range m.constants() {
		if !constant {
			span := m.high[j] - m.low[j]
			_, deviation := m.centred(j, m.columns[j], m.low[j], span)
			out[j] = deviation * span
		}
	}
	return out
}

func (m *Matrix) correlations(ranks bool) ([]float64, Correlation, error) {
	n, name := len(m.columns), Pearson
	z, deviation := make([][]float64, n), make([]float64, n)
	for j, constant := range m.constants() {
		if constant {
			continue
		}
		values, low, span := m.columns[j], m.low[j], m.high[j]-m.low[j]
		if ranks {
			values, low, span, name = asRanks(values), 0, float64(2*m.rows), Spearman
		}
		z[j], deviation[j] = m.centred(j, values, low, span)
	}
	out := make([]float64, n*n)
	for j, k := range pairs(n) {
		if z[j] == nil || z[k] == nil {
			continue
		}
		sum := 0.0
		for i := range z[j] {
			sum += float64(z[j][i] * z[k][i])
		}
		r := sum / float64(m.rows-1) / (deviation[j] * deviation[k])
		if m.cost[j] != m.cost[k] { // one of the two is turned round
			r = -r
		}
		out[j*n+k], out[k*n+j] = r, r
	}
	return out, name, nil
}

func asRanks(values []float64) []float64 {
	ranks, _ := doubledRanks(values)
	out := make([]float64, len(ranks))
	for i, rank := range ranks {
		out[i] = float64(rank)
	}
	return out
}

// gaps returns the mean distance of pairs: in sorted order, value i is above i others and below the rest.
func (m *Matrix) gaps() ([]float64, error) {
	out := make([]float64, len(m.columns))
	for j, column := range m.columns {
		sorted := slices.Sorted(slices.Values(column))
		sum := 0.0
		for i, v := range sorted {
			sum += float64((v - m.low[j]) * float64(2*i-m.rows+1))
		}
		out[j] = sum / (float64(m.rows) * float64(m.rows-1) / 2)
	}
	return out, nil
}
