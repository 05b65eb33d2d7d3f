package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Verdict says what became of a node between two rounds.
type Verdict uint8

// The verdicts, by the adjusted p-value against 1 less the level.
const (
	Better Verdict = iota + 1
	Worse
	NoChange      // none was shown, which is not the same as no change
	TooFew        // fewer than 2 guests in effect in one of the rounds
	NotComparable // another definition, see [Remade]: no test is made
)

var verdictNames = enum.Names{"", "better", "worse", "no-change-shown", "too-few", "not-comparable"}

// String returns the name, "unset" for the zero value.
func (v Verdict) String() string { return verdictNames.String(uint8(v)) }

// ParseVerdict returns the verdict named by text, as [Verdict.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseVerdict(text string) (Verdict, error) {
	return choice.Parse[Verdict](verdictNames, "verdict", text)
}

// MarshalText returns the name, empty for the zero value.
func (v Verdict) MarshalText() ([]byte, error) {
	return choice.Marshal(verdictNames, "verdict", v)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (v *Verdict) UnmarshalText(text []byte) error {
	return choice.Unmarshal(verdictNames, "verdict", text, v)
}
