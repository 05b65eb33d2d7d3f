package concentration

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/radix"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Distribution says how a total is spread over guests, from the one who brings most to the one who brings least. It is
// immutable and safe for concurrent use.
//
// Amounts of 0 and below (refunds) stand last and count as guests like any other. With negative amounts the curve rises
// above the whole before it comes back to it: that is what the refunds take away again.
type Distribution struct {
	amounts  hotelcrm.Amounts
	order    []int32 // guest numbers, largest amount first, equal amounts in the order given
	sorted   []int64 // their integers
	total    decimal.Decimal
	negative int
}

// Of returns how the amounts are spread.
//
// Input: any order.
// Errors: a [*hotelcrm.ParamError] if the amounts do not add up to more than 0, as then no share is defined.
// Cost: O(n).
func Of(amounts hotelcrm.Amounts) (*Distribution, error) {
	if total := amounts.Sum(); !total.IsPositive() {
		return nil, refuse.Param("amounts", "total "+total.String(), "a total above 0")
	}
	return ranked(amounts), nil
}

// ranked orders the amounts, whatever they add up to.
func ranked(amounts hotelcrm.Amounts) *Distribution {
	c := &Distribution{amounts: amounts, total: amounts.Sum(), order: falling(amounts)}
	c.sorted = make([]int64, len(c.order))
	for rank, i := range c.order {
		c.sorted[rank] = amounts.Minor()[i]
		if c.sorted[rank] < 0 { // rounded down, so below 0 with the amount itself
			c.negative++
		}
	}
	return c
}

// falling returns the guest numbers from the largest amount to the smallest, equal amounts in the order given.
func falling(amounts hotelcrm.Amounts) []int32 {
	items := make([]radix.Item, amounts.Len())
	for i, minor := range amounts.Minor() {
		items[i] = radix.Item{Key: ^(uint64(minor) ^ 1<<63), Ref: uint32(i)} // rises as the amount falls
	}
	order := make([]int32, len(items))
	for rank, item := range radix.Sort(items, 1) {
		order[rank] = int32(item.Ref)
	}
	if amounts.Beyond() > 0 { // integers that are alike may stand for amounts that are not
		slices.SortStableFunc(order, func(i, j int32) int { return amounts.Compare(int(j), int(i)) })
	}
	return order
}

// Guests returns the number of guests.
func (d *Distribution) Guests() int { return len(d.order) }

// Total returns the sum of all amounts.
func (d *Distribution) Total() decimal.Decimal { return d.total }

// Negative returns how many guests have a negative amount.
func (d *Distribution) Negative() int { return d.negative }

// Top returns what the first n guests bring together, exactly.
//
// Input: n is cut to [0, Guests].
func (d *Distribution) Top(n int) decimal.Decimal {
	var s hotelcrm.Sum
	d.add(&s, 0, min(max(n, 0), len(d.order)))
	return s.Decimal()
}

// add adds the amounts of the ranks in [from, to).
func (d *Distribution) add(s *hotelcrm.Sum, from, to int) {
	if d.amounts.Beyond() == 0 {
		_ = s.AddMinor(d.sorted[from:to], d.amounts.Scale()) // cannot fail: the scale is at most 6
		return
	}
	for _, i := range d.order[from:to] {
		s.Add(d.amounts.At(int(i)))
	}
}

// Share is a part of the guests and the part of the total that they bring. Rates are per one, to 6 decimal places,
// halves to even.
type Share struct {
	Guests    int             `json:"guests"`
	GuestRate decimal.Decimal `json:"guestRate"`
	Amount    decimal.Decimal `json:"amount"`
	Rate      decimal.Decimal `json:"rate"`
}

const ratePlaces = 6

func (d *Distribution) share(n int, top decimal.Decimal) Share {
	return Share{
		Guests: n, GuestRate: exact.Ratio(decimal.NewFromInt(int64(n)), decimal.NewFromInt(int64(len(d.order))), ratePlaces),
		Amount: top, Rate: exact.Ratio(top, d.total, ratePlaces),
	}
}

// TopGuests returns the share of the best guests: the part given of all guests, rounded up to whole guests. TopGuests(0.2)
// answers how much the best 20 % bring.
//
// Errors: a [*hotelcrm.ParamError] for a part outside [0, 1].
func (d *Distribution) TopGuests(part decimal.Decimal) (Share, error) {
	if err := checkPart(part); err != nil {
		return Share{}, err
	}
	n := part.Mul(decimal.NewFromInt(int64(len(d.order)))).Ceil().IntPart()
	return d.share(int(n), d.Top(int(n))), nil
}

// GuestsFor returns the smallest number of best guests that bring at least the part given of the total. GuestsFor(0.8)
// answers how few guests bring 80 %. The comparison is exact.
//
// Errors: a [*hotelcrm.ParamError] for a part outside [0, 1].
func (d *Distribution) GuestsFor(part decimal.Decimal) (Share, error) {
	if err := checkPart(part); err != nil {
		return Share{}, err
	}
	wanted := part.Mul(d.total)
	rising := len(d.order) - d.negative // up to here every further guest adds
	low, high := 0, rising
	for low < high {
		middle := (low + high) / 2
		if d.Top(middle).LessThan(wanted) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return d.share(low, d.Top(low)), nil
}

func checkPart(part decimal.Decimal) error {
	if !exact.IsPart(part) {
		return refuse.Param("part", exact.Text(part), "0 to 1 with at most 100 decimal places")
	}
	return nil
}

// Curve returns points of the curve of shares: 0 guests, then steps-1 points at equal distances in guests, then all.
//
// Input: steps in [1, 10000]; with fewer guests than steps, one point per guest.
// Errors: a [*hotelcrm.ParamError] for other steps.
func (d *Distribution) Curve(steps int) ([]Share, error) {
	if steps < 1 || steps > 10_000 {
		return nil, refuse.Param("steps", fmt.Sprint(steps), "1 to 10000")
	}
	steps = min(steps, len(d.order))
	out := make([]Share, 0, steps+1)
	var top hotelcrm.Sum
	done := 0
	for i := range steps + 1 {
		n := int(int64(len(d.order)) * int64(i) / int64(steps))
		d.add(&top, done, n)
		done = n
		out = append(out, d.share(n, top.Decimal()))
	}
	return out, nil
}
