package liability_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
)

// The roll-forward in money adds up also where points left the book.
func TestMoneyRollAddsUpWithTransfers(t *testing.T) {
	roll := liability.RollForward{Opening: 1000, Issued: 300, Redeemed: 200, Expired: 50, Reversed: 20, Transferred: 130, Closing: 900}
	before, _ := liability.Ratio(3, 500)
	after, _ := liability.Ratio(7, 1000)
	m, err := roll.Value(before, after)
	if err != nil {
		t.Fatal(err)
	}
	sum := m.Opening.Plus(m.Issued).Minus(m.Redeemed).Minus(m.Expired).Minus(m.Reversed).Minus(m.Transferred).Plus(m.EstimateChange)
	if sum.Cmp(m.Closing) != 0 {
		t.Errorf("opening and movements make %v, closing %v", sum, m.Closing)
	}
}
