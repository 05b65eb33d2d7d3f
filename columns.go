package hotelcrm

import (
	"fmt"
	"strconv"
	"sync/atomic"
)

// Columns holds many stays as columns, for bulk readers. Guest or GuestNumber, Arrival and Departure are needed; every
// other column may be nil, which gives each stay the default: no id, version 0, no property, Departed, Primary, Paid,
// one room, no revenue of that department. All columns that are not nil have one length. The texts may be pieces of a
// larger one: the register keeps copies.
//
// Amounts are integers at the register's scale, see [Setup]. The currency is the register's.
type Columns struct {
	ID       []string
	Version  []int64
	Property []string
	Guest    []string

	GuestNumber []uint64 // instead of Guest: the guest whose id is the number's decimal text

	Arrival   []Date
	Departure []Date

	Status []Status
	Role   []Role
	Use    []Use
	Rooms  []int32

	RoomRevenue   []int64
	FoodBeverage  []int64
	OtherOperated []int64
	Miscellaneous []int64
	Fees          []int64
}

// AddColumns adds all stays, or none of them if any is wrong.
//
// Errors: a [*ParamError] for columns of different lengths or with both kinds of guests; up to Setup.MaxErrors
// [*RowError] joined in row order, rows counted from 1.
// Cost: no allocation per stay beyond what the register keeps.
func (r *Register) AddColumns(c Columns) error {
	if r == nil || r.book == nil {
		return errZeroRegister
	}
	if err := c.checkLengths(); err != nil {
		return err
	}
	if c.Guest != nil && c.GuestNumber != nil {
		return refuse("Columns.GuestNumber", "given", "either Guest or GuestNumber")
	}
	tolerated, err := r.checkColumns(&c)
	if err != nil {
		return err
	}
	switch b := r.book.(type) {
	case *tallyBook:
		(&bulk{book: b, setup: &r.setup, limits: &r.limits, stays: &c}).run(r.setup.Workers)
	case *stayBook:
		r.addRows(&c, b)
	}
	for reason, n := range tolerated {
		r.left[reason] += n
	}
	return nil
}

// addRows adds the rows that are right to a book of stays.
func (r *Register) addRows(c *Columns, b *stayBook) {
	for i := range c.len() {
		if i%ahead == 0 {
			b.guests.touch(c, i, min(i+ahead, c.len()))
		}
		d := draft{id: cell(c.ID, i, ""), property: cell(c.Property, i, ""), version: cell(c.Version, i, 0), guest: c.sign(i), record: c.record(i)}
		d.complete()
		if r.limits.check(&d).reason != 0 {
			continue
		}
		guest, inline := c.key(i)
		if !inline {
			guest = b.guests.long.key(c.draft(i).guest)
		}
		b.addDraft(&d, guest)
	}
}

// checkColumns looks at every row before any is added.
func (r *Register) checkColumns(c *Columns) (tolerated [reasonCount]int64, err error) {
	if r.allRight(c) {
		return tolerated, nil
	}
	errs := rowErrors{limit: r.setup.MaxErrors}
	for i := range c.len() {
		d := draft{guest: c.sign(i), record: c.record(i)}
		d.complete()
		f := r.limits.check(&d)
		switch {
		case f.reason == 0:
		case r.setup.Policy.tolerates(f.reason):
			tolerated[f.reason]++
		case !errs.add(i+1, r.limits.explain(f, &d)):
			return tolerated, errs.join()
		}
	}
	return tolerated, errs.join()
}

// allRight reports whether all rows pass the check, for columns whose codes and rooms are defaults.
func (r *Register) allRight(c *Columns) bool {
	if c.Status != nil || c.Role != nil || c.Use != nil || c.Rooms != nil {
		return false
	}
	latestArrival := r.limits.high
	if r.setup.AsOf != 0 {
		latestArrival = min(latestArrival, r.setup.AsOf)
	}
	var wrong atomic.Bool
	inShares(c.len(), r.setup.Workers, func(from, to int) {
		for i := from; i < to; i++ {
			arrival, departure := c.Arrival[i], c.Departure[i]
			if arrival < earliest || arrival > latestArrival || departure < arrival || departure > r.limits.high || c.Guest != nil && c.Guest[i] == "" {
				wrong.Store(true)
				return
			}
		}
	})
	return !wrong.Load()
}

func (c *Columns) len() int { return max(len(c.Guest), len(c.GuestNumber)) }

// sign returns a text that is empty where row i has no guest.
func (c *Columns) sign(i int) string {
	if c.Guest == nil {
		return "-"
	}
	return c.Guest[i]
}

// key returns the key of row i's guest, the zero key where there is none, and false if the id is too long for one.
func (c *Columns) key(i int) (guestKey, bool) {
	if c.Guest == nil {
		return guestKey{c.GuestNumber[i], numberID}, c.GuestNumber[i] <= maxInlineNumber
	}
	id := c.Guest[i]
	if len(id) > inlineBytes {
		return guestKey{load8(id), longID}, false
	}
	return inlineKey(id), true
}

func (c *Columns) checkLengths() error {
	for _, col := range []struct {
		name   string
		n      int
		needed bool
	}{
		{"ID", len(c.ID), false},
		{"Guest", len(c.Guest), c.GuestNumber == nil},
		{"GuestNumber", len(c.GuestNumber), c.Guest == nil},
		{"Version", len(c.Version), false},
		{"Property", len(c.Property), false},
		{"Arrival", len(c.Arrival), true},
		{"Departure", len(c.Departure), true},
		{"Status", len(c.Status), false},
		{"Role", len(c.Role), false},
		{"Use", len(c.Use), false},
		{"Rooms", len(c.Rooms), false},
		{"RoomRevenue", len(c.RoomRevenue), false},
		{"FoodBeverage", len(c.FoodBeverage), false},
		{"OtherOperated", len(c.OtherOperated), false},
		{"Miscellaneous", len(c.Miscellaneous), false},
		{"Fees", len(c.Fees), false},
	} {
		if col.n != c.len() && (col.needed || col.n != 0) {
			return refuse("Columns."+col.name, fmt.Sprint(col.n), fmt.Sprintf("the length of the guest column, %d", c.len()))
		}
	}
	return nil
}

// draft returns row i, defaults for the columns that are nil.
func (c *Columns) draft(i int) draft {
	d := draft{id: cell(c.ID, i, ""), property: cell(c.Property, i, ""), version: cell(c.Version, i, 0), record: c.record(i)}
	if c.Guest == nil {
		d.guest = strconv.FormatUint(c.GuestNumber[i], 10)
	} else {
		d.guest = c.Guest[i]
	}
	d.complete()
	return d
}

func (c *Columns) record(i int) record {
	return record{
		arrival: c.Arrival[i], departure: c.Departure[i], rooms: cell(c.Rooms, i, 1),
		status: cell(c.Status, i, Departed), role: cell(c.Role, i, Primary), use: cell(c.Use, i, Paid),
		minor: [departmentCount]int64{
			cell(c.RoomRevenue, i, 0), cell(c.FoodBeverage, i, 0), cell(c.OtherOperated, i, 0),
			cell(c.Miscellaneous, i, 0), cell(c.Fees, i, 0),
		},
	}
}

func cell[T any](column []T, i int, otherwise T) T {
	if len(column) == 0 {
		return otherwise
	}
	return column[i]
}
