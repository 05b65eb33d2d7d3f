package sim

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// bill is what a stay is charged, in cents.
type bill struct{ rooms, food, other, misc int64 }

const (
	taxRate   = 100 // per mille of the room price
	foodShare = 720 // stays with food and beverage, per mille
	miscShare = 80  // stays with miscellaneous income, per mille
)

// bill draws the charges for so many nights of a visit. Spending beyond the room is per day in the house.
func (p *person) bill(v *visit, nights int) bill {
	hotel := &properties[v.place]
	b := bill{rooms: v.price * int64(nights)}
	stayed := v.price * int64(max(nights, 1))
	if p.random.chance(foodShare) {
		b.food = p.random.around(stayed * hotel.food / perMille)
	}
	if p.random.chance(hotel.usage) {
		b.other = p.random.around(stayed * hotel.other / perMille)
	}
	if p.random.chance(miscShare) {
		b.misc = int64(p.random.between(300, 6000))
	}
	return b
}

// around draws an amount of that mean.
func (r *random) around(mean int64) int64 { return mean * int64(r.between(200, 1800)) / perMille }

// apply writes the bill into the stay.
func (b bill) apply(s *hotelcrm.Stay) {
	s.Revenue.Rooms = money(b.rooms)
	s.Revenue.FoodBeverage = money(b.food)
	s.Revenue.OtherOperated = money(b.other)
	s.Revenue.Miscellaneous = money(b.misc)
	s.Tax = money(b.rooms * taxRate / perMille)
}

// money returns cents as an amount; zero needs no allocation.
func money(cents int64) decimal.Decimal {
	if cents == 0 {
		return decimal.Decimal{}
	}
	return decimal.New(cents, -2)
}
