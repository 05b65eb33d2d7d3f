package funnel

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Path says in which order a guest goes through the stages of a funnel. Unset means EveryStage.
type Path uint8

// The rules.
const (
	// EveryStage: a stage is reached only after the one before it, on the same day or later. Entries that jump ahead are
	// left out and counted. Back in the first stage, a guest begins again; other steps back are left out.
	EveryStage Path = iota + 1
	// SkipStages: who reaches a stage has reached those before it too, as for bookings whose enquiry nobody wrote down. A
	// stage that is skipped has no dwell time. A step back to any stage begins again there.
	SkipStages
)

// Reentry says how guests who begin again are counted. Unset means OncePerGuest.
type Reentry uint8

// The rules.
const (
	OncePerGuest Reentry = iota + 1 // the pass that came furthest, the earliest of those that came equally far
	EveryPass                       // each pass by itself
)

// RateBasis says whom a rate of a funnel is taken of. Unset means OfReached.
type RateBasis uint8

// The bases.
const (
	// OfReached: of all who reached the stage. Those who are still there count as not gone on, so the rate of a young
	// funnel is too low.
	OfReached RateBasis = iota + 1
	// OfSettled: of those who left the stage, onwards or lost. Those who are still there do not count, so the rate of a
	// funnel that notes no losses is too high.
	OfSettled
)

var (
	rateBasisNames = enum.Names{"", "reached", "settled"}
	pathNames      = enum.Names{"", "every-stage", "skip-stages"}
	reentryNames   = enum.Names{"", "once-per-guest", "every-pass"}
)

// String returns the name, "unset" for the zero value.
func (p Path) String() string { return pathNames.String(uint8(p)) }

// ParsePath returns the rule named by text, as [Path.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParsePath(text string) (Path, error) {
	return choice.Parse[Path](pathNames, "path", text)
}

// MarshalText returns the name, empty for the zero value.
func (p Path) MarshalText() ([]byte, error) {
	return choice.Marshal(pathNames, "path", p)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (p *Path) UnmarshalText(text []byte) error {
	return choice.Unmarshal(pathNames, "path", text, p)
}

// String returns the name, "unset" for the zero value.
func (r Reentry) String() string { return reentryNames.String(uint8(r)) }

// ParseReentry returns the rule named by text, as [Reentry.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseReentry(text string) (Reentry, error) {
	return choice.Parse[Reentry](reentryNames, "re-entry", text)
}

// MarshalText returns the name, empty for the zero value.
func (r Reentry) MarshalText() ([]byte, error) {
	return choice.Marshal(reentryNames, "re-entry", r)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (r *Reentry) UnmarshalText(text []byte) error {
	return choice.Unmarshal(reentryNames, "re-entry", text, r)
}

// String returns the name, "unset" for the zero value.
func (b RateBasis) String() string { return rateBasisNames.String(uint8(b)) }

// ParseRateBasis returns the basis named by text, as [RateBasis.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseRateBasis(text string) (RateBasis, error) {
	return choice.Parse[RateBasis](rateBasisNames, "rate basis", text)
}

// MarshalText returns the name, empty for the zero value.
func (b RateBasis) MarshalText() ([]byte, error) {
	return choice.Marshal(rateBasisNames, "rate basis", b)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (b *RateBasis) UnmarshalText(text []byte) error {
	return choice.Unmarshal(rateBasisNames, "rate basis", text, b)
}
