package hotelcrm

import "github.com/hotelcrm/hotelcrm/internal/enum"

// Reason is why a stay is not counted. Every stay that a [Register] was given is either counted or left out for
// exactly one reason, see [Counts].
//
// The reasons up to WrongAmount mean wrong data: such a row is a [*RowError] that wraps its Reason, or is counted
// under it where [Policy.Tolerate] says so. MissingGuest stands between: guests are erased for good reasons, so such a
// stay is counted under it and is no error unless [Policy.RefuseMissingGuest] is set.
type Reason uint8

// Wrong data.
const (
	MissingGuest  Reason = iota + 1 // no guest id: anonymised or erased
	MissingDate                     // no arrival or no departure
	ReversedDates                   // departure before arrival
	AbsurdDate                      // before 1950, or later than the intake date by over 10 years
	FutureStay                      // arrived, says the status, but after the intake date
	WrongCurrency                   // not the register's currency
	WrongCode                       // a status that is unset, or a status, role or use that does not exist
	WrongRooms                      // a negative number of rooms, or over 10,000
	WrongCount                      // a number of visits or nights that cannot be
	WrongAmount                     // an amount of 10³⁰ or more, or with over 30 decimal places
)

// Left out by the [Policy], by a later delivery, or by the window.
const (
	WasTentative Reason = iota + 11
	WasBooked
	WasInHouse
	WasCancelled
	WasNoShow
	WasSharer
	WasAccompanying
	WasAccount
	WasComplimentary
	WasHouseUse
	WasPoints
	WasDayUse
	WasRepeat     // the same id and version again
	WasSuperseded // a lower version of the same id
	BeforeWindow  // arrived before the window
	AfterWindow   // arrived after the window or after asOf
)

const reasonCount = int(AfterWindow) + 1

var reasonNames = enum.Names{
	"", "missing-guest", "missing-date", "reversed-dates", "absurd-date", "future-stay", "wrong-currency", "wrong-code",
	"wrong-rooms", "wrong-count", "wrong-amount", "tentative", "booked", "in-house", "cancelled", "no-show", "sharer", "accompanying",
	"account", "complimentary", "house-use", "points", "day-use", "repeat", "superseded", "before-window", "after-window",
}

var reasonTexts = [...]string{
	MissingGuest:  "no guest id",
	MissingDate:   "arrival and departure are both needed",
	ReversedDates: "departure is before arrival",
	AbsurdDate:    "date outside the plausible range",
	FutureStay:    "the guest is said to have arrived, but the date is in the future",
	WrongCurrency: "another currency than the register's",
	WrongCode:     "unset or unknown code",
	WrongRooms:    "number of rooms out of range",
	WrongCount:    "count out of range",
	WrongAmount:   "amount out of range",
}

// ParseReason returns the reason named by text, as [Reason.String] writes it.
//
// Errors: a [*ParamError] that lists the names.
func ParseReason(text string) (Reason, error) { return parseEnum[Reason](reasonNames, "reason", text) }

// String returns the stable code, such as "no-show".
func (r Reason) String() string { return reasonNames.String(uint8(r)) }

// Error returns the reason in words, so that a Reason can be found in an error chain.
func (r Reason) Error() string {
	if r.WrongData() {
		return reasonTexts[r]
	}
	return "left out: " + r.String()
}

// WrongData reports whether r means wrong data rather than a rule.
func (r Reason) WrongData() bool { return r >= MissingGuest && r <= WrongAmount }

// MarshalText returns the stable code.
func (r Reason) MarshalText() ([]byte, error) { return marshalEnum(reasonNames, "reason", r) }

// UnmarshalText reads a stable code.
func (r *Reason) UnmarshalText(text []byte) error {
	return unmarshalEnum(reasonNames, "reason", text, r)
}

// ReasonSet is a set of reasons.
type ReasonSet uint64

// Reasons returns the set of the reasons given. Values that are no reason are left out.
func Reasons(list ...Reason) ReasonSet {
	var s ReasonSet
	for _, r := range list {
		if r >= MissingGuest && r <= AfterWindow {
			s |= 1 << r
		}
	}
	return s
}

// AnyWrongData holds every reason that means wrong data.
const AnyWrongData ReasonSet = 1<<(WrongAmount+1) - 1<<MissingGuest

// Has reports whether r is in the set.
func (s ReasonSet) Has(r Reason) bool { return r <= AfterWindow && s>>r&1 == 1 }

// String returns the codes joined by commas.
func (s ReasonSet) String() string { return reasonNames.SetText(enum.Set(s)) }

// MarshalText returns the codes joined by commas, empty for the empty set. The error is always nil.
func (s ReasonSet) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads codes joined by commas.
//
// Errors: a [*ParamError]; s is then unchanged.
func (s *ReasonSet) UnmarshalText(text []byte) error {
	set, ok := reasonNames.Set(string(text))
	if !ok {
		return refuse("reasons", string(text), "a list of "+reasonNames.Allowed())
	}
	*s = ReasonSet(set)
	return nil
}
