package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/internal/sim"
)

// stayFields are the fields of a stay that a table may have, at the indices below.
var stayFields = []string{
	"id", "version", "property", "guest", "role", "status", "use", "arrival", "departure", "booked", "rooms",
	"revenue", "food", "other", "miscellaneous", "fees", "currency",
}

const (
	stayID = iota
	stayVersion
	stayProperty
	stayGuest
	stayRole
	stayStatus
	stayUse
	stayArrival
	stayDeparture
	stayBooked
	stayRooms
	stayRevenue
	stayFood
	stayOther
	stayMiscellaneous
	stayFees
	stayCurrency
)

// needed returns what the table lacks.
func needed(opt *options, columns table.Columns) error {
	if opt.guests != "" {
		for _, field := range []string{"guest", "last", "visits", "revenue"} {
			if !columns.Has(field) {
				return fmt.Errorf("no column for %s; name it with -columns %s=COLUMN", field, field)
			}
		}
		return nil
	}
	for _, one := range [][]string{{"guest"}, {"arrival", "departure"}, stayFields[stayRevenue : stayFees+1]} {
		found := false
		for _, field := range one {
			found = found || columns.Has(field)
		}
		if !found {
			return fmt.Errorf("no column for %s; name it with -columns %s=COLUMN", strings.Join(one, " or "), one[0])
		}
	}
	return nil
}

// readStays adds every row to a register and summarises it.
func readStays(opt *options, rows *rows, in *intake) error {
	book, err := newBook(opt)
	if err != nil {
		return err
	}
	for {
		more, err := rows.next()
		if err != nil {
			return err
		}
		if !more {
			return book.close(opt, in)
		}
		stay := readStay(rows.cells)
		if rows.cells.problem != "" {
			rows.refuse(unreadable, rows.cells.problem)
			continue
		}
		if err := book.add(&stay); err != nil {
			if err := rows.refuseError(err); err != nil {
				return err
			}
		}
	}
}

func readStay(c *cells) hotelcrm.Stay {
	s := hotelcrm.Stay{
		ID: c.text(stayID), Version: c.whole(stayVersion, 64), Property: c.text(stayProperty), Guest: c.text(stayGuest),
		Arrival: c.date(stayArrival), Departure: c.date(stayDeparture), Booked: c.date(stayBooked),
		Rooms: int(c.whole(stayRooms, 32)), Currency: c.text(stayCurrency),
		Revenue: hotelcrm.Revenue{
			Rooms: c.amount(stayRevenue), FoodBeverage: c.amount(stayFood), OtherOperated: c.amount(stayOther),
			Miscellaneous: c.amount(stayMiscellaneous), Fees: c.amount(stayFees),
		},
	}
	switch {
	case !c.has(stayDeparture):
		s.Departure = s.Arrival
	case !c.has(stayArrival):
		s.Arrival = s.Departure
	}
	readCodes(c, &s)
	return s
}

func readCodes(c *cells, s *hotelcrm.Stay) {
	for _, one := range []struct {
		field int
		code  interface{ UnmarshalText([]byte) error }
	}{{stayStatus, &s.Status}, {stayRole, &s.Role}, {stayUse, &s.Use}} {
		err := one.code.UnmarshalText([]byte(strings.ToLower(c.text(one.field))))
		if wrong, ok := errors.AsType[*hotelcrm.ParamError](err); ok {
			c.fail(one.field, "unknown code; want "+wrong.Allowed)
		}
	}
	if !c.has(stayStatus) {
		s.Status = hotelcrm.Departed
	}
}

// book is a register, and the last day it was told of.
type book struct {
	register *hotelcrm.Register
	last     hotelcrm.Date
}

func newBook(opt *options) (*book, error) {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: opt.currency, Policy: hotelcrm.Policy{Visit: opt.visit}})
	return &book{register: register}, err
}

func (b *book) add(stay *hotelcrm.Stay) error {
	if err := b.register.Add(*stay); err != nil {
		return err
	}
	switch stay.Status {
	case hotelcrm.Departed:
		b.last = max(b.last, stay.Departure)
	case hotelcrm.InHouse:
		b.last = max(b.last, stay.Arrival)
	}
	return nil
}

// close summarises as of the date asked for, else as of the day after the last departure.
func (b *book) close(opt *options, in *intake) error {
	asOf := opt.asOf
	if asOf == 0 {
		asOf = dayAfter(b.last)
	}
	var err error
	in.summaries, err = b.register.Summaries(asOf, hotelcrm.Window{})
	return err
}

// dayAfter returns the analysis date for data that ends on the day given, or has no day at all.
func dayAfter(last hotelcrm.Date) hotelcrm.Date {
	if last == 0 || last >= lastAsOf {
		return lastAsOf
	}
	return last.AddDays(1)
}

// simulate runs the built-in hotel.
func simulate(ctx context.Context, opt *options, bar *progress) (*intake, error) {
	stays := sim.Run(sim.Config{}).Stays
	in := newIntake(opt.source())
	book, err := newBook(opt)
	if err != nil {
		return nil, err
	}
	bar.start("reading the simulated hotel", int64(len(stays)))
	for i := range stays {
		if i%1000 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			bar.add(1000)
		}
		in.rows++
		if err := book.add(&stays[i]); err != nil {
			text, reason, ok := rowProblem(err, stays[i].Guest)
			if !ok {
				return nil, err
			}
			in.refuse(i+1, reason, text)
		}
	}
	if err := book.close(opt, in); err != nil {
		return nil, err
	}
	return in, book.hash(in)
}

// hash identifies the simulated stays by the register's canonical bytes.
func (b *book) hash(in *intake) error {
	content, err := b.register.MarshalBinary()
	sum := sha256.Sum256(content)
	in.hash = hex.EncodeToString(sum[:])
	return err
}
