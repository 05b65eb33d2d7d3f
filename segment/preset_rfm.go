package segment

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm/rfm"
)

// RFMSegmentsByScore returns the plan of a set of RFM segments over the scores rfm_r, rfm_f and rfm_m, see [RFMAttributes]
// and [Builder.Scores], so that a segment is explained by the scores: it gives the segments of [RFMSegments], which tells
// them by their names alone.
//
// The rest of the set is Else, to which guests without scores go as well; a set without a rest has the class unscored for
// them. A range of all scores asks for nothing, and one that begins or ends with them is open there, so that a plan without
// gaps is seen to have none. Scores are taken to lie within the bins of the set.
func RFMSegmentsByScore(set rfm.Set) Plan {
	p := RFMSegments(set)
	p.ID += "_scores"
	if set.Rest != nil {
		rest := p.Classes[len(set.Segments)]
		rest.When = Condition{}
		p.Classes, p.Else = p.Classes[:len(set.Segments)], &rest
	}
	for k, s := range set.Segments {
		p.Classes[k].When = AllOf(scoresWithin(s, set.Bins)...)
	}
	return p
}

// scoresWithin returns the conditions of a segment on the scores, without those that any score meets.
func scoresWithin(s rfm.Segment, bins [3]int) []Condition {
	var out []Condition
	for k, r := range [3]rfm.Range{s.R, s.F, s.M} {
		attr, low, high := [3]string{"rfm_r", "rfm_f", "rfm_m"}[k], strconv.Itoa(r.Low), strconv.Itoa(r.High)
		switch {
		case r == (rfm.Range{}), r.Low == 1 && r.High == bins[k]:
		case r.High == bins[k]:
			out = append(out, Is(attr, GreaterEqual, low))
		case r.Low == 1:
			out = append(out, Is(attr, LessEqual, high))
		case r.Low == r.High:
			out = append(out, Is(attr, Equal, low))
		default:
			out = append(out, IsBetween(attr, low, high, Closed))
		}
	}
	return out
}
