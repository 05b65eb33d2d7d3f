package main

import (
	"encoding"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/shopspring/decimal"
)

// What a row may hold at most.
const (
	maxNights = 36_600
	maxRooms  = 1_000
	maxCount  = 100_000
	maxPoints = 1_000_000_000_000
)

// cells reads the typed cells of one row and collects what is wrong with them.
type cells struct {
	columns table.Columns
	places  int // decimal places of the currency
	n       int
	row     []string
	errs    []error
}

func rowError(row int, field, value, allowed string) error {
	return &hotelcrm.RowError{Row: row, Field: field, Value: value, Err: errors.New(allowed)}
}

func (c *cells) fail(field, allowed string) {
	c.errs = append(c.errs, rowError(c.n, field, c.text(field), allowed))
}

// text returns a cell, empty where the file lacks the column.
func (c *cells) text(field string) string {
	if at := c.columns.At(field); at >= 0 {
		return strings.TrimSpace(c.row[at])
	}
	return ""
}

// date reads a date; an empty cell is no date.
func (c *cells) date(field string) hotelcrm.Date {
	text := c.text(field)
	if text == "" {
		return 0
	}
	d, err := hotelcrm.ParseDate(text)
	if err != nil {
		c.fail(field, "want a day of the calendar such as 2026-03-31")
	}
	return d
}

// whole reads a whole number; an empty cell is 0.
func (c *cells) whole(field string, low, high int64) int64 {
	text := c.text(field)
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < low || n > high {
		c.fail(field, fmt.Sprintf("want a whole number from %d to %d", low, high))
		return 0
	}
	return n
}

// amount reads an amount of money; an empty cell is none.
func (c *cells) amount(field string) decimal.Decimal {
	text := c.text(field)
	if text == "" {
		return decimal.Decimal{}
	}
	d, err := decimal.NewFromString(text)
	if err != nil || strings.ContainsAny(text, "eE") {
		c.fail(field, "want an amount such as 129.50")
		return decimal.Decimal{}
	}
	if minor, ok := hotelcrm.ToMinor(d, c.places); !ok || minor > maxMinor || minor < -maxMinor {
		c.fail(field, fmt.Sprintf("want an amount of at most 12 digits with at most %d decimal places", c.places))
		return decimal.Decimal{}
	}
	return d
}

// maxMinor bounds an amount in units of the smallest coin.
const maxMinor = 1_000_000_000_000

// enum reads one of several words; an empty cell is none.
func (c *cells) enum(field string, to encoding.TextUnmarshaler, allowed string) {
	if text := c.text(field); text != "" && to.UnmarshalText([]byte(text)) != nil {
		c.fail(field, "want "+allowed)
	}
}

// sense checks what several cells of a row say together.
func (c *cells) sense(r *record) {
	switch r.kind {
	case kindStay, kindAward, kindNoShow:
		if nights := r.to.DaysSince(r.date); nights < 0 || nights > maxNights {
			c.fail("to", fmt.Sprintf("want the departure, from %s to %d days later", r.date, maxNights))
		}
	case kindBonus, kindCorrection:
		if r.nights == 0 && r.stays == 0 && r.points == 0 {
			c.fail("points", "want nights, stays or points other than 0")
		}
	case kindGrant:
		switch {
		case r.challenge != "" && (r.tier != "" || r.to != 0):
			c.fail("challenge", "want no tier and no to beside it: the programme states them")
		case r.challenge == "" && (r.tier == "" || r.source == 0):
			c.fail("tier", "want a tier and a source, or a challenge")
		case r.to != 0 && r.to <= r.date:
			c.fail("to", "want a day after "+r.date.String())
		}
	}
}

// checkIDs refuses an id that stands for two different things, and references to nothing.
func checkIDs(records []record) []error {
	type named struct{ member, id string }
	of := map[named]string{}
	var errs []error
	for i := range records {
		r := &records[i]
		if r.id == "" {
			continue
		}
		is := r.kind
		if r.folio() {
			is = kindStay
		}
		key := named{r.member, r.id}
		if other, taken := of[key]; taken && (other != is || is != kindStay) {
			errs = append(errs, rowError(r.row, "id", r.id, "want an id that no other row of the member has; only a stay may be sent again"))
		}
		of[key] = is
	}
	for i := range records {
		r := &records[i]
		if r.kind == kindVoid && r.ref != "" && of[named{r.member, r.ref}] != kindRedemption {
			errs = append(errs, rowError(r.row, "ref", r.ref, "want the id of a redemption of the same member"))
		}
	}
	return errs
}

// folio reports whether the row is a stay that the programme works out.
func (r *record) folio() bool {
	return r.kind == kindStay || r.kind == kindAward || r.kind == kindNoShow
}
