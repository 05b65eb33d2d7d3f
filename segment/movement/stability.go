package movement

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// EmptyBins says what the population stability index does with a bin that is empty on one side only, where its term
// would be infinite. A bin that is empty on both sides is dropped under every rule. Unset means RefuseEmpty.
type EmptyBins uint8

// The rules.
const (
	RefuseEmpty EmptyBins = iota + 1 // an error that names the bin
	AddHalf                          // if there is such a bin, half a guest is added to every bin on both sides
	MergeEmpty                       // the bin is put together with the next one, the last with the one before: for bins in an order
)

// Reading is what an index is taken to mean. The zero value is unset.
type Reading uint8

// The readings, by the rule of thumb of credit scoring.
const (
	Stable  Reading = iota + 1 // below 0.10
	Watch                      // 0.10 to 0.25, both included
	Shifted                    // above 0.25
)

var (
	emptyBinsNames = enum.Names{"", "refuse", "add-half", "merge"}
	readingNames   = enum.Names{"", "stable", "watch", "shifted"}
)

// StabilityIndex is a population stability index with the way it was found.
type StabilityIndex struct {
	Index   float64   `json:"index"`
	Reading Reading   `json:"reading"`
	Terms   []float64 `json:"terms"` // of each bin given; 0 for one that was dropped or put together with another
	Empty   EmptyBins `json:"empty"` // the rule
	Filled  []int     `json:"filled,omitempty"`
	Merged  []int     `json:"merged,omitempty"`
	Dropped []int     `json:"dropped,omitempty"`
	Noise   float64   `json:"noise"` // the mean index of two samples of these sizes between which nothing changed
}

// Stability returns the population stability index between two counts over the same bins.
//
//	PSI = Σ (a - e)·ln(a/e),  a and e the shares of the actual and the expected count
//	noise ≈ (bins - 1)·(1/N + 1/M)
//
// With few guests the index is far above 0 even where nothing changed; the noise says how far.
//
// Input: 1 to 100,000 bins, counts 0 to 2^40, at least one guest on each side.
// Result: natural logarithm; to 12 significant digits. Filled, Merged and Dropped list the bins that the rule touched.
// Errors: a [*hotelcrm.ParamError], also for an empty bin under [RefuseEmpty].
// Source: S. Kullback and R. Leibler, On information and sufficiency, Annals of Mathematical Statistics 22 (1951), the
// divergence J; the noise: B. Yurdakul, Statistical properties of population stability index (2018).
func Stability(expected, actual []int64, empty EmptyBins) (StabilityIndex, error) {
	if err := checkStability(expected, actual, empty); err != nil {
		return StabilityIndex{}, err
	}
	out := StabilityIndex{Empty: max(empty, RefuseEmpty), Terms: make([]float64, len(expected))}
	bins, err := out.bins(expected, actual)
	if err != nil {
		return StabilityIndex{}, err
	}
	var allExpected, allActual float64
	for _, bin := range bins {
		allExpected, allActual = allExpected+bin.expected, allActual+bin.actual
	}
	for _, bin := range bins {
		e, a := bin.expected/allExpected, bin.actual/allActual
		term := float64((a - e) * math.Log(a/e))
		out.Terms[bin.number] = figure.Digits12(term)
		out.Index += term
	}
	out.Index = figure.Digits12(out.Index)
	out.Noise = figure.Digits12(float64(len(bins)-1) * (1/allExpected + 1/allActual))
	switch {
	case out.Index < 0.1:
		out.Reading = Stable
	case out.Index <= 0.25:
		out.Reading = Watch
	default:
		out.Reading = Shifted
	}
	return out, nil
}

func checkStability(expected, actual []int64, empty EmptyBins) error {
	if len(expected) < 1 || len(expected) > 100_000 {
		return refuse.Param("expected", fmt.Sprintf("%d bins", len(expected)), "1 to 100000")
	}
	if err := checkCounts("expected", expected, len(expected)); err != nil {
		return err
	}
	if err := checkCounts("actual", actual, len(expected)); err != nil {
		return err
	}
	if empty > MergeEmpty {
		return refuse.Param("empty", fmt.Sprint(uint8(empty)), emptyBinsNames.Allowed())
	}
	if !someAbove0(expected) {
		return refuse.Param("expected", "no guests", "at least one")
	}
	if !someAbove0(actual) {
		return refuse.Param("actual", "no guests", "at least one")
	}
	return nil
}

func someAbove0(counts []int64) bool {
	for _, count := range counts {
		if count > 0 {
			return true
		}
	}
	return false
}

// stabilityBin is a bin whose counts are above 0.
type stabilityBin struct {
	number           int
	expected, actual float64
}

func (b stabilityBin) oneSided() bool { return (b.expected == 0) != (b.actual == 0) }

// bins returns the bins that have a term, and notes what the rule did.
func (s *StabilityIndex) bins(expected, actual []int64) ([]stabilityBin, error) {
	var bins []stabilityBin
	gaps := false
	for i := range expected {
		bin := stabilityBin{i, float64(expected[i]), float64(actual[i])}
		if bin.expected == 0 && bin.actual == 0 {
			s.Dropped = append(s.Dropped, i)
			continue
		}
		if bin.oneSided() && s.Empty == RefuseEmpty {
			return nil, refuse.Param(fmt.Sprintf("bin %d", i), fmt.Sprintf("expected %d, actual %d", expected[i], actual[i]), "guests on both sides, or another rule for empty bins")
		}
		gaps = gaps || bin.oneSided()
		bins = append(bins, bin)
	}
	switch {
	case !gaps:
		return bins, nil
	case s.Empty == AddHalf:
		for i := range bins {
			if bins[i].oneSided() {
				s.Filled = append(s.Filled, bins[i].number)
			}
			bins[i].expected, bins[i].actual = bins[i].expected+0.5, bins[i].actual+0.5
		}
		return bins, nil
	}
	return s.merge(bins), nil
}

// merge puts bins together from the first on until both sides have guests; what is left over at the end joins the last.
func (s *StabilityIndex) merge(bins []stabilityBin) []stabilityBin {
	var out []stabilityBin
	open := false // the last of out is still empty on one side
	for _, bin := range bins {
		if !open {
			out, open = append(out, bin), bin.oneSided()
			continue
		}
		last := &out[len(out)-1]
		s.Merged = append(s.Merged, last.number)
		*last = stabilityBin{bin.number, last.expected + bin.expected, last.actual + bin.actual}
		open = last.oneSided()
	}
	if open && len(out) > 1 {
		rest := out[len(out)-1]
		s.Merged = append(s.Merged, rest.number)
		out = out[:len(out)-1]
		out[len(out)-1].expected += rest.expected
		out[len(out)-1].actual += rest.actual
	}
	return out
}
