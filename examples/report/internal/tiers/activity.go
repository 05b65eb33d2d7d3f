package tiers

import (
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// Activities makes the lines of a programme from visits. It is for one goroutine.
type Activities struct {
	*intake.Visits
	member loyalty.Member // of the guest at hand
	spend  bool           // the programme asks for it
	stays  bool           // every visit is a stay, since no visit of the data has a night
	places int            // of the programme's currency
}

// Of returns guest i as a member.
func (a *Activities) Of(i int) *loyalty.Member {
	list := a.member.Activities[:0]
	for k := a.Offsets[i]; k < a.Offsets[i+1]; k++ {
		line := loyalty.Activity{Date: a.Departures[k], Kind: loyalty.KindStay, Nights: a.Nights[k]}
		if line.Nights > 0 || a.stays {
			line.Stays = 1
		}
		if a.spend {
			line.Spend = a.spent(k)
		}
		list = append(list, line)
	}
	a.member.Activities = list
	return &a.member
}

func (a *Activities) spent(k int) decimal.Decimal {
	if _, exact := a.Revenue.Exact(k); !exact && a.Revenue.Scale() <= a.places {
		return decimal.New(a.Revenue.Minor()[k], -int32(a.Revenue.Scale()))
	}
	return a.Revenue.At(k).RoundBank(int32(a.places))
}
