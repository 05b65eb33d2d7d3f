package segment

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Correction says how p-values are corrected where several segments are looked at. Unset means Holm.
type Correction uint8

// The corrections. The first two keep the chance of even one false finding at alpha, the third the expected share of
// false ones among the findings.
const (
	Holm       Correction = iota + 1 // stepwise; never weaker than Bonferroni
	Bonferroni                       // times the number of segments
	Hochberg                         // Benjamini and Hochberg, false discovery rate
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
	if c > Hochberg {
		return nil, &hotelcrm.ParamError{Param: "correction", Value: fmt.Sprint(uint8(c)), Allowed: correctionNames.Allowed()}
	}
	rising := make([]int, len(p))
	for i, value := range p {
		if !(value >= 0 && value <= 1) { // NaN too
			return nil, &hotelcrm.ParamError{Param: fmt.Sprintf("p[%d]", i), Value: fmt.Sprint(value), Allowed: "0 to 1"}
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
		most := 0.0
		for rank, i := range rising {
			most = max(most, min(1, figure.Digits12(p[i]*float64(n-rank))))
			out[i] = most
		}
	case Hochberg:
		least := 1.0
		for rank := n - 1; rank >= 0; rank-- {
			least = min(least, figure.Digits12(p[rising[rank]]*float64(n)/float64(rank+1)))
			out[rising[rank]] = least
		}
	}
	return out, nil
}

// SegmentTrial is one segment of an experiment.
type SegmentTrial struct {
	Segment string `json:"segment"`
	Treated Trial  `json:"treated"`
	Control Trial  `json:"control"`
}

// SegmentUplift is what an action did in one segment, seen beside the others.
type SegmentUplift struct {
	Segment string `json:"segment"`
	Uplift
	CorrectedP   float64            `json:"correctedP"`
	Holds        bool               `json:"holds"`        // CorrectedP <= 1 - level
	Simultaneous valuation.Interval `json:"simultaneous"` // Newcombe's at 1 - (1-level)/segments: all of them hold together with the level
}

// UpliftBySegment returns the uplift of each segment, with p-values corrected for the number of segments: of twenty
// segments on which an action did nothing, one shows an effect at the level of 0.95.
//
// Errors: a [*hotelcrm.ParamError] as [UpliftOf], with the segment's number; also for segments without a name, used
// twice, or none.
func UpliftBySegment(trials []SegmentTrial, level float64, correction Correction) ([]SegmentUplift, error) {
	if err := checkSegments(trials); err != nil {
		return nil, err
	}
	out, p := make([]SegmentUplift, len(trials)), make([]float64, len(trials))
	for i, trial := range trials {
		uplift, err := UpliftOf(trial.Treated, trial.Control, level)
		if err != nil {
			return nil, inSegment(i, err)
		}
		wide, err := UpliftOf(trial.Treated, trial.Control, 1-(1-level)/float64(len(trials)))
		if err != nil {
			return nil, inSegment(i, err)
		}
		out[i], p[i] = SegmentUplift{Segment: trial.Segment, Uplift: uplift, Simultaneous: wide.Newcombe}, uplift.P
	}
	corrected, err := correction.Correct(p)
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].CorrectedP = corrected[i]
		out[i].Holds = corrected[i] <= figure.Digits12(1-level)
	}
	return out, nil
}

const maxSegments = 65_535

func checkSegments(trials []SegmentTrial) error {
	if len(trials) == 0 || len(trials) > maxSegments {
		return &hotelcrm.ParamError{Param: "trials", Value: fmt.Sprintf("%d segments", len(trials)), Allowed: fmt.Sprintf("1 to %d", maxSegments)}
	}
	seen := make(map[string]bool, len(trials))
	for i, trial := range trials {
		if trial.Segment == "" || seen[trial.Segment] {
			return &hotelcrm.ParamError{Param: fmt.Sprintf("trials[%d].Segment", i), Value: trial.Segment, Allowed: "not empty, no two alike"}
		}
		seen[trial.Segment] = true
	}
	return nil
}

// inSegment names the segment in an error of one uplift.
func inSegment(i int, err error) error {
	if param, ok := err.(*hotelcrm.ParamError); ok && param.Param != "level" {
		param.Param = fmt.Sprintf("trials[%d].%s", i, param.Param)
	}
	return err
}
