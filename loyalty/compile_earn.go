package loyalty

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// earnRules is a compiled EarnRules.
type earnRules struct {
	rates    []rate
	rounding hotelcrm.Rounding
	roundAt  RoundAt
	bonus    [maxTiers]ratio  // by rank; the ratio 0 for none
	payer    [maxTiers]string // the tier whose entry it is
	tierAt   Moment
	limit    int64
	floor    int64
	after    Posting
	cost     decimal.Decimal
	byTier   bool // something depends on the tier
}

// rate is a compiled Rate.
type rate struct {
	id          string
	perMinor    ratio // points for one minor unit
	whole       bool
	units       ratio // whole Pers in one minor unit
	points      ratio // points for one Per
	upTo        int64 // minor; -1 for no end
	brands      []string
	properties  []string
	departments hotelcrm.DepartmentSet
	tiers       enumSet // ranks
	kinds       enumSet
	noBonus     bool
}

// rateScale is the number of decimal places of a rate.
const (
	rateScale = 6
	millionth = 1_000_000
	maxRate   = 1_000_000
)

// everyKind holds all kinds, and everyTier all ranks.
const everyKind, everyTier = ^enumSet(0), ^enumSet(0)

func (e *Engine) addEarn(at string, text Version, v *version) error {
	r := text.Earn
	if r == nil {
		return nil
	}
	at += ".earn"
	out := earnRules{rounding: r.Rounding, roundAt: max(r.RoundAt, PerStay), tierAt: r.TierAt, limit: r.Cap, floor: r.Floor, after: r.After}
	if out.rounding == 0 {
		out.rounding = hotelcrm.RoundDown
	}
	if out.tierAt == 0 {
		out.tierAt = CheckOut
	}
	switch {
	case len(r.Rates) == 0:
		return refuse.Param(at+".rates", "", "one rate or more")
	case int(out.rounding) >= len(roundingNames):
		return refuse.Param(at+".rounding", r.Rounding.String(), "one of "+roundingNames.Allowed())
	case int(out.roundAt) >= len(roundAtNames):
		return refuse.Param(at+".roundAt", r.RoundAt.String(), "one of "+roundAtNames.Allowed())
	case int(out.tierAt) >= len(momentNames):
		return refuse.Param(at+".tierAt", r.TierAt.String(), "one of "+momentNames.Allowed())
	case min(r.Cap, r.Floor) < 0 || max(r.Cap, r.Floor) > bound:
		return refuse.Param(at+".floor", fmt.Sprint(r.Cap, " ", r.Floor), "cap and floor of 0 to 10^12 points")
	case r.After.Days < 0 || r.After.Days > 366 || r.After.WorkingDays < 0 || r.After.WorkingDays > 366:
		return refuse.Param(at+".after", fmt.Sprint(r.After.Days, " ", r.After.WorkingDays), "0 to 366 days")
	case r.Cost != nil && (!plain(*r.Cost) || r.Cost.Sign() < 0 || r.Cost.GreaterThan(decimal.New(maxRate, 0))):
		return refuse.Param(at+".cost", shown(*r.Cost), "0 to 1000000 with at most 9 decimal places")
	}
	if r.Cost != nil {
		out.cost = *r.Cost
	}
	for i, rate := range r.Rates {
		if err := e.addRate(fmt.Sprintf("%s.rates[%d]", at, i), rate, &out); err != nil {
			return err
		}
	}
	v.earn = &out
	return e.addBonus(at+".bonus", r.Bonus, v)
}

func (e *Engine) addRate(at string, text Rate, to *earnRules) error {
	points, ok := hotelcrm.ToMinor(text.Points, rateScale)
	if !ok || points < 0 || points > maxRate*millionth {
		return refuse.Param(at+".points", shown(text.Points), "0 to 1000000 with at most 6 decimal places")
	}
	per := int64(millionth)
	if text.Per != nil {
		if per, ok = hotelcrm.ToMinor(*text.Per, rateScale); !ok || per <= 0 || per > maxRate*millionth {
			return refuse.Param(at+".per", shown(*text.Per), "above 0 to 1000000 with at most 6 decimal places")
		}
	}
	if text.ID == "" || slices.ContainsFunc(to.rates, func(r rate) bool { return r.id == text.ID }) {
		return refuse.Param(at+".id", text.ID, "an id of its own")
	}
	perMinor := per
	for range e.places {
		perMinor *= 10
	}
	out := rate{
		id: text.ID, perMinor: newRatio(points, perMinor), whole: text.Whole, units: newRatio(millionth, perMinor),
		points: newRatio(points, millionth), upTo: -1, brands: text.Brands, properties: text.Properties,
		departments: hotelcrm.Departments(text.Departments...), noBonus: text.NoBonus,
	}
	if len(text.Departments) == 0 {
		out.departments = hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees)
	}
	if text.UpTo != nil {
		if out.upTo, ok = hotelcrm.ToMinor(*text.UpTo, e.places); !ok || out.upTo < 0 || out.upTo > bound {
			return refuse.Param(at+".upTo", shown(*text.UpTo), "0 or above in whole "+e.unit(Spend))
		}
	}
	var err error
	if out.kinds, err = listed(at+".kinds", kindNames, text.Kinds, everyKind); err != nil {
		return err
	}
	if _, err = listed(at+".departments", departmentNames, text.Departments, 0); err != nil {
		return err
	}
	out.tiers, err = e.tierSet(at+".tiers", text.Tiers)
	to.byTier = to.byTier || out.tiers != everyTier
	to.rates = append(to.rates, out)
	return err
}

// tierSet returns the ranks of the tiers listed, of all tiers for an empty list.
func (e *Engine) tierSet(at string, ids []string) (enumSet, error) {
	if len(ids) == 0 {
		return everyTier, nil
	}
	var out enumSet
	for i, id := range ids {
		rank, err := e.tierRank(fmt.Sprintf("%s[%d]", at, i), id)
		if err != nil {
			return 0, err
		}
		out |= 1 << rank
	}
	return out, nil
}

// addBonus fills in the bonus of each tier: a tier without an entry has that of the next lower one.
func (e *Engine) addBonus(at string, list []Bonus, v *version) error {
	earn := v.earn
	var stated enumSet
	for i, b := range list {
		path := fmt.Sprintf("%s[%d]", at, i)
		rank, err := e.tierRank(path+".tier", b.Tier)
		if err != nil {
			return err
		}
		part, ok := hotelcrm.ToMinor(b.Rate, rateScale)
		if !ok || part < 0 || part > 1000*millionth || stated.has(uint8(rank)) {
			return refuse.Param(path+".rate", shown(b.Rate), "0 to 1000 with at most 6 decimal places, one entry for a tier")
		}
		earn.bonus[rank], earn.payer[rank] = newRatio(part, millionth), b.Tier
		stated |= 1 << rank
	}
	for rank := range earn.bonus {
		switch {
		case stated.has(uint8(rank)):
		case rank > 0:
			earn.bonus[rank], earn.payer[rank] = earn.bonus[rank-1], earn.payer[rank-1]
		default:
			earn.bonus[0] = ratio{0, 1}
		}
	}
	earn.byTier = earn.byTier || len(list) > 0
	return nil
}
