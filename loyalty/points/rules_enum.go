package points

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Kind is what a currency is for.
type Kind uint8

// The kinds of currency.
const (
	Redeemable Kind = iota + 1 // points that guests spend
	Qualifying                 // a counter that decides the tier: never spent, never expires, never transferred
	Voucher                    // counted pieces, such as suite upgrades; a claw-back never takes another stay's piece
)

var kindNames = enum.Names{"", "redeemable", "qualifying", "voucher"}

// String returns the name, "unset" for the zero value.
func (k Kind) String() string { return kindNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k Kind) MarshalText() ([]byte, error) { return choice.Marshal(kindNames, "kind", k) }

// UnmarshalText reads a name; the empty text is the zero value.
func (k *Kind) UnmarshalText(text []byte) error { return choice.Unmarshal(kindNames, "kind", text, k) }

// BurnOrder says which lots are used first. Ties go to the lot that was recorded first.
type BurnOrder uint8

// The burn orders.
const (
	OldestFirst   BurnOrder = iota + 1 // first in, first out, by the date earned
	SoonestExpiry                      // the lot that dies first; lots without an end come last, then the oldest
	NewestFirst                        // last in, first out, by the date earned
)

var burnNames = enum.Names{"", "oldest-first", "soonest-expiry", "newest-first"}

// String returns the name, "unset" for the zero value.
func (o BurnOrder) String() string { return burnNames.String(uint8(o)) }

// MarshalText returns the name, empty for the zero value.
func (o BurnOrder) MarshalText() ([]byte, error) { return choice.Marshal(burnNames, "burn", o) }

// UnmarshalText reads a name; the empty text is the zero value.
func (o *BurnOrder) UnmarshalText(text []byte) error {
	return choice.Unmarshal(burnNames, "burn", text, o)
}

// Cut says to which day the end of a [Life] is moved.
type Cut uint8

// The cuts.
const (
	Exact    Cut = iota + 1 // the day itself is the first dead day
	MonthEnd                // good through the last day of the month
	YearEnd                 // good through 31 December
)

var cutNames = enum.Names{"", "exact", "month-end", "year-end"}

// String returns the name, "unset" for the zero value.
func (c Cut) String() string { return cutNames.String(uint8(c)) }

// MarshalText returns the name, empty for the zero value.
func (c Cut) MarshalText() ([]byte, error) { return choice.Marshal(cutNames, "cut", c) }

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Cut) UnmarshalText(text []byte) error { return choice.Unmarshal(cutNames, "cut", text, c) }

// Clawback says what is taken back when an earn is voided whose points were spent. What cannot be taken is recorded as
// unrecovered or owed, never dropped. Qualifying counters are taken back whole under every policy.
type Clawback uint8

// The claw-back policies.
const (
	PendingOnly   Clawback = iota + 1 // only points that were not posted yet
	WithinBalance                     // what is left of the lot, then other lots in burn order, down to zero
	DebtAllowed                       // as WithinBalance, and the rest is owed: the balance goes below zero
)

var clawbackNames = enum.Names{"", "pending-only", "within-balance", "debt-allowed"}

// String returns the name, "unset" for the zero value.
func (c Clawback) String() string { return clawbackNames.String(uint8(c)) }

// MarshalText returns the name, empty for the zero value.
func (c Clawback) MarshalText() ([]byte, error) { return choice.Marshal(clawbackNames, "clawback", c) }

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Clawback) UnmarshalText(text []byte) error {
	return choice.Unmarshal(clawbackNames, "clawback", text, c)
}

// Origin is why points were given, which decides how they are accounted for.
type Origin uint8

// The origins.
const (
	FromSale     Origin = iota + 1 // earned on the hotel's own sale: part of the price is deferred
	FromPartner                    // earned with a partner, who pays for them
	FromGoodwill                   // given without a sale: a cost
)

var originNames = enum.Names{"", "sale", "partner", "goodwill"}

// String returns the name, "unset" for the zero value.
func (o Origin) String() string { return originNames.String(uint8(o)) }

// MarshalText returns the name, empty for the zero value.
func (o Origin) MarshalText() ([]byte, error) { return choice.Marshal(originNames, "origin", o) }

// UnmarshalText reads a name; the empty text is the zero value.
func (o *Origin) UnmarshalText(text []byte) error {
	return choice.Unmarshal(originNames, "origin", text, o)
}

// known reports whether v is a set value of an enum.
func known[T ~uint8](names enum.Names, v T) bool { return v > 0 && int(v) < len(names) }

// knownOrUnset allows the zero value, where it stands for a default.
func knownOrUnset[T ~uint8](names enum.Names, v T) bool { return int(v) < len(names) }
