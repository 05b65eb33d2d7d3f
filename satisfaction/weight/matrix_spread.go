package weight

import (
	"cmp"
	"math"
	"slices"
)

// divisor returns what sums of squares are divided by, n - 1 where all rows count 1.
func (m *Matrix) divisor() float64 { return m.sum - m.squares/m.sum }

// centred returns a column's distances from its mean in units of its range, and their root mean square.
func (m *Matrix) centred(values []float64, low, span float64) (z []float64, deviation float64) {
	z = make([]float64, m.rows)
	mean, squares := 0.0, 0.0
	for i, v := range values {
		z[i] = (v - low) / span
		mean += float64(m.weights[i] * z[i])
	}
	mean /= m.sum
	for i := range z {
		z[i] -= mean
		squares += float64(m.weights[i] * float64(z[i]*z[i]))
	}
	return z, math.Sqrt(squares / m.divisor())
}

func (m *Matrix) deviations() []float64 {
	out := make([]float64, len(m.columns))
	for j, constant := range m.constants() {
		if !constant {
			span := m.high[j] - m.low[j]
			_, deviation := m.centred(m.columns[j], m.low[j], span)
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
			values, low, span, name = m.ranks(values), 0, 2*m.sum, Spearman
		}
		z[j], deviation[j] = m.centred(values, low, span)
	}
	out := make([]float64, n*n)
	for j, k := range pairs(n) {
		if z[j] == nil || z[k] == nil {
			continue
		}
		sum := 0.0
		for i := range z[j] {
			sum += float64(m.weights[i] * float64(z[j][i]*z[k][i]))
		}
		r := sum / m.divisor() / (deviation[j] * deviation[k])
		if m.cost[j] != m.cost[k] { // one of the two is turned round
			r = -r
		}
		out[j*n+k], out[k*n+j] = r, r
	}
	return out, name, nil
}

// valued is one value of a column and the weight of its row.
type valued struct {
	value, weight float64
	row           int
}

// sorted returns a column's values, rising, of equal ones the earlier row first.
func (m *Matrix) sorted(column []float64) []valued {
	out := make([]valued, len(column))
	for i, v := range column {
		out[i] = valued{v, m.weights[i], i}
	}
	slices.SortFunc(out, func(a, b valued) int { return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.row, b.row)) })
	return out
}

// ranks returns twice the rank of each value, a row of weight w taking w ranks, equal values sharing the mean of theirs.
func (m *Matrix) ranks(column []float64) []float64 {
	sorted, out := m.sorted(column), make([]float64, m.rows)
	below := 0.0
	for from := 0; from < len(sorted); {
		to, alike := from, 0.0
		for ; to < len(sorted) && sorted[to].value == sorted[from].value; to++ {
			alike += sorted[to].weight
		}
		for _, v := range sorted[from:to] {
			out[v.row] = 2*below + alike + 1
		}
		below += alike
		from = to
	}
	return out
}

// gaps returns the mean distance of pairs: each value is above those sorted before it and below the rest.
func (m *Matrix) gaps() ([]float64, error) {
	out := make([]float64, len(m.columns))
	alike := slices.Min(m.weights) == slices.Max(m.weights)
	for j, column := range m.columns {
		if alike { // several times as fast
			out[j] = meanGap(slices.Sorted(slices.Values(column)))
			continue
		}
		sum, before := 0.0, 0.0
		for _, v := range m.sorted(column) {
			sum += float64(float64((v.value-m.low[j])*v.weight) * (2*before + v.weight - m.sum))
			before += v.weight
		}
		out[j] = sum / ((m.sum*m.sum - m.squares) / 2)
	}
	return out, nil
}

// meanGap returns the mean distance of pairs of rising values.
func meanGap(values []float64) float64 {
	n, sum := len(values), 0.0
	for i, v := range values {
		sum += float64((v - values[0]) * float64(2*i-n+1))
	}
	return sum / (float64(n) * float64(n-1) / 2)
}
