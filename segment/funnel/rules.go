package funnel

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Stage is one stage on the way from a stranger to a loyal guest.
type Stage struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	LabelZH string `json:"labelZh"`
}

// Rules are a list of stages and the rules by which guests are counted on their way.
//
// A guest's entries, earliest first, make passes: each begins with an entry that no pass goes on with, and reaches stage
// after stage as [Path] says. An entry in the stage where the guest is already changes nothing. A pass is won in the last
// stage, lost by an entry that says so, lost by the time Window days are over since it began, and open otherwise: nothing
// is known of how it goes on.
type Rules struct {
	Stages  []Stage `json:"stages"` // 2 to 100
	Path    Path    `json:"path,omitempty"`
	Reentry Reentry `json:"reentry,omitempty"`
	Window  int     `json:"window,omitempty"` // days from the beginning of a pass in which steps count, the last one included; 0: no end
}

// Entry is one guest in one stage on one day.
type Entry struct {
	Guest string        `json:"guest"`
	Stage string        `json:"stage,omitempty"` // empty if lost
	On    hotelcrm.Date `json:"on"`
	Lost  bool          `json:"lost,omitempty"` // the guest said no
}

// Relationship returns the five stages of the hotel literature: awareness, interest, decision, purchase, loyalty.
func Relationship() Rules {
	return Rules{Stages: []Stage{
		{"awareness", "Awareness", "意识"},
		{"interest", "Interest", "兴趣"},
		{"decision", "Decision", "决策"},
		{"purchase", "Purchase", "购买"},
		{"loyalty", "Loyalty", "忠诚"},
	}}
}

const (
	maxStages = 100
	maxWindow = 36_500 // days
	maxGuests = 1 << 40
)

// Validate returns a [*hotelcrm.ParamError] for the first thing out of range, else nil.
func (r Rules) Validate() error {
	if len(r.Stages) < 2 || len(r.Stages) > maxStages {
		return refuse.Param("Rules.Stages", plural.Of(len(r.Stages), "stage", "stages"), fmt.Sprintf("2 to %d", maxStages))
	}
	seen := make(map[string]bool, len(r.Stages))
	for i, stage := range r.Stages {
		if stage.ID == "" || seen[stage.ID] {
			return refuse.Param(fmt.Sprintf("Rules.Stages[%d].ID", i), stage.ID, "not empty, no two alike")
		}
		seen[stage.ID] = true
	}
	switch {
	case r.Path > SkipStages:
		return refuse.Param("Rules.Path", fmt.Sprint(uint8(r.Path)), pathNames.Allowed())
	case r.Reentry > EveryPass:
		return refuse.Param("Rules.Reentry", fmt.Sprint(uint8(r.Reentry)), reentryNames.Allowed())
	case r.Window < 0 || r.Window > maxWindow:
		return refuse.Param("Rules.Window", fmt.Sprint(r.Window), fmt.Sprintf("0 to %d", maxWindow))
	}
	return nil
}

// Count returns how guests went through the funnel, as it stands on a day.
//
// Entries of one guest and one day count in the order of the stages, a loss last. Entries after asOf are left out and
// counted.
//
// Input: entries in any order.
// Errors: a [*hotelcrm.ParamError] for the rules or an asOf that is no day before 9999-12-31; a [*hotelcrm.RowError] for
// each of the first [hotelcrm.MaxRowErrors] entries without a guest or a day, or with a stage that is none.
// Cost: O(n log n).
func (r Rules) Count(entries []Entry, asOf hotelcrm.Date) (*Counts, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	if asOf < hotelcrm.MinDate || asOf >= hotelcrm.MaxDate {
		return nil, refuse.Param("asOf", asOf.String(), "a day of the calendar before 9999-12-31")
	}
	steps, err := r.steps(entries)
	if err != nil {
		return nil, err
	}
	r.Path, r.Reentry = max(r.Path, EveryStage), max(r.Reentry, OncePerGuest)
	out := noCounts(r, asOf)
	for from := 0; from < len(steps); {
		to := from
		for to < len(steps) && steps[to].guest == steps[from].guest {
			to++
		}
		out.guest(steps[from:to])
		from = to
	}
	return out, nil
}
