package alive

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Terms is how the models of guests who never say goodbye are fitted.
type Terms struct {
	Unit valuation.Period
	End  hotelcrm.Date // of the calibration; zero: found from the data
}
