package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// ClassShare is one class of the matrix with its guests and what they bring.
type ClassShare struct {
	Class   ValueClass      `json:"class"`
	Guests  int             `json:"guests"`
	Current decimal.Decimal `json:"current"` // the sum of the current values, 0 for guests who have none

	// GuestShare is the part of all guests, at 6 decimal places; the shares of all classes add up to 1. It is 0
	// without guests.
	GuestShare decimal.Decimal `json:"guestShare"`

	// CurrentShare is the part of the sum of all current values, likewise. It is not valid where a class brings a loss
	// or all of them nothing, since then no shares are defined.
	CurrentShare decimal.NullDecimal `json:"currentShare"`

	Advice Advice `json:"advice"`
}

// place returns where a class stands among the shares: guests who are not classed come last.
func place(class ValueClass) int { return (int(class) + classCount) % (classCount + 1) }

// count adds up the classes, in blocks that the sum takes as integers.
func (m *Matrix) count() error {
	var sums [classCount + 1]hotelcrm.Sum
	values := m.current.values
	var blocks [classCount + 1][]int64
	for i, class := range m.of {
		m.shares[place(class)].Guests++
		if exact, ok := values.Exact(i); ok {
			sums[class].Add(exact)
			continue
		}
		if blocks[class] = append(blocks[class], values.Minor()[i]); len(blocks[class]) == 256 {
			_ = sums[class].AddMinor(blocks[class], values.Scale()) // cannot fail: the scale is at most 6
			blocks[class] = blocks[class][:0]
		}
	}
	for class := range sums {
		_ = sums[class].AddMinor(blocks[class], values.Scale())
		one := &m.shares[place(ValueClass(class))]
		one.Class, one.Current, one.Advice = ValueClass(class), sums[class].Decimal(), ValueClass(class).Advice()
	}
	if n := m.shares[place(0)].Guests; n > 0 {
		m.warnings = append(m.warnings, hotelcrm.Warning{Code: WarnNotClassed, Text: m.lacking() + " are in no cell of the value matrix", N: n})
	}
	return m.share()
}

// lacking names the guests who are in no class by what is not known of them.
func (m *Matrix) lacking() string {
	switch {
	case m.current.Unknown() == 0:
		return "guests whose potential is not known"
	case m.potential.Unknown() == 0:
		return "guests whose current value is not known"
	}
	return "guests whose current value or potential is not known"
}

const sharePlaces = 6

func (m *Matrix) share() error {
	guests, money := make([]decimal.Decimal, len(m.shares)), make([]decimal.Decimal, len(m.shares))
	total, loss := new(big.Rat), false
	for i, one := range m.shares {
		guests[i], money[i] = decimal.NewFromInt(int64(one.Guests)), one.Current
		total.Add(total, one.Current.Rat())
		loss = loss || one.Current.IsNegative()
	}
	if len(m.of) == 0 {
		return nil
	}
	shares, err := hotelcrm.Allocate(decimal.NewFromInt(1), sharePlaces, guests)
	if err != nil {
		return err
	}
	for i, share := range shares {
		m.shares[i].GuestShare = share
	}
	if loss || total.Sign() == 0 {
		return nil
	}
	shares, err = hotelcrm.Allocate(decimal.NewFromInt(1), sharePlaces, money)
	for i, share := range shares {
		m.shares[i].CurrentShare = decimal.NewNullDecimal(share)
	}
	return err
}
