package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Need is one threshold and how far a member is from it.
type Need struct {
	Metric Metric        `json:"metric"`
	Tier   string        `json:"tier,omitempty"` // of the metric years
	Window hotelcrm.Span `json:"window"`         // where it is counted; without an end for a rolling or lifetime window

	Have    decimal.Decimal  `json:"have"`
	AtLeast *decimal.Decimal `json:"atLeast,omitempty"`
	AtMost  *decimal.Decimal `json:"atMost,omitempty"`
	Missing decimal.Decimal  `json:"missing"`           // to AtLeast, 0 if it is reached
	Blocked bool             `json:"blocked,omitempty"` // above AtMost: more activity does not help
}
