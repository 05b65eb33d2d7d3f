package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Credit is one line of points: what gave it, and how many it came to.
type Credit struct {
	Date       hotelcrm.Date `json:"date"`   // activity date
	Posted     hotelcrm.Date `json:"posted"` // from when the points may be used
	Source     string        `json:"source"` // id of the stay's first folio, or of the event
	Seq        int64         `json:"seq,omitempty"`
	Property   string        `json:"property,omitempty"`
	Kind       CreditKind    `json:"kind"`
	Rule       string        `json:"rule"`          // id of the rate or campaign, tier of the elite bonus
	Version    string        `json:"version"`       // of the rules
	Tier       string        `json:"tier"`          // held on the day that counts
	Of         Fraction      `json:"of"`            // what it was worked out from: spend, points, or a count
	Exact      Fraction      `json:"exact"`         // points before rounding and before any cut
	Rounded    int64         `json:"rounded"`       // and after rounding
	Cut        int64         `json:"cut,omitempty"` // what a cap, a budget or a limit of members took away
	Why        CutReason     `json:"why,omitempty"` // which of them was the last to do so
	Points     int64         `json:"points"`        // Rounded - Cut
	Qualifying int64         `json:"qualifying"`    // of these, points that count for the tier
	place      int32         // of the campaign in the engine
}

// CreditKind is what a line of points is.
type CreditKind uint8

// The kinds.
const (
	BasePoints CreditKind = iota + 1
	EliteBonus
	FloorTopUp
	CampaignPoints
)

var creditNames = enum.Names{"", "base", "bonus", "floor", "campaign"}

// String returns the name, "unset" for the zero value.
func (k CreditKind) String() string { return creditNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k CreditKind) MarshalText() ([]byte, error) { return choice.Marshal(creditNames, "credit", k) }

// UnmarshalText reads a name; the empty text is the zero value.
func (k *CreditKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(creditNames, "credit", text, k)
}

// CutReason is what took points away from a line.
type CutReason uint8

// The reasons.
const (
	ByCap     CutReason = iota + 1 // of a stay, or of a campaign for one member
	ByMembers                      // a campaign for the first members
	ByBudget                       // a campaign's budget
)

var cutNames = enum.Names{"", "cap", "first-members", "budget"}

// String returns the name, "unset" for the zero value.
func (c CutReason) String() string { return cutNames.String(uint8(c)) }

// MarshalText returns the name, empty for the zero value.
func (c CutReason) MarshalText() ([]byte, error) { return choice.Marshal(cutNames, "cut", c) }

// UnmarshalText reads a name; the empty text is the zero value.
func (c *CutReason) UnmarshalText(text []byte) error {
	return choice.Unmarshal(cutNames, "cut", text, c)
}

// cut takes points away.
func (c *Credit) cut(n int64, why CutReason) {
	if n > 0 {
		c.Cut, c.Points, c.Why = c.Cut+n, c.Points-n, why
		c.Qualifying = min(c.Qualifying, c.Points)
	}
}

// Earnings is what a member has earned.
type Earnings struct {
	Activities []Activity `json:"activities,omitempty"` // of stays and events, by date: what counts for the tier
	Credits    []Credit   `json:"credits,omitempty"`    // by date, stay by stay
	Redeemable int64      `json:"redeemable"`           // all points
	Qualifying int64      `json:"qualifying"`           // those that count for the tier
	Taken      Taken      `json:"taken"`
}
