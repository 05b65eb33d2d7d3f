package liability

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Role is what an account is for. Which account of the hotel's books has the role is the hotel's choice.
type Role uint8

// The roles.
const (
	Receivable  Role = iota + 1 // the guest's bill
	Revenue                     // of the stay
	Deferred                    // contract liability for points
	PointsSold                  // revenue from points that were redeemed, breakage included
	LoyaltyCost                 // expense of the programme
	Provision                   // for the cost of redemptions to come
)

var roleNames = enum.Names{"", "receivable", "revenue", "deferred", "points-sold", "loyalty-cost", "provision"}

// String returns the name, "unset" for the zero value.
func (r Role) String() string { return roleNames.String(uint8(r)) }

// MarshalText returns the name, empty for the zero value.
func (r Role) MarshalText() ([]byte, error) { return choice.Marshal(roleNames, "role", r) }

// UnmarshalText reads a name; the empty text is the zero value.
func (r *Role) UnmarshalText(text []byte) error {
	return choice.Unmarshal(roleNames, "role", text, r)
}

// Line is one line of a journal entry. One of both amounts is zero, and none is negative.
type Line struct {
	Role   Role            `json:"role"`
	Debit  decimal.Decimal `json:"debit"`
	Credit decimal.Decimal `json:"credit"`
}

// Entry is a proposed journal entry. Its debits equal its credits.
type Entry []Line

// SaleEntry returns the entry of a sale that gave points: the bill, the revenue of the stay, and what is deferred. The
// parts are rounded to a number of decimal places such that they add up to the bill.
//
// Input: an allocation among the stay and the points, in this order.
// Errors: a [*hotelcrm.ParamError] for an allocation of another form, or as [Allocation.Round].
func SaleEntry(a Allocation, places int) (Entry, error) {
	if len(a.shares) != 2 {
		return nil, refuse.Param("a", "another number of shares", "two: the stay, the points")
	}
	parts, err := a.Round(places)
	if err != nil {
		return nil, err
	}
	return entry(Line{Role: Receivable, Debit: a.price}, Line{Role: Revenue, Credit: parts[0]}, Line{Role: Deferred, Credit: parts[1]}), nil
}

// RevenueEntry returns the entry of a period's revenue from points: the difference of the rounded totals to date.
//
// Input: the recognition of the period before, zero for the first period, and of this one.
// Errors: as [Exact.Round].
func RevenueEntry(before, now Recognition, rounding hotelcrm.RoundTo) (Entry, error) {
	change, err := difference(before.ToDate, now.ToDate, rounding)
	if err != nil {
		return nil, err
	}
	return entry(either(Deferred, change), either(PointsSold, change.Neg())), nil
}

// CostEntry returns the entry that brings a provision from one amount to another.
//
// Errors: as [Exact.Round].
func CostEntry(before, now Exact, rounding hotelcrm.RoundTo) (Entry, error) {
	change, err := difference(before, now, rounding)
	if err != nil {
		return nil, err
	}
	return entry(either(LoyaltyCost, change), either(Provision, change.Neg())), nil
}

// difference rounds both totals, so that what is posted adds up to the last one.
func difference(before, now Exact, rounding hotelcrm.RoundTo) (decimal.Decimal, error) {
	from, err := before.Round(rounding)
	if err != nil {
		return decimal.Decimal{}, err
	}
	to, err := now.Round(rounding)
	return to.Sub(from), err
}

// either debits an amount above zero and credits one below.
func either(role Role, amount decimal.Decimal) Line {
	if amount.IsNegative() {
		return Line{Role: role, Credit: amount.Neg()}
	}
	return Line{Role: role, Debit: amount}
}

// entry leaves out lines of nothing.
func entry(lines ...Line) Entry {
	var e Entry
	for _, l := range lines {
		if !l.Debit.IsZero() || !l.Credit.IsZero() {
			e = append(e, l)
		}
	}
	return e
}
