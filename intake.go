package hotelcrm

import (
	"fmt"
	"math"
	"strconv"

	"github.com/shopspring/decimal"
)

// draft is a stay on its way in: amounts already in minor units, everything else as delivered.
type draft struct {
	id, property, guest, currency string

	version int64
	record
}

// record is what a register keeps of a stay, whoever it belongs to.
type record struct {
	arrival, departure Date
	rooms              int32
	status             Status
	role               Role
	use                Use
	minor              [departmentCount]int64
	spill              *spill // nil for nearly all
}

// spill holds the amounts of a stay that do not fit the register's scale. Their minor amounts are 0.
type spill [departmentCount]decimal.Decimal

// Dates outside are sentinels of legacy systems rather than stays.
var (
	earliest = DateOf(1950, 1, 1)
	latest   = DateOf(2199, 12, 31)
)

const (
	maxRooms        = 10_000
	maxAmountPlaces = 30
	maxAmountDigits = 30
	yearsAhead      = 10
	amountAllowed   = "less than 10^30, at most 30 decimal places"
)

// draftOf converts a stay; the error names the amount that is out of range.
func draftOf(s *Stay, scale int) (draft, *RowError) {
	d := draft{id: s.ID, property: s.Property, guest: s.Guest, currency: s.Currency, version: s.Version}
	d.arrival, d.departure = s.Arrival, s.Departure
	d.status, d.role, d.use = s.Status, s.Role, s.Use
	d.rooms = int32(min(max(s.Rooms, math.MinInt32), math.MaxInt32))
	for i, amount := range s.Revenue.amounts() {
		minor, ok := ToMinor(amount, scale)
		switch {
		case ok:
			d.minor[i] = minor
		case amount.Exponent() < -maxAmountPlaces || amount.NumDigits()+int(amount.Exponent()) > maxAmountDigits:
			field := "revenue." + Department(i+1).String()
			return d, wrong(field, shortened(amount), WrongAmount, amountAllowed)
		default:
			if d.spill == nil {
				d.spill = new(spill)
			}
			d.spill[i] = amount
		}
	}
	return d, nil
}

// shortened writes an amount with a size that fits an error text.
func shortened(amount decimal.Decimal) string {
	return fmt.Sprintf("%d digits with exponent %d", amount.NumDigits(), amount.Exponent())
}

// complete fills in the defaults of unset fields and returns what is wrong with the stay, or nil.
func (d *draft) complete(s *Setup) *RowError {
	if d.rooms == 0 {
		d.rooms = 1
	}
	if d.role == 0 {
		d.role = Primary
	}
	if d.use == 0 {
		d.use = Paid
	}
	if err := d.wrongCodes(s); err != nil {
		return err
	}
	return d.wrongDates(s)
}

func (d *draft) wrongCodes(s *Setup) *RowError {
	switch {
	case d.guest == "":
		return wrong("guest", "", MissingGuest, "an opaque id")
	case d.currency != "" && d.currency != s.Currency:
		return wrong("currency", d.currency, WrongCurrency, s.Currency)
	case d.status == 0 || d.status > NoShow:
		return wrong("status", d.status.String(), WrongCode, statusNames.Allowed())
	case d.role > Account:
		return wrong("role", d.role.String(), WrongCode, roleNames.Allowed())
	case d.use > Points:
		return wrong("use", d.use.String(), WrongCode, useNames.Allowed())
	case d.rooms < 1 || d.rooms > maxRooms:
		return wrong("rooms", strconv.Itoa(int(d.rooms)), WrongRooms, fmt.Sprintf("1 to %d", maxRooms))
	}
	return nil
}

func (d *draft) wrongDates(s *Setup) *RowError {
	low, high := earliest, latest
	if s.AsOf != 0 {
		high = min(latest, s.AsOf.AddYears(yearsAhead))
	}
	switch {
	case d.arrival == 0:
		return wrong("arrival", "", MissingDate, "a date")
	case d.departure == 0:
		return wrong("departure", "", MissingDate, "a date")
	case d.arrival < low || d.arrival > high:
		return wrong("arrival", d.arrival.String(), AbsurdDate, plausible(low, high))
	case d.departure < d.arrival:
		return wrong("departure", d.departure.String(), ReversedDates, d.arrival.String()+" or later")
	case d.departure > high:
		return wrong("departure", d.departure.String(), AbsurdDate, plausible(low, high))
	case s.AsOf != 0 && d.arrival > s.AsOf && (d.status == InHouse || d.status == Departed):
		return wrong("arrival", d.arrival.String(), FutureStay, "at most the intake date, "+s.AsOf.String())
	}
	return nil
}

func plausible(low, high Date) string { return low.String() + " to " + high.String() }

func wrong(field, value string, reason Reason, allowed string) *RowError {
	return &RowError{Field: field, Value: value, Err: fmt.Errorf("%w; want %s", reason, allowed)}
}
