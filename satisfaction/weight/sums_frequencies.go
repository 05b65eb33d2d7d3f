package weight

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

func (m *Sums) needFrequencies(method string) error {
	if m.Frequencies == nil {
		return refuse.Param("Sums.Frequencies", "missing", "the answers of each item by value, for "+method)
	}
	return nil
}

func (m *Sums) spans(scaling Scaling) (Scaling, []float64, error) {
	out := make([]float64, m.Items)
	for i := range out {
		switch scaling {
		case Unscaled:
			out[i] = 1
		case Observed:
			if err := m.needFrequencies("the scaling observed"); err != nil {
				return scaling, nil, err
			}
			out[i] = float64(seen(m.Frequencies[i]))
		default:
			scaling = Ends
			out[i] = float64(m.Ends[i][1] - m.Ends[i][0])
		}
	}
	return scaling, out, nil
}

// seen returns the distance of the least and the largest value that occurs.
func seen(levels []Frequency) int64 {
	low, high, found := int64(0), int64(0), false
	for _, level := range levels {
		if level.Count == 0 {
			continue
		}
		if !found {
			low, found = level.Value, true
		}
		high = level.Value
	}
	return high - low
}

// entropies returns 1 - e of each item.
func (m *Sums) entropies(shift float64) ([]float64, error) {
	if err := m.needFrequencies("entropy"); err != nil {
		return nil, err
	}
	out := make([]float64, m.Items)
	for i, levels := range m.Frequencies {
		sum := 0.0
		for k, level := range levels {
			v := float64(level.Value) + shift
			if level.Count > 0 && v < 0 {
				return nil, negative(fmt.Sprintf("Sums.Frequencies[%d][%d]", i, k), float64(level.Value))
			}
			sum += float64(float64(level.Count) * v)
		}
		h := 0.0
		for _, level := range levels {
			if p := (float64(level.Value) + shift) / sum; level.Count > 0 && p > 0 {
				h -= float64(float64(level.Count) * p * math.Log(p))
			}
		}
		out[i] = max(0, 1-h/math.Log(float64(m.N[i*m.Items+i])))
	}
	return out, nil
}

// gaps returns the mean distance of pairs of answers: in sorted order, the value at k is above k others and below the
// rest.
func (m *Sums) gaps() ([]float64, error) {
	if err := m.needFrequencies("deviation-maximum"); err != nil {
		return nil, err
	}
	out := make([]float64, m.Items)
	for i, levels := range m.Frequencies {
		n, before, sum := m.N[i*m.Items+i], int64(0), 0.0
		for _, level := range levels {
			above := float64(level.Value-m.Ends[i][0]) * float64(level.Count)
			sum += float64(above * float64(2*before+level.Count-n))
			before += level.Count
		}
		out[i] = sum / (float64(n) * float64(n-1) / 2)
	}
	return out, nil
}

func (m *Sums) removals([]bool) ([]float64, error) {
	return nil, refuse.Param("Options.Method", MEREC.String(), "a method other than merec, which needs a table")
}
