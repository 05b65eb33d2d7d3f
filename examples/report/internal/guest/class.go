package guest

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// Score is the guest's score on one axis, and the values that have it.
type Score struct {
	Axis  string `json:"axis"`
	Value string `json:"value"` // days, visits or money
	Score int    `json:"score"`
	Best  int    `json:"best"`
	From  string `json:"from,omitempty"` // the cut below the score; empty at the lowest values
	To    string `json:"to,omitempty"`   // the cut above; empty at the highest
	CutUp bool   `json:"cutsGoUp,omitempty"`

	// FallsOn is the first day on which the recency score is lower, if the guest does not come again and the thresholds
	// stay.
	FallsOn *hotelcrm.Date `json:"fallsOn,omitempty"`

	Why rfm.AxisReason `json:"-"`
}

// scores returns the three scores of guest i with their thresholds.
func (r *reader) scores(i int) []Score {
	t, why, out := r.Scores.Each.Thresholds(), r.Scores.Each.Explain(i), []Score(nil)
	for k, axis := range []rfm.Axis{t.Recency, t.Frequency, t.Monetary} {
		one := why.Axes[k]
		score := Score{Axis: one.Axis, Value: one.Value.String(), Score: one.Score, Best: one.Best, CutUp: axis.CutsGoUp, Why: one}
		if one.Bin > 0 {
			score.From = axis.Cuts[one.Bin-1].String()
		}
		if one.Bin < len(axis.Cuts) {
			score.To = axis.Cuts[one.Bin].String()
		}
		out = append(out, score)
	}
	if why.FallsOn != 0 {
		out[0].FallsOn = &why.FallsOn
	}
	out[2].Value = prose.Money(*why.Axes[2].Value, r.Places)
	return out
}

// Segment is the guest's segment, and why.
type Segment struct {
	rfm.Segment
	Set     string               `json:"set"`
	Why     *segment.Explanation `json:"why"`     // null for the rest, where no condition held
	Becomes *rfm.Segment         `json:"becomes"` // the segment after the smallest change; null if nothing would change it
}

// segment explains the segment of guest i by the scores.
func (r *reader) segment(i int) (*Segment, error) {
	if r.Scores.Segments == nil {
		return nil, nil
	}
	set := r.Scores.Segments.Set()
	out := &Segment{Segment: r.Scores.Segments.At(i), Set: set.ID}
	reasons, err := r.Classes.Reasons(segment.RFMSegmentsByScore(set), i)
	if err != nil || reasons[0].Why == nil {
		return out, err
	}
	out.Why = reasons[0].Why
	for _, other := range set.All() {
		if slices.Contains(reasons[0].Then, other.ID) {
			out.Becomes = &other
		}
	}
	return out, nil
}

// stageOnArrival returns in which stage of life guest i is at the desk: after one more arrival on the analysis date,
// unless the guest is in the house.
func (r *reader) stageOnArrival(i int) (lifecycle.Stage, error) {
	v, asOf := r.Data.Visits, r.Summaries.AsOf()
	if v == nil {
		return 0, nil
	}
	from, to := v.Offsets[i], v.Offsets[i+1]
	now, err := lifecycle.Rules{}.OnArrival(v.Arrivals[from:to], v.Departures[from:to], asOf)
	return now.Stage, err
}

// classes says why guest i is in each class of the plan.
func (r *reader) classes(i int) ([]segment.Reason, error) {
	return r.Classes.Reasons(r.Classes.By.Plan, i)
}
