package weight

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// correlations returns Pearson's correlations of all items that vary.
func (m *Sums) correlations(ranks bool) ([]float64, Correlation, error) {
	if ranks {
		return nil, 0, refuse.Param("Options.Ranks", "true", "false for sums: they do not hold the order of guests")
	}
	deviation, constant := m.deviations(), m.constants()
	out := make([]float64, m.Items*m.Items)
	for i, j := range pairs(m.Items) {
		if constant[i] || constant[j] {
			continue
		}
		r, err := m.correlation(i, j, deviation)
		if err != nil {
			return nil, 0, err
		}
		out[i*m.Items+j], out[j*m.Items+i] = r, r
	}
	if m.Squares == nil {
		return out, PearsonAll, nil
	}
	return out, PearsonBoth, nil
}

func (m *Sums) correlation(i, j int, deviation []float64) (float64, error) {
	if m.N[i*m.Items+j] < 2 {
		return 0, m.wrong("N", i, j, "at least 2 guests who answered both")
	}
	if m.Squares == nil {
		return m.covariance(i, j) / (deviation[i] * deviation[j]), nil
	}
	x, y := m.own(i, j), m.own(j, i)
	if x.Sign() == 0 || y.Sign() == 0 {
		return 0, m.wrong("Squares", i, j, "answers that vary among the guests who answered both")
	}
	return float(m.spread(i, j)) / (math.Sqrt(float(x)) * math.Sqrt(float(y))), nil
}
