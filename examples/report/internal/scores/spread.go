package scores

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
)

// Spread is how the revenue is spread over the guests.
type Spread struct {
	Top      []Part // the best 1 %, 5 %, ... of the guests
	Enough   []Part // the guests who bring 50 %, 80 %, ... of the revenue
	Curve    []concentration.Share
	Gini     decimal.Decimal
	HasGini  bool
	Negative int
}

// Part is a share with the rate that was asked for.
type Part struct {
	Of decimal.Decimal
	concentration.Share
}

const curveSteps = 100

// SpreadOf finds how revenue above 0 is spread.
func SpreadOf(revenue hotelcrm.Amounts) (*Spread, error) {
	c, err := concentration.Of(revenue)
	if err != nil {
		return nil, err
	}
	s := &Spread{Negative: c.Negative()}
	for _, percent := range []int64{1, 5, 10, 20, 30, 50} {
		one := Part{Of: decimal.New(percent, -2)}
		if one.Share, err = c.TopGuests(one.Of); err != nil {
			return nil, err
		}
		s.Top = append(s.Top, one)
	}
	for _, percent := range []int64{50, 80, 90} {
		one := Part{Of: decimal.New(percent, -2)}
		if one.Share, err = c.GuestsFor(one.Of); err != nil {
			return nil, err
		}
		s.Enough = append(s.Enough, one)
	}
	if s.Curve, err = c.Curve(curveSteps); err != nil {
		return nil, err
	}
	s.Gini, s.HasGini, err = c.Gini(4)
	return s, err
}

// Best20 is the share of the best fifth of the guests.
func (s *Spread) Best20() Part { return s.Top[3] }

// For80 is the guests who bring 80 % of the revenue.
func (s *Spread) For80() Part { return s.Enough[1] }
