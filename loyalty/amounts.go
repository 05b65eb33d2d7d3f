package loyalty

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// amounts holds minor units of the programme's currency, at the department.
type amounts [hotelcrm.Fees + 1]int64

// amounts fills in the eligible spend of an item.
func (r *Earner) amounts(it *item) error {
	version := &r.engine.versions[it.version]
	f, perCharge := it.folio, version.earn != nil && version.earn.roundAt == PerCharge
	exchange, err := r.exchange(it)
	if err != nil {
		return err
	}
	var sums [hotelcrm.Fees + 1]decimal.Decimal
	direct := exchange == nil
	add := func(d hotelcrm.Department, amount decimal.Decimal) *hotelcrm.RowError {
		if amount.IsZero() || !it.eligible(&version.stays, d) {
			return nil
		}
		if !direct && !perCharge {
			if amount.Exponent() < -18 || amount.Exponent() > 18 || amount.NumDigits() > 30 {
				return lineError("amount", d.String(), "want an amount of at most 30 digits and 18 decimal places")
			}
			sums[d] = sums[d].Add(amount)
			return nil
		}
		minor, err := r.minor(d, amount, exchange)
		it.spend[d] += minor
		return err
	}
	if err := eachAmount(f, &version.stays, add); err != nil {
		err.Row = it.row
		return err
	}
	for d := range sums {
		if !sums[d].IsZero() {
			minor, err := r.minor(hotelcrm.Department(d), sums[d], exchange)
			if err != nil {
				err.Row = it.row
				return err
			}
			it.spend[d] = minor
		}
	}
	return it.sum()
}

// sum adds up the departments.
func (i *item) sum() error {
	for d, minor := range i.spend {
		if i.total += minor; minor > bound || minor < -bound || i.total > bound || i.total < -bound {
			err := lineError("revenue", hotelcrm.Department(d).String(), fmt.Sprint("want at most ", int64(bound), " minor units"))
			err.Row = i.row
			return err
		}
	}
	i.rooms = int32(max(i.folio.Rooms, 1))
	return nil
}

// eligible reports whether a department of a folio counts. Of a no-show nothing does, unless its fee does.
func (i *item) eligible(rules *stayRules, d hotelcrm.Department) bool {
	if i.kind == KindNoShow {
		return rules.noShowEarns && d == hotelcrm.Fees
	}
	return rules.departments.Has(d)
}

// eachAmount calls add for each charge, or for each department where there are none.
func eachAmount(f *Folio, rules *stayRules, add func(hotelcrm.Department, decimal.Decimal) *hotelcrm.RowError) *hotelcrm.RowError {
	for _, c := range f.Charges {
		if c.Department == 0 || c.Department > hotelcrm.Fees {
			return lineError("charges", c.Department.String(), "want a department")
		}
		if rules.withoutCodes.match(c.Code) {
			continue
		}
		if err := add(c.Department, c.Amount); err != nil {
			return err
		}
	}
	if len(f.Charges) > 0 {
		return nil
	}
	for _, part := range [...]struct {
		department hotelcrm.Department
		amount     decimal.Decimal
	}{
		{hotelcrm.Rooms, f.Revenue.Rooms},
		{hotelcrm.FoodBeverage, f.Revenue.FoodBeverage},
		{hotelcrm.OtherOperated, f.Revenue.OtherOperated},
		{hotelcrm.Miscellaneous, f.Revenue.Miscellaneous},
		{hotelcrm.Fees, f.Revenue.Fees},
	} {
		if err := add(part.department, part.amount); err != nil {
			return err
		}
	}
	return nil
}

// exchange returns the rate by which a folio's amounts are converted, nil for the programme's own currency.
func (r *Earner) exchange(it *item) (*decimal.Decimal, error) {
	f, own := it.folio, r.engine.programme.Currency
	converted := f.Currency != "" && f.Currency != own
	x := &f.Exchange
	if converted == !x.IsZero() && x.Sign() >= 0 && x.Exponent() >= -12 && x.Exponent() <= 6 && x.NumDigits() <= 18 {
		if !converted {
			return nil, nil
		}
		return x, nil
	}
	err := lineError("exchange", f.Currency, "want a rate above 0 for another currency than "+own+", of at most 18 digits and 12 decimal places, and none for this one")
	err.Row = it.row
	return nil, err
}

// minor returns an amount in minor units of the programme's currency.
func (r *Earner) minor(d hotelcrm.Department, amount decimal.Decimal, exchange *decimal.Decimal) (int64, *hotelcrm.RowError) {
	if exchange != nil {
		if amount.Exponent() < -18 || amount.Exponent() > 18 || amount.NumDigits() > 30 {
			return 0, lineError("amount", d.String(), "want an amount of at most 30 digits and 18 decimal places")
		}
		amount = amount.Mul(*exchange).RoundBank(int32(r.engine.places))
	}
	minor, ok := hotelcrm.ToMinor(amount, r.engine.places)
	if !ok || minor > bound || minor < -bound {
		return 0, lineError(d.String(), shown(amount), fmt.Sprintf("want at most %d in units of %d decimal places", int64(bound), r.engine.places))
	}
	return minor, nil
}

// plain reports whether a number can be written in the JSON format.
func plain(n decimal.Decimal) bool {
	_, ok := hotelcrm.ToMinor(n, 9)
	return ok
}

// shown returns an amount as text, unless its exponent would make that long.
func shown(amount decimal.Decimal) string {
	if amount.Exponent() > 40 || amount.Exponent() < -40 {
		return "an amount with exponent " + fmt.Sprint(amount.Exponent())
	}
	return amount.String()
}
