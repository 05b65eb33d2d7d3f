package loyalty

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// spent is what a visit has spent at one rate.
type spent struct {
	all    int64 // so far
	minor  int64 // of these, up to the end of the rate
	open   int64 // of these again, not yet rounded
	units  int64 // whole Pers
	points int64 // rounded
	beyond bool  // too many of them
}

// charge is one eligible charge in minor units.
type charge struct {
	department hotelcrm.Department
	minor      int64
}

func (c charge) compare(other charge) int {
	return cmp.Or(-cmp.Compare(c.minor, other.minor), cmp.Compare(c.department, other.department))
}

// base writes a line of base points for each rate. It returns the id of a rate that gives too many points.
func (r *Earner) base(v *visit, line Credit, rank int) (string, bool) {
	earn := r.version.earn
	r.tally(v, rank)
	line.Kind = BasePoints
	for i := range r.spent {
		s, rate := &r.spent[i], &earn.rates[i]
		exact, ok := rate.exact(s)
		if !ok || s.beyond || s.points > bound {
			return rate.id, false
		}
		if exact == (Fraction{0, 0, 1}) && s.points <= 0 {
			continue
		}
		line.Rule, line.Of = rate.id, minorFraction(s.minor, r.engine.places)
		c := r.credit(line, exact)
		c.Rounded = max(0, s.points)
		c.Points, c.Qualifying = c.Rounded, c.Rounded
	}
	return "", true
}

// tally works out what the rooms of a visit that earn have spent at each rate.
func (r *Earner) tally(v *visit, rank int) {
	rates := r.version.earn.rates
	r.spent = slices.Grow(r.spent[:0], len(rates))[:len(rates)]
	clear(r.spent)
	for i := range v.items {
		if it := &v.items[i]; it.paid > 0 {
			r.spend(it, rank)
		}
	}
	for i := range r.spent {
		r.round(&r.spent[i], &rates[i])
	}
}

// elite returns the base points on which the elite bonus is paid, of so many as a visit has earned.
func (r *Earner) elite(v *visit, rank int, earned int64) int64 {
	if r.version.stays.roomsForBonus == 0 {
		return earned
	}
	swap(v.items)
	r.tally(v, rank)
	swap(v.items)
	sum := int64(0)
	for i := range r.spent {
		if !r.version.earn.rates[i].noBonus {
			sum += max(0, r.spent[i].points)
		}
	}
	return min(sum, earned)
}

// spend adds a folio to what was spent at the rates.
func (r *Earner) spend(it *item, rank int) {
	earn := r.version.earn
	if earn.roundAt == PerCharge && len(it.folio.Charges) > 0 {
		r.sortCharges(it)
		for _, c := range r.charges {
			r.add(it, c.department, c.minor, rank)
		}
	} else {
		for d, minor := range it.spend {
			r.add(it, hotelcrm.Department(d), it.share(minor), rank)
		}
	}
	if earn.roundAt == PerFolio {
		for i := range r.spent {
			r.round(&r.spent[i], &earn.rates[i])
		}
	}
}

// add adds an amount to what was spent at its rate.
func (r *Earner) add(it *item, d hotelcrm.Department, minor int64, rank int) {
	i := -1
	if minor != 0 {
		i = r.rateOf(it, d, rank)
	}
	if i < 0 {
		return
	}
	s, rate := &r.spent[i], &r.version.earn.rates[i]
	s.all += minor
	counts := s.all
	if rate.upTo >= 0 {
		counts = min(counts, rate.upTo)
	}
	s.minor, s.open = counts, s.open+counts-s.minor
	if r.version.earn.roundAt == PerCharge {
		r.round(s, rate)
	}
}

// sortCharges lists the eligible charges, larger ones first, so that a rate's end never depends on their order. All of
// them have been converted before, so that no error is left.
func (r *Earner) sortCharges(it *item) {
	exchange, _ := r.exchange(it)
	rules := &r.engine.versions[it.version].stays
	r.charges = r.charges[:0]
	_ = eachAmount(it.folio, rules, func(d hotelcrm.Department, amount decimal.Decimal) *hotelcrm.RowError {
		if !it.eligible(rules, d) {
			return nil
		}
		minor, err := r.minor(d, amount, exchange)
		r.charges = append(r.charges, charge{d, it.share(minor)})
		return err
	})
	slices.SortFunc(r.charges, charge.compare)
}

// rateOf returns the place of the first rate that fits, -1 if none does.
func (r *Earner) rateOf(it *item, d hotelcrm.Department, rank int) int {
	for i := range r.version.earn.rates {
		rate := &r.version.earn.rates[i]
		if rate.departments.Has(d) && rate.tiers.has(uint8(rank)) && rate.kinds.has(uint8(it.kind)) &&
			among(rate.brands, it.folio.Brand) && among(rate.properties, it.folio.Property) {
			return i
		}
	}
	return -1
}

// among reports whether a list holds a name; an empty one holds all.
func among(list []string, name string) bool { return len(list) == 0 || slices.Contains(list, name) }

// round takes what is open as one sum.
func (r *Earner) round(s *spent, rate *rate) {
	size, sign := s.open, int64(1)
	if size < 0 {
		size, sign = -size, -1
	}
	s.open = 0
	exact, ok := rate.perMinor.of(size, bound)
	if rate.whole {
		var units Fraction
		if units, ok = rate.units.of(size, bound); ok {
			s.units += sign * units.Whole
			exact, ok = rate.points.of(units.Whole, bound)
		}
	}
	s.beyond = s.beyond || !ok
	s.points += sign * exact.round(r.version.earn.rounding)
}

// exact returns the points before rounding.
func (rate *rate) exact(s *spent) (Fraction, bool) {
	if rate.whole {
		return rate.points.of(max(0, s.units), bound)
	}
	return rate.perMinor.of(max(0, s.minor), bound)
}

// minorFraction returns an amount in whole units of the currency, 0 for one below zero.
func minorFraction(minor int64, places int) Fraction {
	unit := int64(1)
	for range places {
		unit *= 10
	}
	minor = max(0, minor)
	return Fraction{minor / unit, minor % unit, unit}.reduced()
}

func tooMany(v *visit, rule string) error {
	err := lineError("points", rule, "want at most 10^12 points for one stay")
	err.Row = v.items[0].row
	return err
}

// cap cuts what is above the limit, from the last line on.
func (r *Earner) cap(lines []Credit, limit int64) {
	over := -limit
	for i := range lines {
		over += lines[i].Points
	}
	if limit == 0 || over <= 0 {
		return
	}
	for i := len(lines) - 1; i >= 0 && over > 0; i-- {
		n := min(over, lines[i].Points)
		lines[i].cut(n, ByCap)
		over -= n
	}
}

// bonus writes the line of the elite bonus, and returns the base points and the bonus; false for too many.
func (r *Earner) bonus(v *visit, lines []Credit, line Credit, rank int) (base, elite int64, ok bool) {
	earn := r.version.earn
	of := int64(0)
	for i := range lines {
		base += lines[i].Points
		if !earn.rateNamed(lines[i].Rule).noBonus {
			of += lines[i].Points
		}
	}
	of = r.elite(v, rank, of)
	exact, ok := earn.bonus[rank].of(of, bound)
	if !ok || exact == (Fraction{0, 0, 1}) {
		return base, 0, ok
	}
	line.Kind, line.Rule, line.Of = EliteBonus, earn.payer[rank], Fraction{of, 0, 1}
	return base, r.credit(line, exact).Points, true
}

func (e *earnRules) rateNamed(id string) *rate {
	for i := range e.rates {
		if e.rates[i].id == id {
			return &e.rates[i]
		}
	}
	return nil
}
