package weight

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Weighted returns the table with a weight for each row, such as how many guests the row stands for. Rows of weight 0
// are left out.
//
// Result: means, deviations, correlations and pairs are weighted, with the divisor Σw - Σw²/Σw of squares; a row of
// weight 2 gives the same item weights as the row twice. For Entropy the weights are numbers of guests, for all other
// methods they are in any unit.
// Errors: a [*hotelcrm.ParamError] for another number of weights than rows, one that is neither 0 nor within [1e-50,
// 1e50], or rows that count for fewer than 2 in effect.
// Cost: O(rows · columns); neither the table nor weights is changed or kept.
func (m *Matrix) Weighted(weights []float64) (*Matrix, error) {
	if len(weights) != m.rows {
		return nil, refuse.Param("weights", whole(len(weights)), whole(m.rows))
	}
	out := &Matrix{columns: make([][]float64, len(m.columns)), cost: m.cost}
	var kept []float64
	for i, w := range weights {
		if err := checkRowWeight(fmt.Sprintf("weights[%d]", i), w); err != nil {
			return nil, err
		}
		if w == 0 {
			continue
		}
		kept = append(kept, w)
		for j := range m.columns {
			out.columns[j] = append(out.columns[j], m.columns[j][i])
		}
	}
	if out.rows = len(kept); out.rows > 0 {
		out.count(kept)
	}
	if err := checkEffective("weights", out.sum, out.squares); err != nil {
		return nil, err
	}
	return out, nil
}

// maxRowWeight keeps products of weights and values finite.
const maxRowWeight = 1e50

func checkRowWeight(param string, w float64) error {
	if w == 0 || w >= 1/maxRowWeight && w <= maxRowWeight {
		return nil
	}
	return refuse.Param(param, fmt.Sprint(w), "0, or 1e-50 to 1e50")
}

// checkEffective refuses weights that leave fewer than 2 in effect, by their sum and that of their squares.
func checkEffective(param string, sum, squares float64) error {
	if effective := kish(sum, squares); effective < 2-1e-9 {
		return refuse.Param(param, fmt.Sprintf("%.3g in effect", effective), "at least 2 in effect")
	}
	return nil
}

// kish returns (Σw)² / Σw², 0 for none.
func kish(sum, squares float64) float64 {
	if squares == 0 {
		return 0
	}
	return sum * sum / squares
}

// checkGuests refuses weights that entropy cannot take for numbers of guests.
func checkGuests(sum float64) error {
	if sum < 2 {
		return refuse.Param("weights", fmt.Sprintf("a sum of %.3g", sum), "numbers of guests, at least 2 in all, for entropy")
	}
	return nil
}
