package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/shopspring/decimal"
)

// Tier is one level of status.
type Tier struct {
	ID      string    `json:"id"`
	Name    string    `json:"name,omitempty"`
	NameZH  string    `json:"nameZh,omitempty"`
	Promote Condition `json:"promote,omitzero"` // reaches the tier; none: by grant only
	Retain  Condition `json:"retain,omitzero"`  // keeps it; none: as Promote
	ForLife Condition `json:"forLife,omitzero"` // reaches it for ever
	Valid   Validity  `json:"valid,omitzero"`   // zero: that of the version

	PayRate *decimal.Decimal `json:"payRate,omitempty"` // the part of the rate that the member pays: 0.9 is 10 % off, 打9折
}

// CounterPolicy says what a promotion does to the counters.
type CounterPolicy uint8

// The policies.
const (
	Keep  CounterPolicy = iota + 1 // counters go on
	Reset                          // counters are zero on the day on which the new level begins, but for lifetime counters
)

var counterNames = enum.Names{"", "keep", "reset"}

// String returns the name, "unset" for the zero value.
func (p CounterPolicy) String() string { return counterNames.String(uint8(p)) }

// MarshalText returns the name, empty for the zero value.
func (p CounterPolicy) MarshalText() ([]byte, error) {
	return choice.Marshal(counterNames, "counters", p)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (p *CounterPolicy) UnmarshalText(text []byte) error {
	return choice.Unmarshal(counterNames, "counters", text, p)
}

// Rollover carries what was counted above the threshold of the tier reached into the next calendar year.
//
// Only what was earned in the year itself is carried: what came in from the year before counts for the tier and is then
// gone. It counts for tiers in the next year under the rules then in force, and never for milestones.
type Rollover struct {
	Metric  Metric `json:"metric,omitempty"`  // unset: Nights
	From    string `json:"from,omitempty"`    // the lowest tier that carries; empty: the first
	Cap     int64  `json:"cap,omitempty"`     // 0: none
	Without []Kind `json:"without,omitempty"` // kinds of activity that are not carried, such as bonus
}

// Move gives holders of a tier another one when the version comes into force, with the same end.
type Move struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Floor is a minimum that the operator gives to all: what was held on a day is held to a date at least.
type Floor struct {
	HeldOn hotelcrm.Date `json:"heldOn"`
	To     hotelcrm.Date `json:"to"` // exclusive
	Note   string        `json:"note,omitempty"`
}

// Challenge is a trial of a tier and what must be done in it to keep one.
type Challenge struct {
	ID    string `json:"id"`
	Trial string `json:"trial,omitempty"` // the tier held during the trial; empty: none
	Days  int    `json:"days"`            // length of the trial: [from, from + days)
	Steps []Step `json:"steps"`           // each that holds is given; conditions count over the trial
}

// Step is one goal of a challenge.
type Step struct {
	When Condition     `json:"when"`
	Tier string        `json:"tier"`
	To   hotelcrm.Date `json:"to"` // exclusive
}
