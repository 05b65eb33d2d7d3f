package hotelcrm

import (
	"fmt"
	"time"
)

// Date is a hotel-local business date: a day of the proleptic Gregorian calendar, without time of day or zone.
//
// It counts days, so dates compare with < and [Date.DaysSince] is a subtraction. Day 1 is 0001-01-01. The zero Date
// means "no date" and is written as the empty text. Instants become dates in the caller's adapter, with the property's
// time zone and the hour at which its business day rolls over: see [DateFromTime].
type Date int32

// The first and the last date that can be written in four digits.
const (
	MinDate Date = 1
	MaxDate Date = 3652059 // 9999-12-31
)

// epoch is the Date of 1970-01-01, where package time counts from.
const (
	epoch         Date = 719163
	secondsPerDay      = 24 * 60 * 60
)

// NewDate returns the date of a year, month and day that exist together in the calendar.
//
// Input: year in [1, 9999], month in [1, 12], day in [1, length of the month].
// Errors: a [*ParamError] otherwise, as for 29 February 2018.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month) {
		text := fmt.Sprintf("%d-%d-%d", year, int(month), day)
		return 0, refuse("date", text, "a day of the calendar, years 1 to 9999")
	}
	return fromCivil(year, month, day), nil
}

// DateOf returns the date of a year, month and day, and lets days and months beyond their range roll over as
// [time.Date] does: 31 April is 1 May. It is meant for dates written in source code; data goes through [NewDate].
//
// Result: the zero Date if the year leaves 1 to 9999.
func DateOf(year int, month time.Month, day int) Date {
	const far = 10_000_000 // no roll-over from farther away ends in the calendar
	if year < -far || year > far || month < -far || month > far || day < -far || day > far {
		return 0
	}
	return DateFromTime(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateFromTime returns the calendar date of t in t's own location.
//
// A PMS that stores instants converts to the property's zone first, t.In(zone), and takes the day before where the hour
// on the wall clock is earlier than the hour at which the business day rolls over, so that a posting at 01:30 belongs
// to yesterday. Subtracting hours from t instead is wrong in the nights when the clocks change.
//
// Result: the zero Date if the year leaves 1 to 9999. The zero Time is 0001-01-01, not "no date".
func DateFromTime(t time.Time) Date {
	year, month, day := t.Date()
	if year < 1 || year > 9999 {
		return 0
	}
	return fromCivil(year, month, day)
}

// Civil returns the year, month and day. The zero Date gives zeros.
func (d Date) Civil() (year int, month time.Month, day int) {
	if !d.valid() {
		return 0, 0, 0
	}
	return d.midnight().Date()
}

// IsZero reports whether d is the zero Date, "no date".
func (d Date) IsZero() bool { return d == 0 }

func (d Date) valid() bool { return d >= MinDate && d <= MaxDate }

// midnight returns the beginning of the day in UTC.
func (d Date) midnight() time.Time { return time.Unix(int64(d-epoch)*secondsPerDay, 0).UTC() }

// fromCivil needs a day of the calendar in years 1 to 9999.
func fromCivil(year int, month time.Month, day int) Date {
	return epoch + Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()/secondsPerDay)
}

func monthLength(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day() // day 0 of the next month
}

func floorMod(a, b int) int { return ((a % b) + b) % b }

func floorDiv(a, b int) int { return (a - floorMod(a, b)) / b }
