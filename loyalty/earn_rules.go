package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/shopspring/decimal"
)

// EarnRules says how many points a stay or an event earns. They are worked out in this order: base points of each rate,
// the cap of a stay, the elite bonus on them, the floor of a stay, campaigns.
type EarnRules struct {
	Rates    []Rate            `json:"rates"`              // the first that fits a department of a stay is its rate; none fits: no points
	Rounding hotelcrm.Rounding `json:"rounding,omitempty"` // to whole points: half-even, half-up, up or down; unset: RoundDown
	RoundAt  RoundAt           `json:"roundAt,omitempty"`  // unset: PerStay

	Bonus  []Bonus          `json:"bonus,omitempty"`  // a tier without an entry has that of the next lower one
	TierAt Moment           `json:"tierAt,omitempty"` // on which day the tier is that pays; unset: CheckOut
	Cap    int64            `json:"cap,omitempty"`    // base points of a stay at most; 0: none
	Floor  int64            `json:"floor,omitempty"`  // a stay that earns anything earns so much at least, with its elite bonus
	After  Posting          `json:"after,omitzero"`   // when points may be used
	Cost   *decimal.Decimal `json:"cost,omitempty"`   // what a point costs, in the programme's currency; for [CompareGuests]
}

// Rate is how many points an amount earns.
type Rate struct {
	ID          string                `json:"id"`
	Points      decimal.Decimal       `json:"points"`           // for each Per
	Per         *decimal.Decimal      `json:"per,omitempty"`    // in the programme's currency; none: 1
	Whole       bool                  `json:"whole,omitempty"`  // only whole Pers count
	UpTo        *decimal.Decimal      `json:"upTo,omitempty"`   // spend of a stay or event that earns at most; none: no end
	Brands      []string              `json:"brands,omitempty"` // empty: any
	Properties  []string              `json:"properties,omitempty"`
	Departments []hotelcrm.Department `json:"departments,omitempty"`
	Tiers       []string              `json:"tiers,omitempty"`
	Kinds       []Kind                `json:"kinds,omitempty"` // stay, award, event, no-show
	NoBonus     bool                  `json:"noBonus,omitempty"`
}

// Bonus is what a tier adds: a part of the base points.
type Bonus struct {
	Tier string          `json:"tier"`
	Rate decimal.Decimal `json:"rate"` // 0.25 is 25 %
}

// Posting is how long after its activity date a line waits.
type Posting struct {
	Days        int `json:"days,omitempty"`        // calendar days
	WorkingDays int `json:"workingDays,omitempty"` // then so many working days of the caller's [Calendar]
}

// RoundAt is where points are rounded: each of them is one sum for each rate.
type RoundAt uint8

// The places. Unset counts as PerStay.
const (
	PerStay   RoundAt = iota + 1 // what a stay has spent at the rate
	PerFolio                     // what a folio has spent at the rate
	PerCharge                    // each charge of a folio; a department where there are no charges
)

var roundAtNames = enum.Names{"", "stay", "folio", "charge"}

// String returns the name, "unset" for the zero value.
func (r RoundAt) String() string { return roundAtNames.String(uint8(r)) }

// MarshalText returns the name, empty for the zero value.
func (r RoundAt) MarshalText() ([]byte, error) { return choice.Marshal(roundAtNames, "roundAt", r) }

// UnmarshalText reads a name; the empty text is the zero value.
func (r *RoundAt) UnmarshalText(text []byte) error {
	return choice.Unmarshal(roundAtNames, "roundAt", text, r)
}
