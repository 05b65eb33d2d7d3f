package lifecycle

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Stage is how far a guest's relation with the hotel has come. The zero value is unset.
type Stage uint8

// The stages. [Rules] says where each begins and ends.
const (
	Prospect Stage = iota + 1 // known, but has not stayed
	NewGuest                  // one visit
	Growing                   // two visits or more, not yet loyal
	Loyal                     // as many visits as the rule asks for
	AtRisk                    // away for longer than the guest's rhythm lets expect
	Lapsed                    // away for so long that the guest counts as lost
	WonBack                   // had lapsed, and has come again
)

var (
	stageNames      = enum.Names{"", "prospect", "new", "growing", "loyal", "at-risk", "lapsed", "won-back"}
	lifeStageLabels = enum.Names{"", "Prospect", "New", "Growing", "Loyal", "At risk", "Lapsed", "Won back"}
	lifeStageZH     = enum.Names{"", "潜在客户", "新客户", "成长客户", "忠诚客户", "流失预警客户", "流失客户", "赢回客户"}
)

// Stages returns all stages in their order.
func Stages() []Stage {
	return []Stage{Prospect, NewGuest, Growing, Loyal, AtRisk, Lapsed, WonBack}
}

// Label returns the English label, empty for a value that is no stage.
func (s Stage) Label() string {
	text, _ := lifeStageLabels.Text(uint8(s))
	return text
}

// LabelZH returns the Chinese label, empty for a value that is no stage.
func (s Stage) LabelZH() string {
	text, _ := lifeStageZH.Text(uint8(s))
	return text
}

// String returns the name, "unset" for the zero value.
func (s Stage) String() string { return stageNames.String(uint8(s)) }

// ParseStage returns the stage named by text, as [Stage.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseStage(text string) (Stage, error) {
	return choice.Parse[Stage](stageNames, "stage", text)
}

// MarshalText returns the name, empty for the zero value.
func (s Stage) MarshalText() ([]byte, error) {
	return choice.Marshal(stageNames, "stage", s)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (s *Stage) UnmarshalText(text []byte) error {
	return choice.Unmarshal(stageNames, "stage", text, s)
}
