package main

import (
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// activities makes the lines of a programme from visits. It is for one goroutine.
type activities struct {
	*intake.Visits
	member loyalty.Member // of the guest at hand
	spend  bool           // the programme asks for it
	stays  bool           // every visit is a stay, since no visit of the data has a night
	places int            // of the programme's currency
}

// The rules by which a visit becomes a line, in words.
var activityRules = []string{
	"Every guest of this report is taken for a member from the last day of the first visit; who has joined is not known.",
	"A visit counts on its last day, for a guest still in the house on the analysis date with the nights slept by then.",
	"Nights are calendar nights, whatever the number of rooms. A visit with a night is one stay.",
	"Spend is the revenue of the visit as this report counts it, rounded half to even to the digits of the currency; fees of no-shows and cancellations are no part of it.",
}

const (
	dayUseRule  = "A visit without a night brings spend, but is no stay."
	noNightRule = "No visit of this data has a night, so every visit counts as a stay."
)

// of returns guest i as a member.
func (a *activities) of(i int) *loyalty.Member {
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

func (a *activities) spent(k int) decimal.Decimal {
	if _, exact := a.Revenue.Exact(k); !exact && a.Revenue.Scale() <= a.places {
		return decimal.New(a.Revenue.Minor()[k], -int32(a.Revenue.Scale()))
	}
	return a.Revenue.At(k).RoundBank(int32(a.places))
}
