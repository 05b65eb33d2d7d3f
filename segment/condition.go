package segment

import (
	"github.com/hotelcrm/hotelcrm"
)

// Condition is a test on one guest: a plain value, JSON both ways, checked by [Compile].
//
// All, Any and Not join the conditions of Of. Every other operator asks for one value of the guest: that of the attribute
// Attr, or what Stays makes of the guest's stays.
//
// Values are written as text and read by the kind of the attribute: numbers and amounts as decimal literals, dates as
// 2006-01-02, levels by their id. A level that the schema does not have is refused, save of an open nominal, where nobody
// may have it. Levels of an ordinal compare by rank; nominals have no order, and take Equal, NotEqual, In and Missing
// alone. Amounts are compared exactly: a literal with more decimal places than the currency is
// never rounded, so an amount in cents is below 99.999 if it is at most 99.99, and never equal to it.
//
// # Missing values
//
// Logic has two values. Whoever has no value is asked in vain: every comparison, range and membership is then false,
// NotEqual too. Not of it is therefore true: not(nights >= 5) holds for guests whose nights are not known, nights < 5 does
// not. Missing asks for it.
type Condition struct {
	Op Op `json:"op"`

	Of []Condition `json:"of,omitempty"` // of All, Any, Not

	Attr  string `json:"attr,omitempty"`
	Stays *Stays `json:"stays,omitempty"` // in place of Attr

	Value  string   `json:"value,omitempty"`  // of the comparisons
	From   string   `json:"from,omitempty"`   // of Between
	To     string   `json:"to,omitempty"`     // of Between
	Ends   Ends     `json:"ends,omitempty"`   // of Between, must be stated
	Values []string `json:"values,omitempty"` // of In
}

// Stays makes one value of a guest's stays: of those that arrive in the window and satisfy Where, all tests of Where on
// one and the same stay. Without a window all stays of the table count, also those that arrive after its date.
//
// Stays without the attribute Of are passed over. The value is compared like one of that attribute, a count like a number.
type Stays struct {
	Take  Take       `json:"take,omitempty"`  // unset for SameStay
	Of    string     `json:"of,omitempty"`    // the attribute of stays; none for CountStays
	Where *Condition `json:"where,omitempty"` // on attributes of stays; nil: every stay

	// At most one window, on the date attribute of stays named arrival, which the schema must have; a stay without an
	// arrival is in none.
	LastDays   int           `json:"lastDays,omitempty"`   // arrivals after asOf less so many days, up to asOf
	LastMonths int           `json:"lastMonths,omitempty"` // arrivals after asOf less so many months (31 May less 3: 28 February), up to asOf
	From       hotelcrm.Date `json:"from,omitzero"`        // the first day of a fixed window, zero: open
	To         hotelcrm.Date `json:"to,omitzero"`          // the last day, zero: open
}
