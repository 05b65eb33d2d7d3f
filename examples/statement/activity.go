package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

// readActivity reads the rows of an activity file. Amounts have at most so many decimal places.
//
// Errors: all wrong rows, each a [*hotelcrm.RowError] with row, column, what it holds and what is allowed there, up to a
// hundred.
func readActivity(from io.Reader, places int) ([]record, error) {
	reader, err := table.NewReader(from, table.Comma)
	if err != nil {
		return nil, err
	}
	header, err := reader.Next()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the file is empty")
	}
	if err != nil {
		return nil, err
	}
	c, err := newCells(header.Cells, places)
	if err != nil {
		return nil, err
	}
	records, errs := c.rows(reader)
	if len(records)+len(errs) == 0 {
		return nil, errors.New("no rows below the header")
	}
	errs = append(errs, checkIDs(records)...)
	slices.SortStableFunc(errs, func(a, b error) int { return rowOf(a) - rowOf(b) })
	return records, join(errs)
}

// rows reads all rows, and goes on behind a wrong one.
func (c *cells) rows(reader *table.Reader) (records []record, errs []error) {
	for n := 1; ; n++ {
		row, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return records, errs
		}
		if _, bad := errors.AsType[*table.RowError](err); bad {
			errs = append(errs, err)
			continue
		}
		if err != nil {
			return records, append(errs, err)
		}
		r, wrong := c.record(n, row.Cells)
		if records = append(records, r); wrong != nil {
			errs = append(errs, wrong...)
		}
	}
}

func rowOf(err error) int {
	if row, ok := errors.AsType[*hotelcrm.RowError](err); ok {
		return row.Row
	}
	return 0
}

// newCells finds the columns.
func newCells(header []string, places int) (*cells, error) {
	for _, name := range header {
		if !slices.ContainsFunc(fields, func(f string) bool { return strings.EqualFold(f, strings.TrimSpace(name)) }) {
			return nil, fmt.Errorf("the header has a column %q that is not known; want some of %s", strings.TrimSpace(name), strings.Join(fields, ", "))
		}
	}
	columns, err := table.Named(header, nil, fields)
	if err != nil {
		return nil, err
	}
	for _, need := range []string{"kind", "date"} {
		if !columns.Has(need) {
			return nil, fmt.Errorf("the header has no column %q", need)
		}
	}
	return &cells{columns: columns, places: places}, nil
}

// record reads one row.
func (c *cells) record(n int, row []string) (record, []error) {
	r := record{row: n}
	c.n, c.row, c.errs = n, row, nil
	if len(row) != c.columns.Width {
		return r, []error{rowError(n, "cells", strconv.Itoa(len(row)), fmt.Sprintf("want %d, as many as the header has", c.columns.Width))}
	}
	r.kind, r.member = c.text("kind"), c.text("member")
	at := slices.IndexFunc(shapes, func(s shape) bool { return s.kind == r.kind })
	if at < 0 {
		c.fail("kind", "want one of "+strings.Join(kinds(), ", "))
		return r, c.errs
	}
	c.fits(shapes[at])
	c.fill(&r)
	if c.errs == nil {
		c.sense(&r)
	}
	return r, c.errs
}

// fits checks that the row fills what its kind needs, and nothing that its kind has no use for.
func (c *cells) fits(s shape) {
	for _, field := range fields[2:] { // after member and kind
		switch filled := c.text(field) != ""; {
		case !filled && slices.Contains(s.need, field):
			c.fail(field, "a row of kind "+s.kind+" needs one")
		case filled && !slices.Contains(s.need, field) && !slices.Contains(s.may, field):
			c.fail(field, "want nothing: a row of kind "+s.kind+" has no "+field)
		}
	}
}

func (c *cells) fill(r *record) {
	r.id, r.date, r.to, r.known = c.text("id"), c.date("date"), c.date("to"), c.date("known")
	r.property, r.brand, r.room, r.rate = c.text("property"), c.text("brand"), c.text("room"), c.text("rate")
	c.enum("payer", &r.payer, "guest, company, agent or other")
	r.rooms = int32(c.whole("rooms", 1, maxRooms))
	r.revenue = hotelcrm.Revenue{
		Rooms: c.amount("room_revenue"), FoodBeverage: c.amount("food_beverage"), OtherOperated: c.amount("other_operated"),
		Miscellaneous: c.amount("miscellaneous"), Fees: c.amount("fees"),
	}
	low := int64(0)
	if r.kind == kindCorrection {
		low = -maxCount
	}
	r.nights, r.stays = int32(c.whole("nights", low, maxCount)), int32(c.whole("stays", low, maxCount))
	r.events = int32(c.whole("events", 0, maxCount))
	if r.kind == kindRedemption {
		low = 1
	} else if low < 0 {
		low = -maxPoints
	}
	r.points = c.whole("points", low, maxPoints)
	r.tier, r.challenge, r.campaign = c.text("tier"), c.text("challenge"), c.text("campaign")
	c.enum("source", &r.source, "match, challenge, gift, purchase, card or operator")
	r.ref, r.note = c.text("ref"), c.text("note")
}

func kinds() []string {
	var names []string
	for _, s := range shapes {
		names = append(names, s.kind)
	}
	return names
}
