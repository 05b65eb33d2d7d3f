package intake

import (
	"errors"
	"io"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

// batch is a block of rows as columns.
type batch struct {
	block table.Block
	plain bool // every row could be read; else the columns mean nothing
	rows  int

	width  int
	fields []mapped

	id, property, guest                texts
	version                            wholes[int64]
	rooms                              wholes[int32]
	arrival, departure, booked         days
	revenue                            [5]moneys
	status                             codes[hotelcrm.Status, *hotelcrm.Status]
	role                               codes[hotelcrm.Role, *hotelcrm.Role]
	use                                codes[hotelcrm.Use, *hotelcrm.Use]
	currency                           constant
	hasArrival, hasDeparture, hasState bool
}

// mapped is a column with the cell that it takes.
type mapped struct {
	column
	at int
}

// newBatch returns an empty batch for rows of that width.
func newBatch(c *cells, width int, setup hotelcrm.Setup) *batch {
	b := &batch{width: width, hasArrival: c.has(stayArrival), hasDeparture: c.has(stayDeparture), hasState: c.has(stayStatus)}
	b.version.bits, b.rooms.bits = 64, 32
	b.guest.needed = true // rows without a guest are judged one by one
	b.currency.text = setup.Currency
	all := map[int]column{
		stayID: &b.id, stayVersion: &b.version, stayProperty: &b.property, stayGuest: &b.guest, stayRole: &b.role,
		stayStatus: &b.status, stayUse: &b.use, stayArrival: &b.arrival, stayDeparture: &b.departure,
		stayBooked: &b.booked, stayRooms: &b.rooms, stayCurrency: &b.currency,
	}
	for i := range b.revenue {
		b.revenue[i].scale, b.revenue[i].comma = setup.Scale, c.comma
		all[stayRevenue+i] = &b.revenue[i]
	}
	for _, d := range []*days{&b.arrival, &b.departure, &b.booked} {
		d.layout = c.layout
	}
	for field, at := range c.at {
		if at >= 0 {
			b.fields = append(b.fields, mapped{all[field], at})
		}
	}
	return b
}

// fill reads a block, up to the first row that is not plain.
func (b *batch) fill(block table.Block) {
	b.block, b.rows, b.plain = block, 0, false
	for _, field := range b.fields {
		field.reset()
	}
	rows := block.Rows()
	for {
		row, err := rows.Next()
		if err != nil {
			b.plain = errors.Is(err, io.EOF)
			return
		}
		if len(row.Cells) != b.width || !b.take(row.Cells) {
			return
		}
		b.rows++
	}
}

func (b *batch) take(row []string) bool {
	for i := range b.fields {
		if !b.fields[i].take(trimmed(row[b.fields[i].at])) {
			return false
		}
	}
	return true
}

// trimmed is strings.TrimSpace, spared where the ends are no spaces for certain.
func trimmed(cell string) string {
	if n := len(cell); n == 0 || isPlain(cell[0]) && isPlain(cell[n-1]) {
		return cell
	}
	return strings.TrimSpace(cell)
}

func isPlain(c byte) bool { return c > ' ' && c < 0x80 }

// columns returns what was filled in.
func (b *batch) columns() hotelcrm.Columns {
	c := hotelcrm.Columns{
		ID: b.id.list, Version: b.version.list, Property: b.property.list, Guest: b.guest.list,
		Arrival: b.arrival.list, Departure: b.departure.list, Rooms: b.rooms.list,
		Status: b.status.list, Role: b.role.list, Use: b.use.list,
		RoomRevenue: b.revenue[0].list, FoodBeverage: b.revenue[1].list, OtherOperated: b.revenue[2].list,
		Miscellaneous: b.revenue[3].list, Fees: b.revenue[4].list,
	}
	switch {
	case !b.hasDeparture:
		c.Departure = c.Arrival
	case !b.hasArrival:
		c.Arrival = c.Departure
	}
	return c
}

// last returns the last day that a stay of the batch shows a guest in the house, 0 for none.
func (b *batch) last(c *hotelcrm.Columns) hotelcrm.Date {
	var last hotelcrm.Date
	for i := range c.Guest {
		switch {
		case !b.hasState || c.Status[i] == hotelcrm.Departed:
			last = max(last, c.Departure[i])
		case c.Status[i] == hotelcrm.InHouse:
			last = max(last, c.Arrival[i])
		}
	}
	return last
}
