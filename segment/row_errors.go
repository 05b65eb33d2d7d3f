package segment

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// maxRowErrors is how many bad rows of one input are reported.
const maxRowErrors = 10

// rowErrors collects what is wrong with the rows of one input.
type rowErrors []error

// add notes an error at a row, counted from 1, and reports whether there is room for another.
func (e *rowErrors) add(row int, field string, value any, allowed string) bool {
	*e = append(*e, &hotelcrm.RowError{Row: row, Field: field, Value: fmt.Sprint(value), Err: errors.New("want " + allowed)})
	return len(*e) < maxRowErrors
}

func (e *rowErrors) join() error { return errors.Join(*e...) }
