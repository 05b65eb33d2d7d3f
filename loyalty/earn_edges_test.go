package loyalty_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// The edges of the rules, one by one.
func TestEdgesOfEarning(t *testing.T) {
	type f = loyalty.Folio
	night := at("a", "2026-03-01", "2026-03-02", "10")
	dayUse := other(night, func(x *f) { x.Departure = x.Arrival })
	charges := func(amounts ...string) loyalty.Folio {
		x := at("a", "2026-03-01", "2026-03-02", "0")
		for _, amount := range amounts {
			x.Charges = append(x.Charges, loyalty.Charge{Department: hotelcrm.Rooms, Amount: dec(amount)})
		}
		return x
	}
	fixed := `,"campaigns":[{"id":"c","register":"before-stay","reward":{"kind":"fixed","points":7}}]`
	entered := func(on string) loyalty.Guest {
		g := guest(night)
		g.Registered = []loyalty.Registration{{Campaign: "other", On: day("2020-01-01")}, {Campaign: "c", On: day(on)}}
		return g
	}
	friendly := `"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"friend","rate":0.5}]}`
	withCard := guest(night)
	withCard.Activities = []loyalty.Activity{{Date: day("2026-01-01"), Known: day("2026-05-01"), Kind: loyalty.KindBonus, Nights: 5}}
	tests := []struct {
		name, rules string
		guest       loyalty.Guest
		known, want string
	}{
		{"a floor for a stay", `"earn":{"rates":[{"id":"base","points":10}],"floor":500}`, guest(night), "", "base base 100; floor floor 400; "},
		{"none for day use", `"earn":{"rates":[{"id":"base","points":10}],"floor":500}`, guest(dayUse), "", "base base 100; "},
		{"none for nothing", `"earn":{"rates":[{"id":"base","points":10}],"floor":500}`, guest(charges("0")), "", ""},
		{"nights from elsewhere make the tier", friendly, withCard, "", "base base 100; bonus friend 50; "},
		{"unless they are not yet known", friendly, withCard, "2026-04-01", "base base 100; "},
		{"a rate without bonus", `"earn":{"rates":[{"id":"base","points":10,"noBonus":true}],"bonus":[{"tier":"guest","rate":0.5}]}`, guest(night), "", "base base 100; "},
		{"the bonus is for the first room", `"stays":{"roomsForBonus":1},"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"guest","rate":0.5}]}`, guest(night, other(at("a", "2026-03-01", "2026-03-02", "30"), func(x *f) { x.ID += "b" })), "", "base base 400; bonus guest 50; "},
		{"no bonus on what the cap took", `"stays":{"roomsForBonus":1},"earn":{"rates":[{"id":"base","points":10}],"cap":50,"bonus":[{"tier":"guest","rate":0.5}]}`, guest(other(night, func(x *f) { x.Rooms = 1 })), "", "base base 50; bonus guest 25; "},
		{"the bonus is for two rooms of three", `"stays":{"roomsForBonus":2},"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"guest","rate":0.5}]}`, guest(other(night, func(x *f) { x.Rooms, x.Revenue.Rooms = 3, dec("30") })), "", "base base 300; bonus guest 100; "},
		{"a rate of another hotel", `"earn":{"rates":[{"id":"b","points":9,"properties":["b"]},{"id":"base","points":10}]}`, guest(night), "", "base base 100; "},
		{"a rate of this hotel", `"earn":{"rates":[{"id":"a","points":9,"properties":["a"]},{"id":"base","points":10}]}`, guest(night), "", "base a 90; "},
		{"no rate", `"earn":{"rates":[{"id":"b","points":9,"properties":["b"]}]}`, guest(night), "", ""},
		{"the larger charge meets the end first", `"earn":{"roundAt":"charge","rates":[{"id":"base","points":1,"upTo":10}]}`, guest(charges("1.50", "9")), "", "base base 10; "},
		{"a refund makes room again", `"earn":{"roundAt":"folio","rates":[{"id":"base","points":1,"upTo":10}]}`, guest(charges("15", "-3")), "", "base base 10; "},
		{"entered on arrival", tenPerEuro + fixed, entered("2026-03-01"), "", "base base 100; campaign c 7; "},
		{"entered on the day after", tenPerEuro + fixed, entered("2026-03-02"), "", "base base 100; "},
		{"entered, but not yet known", tenPerEuro + fixed, entered("2026-03-01"), "2026-02-28", ""},
		{"entered later, which is known later", tenPerEuro + strings.Replace(fixed, "before-stay", "before-end", 1), entered("2026-03-09"), "2026-03-08", "base base 100; "},
		{"entered later, which is known", tenPerEuro + strings.Replace(fixed, "before-stay", "before-end", 1), entered("2026-03-09"), "2026-03-09", "base base 100; campaign c 7; "},
		{"a campaign counts no day use", tenPerEuro + `,"campaigns":[{"id":"c","reward":{"kind":"fixed","points":7}}]`, guest(dayUse), "", "base base 100; "},
		{"a member whose number is not known takes any", tenPerEuro, loyalty.Guest{Member: loyalty.Member{ID: "m"}, Folios: []loyalty.Folio{other(night, func(x *f) { x.Member = "n" })}}, "", "base base 100; "},
		{"award nights in a campaign", tenPerEuro + `,"campaigns":[{"id":"c","kinds":["award"],"minNights":1,"reward":{"kind":"every","metric":"nights","every":1,"points":7}}]`, guest(other(night, func(x *f) { x.Use = hotelcrm.Points })), "", "base base 100; campaign c 7; "},
	}
	for _, test := range tests {
		out, err := inn(t, test.rules).Earn(&test.guest, loyalty.Earning{AsOf: loyalty.AsOf{Known: day(test.known)}})
		if got := text(out); got != test.want || err != nil {
			t.Errorf("%s\ngot  %s%v\nwant %s", test.name, got, err, test.want)
		}
	}
	g := guest(charges("9000000000", "-9000000000"))
	if _, err := inn(t, `"earn":{"roundAt":"charge","rates":[{"id":"base","points":1000000}]}`).Earn(&g, loyalty.Earning{}); err == nil {
		t.Error("a charge that earns more than a number holds")
	}
}

// Two stays in one month are one month of the row.
func TestStreaksCountMonths(t *testing.T) {
	e := inn(t, tenPerEuro+`,"campaigns":[{"id":"c","by":"check-in","reward":{"kind":"streak","months":3,"points":9}}]`)
	out := earned(t, e, guest(at("a", "2026-11-01", "2026-11-02", "1"), at("a", "2026-12-01", "2026-12-02", "1"), at("b", "2026-12-31", "2027-01-02", "1"), at("a", "2027-01-05", "2027-01-06", "1")))
	if got := text(out); got != "base base 10; base base 10; base base 10; base base 10; campaign c 9; " {
		t.Error(got)
	}
	gap := earned(t, e, guest(at("a", "2026-10-01", "2026-10-02", "1"), at("a", "2026-11-01", "2026-11-02", "1"), at("b", "2027-01-01", "2027-01-02", "1")))
	if got := text(gap); got != "base base 10; base base 10; base base 10; " {
		t.Error(got)
	}
}

// Events count for campaigns of events.
func TestCampaignOfEvents(t *testing.T) {
	e := inn(t, tenPerEuro+`,"campaigns":[{"id":"c","kinds":["event"],"reward":{"kind":"every","metric":"events","every":2,"points":9}}]`)
	g := guest()
	for _, date := range []string{"2026-03-01", "2026-03-02"} {
		g.Events = append(g.Events, loyalty.Event{Date: day(date), Counts: 1, Charges: []loyalty.Charge{{Department: hotelcrm.FoodBeverage, Amount: dec("10")}}})
	}
	if got := text(earned(t, e, g)); got != "base base 100; base base 100; campaign c 9; " {
		t.Error(got)
	}
}

// LG-23 and LG-27 from stays and no-shows themselves.
func TestStatusFromStays(t *testing.T) {
	platinum := []loyalty.Grant{
		{Tier: "gold", From: day("2019-01-01"), Source: loyalty.FromPurchase}, {Tier: "platinum", From: day("2021-04-01"), Source: loyalty.FromOperator},
	}
	trial := []loyalty.Grant{{From: day("2026-02-01"), Source: loyalty.FromChallenge, Challenge: "match-2026"}}
	for _, test := range []struct {
		name, programme string
		grants          []loyalty.Grant
		from, on        string
		nights, absent  int
		tier            string
	}{
		{"30 nights, 3 no-shows", "h-world-2021", platinum, "2021-05-02", "2022-04-01", 30, 3, "platinum"},
		{"30 nights, 4 no-shows", "h-world-2021", platinum, "2021-05-02", "2022-04-01", 30, 4, "gold"},
		{"29 nights", "h-world-2021", platinum, "2021-05-02", "2022-04-01", 29, 0, "gold"},
		{"6 nights of the trial", "hilton", trial, "2026-03-01", "2026-05-02", 6, 0, "gold"},
		{"12 nights of the trial", "hilton", trial, "2026-03-01", "2026-05-02", 12, 0, "diamond"},
		{"5 nights of the trial", "hilton", trial, "2026-03-01", "2026-05-02", 5, 0, "member"},
	} {
		g := guest(at("a", test.from, day(test.from).AddDays(test.nights).String(), "300"))
		g.Grants = test.grants
		for i := range test.absent {
			date := day(test.from).AddDays(60 + i).String()
			g.Folios = append(g.Folios, other(at(fmt.Sprint("b", i), date, date, "0"), func(f *loyalty.Folio) { f.Status = hotelcrm.NoShow }))
		}
		e := engineOf(t, test.programme)
		out := earned(t, e, g)
		if s := statusOf(t, e, out.Of(&g), test.on); s.Tier != test.tier {
			t.Errorf("%s: got %s", test.name, s.Tier)
		}
	}
}
