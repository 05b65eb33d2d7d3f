package segment

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Table is one row per guest, in columns, ordered by guest id (byte order), with the stays of each guest beside it if the
// [Builder] was given them. It is immutable and safe for concurrent use. Slices that its methods return are shared and
// must not be changed.
type Table struct {
	schema   *Schema
	asOf     hotelcrm.Date
	workers  int
	warnings []hotelcrm.Warning
	guests   []string
	columns  []column
	stays    *stays
}

// Schema returns the schema.
func (t *Table) Schema() *Schema { return t.schema }

// AsOf returns the analysis date, from which rolling windows look back.
func (t *Table) AsOf() hotelcrm.Date { return t.asOf }

// Workers returns how many goroutines may work on the table at once, at least 1. It never changes a result.
func (t *Table) Workers() int { return max(1, t.workers) }

// Warnings returns what to mind about the table, in a fixed order.
func (t *Table) Warnings() []hotelcrm.Warning { return t.warnings }

// Len returns the number of guests.
func (t *Table) Len() int { return len(t.guests) }

// Guests returns the guest ids.
func (t *Table) Guests() []string { return t.guests }

// Find returns the number of a guest, and false if the table has no such guest.
//
// Cost: O(log n), no allocation.
func (t *Table) Find(guest string) (int, bool) { return slices.BinarySearch(t.guests, guest) }

// Has reports whether guest number i has a value of attribute number a of the schema.
func (t *Table) Has(a, i int) bool { return t.columns[a].has(i) }

// Text returns the value of attribute number a of guest number i in the form that a [Condition] takes, empty where there
// is none.
func (t *Table) Text(a, i int) string { return t.columns[a].text(i) }

// Known returns how many guests have a value of attribute number a.
//
// Cost: O(n).
func (t *Table) Known(a int) int {
	n := 0
	for i := range t.guests {
		if t.columns[a].has(i) {
			n++
		}
	}
	return n
}

// Numbers returns the column of attribute number a, NaN where a value is missing; nil if it is not numeric or nobody has
// a value.
func (t *Table) Numbers(a int) []float64 { return t.columns[a].numbers }

// Codes returns the column of attribute number a: 0 where a value is missing, k+1 for level k of [Table.Levels]; nil if
// the attribute has no levels or nobody has a value.
func (t *Table) Codes(a int) []uint16 { return t.columns[a].codes }

// Levels returns the levels of attribute number a: those of the schema, then, of an open nominal, the further ones of
// the table in byte order.
func (t *Table) Levels(a int) []Level { return t.columns[a].levels }

// Days returns the column of attribute number a, zero where a date is missing; nil if its values are no dates or nobody
// has one.
func (t *Table) Days(a int) []hotelcrm.Date { return t.columns[a].days }

// Minor returns the column of attribute number a in minor units of its currency, rounded down where the amount does not
// fit them; nil if its values are no amounts or nobody has one. Whether guest number i has one, [Table.Has] says.
func (t *Table) Minor(a int) []int64 { return t.columns[a].money }

// Amount returns the exact amount of attribute number a of guest number i, and false if there is none.
//
// Cost: some allocations; bulk readers use [Table.Minor].
func (t *Table) Amount(a, i int) (decimal.Decimal, bool) {
	c := &t.columns[a]
	if c.money == nil || !c.has(i) {
		return decimal.Decimal{}, false
	}
	return c.amount(i), true
}

// StayCount returns the number of stays that the table carries.
func (t *Table) StayCount() int {
	if t.stays == nil {
		return 0
	}
	return t.stays.len()
}
