package weight

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// StopRule says when a Delphi survey may end. A zero field is not asked for; at least one must be.
type StopRule struct {
	MaxVariation float64 `json:"maxVariation,omitempty"` // coefficient of variation of every item
	MaxRange     float64 `json:"maxRange,omitempty"`     // distance of the quartiles of every item
	MaxShift     float64 `json:"maxShift,omitempty"`     // change of every item's mean since the round before
	MinW         float64 `json:"minW,omitempty"`         // Kendall's W of the round
	MaxP         float64 `json:"maxP,omitempty"`         // its p
}

// Validate returns a [*hotelcrm.ParamError] for a field below 0, W or p above 1, or a rule that asks for nothing, else
// nil.
func (s StopRule) Validate() error {
	asked := false
	for _, f := range []struct {
		name        string
		value, high float64
	}{
		{"MaxVariation", s.MaxVariation, math.MaxFloat64},
		{"MaxRange", s.MaxRange, math.MaxFloat64},
		{"MaxShift", s.MaxShift, math.MaxFloat64},
		{"MinW", s.MinW, 1},
		{"MaxP", s.MaxP, 1},
	} {
		if !(f.value >= 0 && f.value <= f.high) {
			return refuse.Param("StopRule."+f.name, fmt.Sprint(f.value), fmt.Sprintf("0 to %.3g", f.high))
		}
		asked = asked || f.value > 0
	}
	if !asked {
		return refuse.Param("StopRule", "empty", "at least one limit above 0")
	}
	return nil
}

// Stopping says whether a Delphi survey may end, and what is still open if not.
type Stopping struct {
	Stop      bool       `json:"stop"`
	Open      []OpenItem `json:"open,omitempty"`
	Concord   bool       `json:"concord"`   // MinW and MaxP are met, or not asked for
	Unsettled bool       `json:"unsettled"` // MaxShift is asked for and there is no round before
}

// OpenItem is an item on which the judges have not settled.
type OpenItem struct {
	Item      int  `json:"item"`
	Variation bool `json:"variation"` // above MaxVariation
	Range     bool `json:"range"`     // above MaxRange
	Shift     bool `json:"shift"`     // above MaxShift
}

// Stop returns whether the survey may end after this round.
//
// Input: previous is the round before with the same items, nil for none.
// Errors: a [*hotelcrm.ParamError] for a wrong rule or a previous round with other items.
func (r *DelphiRound) Stop(previous *DelphiRound, rule StopRule) (Stopping, error) {
	if err := rule.Validate(); err != nil {
		return Stopping{}, err
	}
	if previous != nil && len(previous.items) != len(r.items) {
		return Stopping{}, refuse.Param("previous", plural.Of(len(previous.items), "item", "items"), fmt.Sprint(len(r.items)))
	}
	var out Stopping
	for i, item := range r.items {
		open := OpenItem{
			Item:      i,
			Variation: exceeds(item.Variation, rule.MaxVariation),
			Range:     exceeds(item.Range(), rule.MaxRange),
			Shift:     previous != nil && exceeds(math.Abs(item.Mean-previous.items[i].Mean), rule.MaxShift),
		}
		if open.Variation || open.Range || open.Shift {
			out.Open = append(out.Open, open)
		}
	}
	out.Concord = r.concord.W >= rule.MinW && (rule.MaxP == 0 || r.concord.Applies && r.concord.P <= rule.MaxP)
	out.Unsettled = rule.MaxShift > 0 && previous == nil
	out.Stop = len(out.Open) == 0 && out.Concord && !out.Unsettled
	return out, nil
}

func exceeds(value, limit float64) bool { return limit > 0 && value > limit }

// Feedback is what a judge is shown about one item before the next round.
type Feedback struct {
	Own     float64 `json:"own"`
	Lower   float64 `json:"lower"` // quartiles of all judges
	Median  float64 `json:"median"`
	Upper   float64 `json:"upper"`
	Outside bool    `json:"outside"` // below Lower or above Upper: reconsider, or give a reason
}

// Feedback returns what to show a judge before the next round, item by item.
//
// Errors: a [*hotelcrm.ParamError] for a judge outside [0, Judges).
func (r *DelphiRound) Feedback(judge int) ([]Feedback, error) {
	if judge < 0 || judge >= len(r.ratings) {
		return nil, refuse.Param("judge", fmt.Sprint(judge), fmt.Sprintf("0 to %d", len(r.ratings)-1))
	}
	out := make([]Feedback, len(r.items))
	for i, item := range r.items {
		own := r.ratings[judge][i]
		out[i] = Feedback{own, item.Lower, item.Median, item.Upper, own < item.Lower || own > item.Upper}
	}
	return out, nil
}
