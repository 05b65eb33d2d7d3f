package points

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Reason is why a command was refused. errors.Is finds it in a [*RefusedError].
type Reason uint8

// The reasons.
const (
	Insufficient    Reason = iota + 1 // not that many points are available
	Conflict                          // the id, or the stay, came before with another content
	NotFound                          // the command that is referred to is not known
	Settled                           // it was posted, captured, released, voided or has lapsed before
	NotVoidable                       // that kind of command cannot be voided, or is itself the reversal of a reversal
	Backdated                         // the date lies before what the command refers to, or before points came back
	OutOfOrder                        // recorded before an event that the account holds
	Overflow                          // the account would hold more points than a 64-bit number
	AccountClosed                     // merged into another account
	UnknownCurrency                   // the rules have no such currency
	WrongKind                         // that kind of currency cannot do this
	OpenHold                          // a hold or a pending earn stands in the way
	SameAccount                       // a transfer needs two accounts
)

var reasonNames = enum.Names{
	"", "insufficient", "conflict", "not-found", "settled", "not-voidable", "backdated", "out-of-order", "overflow", "account-closed",
	"unknown-currency", "wrong-kind", "open-hold", "same-account",
}

var reasonTexts = [...]string{
	Insufficient:    "not enough points available",
	Conflict:        "came before with another content",
	NotFound:        "no such command in this account",
	Settled:         "settled before",
	NotVoidable:     "cannot be voided",
	Backdated:       "dated before what it builds on",
	OutOfOrder:      "recorded before an event of the account",
	Overflow:        "more points than the ledger can count",
	AccountClosed:   "the account is merged into another",
	UnknownCurrency: "the rules have no such currency",
	WrongKind:       "not allowed for this kind of currency",
	OpenHold:        "a hold or a pending earn is open",
	SameAccount:     "both accounts are the same",
}

// String returns the stable code, such as "insufficient".
func (r Reason) String() string { return reasonNames.String(uint8(r)) }

// Error returns the reason in words, so that a Reason can be found in an error chain.
func (r Reason) Error() string {
	if known(reasonNames, r) {
		return reasonTexts[r]
	}
	return r.String()
}

// RefusedError says why a command was refused. The state it was decided on is unchanged.
type RefusedError struct {
	Command  string // id of the command
	Reason   Reason
	Currency string // where a currency matters
	Ref      string // the command, stay or account that stands in the way
	Asked    int64  // points asked for, where that matters
	Allowed  int64  // points that were available
}

// Error returns the command, the reason and the figures in one line.
func (e *RefusedError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "points: command %q refused: %v", e.Command, e.Reason.Error())
	if e.Ref != "" {
		fmt.Fprintf(&b, ": %q", e.Ref)
	}
	if e.Currency != "" {
		fmt.Fprintf(&b, ", currency %q", e.Currency)
	}
	if e.Asked != 0 {
		fmt.Fprintf(&b, ": %d asked, %d available", e.Asked, e.Allowed)
	}
	return b.String()
}

// Unwrap returns the Reason.
func (e *RefusedError) Unwrap() error { return e.Reason }

// VersionError is returned by a [Journal] when an account has moved on since it was loaded: load again, decide again.
type VersionError struct {
	Account          string
	Expected, Actual uint64
}

// Error returns account and versions in one line.
func (e *VersionError) Error() string {
	return fmt.Sprintf("points: account %q is at version %d, expected %d", e.Account, e.Actual, e.Expected)
}

// ErrEvent is wrapped when an event does not fit the account: out of sequence, a lot that does not exist, points that
// are not there.
var ErrEvent = errors.New("points: event does not fit the account")
