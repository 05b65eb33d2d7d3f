package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/shopspring/decimal"
)

// Campaign gives points beside the rates. A campaign that runs under two versions stands in both with the same id: what
// a member has done for it is then counted on.
type Campaign struct {
	ID            string `json:"id"`
	Name          string `json:"name,omitempty"`
	NameZH        string `json:"nameZh,omitempty"`
	hotelcrm.Span        // when it runs
	By            Moment `json:"by,omitempty"`    // which day of a stay must lie in it; unset: CheckOut
	Group         string `json:"group,omitempty"` // a stay counts for one campaign of a group only; empty: for each
	Order         int    `json:"order,omitempty"` // the lowest whose conditions the stay meets, then the first listed

	Register         Register         `json:"register,omitempty"`
	Tiers            []string         `json:"tiers,omitempty"` // empty: all
	Brands           []string         `json:"brands,omitempty"`
	Properties       []string         `json:"properties,omitempty"`
	Kinds            []Kind           `json:"kinds,omitempty"`            // stay, award, event, no-show; empty: stay
	MinNights        int              `json:"minNights,omitempty"`        // of a stay
	MinSpend         *decimal.Decimal `json:"minSpend,omitempty"`         // of a stay
	MinSpendPerNight *decimal.Decimal `json:"minSpendPerNight,omitempty"` // of a stay, for each night that counts for the tier
	FirstStays       int              `json:"firstStays,omitempty"`       // only so many stays of a member count; 0: all
	FirstMembers     int              `json:"firstMembers,omitempty"`     // only so many members are paid, in the recorded order; 0: all

	Reward    Reward `json:"reward"`
	Qualifies bool   `json:"qualifies,omitempty"` // its points count for the tier
	Cap       int64  `json:"cap,omitempty"`       // points for one member at most; 0: none
	Budget    int64  `json:"budget,omitempty"`    // points for all members at most, in the recorded order; 0: none
}

// Reward is what a campaign gives.
type Reward struct {
	Kind   RewardKind       `json:"kind"`
	Points int64            `json:"points,omitempty"` // of Fixed, Every and Streak
	Times  *decimal.Decimal `json:"times,omitempty"`  // of Multiplier: 2 adds as much again
	Elite  bool             `json:"elite,omitempty"`  // of Multiplier: of base points and elite bonus, else of base points alone
	Metric Metric           `json:"metric,omitempty"` // of Every and Steps: nights, stays, points, spend, events; of Steps also brands
	Every  int64            `json:"every,omitempty"`  // of Every: points for each so many
	Steps  []Rung           `json:"steps,omitempty"`  // of Steps: points when the count is reached, each once
	Months int              `json:"months,omitempty"` // of Streak: calendar months in a row
}

// Rung is one step of a reward by steps.
type Rung struct {
	At     int64 `json:"at"` // nights, stays, whole units of the currency ...
	Points int64 `json:"points"`
}

// RewardKind is the shape of a reward.
type RewardKind uint8

// The shapes.
const (
	Multiplier RewardKind = iota + 1
	Fixed                 // for each stay
	Every                 // for every so many nights, stays ... since the campaign began
	Steps                 // for reaching counts, also of different brands
	Streak                // for so many calendar months in a row with a stay; then a new row begins
)

var rewardNames = enum.Names{"", "multiplier", "fixed", "every", "steps", "streak"}

// String returns the name, "unset" for the zero value.
func (k RewardKind) String() string { return rewardNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k RewardKind) MarshalText() ([]byte, error) { return choice.Marshal(rewardNames, "reward", k) }

// UnmarshalText reads a name; the empty text is the zero value.
func (k *RewardKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(rewardNames, "reward", text, k)
}

// Register says whether a member must have entered for a campaign.
type Register uint8

// The ways. Unset means that nobody need register.
const (
	BeforeStay Register = iota + 1 // on the day of arrival or before
	BeforeEnd                      // before the campaign ends: earlier stays count, too
)

var registerNames = enum.Names{"", "before-stay", "before-end"}

// String returns the name, "unset" for the zero value.
func (r Register) String() string { return registerNames.String(uint8(r)) }

// MarshalText returns the name, empty for the zero value.
func (r Register) MarshalText() ([]byte, error) { return choice.Marshal(registerNames, "register", r) }

// UnmarshalText reads a name; the empty text is the zero value.
func (r *Register) UnmarshalText(text []byte) error {
	return choice.Unmarshal(registerNames, "register", text, r)
}
