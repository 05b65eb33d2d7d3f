package weight

import (
	"fmt"
	"math"
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Sums are counts and sums over coded answers, all whole numbers: those of two surveys add up to those of both, in
// any order. They hold all that the methods need but MEREC and rank correlations.
//
// A pair of items i and j has the place i·Items + j. Answers with a blank in either item do not count for the pair.
type Sums struct {
	Items  int     // at least 1
	N      []int64 // guests who answered both; on the diagonal, who answered the item
	Totals []int64 // the sum of item i over those who answered j too; on the diagonal, over all its answers
	Cross  []int64 // the sum of products of i and j; on the diagonal, of squares
	Ends   [][2]int64

	// Squares is the sum of squares of item i over those who answered j too, for correlations over the very guests who
	// answered both. Without it, nil, a correlation is their covariance over the deviations of all answers to either
	// item, which blanks can bring beyond one.
	Squares []int64

	// Frequencies are the answers of each item by value; needed for Entropy, DeviationMaximum and the scaling Observed,
	// else nil.
	Frequencies [][]Frequency
}

// Frequency is how many guests gave one value as their answer.
type Frequency struct {
	Value, Count int64
}

const (
	maxItems  = 1000
	maxEnd    = 10_000
	maxGuests = 10_000_000_000 // sums of squares stay below 2⁶³
)

// Weigh returns the weights that a method finds in the answers.
//
// Input: every item answered by 2 guests or more and, for CRITIC and the principal components, every pair. An unset
// Scaling is Ends.
// Errors: a [*hotelcrm.ParamError] for sums that cannot be, for MEREC, for Options.Ranks, and where Frequencies are needed
// and missing; otherwise as for [Matrix.Weigh].
// Cost: O(items²), for the principal components O(items³); nothing depends on the number of guests.
func (m *Sums) Weigh(o Options) (DataWeights, error) {
	if err := m.Validate(); err != nil {
		return DataWeights{}, err
	}
	return weigh(m, o)
}

// Validate returns a [*hotelcrm.ParamError] that names the field and place that cannot be, else nil.
func (m *Sums) Validate() error { return m.validate(2) }

// validate is Validate for items with at least so many answers.
func (m *Sums) validate(least int64) error {
	if m.Items < 1 || m.Items > maxItems {
		return refuse.Param("Sums.Items", whole(m.Items), "1 to "+whole(maxItems))
	}
	for _, f := range []struct {
		name string
		list []int64
	}{{"N", m.N}, {"Totals", m.Totals}, {"Cross", m.Cross}} {
		if len(f.list) != m.Items*m.Items {
			return refuse.Param("Sums."+f.name, whole(len(f.list)), whole(m.Items*m.Items))
		}
	}
	if len(m.Ends) != m.Items || m.Frequencies != nil && len(m.Frequencies) != m.Items {
		return refuse.Param("Sums.Ends, Frequencies", fmt.Sprintf("%d, %d", len(m.Ends), len(m.Frequencies)), whole(m.Items)+" each, or no Frequencies")
	}
	if m.Squares != nil && len(m.Squares) != m.Items*m.Items {
		return refuse.Param("Sums.Squares", whole(len(m.Squares)), whole(m.Items*m.Items)+", or nil")
	}
	for i := range m.Items {
		if err := m.validateItem(i, least); err != nil {
			return err
		}
	}
	for i, j := range pairs(m.Items) {
		a, b := i*m.Items+j, j*m.Items+i
		if m.N[a] != m.N[b] || m.Cross[a] != m.Cross[b] || m.N[a] < 0 || m.N[a] > min(m.N[i*m.Items+i], m.N[j*m.Items+j]) {
			return m.wrong("N, Cross", i, j, "the same both ways, and N at most that of either item")
		}
		if m.Squares != nil && (m.own(i, j).Sign() < 0 || m.own(j, i).Sign() < 0) {
			return m.wrong("Squares", i, j, "at least the square of the sum by n")
		}
	}
	return nil
}

func (m *Sums) wrong(field string, i, j int, allowed string) error {
	a := i*m.Items + j
	value := fmt.Sprintf("n %d, sum %d, cross %d", m.N[a], m.Totals[a], m.Cross[a])
	return refuse.Param(fmt.Sprintf("Sums.%s of items %d and %d", field, i, j), value, allowed)
}

func (m *Sums) validateItem(i int, least int64) error {
	low, high, a := m.Ends[i][0], m.Ends[i][1], i*m.Items+i
	switch {
	case low >= high || low < -maxEnd || high > maxEnd:
		return refuse.Param(fmt.Sprintf("Sums.Ends[%d]", i), fmt.Sprintf("%d to %d", low, high), "a lower and a higher end within 10000")
	case m.N[a] < least || m.N[a] > maxGuests:
		return m.wrong("N", i, i, fmt.Sprintf("%d to 1e10 answers", least))
	case m.spread(i, i).Sign() < 0:
		return m.wrong("Cross", i, i, "at least the square of the sum by n")
	case m.Squares != nil && m.Squares[a] != m.Cross[a]:
		return m.wrong("Squares", i, i, "that of Cross")
	}
	return m.validateFrequencies(i)
}

// validateFrequencies checks that the answers by value are those of the sums.
func (m *Sums) validateFrequencies(i int) error {
	if m.Frequencies == nil {
		return nil
	}
	var n, sum, squares int64
	low, high, a := m.Ends[i][0], m.Ends[i][1], i*m.Items+i
	for k, level := range m.Frequencies[i] {
		if level.Count < 0 || level.Count > m.N[a]-n || level.Value < low || level.Value > high || k > 0 && level.Value <= m.Frequencies[i][k-1].Value {
			return refuse.Param(fmt.Sprintf("Sums.Frequencies[%d][%d]", i, k), fmt.Sprintf("%d, %s", level.Value, plural.Of(level.Count, "time", "times")), "values within the ends, rising, and counts of 0 and more, N in all")
		}
		n += level.Count
		sum += level.Value * level.Count
		squares += level.Value * level.Value * level.Count
	}
	if n != m.N[a] || sum != m.Totals[a] || squares != m.Cross[a] {
		return refuse.Param(fmt.Sprintf("Sums.Frequencies[%d]", i), fmt.Sprintf("n %d, sum %d, squares %d", n, sum, squares), "those of N, Totals and Cross")
	}
	return nil
}

// spread returns n·Σxy - Σx·Σy of a pair, exactly.
func (m *Sums) spread(i, j int) *big.Int {
	a, b := i*m.Items+j, j*m.Items+i
	return difference(m.N[a], m.Cross[a], m.Totals[a], m.Totals[b])
}

// own returns n·Σx² - (Σx)² of item i over those who answered j too.
func (m *Sums) own(i, j int) *big.Int {
	a := i*m.Items + j
	return difference(m.N[a], m.Squares[a], m.Totals[a], m.Totals[a])
}

// difference returns a·b - c·d.
func difference(a, b, c, d int64) *big.Int {
	first := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	return first.Sub(first, new(big.Int).Mul(big.NewInt(c), big.NewInt(d)))
}

func float(v *big.Int) float64 {
	out, _ := new(big.Float).SetInt(v).Float64()
	return out
}

// covariance returns that of a pair, with the divisor n - 1.
func (m *Sums) covariance(i, j int) float64 {
	n := float64(m.N[i*m.Items+j])
	return float(m.spread(i, j)) / (n * (n - 1))
}

func (m *Sums) counts() []int64 {
	out := make([]int64, m.Items)
	for i := range out {
		out[i] = m.N[i*m.Items+i]
	}
	return out
}

func (m *Sums) effective() []float64 {
	out := make([]float64, m.Items)
	for i, n := range m.counts() {
		out[i] = float64(n)
	}
	return out
}

func (m *Sums) constants() []bool {
	out := make([]bool, m.Items)
	for i := range out {
		out[i] = m.spread(i, i).Sign() == 0
	}
	return out
}

func (m *Sums) deviations() []float64 {
	out := make([]float64, m.Items)
	for i := range out {
		out[i] = math.Sqrt(m.covariance(i, i))
	}
	return out
}
