package experiment

import "github.com/hotelcrm/hotelcrm/internal/choice"

// String returns the name, "unset" for the zero value.
func (a Arm) String() string { return armNames.String(uint8(a)) }

// ParseArm returns the arm named by text, as [Arm.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseArm(text string) (Arm, error) {
	return choice.Parse[Arm](armNames, "arm", text)
}

// MarshalText returns the name, empty for the zero value.
func (a Arm) MarshalText() ([]byte, error) {
	return choice.Marshal(armNames, "arm", a)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (a *Arm) UnmarshalText(text []byte) error {
	return choice.Unmarshal(armNames, "arm", text, a)
}
