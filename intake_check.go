package hotelcrm

import (
	"fmt"
	"strconv"

	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Dates outside are sentinels of legacy systems rather than stays.
const (
	earliest Date = 711858 // 1950-01-01
	latest   Date = 803168 // 2199-12-31
)

const (
	maxRooms   = 10_000
	yearsAhead = 10
)

// limits are the bounds of a register's intake, worked out once.
type limits struct {
	currency string
	asOf     Date
	high     Date // the last plausible date
}

func limitsOf(s *Setup) limits {
	l := limits{currency: s.Currency, asOf: s.AsOf, high: latest}
	if s.AsOf != 0 {
		l.high = min(latest, s.AsOf.AddYears(yearsAhead))
	}
	return l
}

// flaw is what is wrong with a stay, before it is put into words: tolerated rows need none.
type flaw struct {
	field  string
	reason Reason // 0: nothing
}

// check returns the first thing that is wrong with a complete draft: guest, codes, rooms, then dates.
func (l *limits) check(d *draft) flaw {
	switch {
	case d.guest == "":
		return flaw{"guest", MissingGuest}
	case d.currency != "" && d.currency != l.currency:
		return flaw{"currency", WrongCurrency}
	case d.status == 0 || d.status > NoShow:
		return flaw{"status", WrongCode}
	case d.role > Account:
		return flaw{"role", WrongCode}
	case d.use > Points:
		return flaw{"use", WrongCode}
	case d.rooms < 1 || d.rooms > maxRooms:
		return flaw{"rooms", WrongRooms}
	}
	return l.checkDates(d)
}

func (l *limits) checkDates(d *draft) flaw {
	switch {
	case d.arrival == 0:
		return flaw{"arrival", MissingDate}
	case d.departure == 0:
		return flaw{"departure", MissingDate}
	case d.arrival < earliest || d.arrival > l.high:
		return flaw{"arrival", AbsurdDate}
	case d.departure < d.arrival:
		return flaw{"departure", ReversedDates}
	case d.departure > l.high:
		return flaw{"departure", AbsurdDate}
	case l.asOf != 0 && d.arrival > l.asOf && (d.status == InHouse || d.status == Departed):
		return flaw{"arrival", FutureStay}
	}
	return flaw{}
}

// explain puts a flaw into words.
func (l *limits) explain(f flaw, d *draft) *RowError {
	value, allowed := "", ""
	switch f.field {
	case "guest":
		allowed = "an opaque id"
	case "currency":
		value, allowed = d.currency, l.currency
	case "status":
		value, allowed = code(statusNames, uint8(d.status)), statusNames.Allowed()
	case "role":
		value, allowed = code(roleNames, uint8(d.role)), roleNames.Allowed()
	case "use":
		value, allowed = code(useNames, uint8(d.use)), useNames.Allowed()
	case "rooms":
		value, allowed = strconv.Itoa(int(d.rooms)), fmt.Sprintf("1 to %d", maxRooms)
	case "arrival":
		value, allowed = d.arrival.String(), l.allowedDates(f.reason, d)
	case "departure":
		value, allowed = d.departure.String(), l.allowedDates(f.reason, d)
	}
	return wrong(f.field, value, f.reason, allowed)
}

// code writes a code as it came: its name, empty if unset, its number if it has no name.
func code(names enum.Names, v uint8) string {
	if text, ok := names.Text(v); ok {
		return text
	}
	return strconv.Itoa(int(v))
}

func (l *limits) allowedDates(reason Reason, d *draft) string {
	switch reason {
	case MissingDate:
		return "a date"
	case ReversedDates:
		return d.arrival.String() + " or later"
	case FutureStay:
		return "at most the intake date, " + l.asOf.String()
	}
	return plausible(earliest, l.high)
}

func plausible(low, high Date) string { return low.String() + " to " + high.String() }

func wrong(field, value string, reason Reason, allowed string) *RowError {
	return &RowError{Field: field, Value: value, Err: fmt.Errorf("%w; want %s", reason, allowed)}
}
