package weight

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// entropies returns 1 - e of each column. Costs are taken as they are, as published.
func (m *Matrix) entropies(shift float64) ([]float64, error) {
	if err := checkGuests(m.sum); err != nil {
		return nil, err
	}
	out := make([]float64, len(m.columns))
	for j, column := range m.columns {
		sum := 0.0
		for i, v := range column {
			if v+shift < 0 {
				return nil, negative(fmt.Sprintf("rows[%d][%d]", i, j), v)
			}
			sum += float64(m.weights[i] * (v + shift))
		}
		h := 0.0
		for i, v := range column {
			if p := (v + shift) / sum; p > 0 { // never for a column of zeros
				h -= float64(m.weights[i] * float64(p*math.Log(p)))
			}
		}
		if sum > 0 {
			out[j] = max(0, 1-h/math.Log(m.sum))
		}
	}
	return out, nil
}

func negative(place string, v float64) error {
	return refuse.Param(place, fmt.Sprint(v), "0 or more after the shift, for entropy")
}

// removals returns MEREC's effect of leaving out each column.
//
//	n_ij = min_j/x_ij, or x_ij/max_j for a cost
//	S_i = ln(1 + Σ_j |ln n_ij| / m),  S_ij without column j,  E_j = Σ_i |S_ij - S_i|
func (m *Matrix) removals(live []bool) ([]float64, error) {
	logs, totals := make([][]float64, len(m.columns)), make([]float64, m.rows)
	for j, column := range m.columns {
		if m.low[j] <= 0 {
			return nil, refuse.Param(fmt.Sprintf("column %d", j), fmt.Sprint(m.low[j]), "values above 0, for merec")
		}
		logs[j] = make([]float64, m.rows)
		for i, v := range column {
			logs[j][i] = math.Log(v) - math.Log(m.low[j])
			if m.cost[j] {
				logs[j][i] = math.Log(m.high[j]) - math.Log(v)
			}
			totals[i] += logs[j][i]
		}
	}
	n, out := float64(len(m.columns)), make([]float64, len(m.columns))
	for j := range out {
		if !live[j] {
			continue
		}
		for i, total := range totals {
			out[j] += float64(m.weights[i] * math.Abs(math.Log1p((total-logs[j][i])/n)-math.Log1p(total/n)))
		}
	}
	return out, nil
}
