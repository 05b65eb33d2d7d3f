package main

import (
	"maps"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
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

	bin int // in the order of rising values; -1 if no score goes with it
}

// guestScores returns the three scores of guest i with their thresholds.
func (a *analysis) guestScores(i int) []guestScoreOn {
	t, s, score := a.scores.Thresholds(), a.summaries, a.scores.At(i)
	out := []guestScoreOn{
		scoreOn("recency", t.Recency, int(score.R), strconv.Itoa(s.AsOf().DaysSince(s.Last()[i]))),
		scoreOn("frequency", t.Frequency, int(score.F), strconv.Itoa(int(s.Visits()[i]))),
		scoreOn("monetary", t.Monetary, int(score.M), money(s.Revenue().At(i), a.places)),
	}
	for k, axis := range []rfm.Axis{t.Recency, t.Frequency, t.Monetary} {
		if bin := out[k].bin; bin > 0 {
			out[k].From = axis.Cuts[bin-1].String()
		}
		if bin := out[k].bin; bin >= 0 && bin < len(axis.Cuts) {
			out[k].To = axis.Cuts[bin].String()
		}
	}
	if r := out[0]; r.To != "" && t.Recency.Method != rfm.NTile { // there a tie is divided by guest id
		_, high := wholeBounds(t.Recency, r.bin, 0)
		out[0].FallsOn = new(s.Last()[i].AddDays(int(high) + 1))
	}
	return out
}

func scoreOn(name string, axis rfm.Axis, score int, value string) guestScoreOn {
	return guestScoreOn{Axis: name, Value: value, Score: score, Best: axis.Bins, CutUp: axis.CutsGoUp, bin: slices.Index(axis.Scores, score)}
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
	reasons, err := a.reasons(scorePlan(set), i)
	if err != nil || reasons[0].Why == nil {
		return out, err
	}
	out.Why = reasons[0].Why
	segmenter, err := rfm.NewSegmenter(set)
	if err != nil {
		return nil, err
	}
	score := a.scores.At(i)
	for _, c := range out.Why.Changes {
		to, _ := strconv.ParseUint(c.To, 10, 8) // a score
		*map[string]*uint8{"rfm_r": &score.R, "rfm_f": &score.F, "rfm_m": &score.M}[c.Attr] = uint8(to)
	}
	if other, ok := segmenter.Segment(score); ok && other.ID != out.ID {
		out.Becomes = &other
	}
	return out, nil
}

// scorePlan is a set of segments as a plan over the scores, so that a guest's segment can be explained by them.
func scorePlan(set rfm.Set) segment.Plan {
	p := segment.RFMSegments(set)
	p.Classes = p.Classes[:len(set.Segments)]
	for k, one := range set.Segments {
		var parts []segment.Condition
		for n, r := range []rfm.Range{one.R, one.F, one.M} {
			if r == (rfm.Range{}) || r == (rfm.Range{Low: 1, High: set.Bins[n]}) {
				continue // any score
			}
			parts = append(parts, scoreWithin([]string{"rfm_r", "rfm_f", "rfm_m"}[n], r, set.Bins[n]))
		}
		p.Classes[k].When = segment.AllOf(parts...)
	}
	if set.Rest != nil {
		p.Else = &segment.Class{ID: set.Rest.ID, Label: set.Rest.Label, LabelZH: set.Rest.LabelZH, Action: set.Rest.Action}
	}
	return p
}

func scoreWithin(attr string, r rfm.Range, bins int) segment.Condition {
	switch {
	case r.Low == r.High:
		return segment.Is(attr, segment.Equal, strconv.Itoa(r.Low))
	case r.High == bins:
		return segment.Is(attr, segment.GreaterEqual, strconv.Itoa(r.Low))
	case r.Low == 1:
		return segment.Is(attr, segment.LessEqual, strconv.Itoa(r.High))
	}
	return segment.IsBetween(attr, strconv.Itoa(r.Low), strconv.Itoa(r.High), segment.Closed)
}

// stageOnArrival returns in which stage of life guest i is at the desk: after one more arrival on the analysis date, unless the
// guest is in the house.
func (a *analysis) stageOnArrival(i int) (lifecycle.Stage, error) {
	v, asOf := a.in.visits, a.summaries.AsOf()
	if v == nil {
		return 0, nil
	}
	from, to := v.offsets[i], v.offsets[i+1]
	arrivals, departures := slices.Clone(v.arrivals[from:to]), slices.Clone(v.departures[from:to])
	if slices.Max(departures) < asOf {
		arrivals, departures = append(arrivals, asOf), append(departures, asOf)
	}
	now, err := lifecycle.Rules{}.Standing(arrivals, departures, asOf)
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
