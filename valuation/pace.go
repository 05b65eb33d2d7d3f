package valuation

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// PaceRule says how the expected number of stays is found. Unset means OverRelation.
type PaceRule uint8

// The rules.
const (
	// OverRelation: the guest's visits over the days from the first arrival to the analysis date, at least
	// Pace.LeastDays. It needs the first arrival; where the source does not know it, the current value is unknown.
	OverRelation PaceRule = iota + 1
	// OverWindow: the guest's visits over the days of the summaries' window, which needs a first date; an open end is
	// the analysis date.
	OverWindow
	// Given: Pace.Stays for every guest.
	Given
)

var paceRuleNames = enum.Names{"", "over-relation", "over-window", "given"}

// String returns the name, "unset" for the zero value.
func (r PaceRule) String() string { return paceRuleNames.String(uint8(r)) }

// ParsePaceRule returns the rule named by text, as [PaceRule.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParsePaceRule(text string) (PaceRule, error) {
	return choice.Parse[PaceRule](paceRuleNames, "pace rule", text)
}

// MarshalText returns the name, empty for the zero value.
func (r PaceRule) MarshalText() ([]byte, error) { return choice.Marshal(paceRuleNames, "pace rule", r) }

// UnmarshalText reads a name; the empty text is the zero value.
func (r *PaceRule) UnmarshalText(text []byte) error {
	return choice.Unmarshal(paceRuleNames, "pace rule", text, r)
}

// Pace says how many stays to expect of a guest in a period. The zero Pace is the rule OverRelation with at least 365
// days.
type Pace struct {
	Rule PaceRule `json:"rule"`

	// LeastDays is the shortest relation that OverRelation reckons with, so that a guest who came yesterday for the
	// first time is not taken to come every day. 0: 365.
	LeastDays int `json:"leastDays,omitempty"`

	Stays decimal.Decimal `json:"stays,omitzero"` // of the rule Given: 0 or more stays in each period of Per
	Per   Period          `json:"per,omitempty"`  // of the rule Given
}

const (
	daysPerYear      = 365
	defaultLeastDays = daysPerYear
	maxLeastDays     = 100 * daysPerYear
)

// resolved returns the pace with its defaults written out.
func (p Pace) resolved() (Pace, error) {
	if p.Rule == 0 {
		p.Rule = OverRelation
	}
	if p.Rule > Given {
		return p, refuse.Param("Pace.Rule", p.Rule.String(), paceRuleNames.Allowed())
	}
	if p.Rule == OverRelation && p.LeastDays == 0 {
		p.LeastDays = defaultLeastDays
	}
	if p.LeastDays < 0 || p.LeastDays > maxLeastDays {
		return p, refuse.Param("Pace.LeastDays", fmt.Sprint(p.LeastDays), fmt.Sprintf("1 to %d, 0 for %d", maxLeastDays, defaultLeastDays))
	}
	if p.Rule != Given {
		return p, nil
	}
	if err := checkDecimal("Pace.Stays", p.Stays); err != nil {
		return p, err
	}
	if p.Stays.IsNegative() {
		return p, refuse.Param("Pace.Stays", p.Stays.String(), "0 or more")
	}
	return p, p.Per.check("Pace.Per")
}

// windowDays returns the number of days of the summaries' window, both ends included.
func windowDays(s *hotelcrm.Summaries) (int64, error) {
	window := s.Window()
	to := window.To
	if to == 0 || to > s.AsOf() {
		to = s.AsOf()
	}
	if window.From == 0 || window.From > to {
		return 0, refuse.Param("Pace.Rule", OverWindow.String(), "another rule, as the window of the summaries is "+window.String())
	}
	return int64(to.DaysSince(window.From)) + 1, nil
}
