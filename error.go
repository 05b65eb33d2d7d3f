package hotelcrm

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/wire"
)

// ParamError is returned for an argument or a setting outside its allowed range.
//
// An argument is named as the function has it, such as level. A field is named with its type, such as Settings.MinLeaf or
// Rules.Stages[2].ID, a value as a whole by its type alone; where a function takes two of one type, the argument stands
// for the type: after.Convention. What was read from JSON is named by its path there.
type ParamError struct {
	Param   string // the name of the parameter or field
	Value   string // what was given
	Allowed string // the allowed range, in words
}

// Error returns the parameter, its value and the allowed range in one line.
func (e *ParamError) Error() string {
	return fmt.Sprintf("hotelcrm: %s: %q is not allowed; want %s", e.Param, e.Value, e.Allowed)
}

// refuse is what internal/refuse is to the other packages: no package that the root imports can make its errors.
func refuse(param, value, allowed string) error {
	return &ParamError{Param: param, Value: value, Allowed: allowed}
}

// RowError says what is wrong with one row of user data.
//
// Err wraps a [Reason] where the row was refused by a [Register], so that errors.Is(err, hotelcrm.MissingGuest) and
// errors.AsType[hotelcrm.Reason](err) both work. Value is empty for guest ids, which may be personal data.
type RowError struct {
	Row   int    // 1 for the first row; 0 where the caller gave single stays
	Field string // the field of [Stay] or the column of the file
	Value string // what the row holds there
	Err   error  // why it is refused, with the allowed range
}

// Error returns row, field, value and reason in one line.
func (e *RowError) Error() string {
	var b strings.Builder
	b.WriteString("hotelcrm: ")
	if e.Row > 0 {
		fmt.Fprintf(&b, "row %d: ", e.Row)
	}
	fmt.Fprintf(&b, "%s", e.Field)
	if e.Value != "" {
		fmt.Fprintf(&b, " %q", e.Value)
	}
	fmt.Fprintf(&b, ": %v", e.Err)
	return b.String()
}

// Unwrap returns Err.
func (e *RowError) Unwrap() error { return e.Err }

// Errors that concern a whole rather than one row.
var (
	// ErrCorrupt is wrapped when binary data was cut, changed or not written by this library.
	ErrCorrupt = wire.ErrCorrupt
	// ErrVersion is wrapped when data was written by a newer version of this library. A JSON form has its number as
	// version, which a [*ParamError] beside it names.
	ErrVersion = wire.ErrVersion
	// ErrMismatch is wrapped when two registers with different settings are merged.
	ErrMismatch = errors.New("hotelcrm: registers differ in their setup")
)
