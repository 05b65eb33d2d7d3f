// Package badrows collects what is wrong with the rows of one input, up to [hotelcrm.MaxRowErrors].
package badrows

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// List is what is wrong so far.
type List []error

// Add notes an error at a row, counted from 1, and reports whether there is room for another.
func (l *List) Add(row int, field string, value any, allowed string) bool {
	*l = append(*l, &hotelcrm.RowError{Row: row, Field: field, Value: fmt.Sprint(value), Err: errors.New("want " + allowed)})
	return len(*l) < hotelcrm.MaxRowErrors
}

// Join returns all errors in the order of the rows, nil if there are none.
func (l *List) Join() error { return errors.Join(*l...) }
