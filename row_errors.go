package hotelcrm

import "errors"

// MaxRowErrors is how many wrong rows of one input are reported, the first in row order, where a setup does not say how
// many.
const MaxRowErrors = 20

// rowErrors collects what is wrong with the rows of a batch, up to a limit.
type rowErrors struct {
	limit int
	list  []error
}

// add notes an error at a row, counted from 1, and reports whether there is room for another.
func (e *rowErrors) add(row int, err *RowError) bool {
	err.Row = row
	return e.addOther(err)
}

func (e *rowErrors) addOther(err error) bool {
	e.list = append(e.list, err)
	return len(e.list) < e.limit
}

// join returns all errors in row order, nil if there are none.
func (e *rowErrors) join() error { return errors.Join(e.list...) }
