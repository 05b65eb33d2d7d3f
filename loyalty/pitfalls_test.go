package loyalty_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// 1: the tier comes from what qualifies, not from the balance.
func TestTierIsNotTheBalance(t *testing.T) {
	e := inn(t, tenPerEuro)
	g := guest(at("a", "2026-03-01", "2026-03-03", "120"))
	g.Activities = []loyalty.Activity{{Date: day("2026-03-05"), Kind: loyalty.KindRedemption, Points: -1200}}
	out := earned(t, e, g)
	if s := statusOf(t, e, out.Of(&g), "2026-04-01"); s.Tier != "friend" || out.Redeemable != 1200 {
		t.Errorf("1,200 points earned and spent: %s", s.Tier)
	}
}

// 2: bonus points do not count for the tier unless the campaign says so.
func TestBonusPointsDoNotQualify(t *testing.T) {
	campaign := `,"campaigns":[{"id":"spring","reward":{"kind":"fixed","points":5000}`
	for _, test := range []struct {
		rules, tier string
		qualifying  int64
	}{
		{tenPerEuro + campaign + `}]`, "guest", 800},
		{tenPerEuro + campaign + `,"qualifies":true}]`, "friend", 5800},
		{`"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"guest","rate":2}]}`, "guest", 800},
		{`"earn":{"rates":[{"id":"base","points":10}],"floor":2000}`, "guest", 800},
	} {
		e, g := inn(t, test.rules), guest(at("a", "2026-03-01", "2026-03-03", "80"))
		out := earned(t, e, g)
		if s := statusOf(t, e, out.Of(&g), "2026-04-01"); s.Tier != test.tier || out.Qualifying != test.qualifying || out.Redeemable <= 1000 {
			t.Errorf("%s: got %s, %d of %d qualify", test.rules, s.Tier, out.Qualifying, out.Redeemable)
		}
	}
}

// 4: a floor applied before the bonus would give 1,100 points.
func TestFloorComesAfterTheBonus(t *testing.T) {
	g := guest(at("a", "2020-03-01", "2020-03-02", "80"))
	g.Grants = []loyalty.Grant{{Tier: "gold", From: day("2020-01-01"), To: day("2030-01-01"), Source: loyalty.FromGift}}
	if got := text(earned(t, engineOf(t, "wyndham-2020"), g)); got != "base base 800; bonus gold 80; floor floor 120; " {
		t.Error(got)
	}
}

// 7: one programme, two sets of rules within a winter.
func TestActivityDateChoosesTheRates(t *testing.T) {
	before, after := at("a", "2026-01-04", "2026-01-07", "100"), at("a", "2026-01-09", "2026-01-12", "100")
	before.Brand, after.Brand = "spark", "spark"
	out := earned(t, engineOf(t, "hilton"), guest(after, before))
	if got := text(out); got != "base base 1000; base limited 500; " {
		t.Error(got)
	}
	if out.Credits[0].Version != "2026-01" || out.Credits[1].Version != "2026" {
		t.Error(out.Credits)
	}
}

// 18: nothing is rounded before its named point.
func TestRatesAreNotRounded(t *testing.T) {
	e := inn(t, `"earn":{"rates":[{"id":"base","points":1,"per":3}],"rounding":"half-up"}`)
	out := earned(t, e, guest(at("a", "2026-03-01", "2026-03-03", "1000.00")))
	c := out.Credits[0]
	if c.Exact.String() != "333+1/3" || c.Rounded != 333 || c.Of.String() != "1000" {
		t.Errorf("%+v", c)
	}
}

// 19: the same stay again, under its own id and under another.
func TestAStaySentTwiceEarnsOnce(t *testing.T) {
	e := inn(t, tenPerEuro)
	one := at("a", "2026-03-01", "2026-03-03", "100")
	one.Room, one.Seq = "214", 1
	again, settled, split := one, one, one
	again.Seq = 2
	settled.ID, settled.Seq, settled.Revenue.Rooms = "other", 3, dec("90")
	split.ID, split.Key, split.Revenue.Rooms = "bill 2", "bill 2", dec("20")
	tests := []struct {
		name   string
		folios []loyalty.Folio
		points int64
		taken  string
	}{
		{"LG-29 the same again", []loyalty.Folio{one, again}, 1000, "rows 2: counted 1, repeat 1"},
		{"settled anew under another id: the last counts", []loyalty.Folio{settled, one}, 900, "rows 2: counted 1, repeat 1"},
		{"a second bill with a key of its own", []loyalty.Folio{one, split}, 1200, "rows 2: counted 2"},
		{"another room", []loyalty.Folio{one, other(settled, func(f *loyalty.Folio) { f.Room = "215" })}, 1900, "rows 2: counted 2"},
		{"a correction", []loyalty.Folio{one, other(one, func(f *loyalty.Folio) { f.Version, f.Revenue.Rooms = 2, dec("70") })}, 700, "rows 2: counted 1, superseded 1"},
		{"check-out reversed", []loyalty.Folio{one, other(one, func(f *loyalty.Folio) { f.Version, f.Status = 2, hotelcrm.InHouse })}, 0, "rows 2: counted 0, superseded 1, in-house 1"},
	}
	for _, test := range tests {
		out := earned(t, e, guest(test.folios...))
		if out.Redeemable != test.points || out.Taken.String() != test.taken {
			t.Errorf("%s: got %d points, %s", test.name, out.Redeemable, out.Taken)
		}
		for _, a := range out.Activities {
			if a.Nights != 2 || a.Stays != 1 {
				t.Errorf("%s: got %+v", test.name, a)
			}
		}
	}
	g := guest(one, other(one, func(f *loyalty.Folio) { f.Revenue.Rooms = dec("70") }))
	if _, err := e.Earn(&g, loyalty.Earning{}); !errors.Is(err, loyalty.ErrLine) {
		t.Errorf("LG-29 the same id with other content: %v", err)
	}
}

func other(f loyalty.Folio, change func(*loyalty.Folio)) loyalty.Folio {
	change(&f)
	return f
}

// 20: three rooms earn, one counts for the tier; they come one by one or together.
func TestRoomLimitsAreTwo(t *testing.T) {
	e := inn(t, `"stays":{"roomsForPoints":3,"roomsForTier":1},`+tenPerEuro)
	var rooms []loyalty.Folio
	for i := range 4 {
		f := at("a", "2026-03-01", "2026-03-03", "100")
		f.ID += string(rune('a' + i))
		rooms = append(rooms, f)
	}
	out := earned(t, e, guest(rooms...))
	if got := counted(out); got != "2026-03-03 stay 2n 1s 3000p 300; " {
		t.Error(got)
	}
	later := append(rooms[:3:3], at("a", "2026-03-02", "2026-03-05", "70"))
	later[0].Departure = day("2026-03-02")
	if got := counted(earned(t, e, guest(later...))); got != "2026-03-05 stay 4n 1s 3700p 370; " {
		t.Errorf("a room that is free again: %s", got)
	}
}

// 21: two profiles of one member with the same dates are one night.
func TestMergedMembersDoNotCountNightsTwice(t *testing.T) {
	e := inn(t, tenPerEuro)
	one, two := at("a", "2026-03-01", "2026-03-04", "100"), at("a", "2026-03-02", "2026-03-06", "100")
	if got := counted(earned(t, e, guest(one, two))); got != "2026-03-06 stay 5n 1s 2000p 200; " {
		t.Error(got)
	}
}

// 24: who becomes a friend in mid-stay is paid as the setting says.
func TestTierOfTheDayOfTheSetting(t *testing.T) {
	for moment, want := range map[string]string{
		"":                      "base base 100; base base 1000; bonus friend 500; ",
		`"tierAt":"check-out",`: "base base 100; base base 1000; bonus friend 500; ",
		`"tierAt":"check-in",`:  "base base 100; base base 1000; ",
	} {
		e := inn(t, `"earn":{"rates":[{"id":"base","points":10}],`+moment+`"bonus":[{"tier":"friend","rate":0.5}]}`)
		// Five nights at b end while the guest is at a.
		out := earned(t, e, guest(at("a", "2026-03-01", "2026-03-09", "100"), at("b", "2026-03-02", "2026-03-07", "10")))
		if got := text(out); got != want {
			t.Errorf("%s: %s", moment, got)
		}
	}
	e := inn(t, `"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"friend","rate":0.5}]}`)
	if got := text(earned(t, e, guest(at("a", "2026-03-01", "2026-03-09", "100")))); got != "base base 1000; " {
		t.Errorf("a stay does not raise its own bonus: %s", got)
	}
}
