package hotelcrm

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Value returns the date as text, 2006-01-02, which every database reads as a date; the zero Date is NULL. It makes a
// Date usable as a query argument.
func (d Date) Value() (driver.Value, error) {
	switch {
	case d == 0:
		return nil, nil
	case !d.valid():
		return nil, refuse("date", fmt.Sprint(int32(d)), dateAllowed)
	}
	return d.String(), nil
}

// Scan reads a column of a database: a time.Time by its own calendar date, text as 2006-01-02, NULL as the zero Date.
//
// Errors: a [*ParamError] for anything else, numbers included, since nothing says what they count; d is then unchanged.
func (d *Date) Scan(source any) error {
	switch v := source.(type) {
	case nil:
		*d = 0
		return nil
	case time.Time:
		*d = DateFromTime(v)
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	}
	return refuse("date", fmt.Sprintf("%T", source), "a time, a text or NULL")
}
