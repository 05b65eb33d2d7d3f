package liability

import (
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Cost returns the provision for points that are still to be redeemed.
//
//	provision = points still to be redeemed · cost per point
//
// Input: toRedeem as [Ladder.Total]; perPoint 0 or more, the expected cost of one point to the hotel.
// Errors: a [*hotelcrm.ParamError] for a negative number.
func Cost(toRedeem Exact, perPoint decimal.Decimal) (Exact, error) {
	each, err := notNegative("perPoint", perPoint)
	if err != nil {
		return Exact{}, err
	}
	if toRedeem.Sign() < 0 {
		return Exact{}, refuse.Param("toRedeem", toRedeem.String(), "0 or more")
	}
	return toRedeem.Times(each), nil
}

// MoneyRoll is a roll-forward in money:
//
//	Opening + Issued - Redeemed - Expired - Reversed - Transferred + EstimateChange = Closing
type MoneyRoll struct {
	Opening        Exact `json:"opening"`
	Issued         Exact `json:"issued"`
	Redeemed       Exact `json:"redeemed"`
	Expired        Exact `json:"expired"`
	Reversed       Exact `json:"reversed"`
	Transferred    Exact `json:"transferred"`
	EstimateChange Exact `json:"estimateChange"`
	Closing        Exact `json:"closing"`
}

// Value returns the roll-forward at a value per outstanding point before and after a change of estimate. All movements
// are valued as before; the change revalues what is outstanding at the end.
//
//	estimate change = closing points · (after - before)
//
// Input: values 0 or more: the share expected to be redeemed times the cost, or the deferred amount, of one point.
// Errors: a [*hotelcrm.ParamError] for a negative value.
func (r RollForward) Value(before, after Exact) (MoneyRoll, error) {
	if before.Sign() < 0 {
		return MoneyRoll{}, refuse.Param("before", before.String(), "0 or more")
	}
	if after.Sign() < 0 {
		return MoneyRoll{}, refuse.Param("after", after.String(), "0 or more")
	}
	at := func(points int64) Exact { return Points(points).Times(before) }
	return MoneyRoll{
		Opening: at(r.Opening), Issued: at(r.Issued), Redeemed: at(r.Redeemed), Expired: at(r.Expired), Reversed: at(r.Reversed),
		Transferred:    at(r.Transferred),
		EstimateChange: Points(r.Closing).Times(after.Minus(before)), Closing: Points(r.Closing).Times(after),
	}, nil
}
