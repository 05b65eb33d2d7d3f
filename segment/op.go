package segment

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Op is what a [Condition] asks. The zero value is unset.
type Op uint8

// The operators. All of no conditions holds, Any of none does not.
const (
	All          Op = iota + 1 // all of the conditions in Of hold
	Any                        // at least one of them holds
	Not                        // the one condition in Of does not hold
	Equal                      // the value is Value
	NotEqual                   // there is a value, and it is not Value
	Less                       // below Value; of ordinals, of lower rank
	LessEqual                  // not above Value
	Greater                    // above Value
	GreaterEqual               // not below Value
	Between                    // from From to To; Ends says which ends belong to it
	In                         // the value is one of Values
	Missing                    // there is no value
	SameStay                   // at least one stay satisfies Stays: all its tests on one and the same stay
)

var opNames = enum.Names{"", "all", "any", "not", "=", "!=", "<", "<=", ">", ">=", "between", "in", "missing", "sameStay"}

// ParseOp returns the operator named by text, as [Op.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseOp(text string) (Op, error) { return choice.Parse[Op](opNames, "op", text) }

// String returns the name, "unset" for the zero value.
func (o Op) String() string { return opNames.String(uint8(o)) }

// MarshalText returns the name, empty for the zero value.
func (o Op) MarshalText() ([]byte, error) { return choice.Marshal(opNames, "op", o) }

// UnmarshalText reads a name; the empty text is the zero value.
func (o *Op) UnmarshalText(text []byte) error { return choice.Unmarshal(opNames, "op", text, o) }

// joins reports whether the operator is over conditions.
func (o Op) joins() bool { return o >= All && o <= Not }

// orders reports whether the operator needs values in order.
func (o Op) orders() bool { return o >= Less && o <= Between }

// Ends says which ends a range holds. The zero value is unset, which a range refuses.
type Ends uint8

// The four kinds of range.
const (
	Closed    Ends = iota + 1 // [a, b]
	ClosedLow                 // [a, b): b is outside
	ClosedTop                 // (a, b]: a is outside
	OpenEnds                  // (a, b): both are outside
)

var endsNames = enum.Names{"", "[]", "[)", "(]", "()"}

// ParseEnds returns the ends named by text: [], [), (] or ().
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseEnds(text string) (Ends, error) { return choice.Parse[Ends](endsNames, "ends", text) }

// String returns the brackets, "unset" for the zero value.
func (e Ends) String() string { return endsNames.String(uint8(e)) }

// MarshalText returns the brackets, empty for the zero value.
func (e Ends) MarshalText() ([]byte, error) { return choice.Marshal(endsNames, "ends", e) }

// UnmarshalText reads the brackets; the empty text is the zero value.
func (e *Ends) UnmarshalText(text []byte) error { return choice.Unmarshal(endsNames, "ends", text, e) }

func (e Ends) lowOpen() bool { return e == ClosedTop || e == OpenEnds }
func (e Ends) topOpen() bool { return e == ClosedLow || e == OpenEnds }

// Take is what is made of the stays that a [Stays] selects. The zero value is unset.
type Take uint8

// What can be made of stays.
const (
	CountStays Take = iota + 1 // how many there are
	SumOf                      // the sum of a numeric or money attribute, 0 without stays
	LeastOf                    // the least value of an attribute with order, missing without stays
	MostOf                     // the greatest
)

var takeNames = enum.Names{"", "count", "sum", "min", "max"}

// ParseTake returns what text names, as [Take.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseTake(text string) (Take, error) { return choice.Parse[Take](takeNames, "take", text) }

// String returns the name, "unset" for the zero value.
func (t Take) String() string { return takeNames.String(uint8(t)) }

// MarshalText returns the name, empty for the zero value.
func (t Take) MarshalText() ([]byte, error) { return choice.Marshal(takeNames, "take", t) }

// UnmarshalText reads a name; the empty text is the zero value.
func (t *Take) UnmarshalText(text []byte) error { return choice.Unmarshal(takeNames, "take", text, t) }
