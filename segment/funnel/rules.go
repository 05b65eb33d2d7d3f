package funnel

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// FunnelStage is one stage on the way from a stranger to a loyal guest.
type Stage struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	LabelZH string `json:"labelZh"`
}

// Funnel is a list of stages and the rules by which guests are counted on their way.
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

// FunnelEntry is one guest in one stage on one day.
type Entry struct {
	Guest string        `json:"guest"`
	Stage string        `json:"stage,omitempty"` // empty if lost
	On    hotelcrm.Date `json:"on"`
	Lost  bool          `json:"lost,omitempty"` // the guest said no
}

// RelationshipFunnel returns the five stages of the hotel literature: awareness, interest, decision, purchase, loyalty.
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
func (f Rules) Validate() error {
	if len(f.Stages) < 2 || len(f.Stages) > maxStages {
		return &hotelcrm.ParamError{Param: "Funnel.Stages", Value: fmt.Sprintf("%d stages", len(f.Stages)), Allowed: fmt.Sprintf("2 to %d", maxStages)}
	}
	seen := make(map[string]bool, len(f.Stages))
	for i, stage := range f.Stages {
		if stage.ID == "" || seen[stage.ID] {
			return &hotelcrm.ParamError{Param: fmt.Sprintf("Funnel.Stages[%d].ID", i), Value: stage.ID, Allowed: "not empty, no two alike"}
		}
		seen[stage.ID] = true
	}
	switch {
	case f.Path > SkipStages:
		return &hotelcrm.ParamError{Param: "Funnel.Path", Value: fmt.Sprint(uint8(f.Path)), Allowed: pathNames.Allowed()}
	case f.Reentry > EveryPass:
		return &hotelcrm.ParamError{Param: "Funnel.Reentry", Value: fmt.Sprint(uint8(f.Reentry)), Allowed: reentryNames.Allowed()}
	case f.Window < 0 || f.Window > maxWindow:
		return &hotelcrm.ParamError{Param: "Funnel.Window", Value: fmt.Sprint(f.Window), Allowed: fmt.Sprintf("0 to %d", maxWindow)}
	}
	return nil
}

// Count returns how guests went through the funnel, as it stands on a day.
//
// Entries of one guest and one day count in the order of the stages, a loss last. Entries after asOf are left out and
// counted.
//
// Input: entries in any order.
// Errors: a [*hotelcrm.ParamError] for the funnel or an asOf that is no day before 9999-12-31; a [*hotelcrm.RowError] for each of the
// first ten entries without a guest or a day, or with a stage that is none.
// Cost: O(n log n).
func (f Rules) Count(entries []Entry, asOf hotelcrm.Date) (*Counts, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if asOf < hotelcrm.MinDate || asOf >= hotelcrm.MaxDate {
		return nil, &hotelcrm.ParamError{Param: "asOf", Value: asOf.String(), Allowed: "a day of the calendar before 9999-12-31"}
	}
	steps, err := f.steps(entries)
	if err != nil {
		return nil, err
	}
	f.Path, f.Reentry = max(f.Path, EveryStage), max(f.Reentry, OncePerGuest)
	out := emptyCounts(f, asOf)
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
