package hotelcrm

import "github.com/hotelcrm/hotelcrm/internal/enum"

// Status is how far a stay has come. The zero value is unset; a [Register] refuses it, since a status is never guessed.
type Status uint8

// The six neutral statuses. A PMS adapter maps its own onto these; a guest who left with an open account has departed.
const (
	Tentative Status = iota + 1 // asked for, optional, wait-listed
	Booked                      // confirmed, not yet arrived
	InHouse                     // arrived, not yet left
	Departed                    // left
	Cancelled                   // called off before arrival, with or without a charge
	NoShow                      // did not come, with or without a charge
)

var statusNames = enum.Names{"", "tentative", "booked", "in-house", "departed", "cancelled", "no-show"}

// ParseStatus returns the status named by text, as [Status.String] writes it.
//
// Errors: a [*ParamError] that lists the names.
func ParseStatus(text string) (Status, error) { return parseEnum[Status](statusNames, "status", text) }

// String returns the name, "unset" for the zero value.
func (s Status) String() string { return statusNames.String(uint8(s)) }

// MarshalText returns the name, empty for the zero value.
func (s Status) MarshalText() ([]byte, error) { return marshalEnum(statusNames, "status", s) }

// UnmarshalText reads a name; the empty text is the zero value.
func (s *Status) UnmarshalText(text []byte) error {
	return unmarshalEnum(statusNames, "status", text, s)
}

// Role is the part a guest has in a stay. Unset counts as Primary.
type Role uint8

// The roles. Account marks what is no person at all: a group master, a pseudo room, a company account.
const (
	Primary      Role = iota + 1 // the guest whose stay it is
	Sharer                       // shares the room on a reservation of their own
	Accompanying                 // travels along, named on the primary guest's reservation
	Account                      // no person: group master, pseudo room, company account
)

var roleNames = enum.Names{"", "primary", "sharer", "accompanying", "account"}

// ParseRole returns the role named by text, as [Role.String] writes it.
//
// Errors: a [*ParamError] that lists the names.
func ParseRole(text string) (Role, error) { return parseEnum[Role](roleNames, "role", text) }

// String returns the name, "unset" for the zero value.
func (r Role) String() string { return roleNames.String(uint8(r)) }

// MarshalText returns the name, empty for the zero value.
func (r Role) MarshalText() ([]byte, error) { return marshalEnum(roleNames, "role", r) }

// UnmarshalText reads a name; the empty text is the zero value.
func (r *Role) UnmarshalText(text []byte) error { return unmarshalEnum(roleNames, "role", text, r) }

// Use is who bears the cost of a stay. Unset counts as Paid.
type Use uint8

// The uses. Points are nights paid with loyalty points.
const (
	Paid          Use = iota + 1 // by the guest or their company
	Complimentary                // given away by the hotel
	HouseUse                     // by the hotel's own staff
	Points                       // with loyalty points
)

var useNames = enum.Names{"", "paid", "complimentary", "house-use", "points"}

// ParseUse returns the use named by text, as [Use.String] writes it.
//
// Errors: a [*ParamError] that lists the names.
func ParseUse(text string) (Use, error) { return parseEnum[Use](useNames, "use", text) }

// String returns the name, "unset" for the zero value.
func (u Use) String() string { return useNames.String(uint8(u)) }

// MarshalText returns the name, empty for the zero value.
func (u Use) MarshalText() ([]byte, error) { return marshalEnum(useNames, "use", u) }

// UnmarshalText reads a name; the empty text is the zero value.
func (u *Use) UnmarshalText(text []byte) error { return unmarshalEnum(useNames, "use", text, u) }
