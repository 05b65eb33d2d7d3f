package hotelcrm

import (
	"iter"
	"slices"

	"github.com/shopspring/decimal"
)

// Visit is one visit of one guest: a stay, or several that the [Policy] joins.
type Visit struct {
	Guest    string `json:"guest"`
	Property string `json:"property,omitempty"`

	Arrival   Date `json:"arrival"`
	Departure Date `json:"departure"` // asOf for a guest still in the house

	Nights     int `json:"nights"`     // calendar nights, whatever the number of rooms
	RoomNights int `json:"roomNights"` // nights times rooms
	Stays      int `json:"stays"`      // that make the visit

	Revenue decimal.Decimal `json:"revenue"`
}

// Visits is one row per visit, in columns, ordered by guest id (byte order) and within a guest by arrival, property (byte
// order) and departure. Rows equal in all of these, which ByStay can give, stand in the order of nights, room nights,
// stays and revenue, so that rows change places only with their like.
//
// Two kinds of columns are told apart by their index: guest number i, counted from 0 among the guests with a visit, and
// row number k. [Visits.Of] leads from one to the other.
//
// A guest's [Summary] is the sum of the guest's rows, and [Visits.Summaries] returns all of them: Revenue is that of the
// rows and the fees of [Visits.Fees], RepeatRevenue that of the rows after the first arrival date.
//
// Visits is immutable and safe for concurrent use. Slices that its methods return are shared and must not be changed.
type Visits struct {
	currency string
	asOf     Date
	window   Window
	counts   Counts
	warnings []Warning
	feesOnly int // guests with fees but no visit
	workers  int

	guest      []string
	offsets    []int // of each guest's first row, and after them the number of rows
	fees       Amounts
	properties []string

	arrival, departure        []Date
	nights, roomNights, stays []int32
	property                  []uint32
	revenue                   Amounts
}

// warn looks for what a reader should mind.
func (v *Visits) warn() {
	crowds := 0
	for i := range v.guest {
		from, to := v.Of(i)
		if to-from > slices.Max(v.departure[from:to]).DaysSince(v.arrival[from])+1 {
			crowds++
		}
	}
	v.warnings = appendWarnings(v.warnings, len(v.guest), v.revenue, v.feesOnly, crowds)
}

// Len returns the number of visits.
func (v *Visits) Len() int { return len(v.arrival) }

// At returns the visit of row k, counted from 0.
//
// Cost: O(log guests) to find whose it is; [Visits.All] knows.
func (v *Visits) At(k int) Visit {
	i, first := slices.BinarySearch(v.offsets, k)
	if !first {
		i--
	}
	return v.row(i, k)
}

func (v *Visits) row(i, k int) Visit {
	return Visit{
		Guest: v.guest[i], Property: v.properties[v.property[k]], Arrival: v.arrival[k], Departure: v.departure[k],
		Nights: int(v.nights[k]), RoomNights: int(v.roomNights[k]), Stays: int(v.stays[k]), Revenue: v.revenue.At(k),
	}
}

// All returns every visit with its row number, in the order of the rows.
func (v *Visits) All() iter.Seq2[int, Visit] {
	return func(yield func(int, Visit) bool) {
		for i := range v.guest {
			from, to := v.Of(i)
			for k := from; k < to; k++ {
				if !yield(k, v.row(i, k)) {
					return
				}
			}
		}
	}
}

// Of returns the rows of guest number i: from, and up to but not including to. There is at least one.
func (v *Visits) Of(i int) (from, to int) { return v.offsets[i], v.offsets[i+1] }

// Offsets returns the number of each guest's first row, and after them the number of rows: [Visits.Of] for all guests.
func (v *Visits) Offsets() []int { return v.offsets }

// Find returns the number of a guest, and false if the guest has no visit.
//
// Cost: O(log n), no allocation.
func (v *Visits) Find(guest string) (int, bool) { return slices.BinarySearch(v.guest, guest) }
