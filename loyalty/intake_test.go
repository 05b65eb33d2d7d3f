package loyalty_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

func TestWhatCountsOfAStay(t *testing.T) {
	type f = loyalty.Folio
	base := at("a", "2026-03-01", "2026-03-03", "100")
	base.Revenue.FoodBeverage, base.Revenue.Fees, base.Tax = dec("40"), dec("7"), dec("19")
	dayUse := other(base, func(x *f) { x.Departure = x.Arrival })
	absent := other(base, func(x *f) { x.Status = hotelcrm.NoShow; x.Rooms = 2 })
	tests := []struct {
		name, rules string
		folio       loyalty.Folio
		want, taken string
	}{
		{"all but fees", ``, base, "2026-03-03 stay 2n 1s 1400p 140; ", "counted 1"},
		{"rooms only", `"departments":["rooms"]`, base, "2026-03-03 stay 2n 1s 1000p 100; ", "counted 1"},
		{"day use: spend", ``, dayUse, "2026-03-01 stay 0n 0s 1400p 140; ", "counted 1"},
		{"day use: a stay", `"dayUse":"stay"`, dayUse, "2026-03-01 stay 0n 1s 1400p 140; ", "counted 1"},
		{"day use: nothing", `"dayUse":"none"`, dayUse, "", "counted 0, day-use 1"},
		{"no-show", ``, absent, "2026-03-01 no-show 0n 0s 0p 0; ", "counted 1"},
		{"no-show whose fee earns", `"noShowEarns":true`, absent, "2026-03-01 no-show 0n 0s 70p 7; ", "counted 1"},
		{"tentative", ``, other(base, func(x *f) { x.Status = hotelcrm.Tentative }), "", "counted 0, tentative 1"},
		{"booked", ``, other(base, func(x *f) { x.Status = hotelcrm.Booked }), "", "counted 0, booked 1"},
		{"in house", ``, other(base, func(x *f) { x.Status = hotelcrm.InHouse }), "", "counted 0, in-house 1"},
		{"cancelled", ``, other(base, func(x *f) { x.Status = hotelcrm.Cancelled }), "", "counted 0, cancelled 1"},
		{"sharer", ``, other(base, func(x *f) { x.Role = hotelcrm.Sharer }), "", "counted 0, role 1"},
		{"sharer who earns", `"roles":["primary","sharer"]`, other(base, func(x *f) { x.Role = hotelcrm.Sharer }), "2026-03-03 stay 2n 1s 1400p 140; ", "counted 1"},
		{"the company pays", ``, other(base, func(x *f) { x.Payer = loyalty.ByCompany }), "", "counted 0, payer 1"},
		{"the company may pay", `"payers":["guest","company"]`, other(base, func(x *f) { x.Payer = loyalty.ByCompany }), "2026-03-03 stay 2n 1s 1400p 140; ", "counted 1"},
		{"house use", ``, other(base, func(x *f) { x.Use = hotelcrm.HouseUse }), "", "counted 0, free 1"},
		{"award nights", ``, other(base, func(x *f) { x.Use = hotelcrm.Points; x.Revenue.Rooms = dec("0") }), "2026-03-03 award 2n 1s 400p 40; ", "counted 1"},
		{"rate code", `"withoutRates":["CREW","TOUR*"]`, other(base, func(x *f) { x.RateCode = "TOUR7" }), "", "counted 0, rate 1"},
		{"rate code that only begins alike", `"withoutRates":["CREW","TOUR*"]`, other(base, func(x *f) { x.RateCode = "CREWS" }), "2026-03-03 stay 2n 1s 1400p 140; ", "counted 1"},
		{"market", `"withoutMarkets":["GRP"]`, other(base, func(x *f) { x.Market = "GRP" }), "", "counted 0, rate 1"},
		{"channel", `"withoutChannels":["walk-in"]`, other(base, func(x *f) { x.Channel = "walk-in" }), "", "counted 0, rate 1"},
		{"another member's number", ``, other(base, func(x *f) { x.Member = "n" }), "", "counted 0, other-member 1"},
		{"the member's number", ``, other(base, func(x *f) { x.Member = "no 7" }), "2026-03-03 stay 2n 1s 1400p 140; ", "counted 1"},
		{"the guest's id is no number", ``, other(base, func(x *f) { x.Member = "m" }), "", "counted 0, other-member 1"},
		{"the number on another profile's stay", ``, other(base, func(x *f) { x.Member, x.Guest = "no 7", "twin of m" }), "2026-03-03 stay 2n 1s 1400p 140; ", "counted 1"},
		{"left before enrolment", ``, other(base, func(x *f) { x.Arrival, x.Departure = day("2019-12-30"), day("2019-12-31") }), "", "counted 0, before-enrolment 1"},
		{"arrived before enrolment", ``, other(base, func(x *f) { x.Arrival, x.Departure = day("2019-12-30"), day("2020-01-01") }), "2020-01-01 stay 2n 1s 1400p 140; ", "counted 1"},
		{"must be enrolled on arrival", `"enrolledBy":"check-in"`, other(base, func(x *f) { x.Arrival, x.Departure = day("2019-12-30"), day("2020-01-01") }), "", "counted 0, before-enrolment 1"},
		{"charges, but some codes", `"withoutCodes":["GIFT*"]`, other(base, func(x *f) {
			x.Charges = []loyalty.Charge{{hotelcrm.Rooms, dec("50.50"), ""}, {hotelcrm.Rooms, dec("-0.50"), "RF"}, {hotelcrm.Fees, dec("9"), ""}, {hotelcrm.OtherOperated, dec("30"), "GIFT2"}}
		}), "2026-03-03 stay 2n 1s 500p 50; ", "counted 1"},
		{"foreign money", ``, other(base, func(x *f) { x.Currency, x.Exchange = "USD", dec("0.91235") }), "2026-03-03 stay 2n 1s 1277p 127.73; ", "counted 1"},
		{"refunded", ``, other(base, func(x *f) { x.Revenue.Rooms = dec("-90") }), "2026-03-03 stay 2n 1s 0p -50; ", "counted 1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out := earned(t, inn(t, `"stays":{`+test.rules+`},`+tenPerEuro), guest(test.folio))
			if got := counted(out); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if got := out.Taken.String(); got != "rows 1: "+test.taken {
				t.Errorf("got %s, want %s", got, test.taken)
			}
		})
	}
}

func TestStaysJoin(t *testing.T) {
	tests := []struct {
		name, rules string
		folios      []loyalty.Folio
		want        string
	}{
		{"adjoining", ``, []loyalty.Folio{at("a", "2026-03-03", "2026-03-05", "1"), at("a", "2026-03-01", "2026-03-03", "1")}, "2026-03-05 stay 4n 1s 20p 2; "},
		{"apart by rule", `"apart":true`, []loyalty.Folio{at("a", "2026-03-03", "2026-03-05", "1"), at("a", "2026-03-01", "2026-03-03", "1")}, "2026-03-03 stay 2n 1s 10p 1; 2026-03-05 stay 2n 1s 10p 1; "},
		{"two rooms at once are one stay even so", `"apart":true`, []loyalty.Folio{at("a", "2026-03-02", "2026-03-05", "1"), at("a", "2026-03-01", "2026-03-03", "1")}, "2026-03-05 stay 4n 1s 20p 2; "},
		{"a night away", ``, []loyalty.Folio{at("a", "2026-03-01", "2026-03-03", "1"), at("a", "2026-03-04", "2026-03-05", "1")}, "2026-03-03 stay 2n 1s 10p 1; 2026-03-05 stay 1n 1s 10p 1; "},
		{"two hotels", ``, []loyalty.Folio{at("a", "2026-03-01", "2026-03-03", "1"), at("b", "2026-03-03", "2026-03-05", "1")}, "2026-03-03 stay 2n 1s 10p 1; 2026-03-05 stay 2n 1s 10p 1; "},
		{
			"a paid and an award night", ``,
			[]loyalty.Folio{at("a", "2026-03-01", "2026-03-03", "1"), other(at("a", "2026-03-03", "2026-03-04", "0"), func(f *loyalty.Folio) { f.Use = hotelcrm.Points })},
			"2026-03-04 stay 2n 1s 10p 1; 2026-03-04 award 1n 0s 0p 0; ",
		},
		{"three rooms count as two", `"roomsForTier":2`, []loyalty.Folio{other(at("a", "2026-03-01", "2026-03-03", "9"), func(f *loyalty.Folio) { f.Rooms = 3 })}, "2026-03-03 stay 4n 1s 90p 9; "},
		{"a share of three rooms", `"roomsForPoints":2`, []loyalty.Folio{other(at("a", "2026-03-01", "2026-03-03", "10"), func(f *loyalty.Folio) { f.Rooms = 3 })}, "2026-03-03 stay 2n 1s 66p 6.66; "},
	}
	for _, test := range tests {
		out := earned(t, inn(t, `"stays":{`+test.rules+`},`+tenPerEuro), guest(test.folios...))
		if got := counted(out); got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestEarningAsOf(t *testing.T) {
	e := inn(t, tenPerEuro)
	late := at("a", "2026-03-01", "2026-03-03", "100")
	late.Known = day("2026-03-20")
	g := guest(late, at("a", "2026-04-01", "2026-04-02", "50"))
	g.Events = []loyalty.Event{{ID: "dinner", Date: day("2026-03-10"), Counts: 1, Charges: []loyalty.Charge{{hotelcrm.FoodBeverage, dec("30"), ""}}}}
	for _, test := range []struct {
		on, known string
		points    int64
		left      int
	}{{"", "", 1800, 0}, {"2026-03-31", "", 1300, 1}, {"2026-03-31", "2026-03-19", 300, 2}, {"2026-03-09", "", 1000, 2}} {
		out, err := e.Earn(&g, loyalty.Earning{AsOf: loyalty.AsOf{On: day(test.on), Known: day(test.known)}})
		if err != nil || out.Redeemable != test.points || out.Taken.Left(loyalty.NotYet) != test.left || out.Taken.LeftOut()[loyalty.NotYet] != test.left {
			t.Errorf("%+v: got %d, %s, %v", test, out.Redeemable, out.Taken, err)
		}
	}
	if got := earned(t, e, g).Taken.Plus(loyalty.Taken{}).String(); got != "rows 3: counted 3" {
		t.Error(got)
	}
}

func TestFoliosThatCannotBe(t *testing.T) {
	type f = loyalty.Folio
	tests := []struct {
		field  string
		change func(*f)
	}{
		{"status", func(x *f) { x.Status = 0 }},
		{"departure", func(x *f) { x.Departure = 0 }},
		{"departure", func(x *f) { x.Departure = day("2026-01-01") }},
		{"departure", func(x *f) { x.Arrival = day("1900-01-01") }},
		{"role", func(x *f) { x.Payer = 9 }},
		{"rooms", func(x *f) { x.Rooms = -1 }},
		{"charges", func(x *f) { x.Charges = []loyalty.Charge{{0, dec("1"), ""}} }},
		{"rooms", func(x *f) { x.Revenue.Rooms = dec("0.001") }},
		{"rooms", func(x *f) { x.Revenue.Rooms = decimal.New(1, 1_000_000) }},
		{"amount", func(x *f) { x.Currency, x.Exchange, x.Revenue.Rooms = "USD", dec("1.1"), decimal.New(1, 1_000_000) }},
		{"exchange", func(x *f) { x.Currency = "USD" }},
		{"exchange", func(x *f) { x.Exchange = dec("1.1") }},
		{"exchange", func(x *f) { x.Currency, x.Exchange = "USD", dec("-1.1") }},
		{"revenue", func(x *f) { x.Revenue.Rooms, x.Revenue.FoodBeverage = dec("9999999999"), dec("9999999999") }},
	}
	e := inn(t, tenPerEuro)
	for i, test := range tests {
		bad := other(at("a", "2026-03-01", "2026-03-03", "100"), test.change)
		g := guest(at("b", "2026-03-01", "2026-03-03", "100"), bad)
		_, err := e.Earn(&g, loyalty.Earning{})
		row, ok := errors.AsType[*hotelcrm.RowError](err)
		if !ok || row.Field != test.field || row.Row != 2 || !errors.Is(err, loyalty.ErrLine) || len(err.Error()) > 300 {
			t.Errorf("%d %s: got %v", i, test.field, err)
		}
	}
	rich := inn(t, `"earn":{"rates":[{"id":"base","points":1000000}]}`)
	g := guest(at("a", "2026-03-01", "2026-03-03", "9000000000"))
	if _, err := rich.Earn(&g, loyalty.Earning{}); err == nil || !strings.Contains(err.Error(), "points") {
		t.Errorf("more points than a number holds: %v", err)
	}
}
