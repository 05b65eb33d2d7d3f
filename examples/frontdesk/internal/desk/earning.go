package desk

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// Earning is how many points a unit of currency earns, and what a tier adds.
type Earning struct {
	PerUnit decimal.Decimal            `json:"perUnit"`
	Bonus   map[string]decimal.Decimal `json:"bonus,omitempty"` // by tier, per one
}

// base returns the points of a stay without a bonus: of whatever but fees, rounded down. Only guests' own paid stays earn.
func (e Earning) base(s *hotelcrm.Stay, currency string) int64 {
	if s.Status != hotelcrm.Departed || s.Role > hotelcrm.Primary || s.Use > hotelcrm.Paid || s.Currency != "" && s.Currency != currency {
		return 0
	}
	return max(0, s.Revenue.Of(hotelcrm.AllButFees).Mul(e.PerUnit).IntPart())
}

// points returns what a stay earns a member of a tier.
func (e Earning) points(s *hotelcrm.Stay, currency, tier string) int64 {
	base := e.base(s, currency)
	return base + decimal.NewFromInt(base).Mul(e.Bonus[tier]).IntPart()
}

// activities returns what of a guest's stays counts for the tier.
func (k *knowledge) activities(stays []hotelcrm.Stay, enrolled hotelcrm.Date) []loyalty.Activity {
	var out []loyalty.Activity
	for i := range stays {
		s := &stays[i]
		if s.Role > hotelcrm.Primary || s.Departure < enrolled {
			continue
		}
		a := loyalty.Activity{ID: s.Property + "/" + s.ID, Date: s.Departure, Property: s.Property}
		switch {
		case s.Status == hotelcrm.NoShow:
			a.Kind, a.NoShows, a.Date = loyalty.KindNoShow, 1, s.Arrival
		case s.Status != hotelcrm.Departed || s.Use == hotelcrm.HouseUse || s.Use == hotelcrm.Complimentary:
			continue
		case s.Use == hotelcrm.Points:
			a.Kind, a.Nights, a.Stays = loyalty.KindAward, int32(s.Nights()), 1
		default:
			a.Kind, a.Nights, a.Stays, a.Points = loyalty.KindStay, int32(s.Nights()), 1, k.Earning.base(s, k.Programme.Currency)
			a.Spend = k.spend(s)
		}
		out = append(out, a)
	}
	return out
}

// spend returns what of a stay counts as spend, at the decimal places of the programme's currency.
func (k *knowledge) spend(s *hotelcrm.Stay) decimal.Decimal {
	if s.Currency != "" && s.Currency != k.Programme.Currency {
		return decimal.Decimal{}
	}
	places, err := hotelcrm.MinorUnits(k.Programme.Currency)
	if err != nil {
		return decimal.Decimal{} // cannot be: the programme was compiled
	}
	amount, err := hotelcrm.Round(s.Revenue.Of(hotelcrm.AllButFees), places, hotelcrm.RoundHalfEven)
	if err != nil || amount.IsNegative() {
		return decimal.Decimal{}
	}
	return amount
}

// Member is a membership as it is kept.
type Member struct {
	Guest    string          `json:"guest"`
	Name     string          `json:"name,omitempty"`
	Enrolled hotelcrm.Date   `json:"enrolled"`
	Grants   []loyalty.Grant `json:"grants,omitempty"`
}

// of returns the member as the programme looks at one.
func (k *knowledge) member(m *Member, stays []hotelcrm.Stay) *loyalty.Member {
	return &loyalty.Member{ID: m.Guest, Enrolled: m.Enrolled, Grants: m.Grants, Activities: k.activities(stays, m.Enrolled)}
}

// stayKey names a stay in the ledger. It holds a blank, which no id of a request does.
func stayKey(s *hotelcrm.Stay) string { return fmt.Sprintf("stay %s %s", s.Property, s.ID) }
