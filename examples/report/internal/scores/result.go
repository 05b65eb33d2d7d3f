package scores

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// Result is the scores of all guests, and their segments.
type Result struct {
	Plan     Plan
	Each     *rfm.Scores
	Segments *rfm.Segmentation // nil: scores only
	Grid     []rfm.Cell        // by recency and frequency
	Groups   []rfm.Total       // of the segments
}

// New gives each guest scores and, where the plan has segments, one of them.
func New(p Plan, order *intake.Order, s *hotelcrm.Summaries) (*Result, error) {
	out := &Result{Plan: p}
	var err error
	if out.Each, err = p.Score(order, s); err != nil {
		return nil, err
	}
	out.Grid = out.Each.Grid()
	if p.Set == nil {
		return out, nil
	}
	if out.Segments, err = out.Each.Segments(*p.Set); err != nil {
		return nil, err
	}
	out.Groups = out.Segments.Totals()
	return out, nil
}
