package hotelcrm

import (
	"fmt"
	"math"

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
		case outOfRange(amount):
			field := "revenue." + Department(i+1).String()
			return d, wrong(field, shortened(amount), WrongAmount, amountAllowed)
		default:
			if d.spill == nil {
				d.spill = new(spill)
			}
			d.spill[i] = shortest(amount)
		}
	}
	return d, nil
}

const (
	maxAmountPlaces = 30
	maxAmountDigits = 30
	amountAllowed   = "less than 10^30, at most 30 decimal places"
)

// outOfRange reports whether an amount is too large or too long to be money.
func outOfRange(amount decimal.Decimal) bool {
	places := -int64(amount.Exponent())
	return places > maxAmountPlaces || int64(amount.NumDigits())-places > maxAmountDigits
}

// shortened writes an amount with a size that fits an error text.
func shortened(amount decimal.Decimal) string {
	if amount.NumDigits() > 20 {
		return fmt.Sprintf("a number of %d digits times 10^%d", amount.NumDigits(), amount.Exponent())
	}
	return fmt.Sprintf("%se%d", amount.Coefficient(), amount.Exponent())
}

// complete fills in the defaults of unset fields.
func (d *draft) complete() {
	if d.rooms == 0 {
		d.rooms = 1
	}
	if d.role == 0 {
		d.role = Primary
	}
	if d.use == 0 {
		d.use = Paid
	}
}
