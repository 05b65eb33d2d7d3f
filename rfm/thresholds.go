package rfm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
	"github.com/shopspring/decimal"
)

// Thresholds say which values get which score. They are a plain value: written and read as JSON, kept, shipped and used
// on other guests. [Fit] finds them; explicit ones are written as a literal. Either way [NewScorer] checks them.
type Thresholds struct {
	Version   int             `json:"version"`  // 1
	Currency  string          `json:"currency"` // of the monetary cuts
	AsOf      hotelcrm.Date   `json:"asOf,omitzero"`
	Window    hotelcrm.Window `json:"window,omitzero"`
	Guests    int             `json:"guests"`  // how many they were found from
	Recency   Axis            `json:"recency"` // in days; low is best
	Frequency Axis            `json:"frequency"`
	Monetary  Axis            `json:"monetary"`

	// The zero Axis is one that is not used.
	Length      Axis `json:"length,omitzero"`      // days from the first arrival to the last day in the house
	Periodicity Axis `json:"periodicity,omitzero"` // standard deviation of the days between arrivals; low is best

	FrequencyOf FrequencyOf `json:"frequencyOf,omitempty"` // what Frequency counts; unset: Visits
	MonetaryOf  MonetaryOf  `json:"monetaryOf,omitempty"`  // which revenue Monetary divides; unset: TotalRevenue
}

// Version is the version of the JSON form of [Thresholds] and [Set].
const Version = 1

// Axis is one axis cut into bins.
//
// Bins in the order of rising values are divided by Cuts; Scores has one score for each, so one more than there are
// cuts. Cuts belong to the bin below them, (a, b], unless CutsGoUp says [a, b). Cuts rise strictly: cuts that coincide
// are merged.
type Axis struct {
	Method    Method            `json:"method"`
	Bins      int               `json:"bins"` // as asked for; in effect are len(Scores)
	LowIsBest bool              `json:"lowIsBest,omitempty"`
	CutsGoUp  bool              `json:"cutsGoUp,omitempty"` // a value equal to a cut is in the bin above it
	Cuts      []decimal.Decimal `json:"cuts"`
	Scores    []int             `json:"scores"` // 1 to Bins, rising, or falling if LowIsBest

	// Missing is how many of the guests have no value on the axis: only of length and periodicity. They get the score 1
	// whatever the cuts, which come from the others.
	Missing int `json:"missing,omitempty"`

	// Ties are the guest ids that divide equal values, one per cut: only for the method ntile, where cuts need not rise
	// as long as (cut, tie) does. Guests with the value of a cut and an id up to the tie are in the bin below it; where
	// low is best, guests with an id from the tie on.
	Ties []string `json:"ties,omitempty"`
}

// used reports whether the axis is there: anything but the zero Axis.
func (a *Axis) used() bool {
	return a.Method != 0 || a.Bins != 0 || a.LowIsBest || a.CutsGoUp || a.Missing != 0 || a.Cuts != nil || a.Scores != nil || a.Ties != nil
}

// InEffect returns the number of bins that ties and merged cuts have left.
func (a Axis) InEffect() int { return len(a.Scores) }

// Validate returns a [*hotelcrm.ParamError] that names the axis and field that cannot be,
// [hotelcrm.ErrVersion] for a newer form, else nil.
func (t Thresholds) Validate() error {
	if err := strict.Version("Thresholds.Version", t.Version, Version); err != nil {
		return err
	}
	if _, err := hotelcrm.MinorUnits(t.Currency); err != nil {
		return err
	}
	if _, err := t.FrequencyOf.resolved("Thresholds"); err != nil {
		return err
	}
	if _, err := t.MonetaryOf.resolved("Thresholds"); err != nil {
		return err
	}
	for i, axis := range t.axes() {
		if i >= alwaysUsed && !axis.used() {
			continue
		}
		name := "Thresholds." + axisNames[i]
		if low := axis == &t.Recency || axis == &t.Periodicity; axis.LowIsBest != low {
			return refuse.Param(name+".LowIsBest", fmt.Sprint(axis.LowIsBest), "true for Recency and Periodicity only")
		}
		if err := axis.validate(name); err != nil {
			return err
		}
		most := 0
		if i >= alwaysUsed {
			most = max(0, t.Guests)
		}
		if axis.Missing < 0 || axis.Missing > most {
			return refuse.Param(name+".Missing", fmt.Sprint(axis.Missing), fmt.Sprintf("0 to %d", most))
		}
	}
	return nil
}

var axisNames = [5]string{"Recency", "Frequency", "Monetary", "Length", "Periodicity"}

// alwaysUsed is how many of the axes no thresholds can do without.
const alwaysUsed = 3

// clone returns thresholds that share no slice with t.
func (t Thresholds) clone() Thresholds {
	for _, axis := range t.axes() {
		axis.Cuts, axis.Scores, axis.Ties = slices.Clone(axis.Cuts), slices.Clone(axis.Scores), slices.Clone(axis.Ties)
	}
	return t
}

func (t *Thresholds) axes() [5]*Axis {
	return [5]*Axis{&t.Recency, &t.Frequency, &t.Monetary, &t.Length, &t.Periodicity}
}

func (a *Axis) validate(name string) error {
	switch {
	case a.Method == 0 || a.Method > Explicit:
		return refuse.Param(name+".Method", a.Method.String(), methodNames.Allowed())
	case a.Bins < minBins || a.Bins > maxBins:
		return refuse.Param(name+".Bins", fmt.Sprint(a.Bins), "2 to 10")
	case a.Method == NTile && a.CutsGoUp:
		return refuse.Param(name+".CutsGoUp", "true", "false for ntile")
	case len(a.Scores) != len(a.Cuts)+1 || len(a.Scores) > a.Bins:
		return refuse.Param(name+".Scores", fmt.Sprint(len(a.Scores)), "one more than there are cuts, at most one per bin")
	case (a.Method == NTile) != (len(a.Ties) > 0) && len(a.Cuts) > 0, a.Method == NTile && len(a.Ties) != len(a.Cuts):
		return refuse.Param(name+".Ties", fmt.Sprint(len(a.Ties)), "one per cut for ntile, else none")
	}
	if err := a.validateCuts(name); err != nil {
		return err
	}
	return a.validateScores(name)
}

func (a *Axis) validateCuts(name string) error {
	for i, cut := range a.Cuts {
		if cut.Exponent() < -maxCutPlaces || cut.Exponent() > maxCutPlaces || cut.NumDigits() > 2*maxCutPlaces {
			return refuse.Param(fmt.Sprintf("%s.Cuts[%d]", name, i), "too long", fmt.Sprintf("at most %d decimal places", maxCutPlaces))
		}
		if i > 0 && !a.rises(i) {
			return refuse.Param(fmt.Sprintf("%s.Cuts[%d]", name, i), cut.String(), "more than the cut before it, "+a.Cuts[i-1].String())
		}
	}
	return nil
}

// maxCutPlaces bounds the length of a cut: amounts have up to 30 decimal places, means of them 20 more.
const maxCutPlaces = 60

func (a *Axis) rises(i int) bool {
	c := a.Cuts[i].Cmp(a.Cuts[i-1])
	if c != 0 || a.Method != NTile {
		return c > 0
	}
	ties := strings.Compare(a.Ties[i], a.Ties[i-1])
	return ties > 0 != a.LowIsBest && ties != 0
}

func (a *Axis) validateScores(name string) error {
	for i, score := range a.Scores {
		if score < 1 || score > a.Bins || i > 0 && (score > a.Scores[i-1]) == a.LowIsBest || i > 0 && score == a.Scores[i-1] {
			return refuse.Param(fmt.Sprintf("%s.Scores[%d]", name, i), fmt.Sprint(score), "1 to Bins; rising, falling where low is best")
		}
	}
	return nil
}
