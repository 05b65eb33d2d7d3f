package btyd

import "math"

// logScores returns -ln P(X(t) = n | history) of the visits that each guest made.
//
// A probability below leastChance counts as that: no score is above 709.
func logScores(m Model, histories []History, later []int, length float64) []float64 {
	out := make([]float64, len(histories))
	for i, h := range histories {
		p := min(m.CountNext(h, length, later[i]), 1)
		out[i] = -math.Log(max(p, leastChance))
	}
	return out
}

// leastChance is the smallest float64 of full precision.
const leastChance = 0x1p-1022

// entropy returns the mean log score of the one distribution of visits that suits all guests best: their own shares.
func entropy(later []int) float64 {
	most := 0
	for _, n := range later {
		most = max(most, n)
	}
	guests := make([]float64, most+1)
	for _, n := range later {
		guests[n]++
	}
	all, sum := float64(len(later)), 0.0
	for _, n := range guests {
		if n > 0 {
			sum += n / all * math.Log(all/n)
		}
	}
	return sum
}

// Lag says by how much the log score of a model is above the lowest one, a guest, and how well that is known.
type Lag struct {
	LogScore float64 `json:"logScore"`
	StdErr   float64 `json:"stdErr"` // of the mean difference over guests; 0 for the lowest itself
}

// lagOf returns the mean of the differences between the scores of two models on the same guests.
func lagOf(scores, lowest []float64) Lag {
	n := float64(len(scores))
	var mean, square float64
	for i := range scores {
		mean += scores[i] - lowest[i]
	}
	mean /= n
	for i := range scores {
		gap := scores[i] - lowest[i] - mean
		square += float64(gap * gap)
	}
	return Lag{mean, math.Sqrt(square / n / max(n-1, 1))}
}

const (
	toldApart = 1.959963984540054 // standard errors: 95 % of a normal distribution lie within
	leastLag  = 1e-6              // what fits of one maximum may differ by
)

// told reports whether the two log scores are told apart.
func (l Lag) told() bool { return l.LogScore > max(toldApart*l.StdErr, leastLag) }
