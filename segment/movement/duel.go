package movement

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Duel counts on how many guests whose true class is known two plans were right. The guests must be others than those
// that the plans were made on.
type Duel struct {
	Both    int `json:"both"`    // both right
	OldOnly int `json:"oldOnly"` // only the old plan right
	NewOnly int `json:"newOnly"` // only the new plan right
	Neither int `json:"neither"`
}

// DuelResult says which of two plans is right more often.
type DuelResult struct {
	Duel
	Of   int     `json:"of"`
	Old  float64 `json:"old"`  // share of right answers
	New  float64 `json:"new"`  // share of right answers
	Gain float64 `json:"gain"` // new - old
	Z    float64 `json:"z"`
	P    float64 `json:"p"` // two-sided: the chance of so great a difference between plans that are equally good
}

// DuelOf returns how often two plans were right.
//
// Input: the true class of each guest and those by the two plans, as numbers of one list of classes. Guests whose true
// class is 0 are left out.
// Errors: a [*hotelcrm.ParamError] for columns of different lengths.
func DuelOf(truth, old, new []uint16) (Duel, error) {
	if len(old) != len(truth) || len(new) != len(truth) {
		value := fmt.Sprintf("%d true, %d old, %d new", len(truth), len(old), len(new))
		return Duel{}, refuse.Param("truth, old, new", value, "columns of one length")
	}
	var d Duel
	for i, class := range truth {
		switch {
		case class == 0:
		case old[i] == class && new[i] == class:
			d.Both++
		case old[i] == class:
			d.OldOnly++
		case new[i] == class:
			d.NewOnly++
		default:
			d.Neither++
		}
	}
	return d, nil
}

// Result returns the shares of right answers and the test of their difference, by the guests on whom the plans differ.
//
//	z = (c - b) / √(b + c),  b only the old right, c only the new
//
// Without such a guest z is 0 and p is 1. With fewer than about ten, p is too small.
//
// Errors: a [*hotelcrm.ParamError] for no guests or a number below 0.
// Source: Q. McNemar, Note on the sampling error of the difference between correlated proportions, Psychometrika 12
// (1947).
func (d Duel) Result() (DuelResult, error) {
	of := d.Both + d.OldOnly + d.NewOnly + d.Neither
	if min(d.Both, d.OldOnly, d.NewOnly, d.Neither) < 0 || of < 1 {
		return DuelResult{}, refuse.Param("Duel", fmt.Sprintf("%+v", d), "0 or more, not all 0")
	}
	all := float64(of)
	out := DuelResult{Duel: d, Of: of, P: 1}
	out.Old, out.New = float64(d.Both+d.OldOnly)/all, float64(d.Both+d.NewOnly)/all
	out.Gain = figure.Digits12(float64(d.NewOnly-d.OldOnly) / all)
	if differ := d.OldOnly + d.NewOnly; differ > 0 {
		out.Z = figure.Digits12(float64(d.NewOnly-d.OldOnly) / math.Sqrt(float64(differ)))
		out.P = figure.TwoSided(out.Z)
	}
	return out, nil
}
