package worth

import (
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Terms is how guests are valued.
type Terms struct {
	Cost   decimal.Decimal // total input cost
	NoCost bool            // not stated: revenue stands for profit
	Rate   decimal.Decimal // discount per one and year
	Years  int             // horizon
}

// convention is what present values are computed under.
func (t *Terms) convention(rate decimal.Decimal, years, places int) (valuation.Convention, error) {
	discount, err := valuation.Effective(rate, valuation.Year)
	return valuation.Convention{
		Rate: discount, Horizon: valuation.Horizon{N: years, Period: valuation.Year}, Timing: valuation.EndOfPeriod,
		Rounding: basis.HalfEven(places),
	}, err
}
