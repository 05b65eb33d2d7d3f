package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// name is the id of a row, its place in the file where it has none.
func (r *record) name() string { return cmp.Or(r.id, "row "+strconv.Itoa(r.row)) }

// recorded returns the day on which the row was recorded: for a stay that is not stated its departure.
func (r *record) recorded() hotelcrm.Date { return cmp.Or(r.known, r.counts()) }

// counts returns the day that counts.
func (r *record) counts() hotelcrm.Date {
	if r.kind == kindStay || r.kind == kindAward {
		return r.to
	}
	return r.date
}

// guests makes guests of the rows, in the order of their first rows.
func guests(records []record) []loyalty.Guest {
	var out []loyalty.Guest
	place := map[string]int{}
	for i := range records {
		r := &records[i]
		at, known := place[r.member]
		if !known {
			at = len(out)
			place[r.member] = at
			out = append(out, loyalty.Guest{Member: loyalty.Member{ID: r.member}})
		}
		r.addTo(&out[at])
	}
	return out
}

// addTo adds a row to the guest; those that concern points alone are for the ledger.
func (r *record) addTo(g *loyalty.Guest) {
	switch r.kind {
	case kindEnrolment:
		if g.Enrolled == 0 || r.date < g.Enrolled {
			g.Enrolled = r.date
		}
	case kindStay, kindAward, kindNoShow:
		g.Folios = append(g.Folios, r.asFolio())
	case kindEvent:
		g.Events = append(g.Events, loyalty.Event{
			ID: r.name(), Seq: int64(r.row), Date: r.date, Known: r.known, Property: r.property, Brand: r.brand, Payer: r.payer,
			Charges: charges(r.revenue), Counts: r.events,
		})
	case kindBonus, kindCorrection:
		if r.nights != 0 || r.stays != 0 {
			g.Activities = append(g.Activities, r.activity())
		}
	case kindGrant:
		g.Grants = append(g.Grants, loyalty.Grant{
			Tier: r.tier, From: r.date, To: r.to, Source: r.grantSource(), Challenge: r.challenge, Known: r.known, Note: r.note,
		})
	case kindRegistration:
		g.Registered = append(g.Registered, loyalty.Registration{Campaign: r.campaign, On: r.date})
	}
}

// grantSource is that of the row; of a challenge it need not be stated.
func (r *record) grantSource() loyalty.Source {
	if r.source == 0 {
		return loyalty.FromChallenge
	}
	return r.source
}

func (r *record) asFolio() loyalty.Folio {
	f := loyalty.Folio{
		Stay: hotelcrm.Stay{
			ID: r.name(), Property: r.property, Guest: r.member, Member: r.member, Status: hotelcrm.Departed, Arrival: r.date, Departure: r.to,
			Rooms: int(r.rooms), Revenue: r.revenue, RateCode: r.rate,
		},
		Room: r.room, Seq: int64(r.row), Known: r.known, Brand: r.brand, Payer: r.payer,
	}
	switch r.kind {
	case kindAward:
		f.Use = hotelcrm.Points
	case kindNoShow:
		f.Status = hotelcrm.NoShow
	}
	return f
}

func (r *record) activity() loyalty.Activity {
	kind := loyalty.KindBonus
	if r.kind == kindCorrection {
		kind = loyalty.KindCorrection
	}
	return loyalty.Activity{
		ID: r.name(), Seq: int64(r.row), Date: r.date, Known: r.known, Kind: kind, Nights: r.nights, Stays: r.stays,
		Brand: r.brand, Property: r.property,
	}
}

// charges returns what an event brought, by department.
func charges(r hotelcrm.Revenue) []loyalty.Charge {
	list := []loyalty.Charge{
		{Department: hotelcrm.Rooms, Amount: r.Rooms},
		{Department: hotelcrm.FoodBeverage, Amount: r.FoodBeverage},
		{Department: hotelcrm.OtherOperated, Amount: r.OtherOperated},
		{Department: hotelcrm.Miscellaneous, Amount: r.Miscellaneous},
		{Department: hotelcrm.Fees, Amount: r.Fees},
	}
	return slices.DeleteFunc(list, func(c loyalty.Charge) bool { return c.Amount.IsZero() })
}

// chosen returns the place of the member whose statement is asked for.
func chosen(list []loyalty.Guest, id string) (int, error) {
	if id == "" && len(list) == 1 {
		return 0, nil
	}
	at := slices.IndexFunc(list, func(g loyalty.Guest) bool { return g.ID == id })
	if at >= 0 && id != "" {
		return at, nil
	}
	var names []string
	for _, g := range list[:min(len(list), 10)] {
		names = append(names, strconv.Quote(g.ID))
	}
	if len(list) > len(names) {
		names = append(names, "...")
	}
	if id == "" {
		return 0, fmt.Errorf("-member is needed: the file has %d members, %s", len(list), names)
	}
	return 0, fmt.Errorf("-member %q is not in the file; it has %s", id, names)
}
