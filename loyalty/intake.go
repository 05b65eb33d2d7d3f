package loyalty

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// item is one folio, or an event as a folio without nights.
type item struct {
	folio   *Folio
	row     int
	event   bool
	counts  int32
	version int
	kind    Kind
	spend   amounts // eligible, of all its rooms
	total   int64
	rooms   int32 // at least 1
	paid    int32 // of these, rooms that earn
	elite   int32 // of these again, rooms with elite bonus
	out     Exclusion
}

// date returns the activity date.
func (i *item) date() hotelcrm.Date {
	if i.folio.Status == hotelcrm.NoShow {
		return i.folio.Arrival
	}
	return i.folio.Departure
}

// known returns the date from which the folio is known.
func (i *item) known() hotelcrm.Date { return cmp.Or(i.folio.Known, i.date()) }

// alone reports whether it is never part of a stay of several folios.
func (i *item) alone() bool { return i.event || i.kind == KindNoShow }

func (e *Event) folio() Folio {
	return Folio{
		Stay: hotelcrm.Stay{ID: e.ID, Property: e.Property, Status: hotelcrm.Departed, Arrival: e.Date, Departure: e.Date, Currency: e.Currency},
		Seq:  e.Seq, Known: e.Known, Brand: e.Brand, Payer: e.Payer, Charges: e.Charges, Exchange: e.Exchange,
	}
}

// intake takes the guest's folios and events: what counts is in r.items, what does not in r.out.Taken.
func (r *Earner) intake() error {
	g := r.guest
	r.items, r.events = r.items[:0], slices.Grow(r.events[:0], len(g.Events))
	for i := range g.Folios {
		r.items = append(r.items, item{folio: &g.Folios[i], row: i + 1})
	}
	for i := range g.Events {
		r.events = append(r.events, g.Events[i].folio())
		r.items = append(r.items, item{folio: &r.events[i], row: i + 1, event: true, counts: g.Events[i].Counts})
	}
	var errs []error
	for i := range r.items {
		if err := r.items[i].check(); err != nil && len(errs) < hotelcrm.MaxRowErrors {
			errs = append(errs, err)
		}
	}
	if errs == nil {
		errs = r.sift()
	}
	return errors.Join(errs...)
}

// sift leaves out what does not count.
func (r *Earner) sift() (errs []error) {
	for i := range r.items {
		if it := &r.items[i]; r.how.Known != 0 && it.known() > r.how.Known {
			it.out = NotYet
		}
	}
	if err := r.dropVersions(); err != nil {
		return []error{err}
	}
	for i := range r.items {
		it := &r.items[i]
		if it.out == 0 {
			it.out = r.excludes(it)
		}
		if it.out != 0 {
			continue
		}
		if err := r.amounts(it); err != nil && len(errs) < hotelcrm.MaxRowErrors {
			errs = append(errs, err)
		}
	}
	r.dropRepeats()
	r.out.Taken.Rows = len(r.items)
	kept := r.items[:0]
	for _, it := range r.items {
		if it.out == 0 {
			kept = append(kept, it)
		} else {
			r.out.Taken.left[it.out]++
		}
	}
	r.items = kept
	return errs
}

// check refuses what cannot be.
func (i *item) check() error {
	f := i.folio
	bad := func(field, value, allowed string) error {
		err := lineError(field, value, allowed)
		err.Row = i.row
		return err
	}
	valid := func(d hotelcrm.Date) bool { return d >= hotelcrm.MinDate && d <= hotelcrm.MaxDate }
	switch {
	case i.event && (!valid(f.Departure) || i.counts < 0):
		return bad("date", f.Departure.String(), "want a date of years 1 to 9999, and no negative count of events")
	case f.Status == 0 || f.Status > hotelcrm.NoShow:
		return bad("status", f.Status.String(), "want a status")
	case !valid(f.Arrival) || !valid(f.Departure):
		return bad("departure", f.Departure.String(), "want arrival and departure of years 1 to 9999")
	case f.Departure < f.Arrival || f.Departure.DaysSince(f.Arrival) > maxNights:
		return bad("departure", f.Departure.String(), fmt.Sprint("want 0 to ", maxNights, " nights after arrival ", f.Arrival))
	case f.Role > hotelcrm.Account || f.Use > hotelcrm.Points || int(f.Payer) >= len(payerNames):
		return bad("role", f.Role.String(), "want a role, use and payer that exist")
	case len(f.Charges) > maxCharges:
		return bad("charges", fmt.Sprint(len(f.Charges)), fmt.Sprint("want at most ", maxCharges))
	case f.Rooms < 0 || f.Rooms > maxRooms:
		return bad("rooms", fmt.Sprint(f.Rooms), fmt.Sprint("want 0 to ", maxRooms))
	}
	return nil
}

// maxNights and maxCharges bound a folio.
const maxNights, maxCharges = 36_600, 100_000

// excludes returns why a folio does not count, 0 if it does, and finds its kind and rules.
func (r *Earner) excludes(it *item) Exclusion {
	f := it.folio
	switch f.Status {
	case hotelcrm.Tentative:
		return WasTentative
	case hotelcrm.Booked:
		return WasBooked
	case hotelcrm.InHouse:
		return WasInHouse
	case hotelcrm.Cancelled:
		return WasCancelled
	}
	if r.how.On != 0 && it.date() > r.how.On {
		return NotYet
	}
	if it.version = r.engine.versionOn(it.date()); it.version < 0 {
		return NoRules
	}
	rules := &r.engine.versions[it.version].stays
	joined := it.date()
	if rules.enrolledBy == CheckIn {
		joined = f.Arrival
	}
	switch {
	case joined < r.guest.Enrolled:
		return BeforeEnrolment
	case f.Member != "" && r.guest.Number != "" && f.Member != r.guest.Number:
		return OtherMember
	case !rules.roles.has(uint8(max(f.Role, hotelcrm.Primary))):
		return WrongRole
	case !rules.payers.has(uint8(max(f.Payer, ByGuest))):
		return WrongPayer
	case f.Use == hotelcrm.Complimentary || f.Use == hotelcrm.HouseUse:
		return WasFree
	case rules.withoutRates.match(f.RateCode) || rules.withoutMarkets.match(f.Market) || rules.withoutChannels.match(f.Channel):
		return WrongRate
	}
	it.kind = kindOf(it)
	if it.kind == KindStay && f.Arrival == f.Departure && rules.dayUse == DayUseNone {
		return WasDayUse
	}
	return 0
}

func kindOf(it *item) Kind {
	switch {
	case it.event:
		return KindEvent
	case it.folio.Status == hotelcrm.NoShow:
		return KindNoShow
	case it.folio.Use == hotelcrm.Points:
		return KindAward
	}
	return KindStay
}
