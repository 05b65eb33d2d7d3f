package main

import (
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// guestScoreOn is the guest's score on one axis, and the values that have it.
type guestScoreOn struct {
	Axis  string `json:"axis"`
	Value string `json:"value"` // days, visits or money
	Score int    `json:"score"`
	Best  int    `json:"best"`
	From  string `json:"from,omitempty"` // the cut below the score; empty at the lowest values
	To    string `json:"to,omitempty"`   // the cut above; empty at the highest
	CutUp bool   `json:"cutsGoUp,omitempty"`

	// FallsOn is the first day on which the recency score is lower, if the guest does not come again and the thresholds stay.
	FallsOn *hotelcrm.Date `json:"fallsOn,omitempty"`

	why rfm.AxisReason
}

// guestScores returns the three scores of guest i with their thresholds.
func (a *analysis) guestScores(i int) []guestScoreOn {
	t, why, out := a.scores.Thresholds(), a.scores.Explain(i), []guestScoreOn(nil)
	for k, axis := range []rfm.Axis{t.Recency, t.Frequency, t.Monetary} {
		one := why.Axes[k]
		score := guestScoreOn{Axis: one.Axis, Value: one.Value.String(), Score: one.Score, Best: one.Best, CutUp: axis.CutsGoUp, why: one}
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
	out[2].Value = prose.Money(*why.Axes[2].Value, a.places)
	return out
}

// guestSegment is the guest's segment, and why.
type guestSegment struct {
	rfm.Segment
	Set     string               `json:"set"`
	Why     *segment.Explanation `json:"why"`     // null for the rest, where no condition held
	Becomes *rfm.Segment         `json:"becomes"` // the segment after the smallest change; null if nothing would change it
}

// guestSegment explains the segment of guest i by the scores.
func (a *analysis) guestSegment(i int) (*guestSegment, error) {
	if a.segments == nil {
		return nil, nil
	}
	set := a.segments.Set()
	out := &guestSegment{Segment: a.segments.At(i), Set: set.ID}
	reasons, err := a.reasons(segment.RFMSegmentsByScore(set), i)
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

// stageOnArrival returns in which stage of life guest i is at the desk: after one more arrival on the analysis date, unless the
// guest is in the house.
func (a *analysis) stageOnArrival(i int) (lifecycle.Stage, error) {
	v, asOf := a.in.Visits, a.summaries.AsOf()
	if v == nil {
		return 0, nil
	}
	from, to := v.Offsets[i], v.Offsets[i+1]
	now, err := lifecycle.Rules{}.OnArrival(v.Arrivals[from:to], v.Departures[from:to], asOf)
	return now.Stage, err
}

// guestClasses says why guest i is in each class of the plan.
func (a *analysis) guestClasses(i int) ([]segment.Reason, error) {
	return a.reasons(a.opt.classes.plan, i)
}

// reasons classes guest i alone by a plan.
func (a *analysis) reasons(p segment.Plan, i int) ([]segment.Reason, error) {
	tables, err := a.guestTables(a.classing.abc.of)
	if err != nil {
		return nil, err
	}
	plan := classPlan{}.of(p)
	maps.Copy(plan.asked, a.opt.classes.asked) // which the schema requires
	tables.plan = &plan
	table, err := tables.table(i, i+1)
	if err != nil {
		return nil, err
	}
	classifier, err := segment.NewClassifier(tables.schema, p)
	if err != nil {
		return nil, err
	}
	assigned, err := classifier.Assign(table)
	if err != nil {
		return nil, err
	}
	return assigned.Reasons(0), nil
}
