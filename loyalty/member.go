package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Member is one member with all that decides the status. The order of grants and activities does not matter.
//
// A guest and a membership are two things. ID is the guest, by whatever name the caller and the register know the profile;
// Number is the membership, which a stay names in its field Member. Two profiles of one person show the same number.
type Member struct {
	ID         string        `json:"id"`                // of the guest
	Number     string        `json:"number,omitempty"`  // of the membership; empty: not known, and no stay is left out for the number it names
	Enrolled   hotelcrm.Date `json:"enrolled,omitzero"` // zero: the date of the first activity or grant
	Grants     []Grant       `json:"grants,omitempty"`
	Activities []Activity    `json:"activities,omitempty"`
}

// Grant is a status that does not come from activity. One from before the enrolment begins with it.
//
// With an end it lies over the earned status, which goes on beneath it: the better of the two counts. Without an end it
// is a promotion by hand: the level begins on From and lasts, and is judged, as if activity had earned it on that day. A
// grant that names a challenge begins that challenge of the version in force on From.
type Grant struct {
	Tier      string        `json:"tier,omitempty"`
	From      hotelcrm.Date `json:"from"`
	To        hotelcrm.Date `json:"to,omitzero"` // exclusive
	Source    Source        `json:"source"`
	Challenge string        `json:"challenge,omitempty"` // then Tier and To are the challenge's
	Known     hotelcrm.Date `json:"known,omitzero"`      // when it was recorded; zero: on From
	Note      string        `json:"note,omitempty"`
}

// Source is where a status comes from.
type Source uint8

// The sources.
const (
	FromEnrolment Source = iota + 1 // the first tier, which every member has
	FromActivity
	FromLifetime
	FromMatch
	FromChallenge
	FromGift
	FromPurchase
	FromCard
	FromFloor    // a minimum given to all, see [Floor]
	FromOperator // a promotion by hand
)

var sourceNames = enum.Names{"", "enrolment", "activity", "lifetime", "match", "challenge", "gift", "purchase", "card", "floor", "operator"}

// ParseSource returns the source named by text, as [Source.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseSource(text string) (Source, error) {
	return choice.Parse[Source](sourceNames, "source", text)
}

// String returns the name, "unset" for the zero value.
func (s Source) String() string { return sourceNames.String(uint8(s)) }

// MarshalText returns the name, empty for the zero value.
func (s Source) MarshalText() ([]byte, error) { return choice.Marshal(sourceNames, "source", s) }

// UnmarshalText reads a name; the empty text is the zero value.
func (s *Source) UnmarshalText(text []byte) error {
	return choice.Unmarshal(sourceNames, "source", text, s)
}
