package hotelcrm

import "fmt"

// Columns holds many stays as columns, for bulk readers. Guest, Arrival and Departure are needed; every other column
// may be nil, which gives each stay the default: no id, version 0, no property, Departed, Primary, Paid, one room, no
// revenue of that department. All columns that are not nil have the length of Guest.
//
// Amounts are integers at the register's scale, see [Setup]. The currency is the register's.
type Columns struct {
	ID       []string
	Version  []int64
	Property []string
	Guest    []string

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
// Errors: a [*ParamError] for columns of different lengths; up to Setup.MaxErrors [*RowError] joined in row order, rows
// counted from 1.
// Cost: no allocation per stay beyond what the register keeps.
func (r *Register) AddColumns(c Columns) error {
	if r.book == nil {
		return errZeroRegister
	}
	if err := c.checkLengths(); err != nil {
		return err
	}
	tolerated, err := r.checkColumns(&c)
	if err != nil {
		return err
	}
	for i := range c.Guest {
		if d := c.draft(i); r.limits.check(&d).reason == 0 {
			r.book.add(&r.setup, d)
		}
	}
	for reason, n := range tolerated {
		r.left[reason] += n
	}
	return nil
}

// checkColumns looks at every row before any is added.
func (r *Register) checkColumns(c *Columns) (tolerated [reasonCount]int64, err error) {
	errs := rowErrors{limit: r.setup.MaxErrors}
	for i := range c.Guest {
		d := c.draft(i)
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

func (c *Columns) checkLengths() error {
	for _, col := range []struct {
		name   string
		n      int
		needed bool
	}{
		{"ID", len(c.ID), false},
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
		if col.n != len(c.Guest) && (col.needed || col.n != 0) {
			return &ParamError{Param: "Columns." + col.name, Value: fmt.Sprint(col.n), Allowed: fmt.Sprintf("the length of Guest, %d", len(c.Guest))}
		}
	}
	return nil
}

// draft returns row i, defaults for the columns that are nil.
func (c *Columns) draft(i int) draft {
	d := draft{
		id: cell(c.ID, i, ""), property: cell(c.Property, i, ""), guest: c.Guest[i], version: cell(c.Version, i, 0),
		record: record{
			arrival: c.Arrival[i], departure: c.Departure[i], rooms: cell(c.Rooms, i, 1),
			status: cell(c.Status, i, Departed), role: cell(c.Role, i, Primary), use: cell(c.Use, i, Paid),
		},
	}
	for k, column := range [departmentCount][]int64{c.RoomRevenue, c.FoodBeverage, c.OtherOperated, c.Miscellaneous, c.Fees} {
		d.minor[k] = cell(column, i, 0)
	}
	d.complete()
	return d
}

func cell[T any](column []T, i int, otherwise T) T {
	if len(column) == 0 {
		return otherwise
	}
	return column[i]
}
