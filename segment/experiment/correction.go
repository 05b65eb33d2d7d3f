package experiment

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/holm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Correction says how p-values are corrected where several segments are looked at. Unset means Holm.
type Correction uint8

// The corrections. The first two keep the chance of even one false finding at alpha, the third the expected share of
// false ones among the findings.
const (
	Holm              Correction = iota + 1 // stepwise; never weaker than Bonferroni
	Bonferroni                              // times the number of segments
	BenjaminiHochberg                       // false discovery rate
)

var correctionNames = enum.Names{"", "holm", "bonferroni", "benjamini-hochberg"}

// Correct returns the corrected p-values, in the order given. Whoever accepts all that are at most alpha keeps what the
// correction promises.
//
// Input: values in [0, 1].
// Errors: a [*hotelcrm.ParamError].
// Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979);
// Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, JRSS B 57 (1995).
func (c Correction) Correct(p []float64) ([]float64, error) {
	if c > BenjaminiHochberg {
		return nil, refuse.Param("correction", fmt.Sprint(uint8(c)), correctionNames.Allowed())
	}
	rising := make([]int, len(p))
	for i, value := range p {
		if !(value >= 0 && value <= 1) { // NaN too
			return nil, refuse.Param(fmt.Sprintf("p[%d]", i), fmt.Sprint(value), "0 to 1")
		}
		rising[i] = i
	}
	slices.SortStableFunc(rising, func(i, j int) int { return cmp.Compare(p[i], p[j]) })
	n := len(p)
	out := make([]float64, n)
	switch max(c, Holm) {
	case Bonferroni:
		for i := range p {
			out[i] = min(1, figure.Digits12(p[i]*float64(n)))
		}
	case Holm:
		for i, adjusted := range holm.Adjust(p) {
			out[i] = figure.Digits12(adjusted)
		}
	case BenjaminiHochberg:
		least := 1.0
		for rank := n - 1; rank >= 0; rank-- {
			least = min(least, figure.Digits12(p[rising[rank]]*float64(n)/float64(rank+1)))
			out[rising[rank]] = least
		}
	}
	return out, nil
}

const maxSegments = 65_535

func checkSegments(trials []SegmentTrial) error {
	if len(trials) == 0 || len(trials) > maxSegments {
		return refuse.Param("trials", fmt.Sprintf("%d segments", len(trials)), fmt.Sprintf("1 to %d", maxSegments))
	}
	seen := make(map[string]bool, len(trials))
	for i, trial := range trials {
		if trial.Segment == "" || seen[trial.Segment] {
			return refuse.Param(fmt.Sprintf("trials[%d].Segment", i), trial.Segment, "not empty, no two alike")
		}
		seen[trial.Segment] = true
	}
	return nil
}
