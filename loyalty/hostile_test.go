package loyalty_test

import (
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// Numbers whose exponent would fill the memory are refused, or harmless, at every door.
func TestExponentsAreHarmless(t *testing.T) {
	e := inn(t, tenPerEuro)
	for _, hostile := range []decimal.Decimal{decimal.New(1, 2_000_000_000), decimal.New(1, -2_000_000_000), decimal.New(-7, 2_000_000_000)} {
		done := make(chan bool, 1)
		go func() {
			stay := at("a", "2024-05-01", "2024-05-03", "10")
			stay.Currency, stay.Exchange = "USD", hostile
			_, exchange := e.Earn(new(guest(stay)), loyalty.Earning{})
			stay = at("a", "2024-05-01", "2024-05-03", "10")
			stay.Revenue.Rooms = hostile
			_, revenue := e.Earn(new(guest(stay)), loyalty.Earning{})
			stay.Charges = []loyalty.Charge{{Department: 1, Amount: hostile}}
			_, charge := e.Earn(new(guest(stay)), loyalty.Earning{})
			_, notice := e.Notices(&loyalty.Member{Enrolled: day("2024-01-01")}, loyalty.AsOf{On: day("2024-05-05")}, loyalty.Notices{Near: hostile})
			_, pays := e.Pays("guest", day("2024-05-05"), hostile)
			done <- exchange != nil && revenue != nil && charge != nil && notice != nil && pays == nil
		}()
		select {
		case refused := <-done:
			if !refused {
				t.Errorf("exponent %d is taken", hostile.Exponent())
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("exponent %d is computed with", hostile.Exponent())
		}
	}
}
