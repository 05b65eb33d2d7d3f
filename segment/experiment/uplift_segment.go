package experiment

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/valuation"
)

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

// inSegment names the segment in an error of one uplift.
func inSegment(i int, err error) error {
	if param, ok := err.(*hotelcrm.ParamError); ok && param.Param != "level" {
		param.Param = fmt.Sprintf("trials[%d].%s", i, param.Param)
	}
	return err
}
