package valuation

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Potential is the score of each guest, in the order of the profiles. It is immutable and safe for concurrent use.
type Potential struct {
	scores  []Score
	unknown []bool // nil where all scores are known
	missing int
}

// ScoreAll returns the scores of many guests.
//
// Input: one profile per guest, in the order of the summaries where they are to be used with current values. Workers
// is how many goroutines may work at once; it never changes a result. 0 means 1.
// Errors: a [*hotelcrm.ParamError] for workers; up to [hotelcrm.MaxRowErrors] [*hotelcrm.RowError] joined in row order,
// rows counted from 1.
// Cost: O(n).
func (s *Scorer) ScoreAll(profiles []Profile, workers int) (*Potential, error) {
	if err := share.Check("workers", workers, refuse.Param); err != nil {
		return nil, err
	}
	var errs []error
	for i := range profiles {
		if err := profiles[i].check(); err != nil && len(errs) < hotelcrm.MaxRowErrors {
			errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: "profile", Err: err})
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	out := &Potential{scores: make([]Score, len(profiles)), unknown: make([]bool, len(profiles))}
	share.Out(len(profiles), workers, func(_, from, to int) {
		for i := from; i < to; i++ {
			score, known := s.score(&profiles[i])
			out.scores[i], out.unknown[i] = score, !known
		}
	})
	for _, unknown := range out.unknown {
		if unknown {
			out.missing++
		}
	}
	return out, nil
}

// NewPotential returns scores that the caller has found otherwise, one per guest.
//
// Input: neither column is changed; both are copied. unknown may be nil where all scores are known.
// Errors: a [*hotelcrm.ParamError] for a score out of range or columns of different lengths.
func NewPotential(scores []Score, unknown []bool) (*Potential, error) {
	if unknown != nil && len(unknown) != len(scores) {
		return nil, refuse.Param("unknown", plural.Of(len(unknown), "row", "rows"), "one for each of "+plural.Of(len(scores), "score", "scores"))
	}
	out := &Potential{scores: append([]Score(nil), scores...), unknown: append([]bool(nil), unknown...)}
	for i, score := range scores {
		if score < 0 || score > maxScore {
			return nil, refuse.Param(fmt.Sprintf("scores[%d]", i), score.String(), "0 to 1000")
		}
		if unknown != nil && unknown[i] {
			out.scores[i] = 0
			out.missing++
		}
	}
	return out, nil
}

// Len returns the number of guests.
func (p *Potential) Len() int { return len(p.scores) }

// Scores returns the scores, 0 where unknown. They must not be changed.
func (p *Potential) Scores() []Score { return p.scores }

// Known reports whether the score of guest i is known.
func (p *Potential) Known(i int) bool { return len(p.unknown) == 0 || !p.unknown[i] }

// Unknown returns how many scores are not known.
func (p *Potential) Unknown() int { return p.missing }
