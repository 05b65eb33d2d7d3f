package points

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Role is an account of the ledger's double entry, seen from the programme.
type Role uint8

// The roles.
const (
	RoleIssued   Role = iota + 1 // points minted, negative
	RolePending                  // promised to members, not posted
	RoleMember                   // members' balances
	RoleRedeemed                 // spent
	RoleExpired                  // lapsed
	RoleReversed                 // taken back, less what could not be recovered
	RoleTransfer                 // between accounts: zero over all accounts together
)

var roleNames = enum.Names{"", "issued", "pending", "member", "redeemed", "expired", "reversed", "transfer"}

// String returns the name, "unset" for the zero value.
func (r Role) String() string { return roleNames.String(uint8(r)) }

// Entry is a change of one role in one currency.
type Entry struct {
	Role     Role
	Currency string
	Points   int64
}

// Entries returns the double entry of an event: its moves gathered by role and currency. The points of each currency
// add up to zero.
//
// Input: the account, before or after the event, or any later state of it.
// Result: in the order of currency and role; entries of zero are left out.
func Entries(a *Account, e Event) []Entry {
	var list []Entry
	for _, m := range e.Moves {
		currency := ""
		if a.hasLot(m.Lot) {
			currency = a.lot(m.Lot).Currency
		}
		for _, t := range e.Lots {
			if t.Lot == m.Lot {
				currency = t.Currency
			}
		}
		list = addEntry(list, m.From.role(), currency, -m.Points)
		list = addEntry(list, m.To.role(), currency, m.Points)
	}
	list = slices.DeleteFunc(list, func(e Entry) bool { return e.Points == 0 })
	slices.SortFunc(list, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Currency, y.Currency), cmp.Compare(x.Role, y.Role))
	})
	return list
}

func addEntry(list []Entry, role Role, currency string, points int64) []Entry {
	for i := range list {
		if list[i].Role == role && list[i].Currency == currency {
			list[i].Points += points
			return list
		}
	}
	return append(list, Entry{Role: role, Currency: currency, Points: points})
}

func (b Bucket) role() Role {
	switch b {
	case Issued:
		return RoleIssued
	case Pending:
		return RolePending
	case Free, Held, Owed:
		return RoleMember
	case Redeemed:
		return RoleRedeemed
	case Expired:
		return RoleExpired
	case Moved:
		return RoleTransfer
	}
	return RoleReversed // Reversed, Unrecovered, Waived
}
