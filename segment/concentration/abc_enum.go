package concentration

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Class is how much a guest contributes: A most, C least. The zero value is unset.
type Class uint8

// The classes.
const (
	ClassA Class = iota + 1
	ClassB
	ClassC
)

// Boundary says which class owns the guest at whom the cumulated share passes a limit. Unset means ShareBefore.
type Boundary uint8

// The rules.
const (
	// ShareBefore: in class A while the share of those before the guest is below the limit. Who takes it past the limit
	// is still A, and the best guest is always A.
	ShareBefore Boundary = iota + 1
	// ShareAfter: in class A while the share with the guest is at most the limit. Who takes it past the limit is B; one
	// guest who brings more than the limit leaves class A empty.
	ShareAfter
)

// Ties says what becomes of guests with equal amounts. Unset means TiesTogether.
type Ties uint8

// The rules.
const (
	TiesTogether Ties = iota + 1 // equal amounts are one step of the curve and share a class, so that the order given means nothing
	TiesSplit                    // each guest is a step, equal amounts in the order given
)

// ShareOf says what the limits are shares of. Unset means OfAmount.
type ShareOf uint8

// The measures.
const (
	OfAmount ShareOf = iota + 1 // of the sum of all amounts above 0
	OfGuests                    // of the number of guests
)

var (
	classNames    = enum.Names{"", "A", "B", "C"}
	boundaryNames = enum.Names{"", "share-before", "share-after"}
	tiesNames     = enum.Names{"", "together", "split"}
	shareOfNames  = enum.Names{"", "amount", "guests"}
)

// String returns the name, "unset" for the zero value.
func (c Class) String() string { return classNames.String(uint8(c)) }

// ParseClass returns the class named by text, as [Class.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseClass(text string) (Class, error) {
	return choice.Parse[Class](classNames, "class", text)
}

// MarshalText returns the name, empty for the zero value.
func (c Class) MarshalText() ([]byte, error) { return choice.Marshal(classNames, "class", c) }

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Class) UnmarshalText(text []byte) error {
	return choice.Unmarshal(classNames, "class", text, c)
}

// String returns the name, "unset" for the zero value.
func (b Boundary) String() string { return boundaryNames.String(uint8(b)) }

// ParseBoundary returns the rule named by text, as [Boundary.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseBoundary(text string) (Boundary, error) {
	return choice.Parse[Boundary](boundaryNames, "boundary", text)
}

// MarshalText returns the name, empty for the zero value.
func (b Boundary) MarshalText() ([]byte, error) { return choice.Marshal(boundaryNames, "boundary", b) }

// UnmarshalText reads a name; the empty text is the zero value.
func (b *Boundary) UnmarshalText(text []byte) error {
	return choice.Unmarshal(boundaryNames, "boundary", text, b)
}

// String returns the name, "unset" for the zero value.
func (t Ties) String() string { return tiesNames.String(uint8(t)) }

// ParseTies returns the rule named by text, as [Ties.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseTies(text string) (Ties, error) { return choice.Parse[Ties](tiesNames, "ties", text) }

// MarshalText returns the name, empty for the zero value.
func (t Ties) MarshalText() ([]byte, error) { return choice.Marshal(tiesNames, "ties", t) }

// UnmarshalText reads a name; the empty text is the zero value.
func (t *Ties) UnmarshalText(text []byte) error {
	return choice.Unmarshal(tiesNames, "ties", text, t)
}

// String returns the name, "unset" for the zero value.
func (s ShareOf) String() string { return shareOfNames.String(uint8(s)) }

// ParseShareOf returns the measure named by text, as [ShareOf.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseShareOf(text string) (ShareOf, error) {
	return choice.Parse[ShareOf](shareOfNames, "share of", text)
}

// MarshalText returns the name, empty for the zero value.
func (s ShareOf) MarshalText() ([]byte, error) { return choice.Marshal(shareOfNames, "share of", s) }

// UnmarshalText reads a name; the empty text is the zero value.
func (s *ShareOf) UnmarshalText(text []byte) error {
	return choice.Unmarshal(shareOfNames, "share of", text, s)
}
