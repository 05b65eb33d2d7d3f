package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/hotelcrm/hotelcrm"
)

// Stay returns a stay as last delivered, false if there is none.
func (tx *Tx) Stay(property, id string) (hotelcrm.Stay, bool, error) {
	var version int64
	var text string
	var out hotelcrm.Stay
	found, err := tx.one(getStay, []any{property, id}, &version, &text)
	if err != nil || !found {
		return out, false, err
	}
	return out, true, json.Unmarshal([]byte(text), &out)
}

// PutStay keeps a stay unless a version as high is known, and reports whether it was kept.
func (tx *Tx) PutStay(s *hotelcrm.Stay) (bool, error) {
	text, err := json.Marshal(s)
	if err != nil {
		return false, err
	}
	var before string
	known, err := tx.one(getGuest, []any{s.Property, s.ID}, &before)
	if err != nil {
		return false, err
	}
	n, err := tx.exec(putStay, s.Property, s.ID, s.Version, s.Guest, s.Status.String(), s.Arrival, s.Departure, string(text))
	if err != nil || n == 0 {
		return false, err
	}
	if known && before != s.Guest {
		if err := tx.touch(before); err != nil {
			return false, err
		}
	}
	return true, tx.touch(s.Guest)
}

// GuestRevision returns a number that changes whenever a stay of a guest or the membership does.
func (tx *Tx) GuestRevision(guest string) (n int64, err error) {
	_, err = tx.one(getTouched, []any{guest}, &n)
	return n, err
}

func (tx *Tx) touch(guest string) error {
	_, err := tx.exec(touch, guest)
	return err
}

// StaysOf returns the stays of a guest in the order of their arrival.
func (tx *Tx) StaysOf(guest string) ([]hotelcrm.Stay, error) { return tx.stays(getStays, guest) }

// Arrivals returns who is expected or has arrived on a date.
func (tx *Tx) Arrivals(on hotelcrm.Date) ([]hotelcrm.Stay, error) { return tx.stays(getArrivals, on) }

func (tx *Tx) stays(text string, arg any) (out []hotelcrm.Stay, err error) {
	err = tx.all(text, []any{arg}, func(scan func(...any) error) error {
		s, err := readStay(scan)
		out = append(out, s)
		return err
	})
	return out, err
}

// readStay reads a stay. The error names the stay, not the guest.
func readStay(scan func(...any) error) (s hotelcrm.Stay, err error) {
	var property, id string
	var text []byte
	if err := scan(&property, &id, &text); err != nil {
		return s, err
	}
	if err := json.Unmarshal(text, &s); err != nil {
		return s, fmt.Errorf("store: stay %q of %q: %w", id, property, err)
	}
	return s, nil
}

// Properties yields the properties that have stays, in the order of their ids. Each costs one look into an index.
func (tx *Tx) Properties() iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		last := ""
		for {
			found, err := tx.one(nextProperty, []any{last}, &last)
			if !found && err == nil || !yield(last, err) || err != nil {
				return
			}
		}
	}
}

var errEnough = errors.New("the reader has enough")

// EveryStay yields all stays, in no particular order.
func (tx *Tx) EveryStay() iter.Seq2[hotelcrm.Stay, error] {
	return func(yield func(hotelcrm.Stay, error) bool) {
		err := tx.all(getEveryStay, nil, func(scan func(...any) error) error {
			if !yield(readStay(scan)) {
				return errEnough
			}
			return nil
		})
		if err != nil && err != errEnough {
			yield(hotelcrm.Stay{}, err)
		}
	}
}
