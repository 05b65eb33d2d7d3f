package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// record is one row of the activity file.
type record struct {
	row    int // from 1, the first below the header
	kind   string
	member string
	id     string

	date, to, known       hotelcrm.Date
	property, brand, room string
	rate                  string
	payer                 loyalty.Payer
	rooms                 int32
	revenue               hotelcrm.Revenue
	nights, stays, events int32
	points                int64
	tier, challenge       string
	source                loyalty.Source
	campaign, ref, note   string
}

// The kinds of row that are no kind of activity of package loyalty.
const (
	kindEnrolment    = "enrolment"
	kindVoid         = "void"
	kindGrant        = "grant"
	kindRegistration = "registration"
)

// The kinds that are.
var (
	kindStay       = loyalty.KindStay.String()
	kindAward      = loyalty.KindAward.String()
	kindNoShow     = loyalty.KindNoShow.String()
	kindEvent      = loyalty.KindEvent.String()
	kindBonus      = loyalty.KindBonus.String()
	kindCorrection = loyalty.KindCorrection.String()
	kindRedemption = loyalty.KindRedemption.String()
)

// shape says which columns a kind of row needs and which others it may fill.
type shape struct {
	kind      string
	need, may []string
}

var (
	ofStay = []string{
		"id", "known", "property", "brand", "room", "rate", "payer", "rooms", "room_revenue", "food_beverage", "other_operated",
		"miscellaneous", "fees", "note",
	}
	ofCredit = []string{"id", "known", "property", "brand", "nights", "stays", "points", "note"}
)

// shapes are in the order of the help.
var shapes = []shape{
	{kindEnrolment, []string{"date"}, []string{"note"}},
	{kindStay, []string{"date", "to"}, ofStay},
	{kindAward, []string{"date", "to"}, ofStay},
	{kindNoShow, []string{"date", "to"}, ofStay},
	{kindEvent, []string{"date"}, append([]string{"events"}, ofStay...)},
	{kindBonus, []string{"date"}, ofCredit},
	{kindCorrection, []string{"date"}, ofCredit},
	{kindRedemption, []string{"date", "points"}, []string{"id", "known", "note"}},
	{kindVoid, []string{"date", "ref"}, []string{"id", "known", "note"}},
	{kindGrant, []string{"date"}, []string{"to", "known", "tier", "source", "challenge", "note"}},
	{kindRegistration, []string{"date", "campaign"}, []string{"note"}},
}

// fields are the columns that the file may have.
var fields = []string{
	"member", "kind", "date", "to", "id", "known", "property", "brand", "room", "rate", "payer", "rooms", "room_revenue",
	"food_beverage", "other_operated", "miscellaneous", "fees", "nights", "stays", "events", "points", "tier", "source",
	"challenge", "campaign", "ref", "note",
}
