package loyalty_test

import (
	"encoding"
	"encoding/json"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

func TestCountsOfFoliosTravelAsJSON(t *testing.T) {
	g := guest(at("a", "2026-03-01", "2026-03-03", "100"), at("b", "2019-03-01", "2019-03-03", "100"))
	taken := earned(t, inn(t, tenPerEuro), g).Taken
	text := jsonOf(t, taken)
	if text != `{"rows":2,"counted":1,"leftOut":{"before-enrolment":1}}` {
		t.Error(text)
	}
	var read loyalty.Taken
	if err := json.Unmarshal([]byte(text), &read); err != nil || read != taken || read.Left(loyalty.Exclusion(99)) != 0 {
		t.Error(read, err)
	}
	for _, bad := range []string{`[]`, `{"rows":2,"counted":1}`, `{"rows":1,"counted":1,"leftOut":{"rain":0}}`, `{"rows":1,"counted":0,"leftOut":{"":1}}`, `{"rows":-1,"counted":-1}`, `{"rows":0,"counted":1,"leftOut":{"rate":-1}}`, `{"rows":2,"counted":1,"leftOut":{"rate":2}}`, `{"rows":-9000000000000000000,"counted":9000000000000000000,"leftOut":{"rate":446744073709551616}}`} {
		if err := json.Unmarshal([]byte(bad), &read); err == nil || read != taken {
			t.Errorf("%s: %v", bad, read)
		}
	}
}

// An event sent twice is one event.
func TestEventsCountOnce(t *testing.T) {
	e, g := inn(t, tenPerEuro), guest()
	dinner := loyalty.Event{ID: "d", Date: day("2026-03-03"), Counts: 1, Charges: []loyalty.Charge{{Department: 2, Amount: dec("30")}}}
	g.Events = []loyalty.Event{dinner, dinner}
	if out := earned(t, e, g); out.Redeemable != 300 || out.Taken.String() != "rows 2: counted 1, repeat 1" || out.Activities[0].Events != 1 {
		t.Errorf("%+v", out)
	}
	g.Events[1].Counts = 2
	if _, err := e.Earn(&g, loyalty.Earning{}); err == nil {
		t.Error("another body under one id")
	}
	// A stay may bear the id of an event.
	g.Events, g.Folios = g.Events[:1], []loyalty.Folio{other(at("", "2026-03-01", "2026-03-02", "1"), func(f *loyalty.Folio) { f.ID = "d" })}
	if out := earned(t, e, g); out.Taken.Counted != 2 {
		t.Error(out.Taken)
	}
	g.Events[0].Date = 0
	if _, err := e.Earn(&g, loyalty.Earning{}); err == nil {
		t.Error("an event without a date")
	}
}

func TestNamesOfEarningRoundTrip(t *testing.T) {
	check := func(name string, last int, value func(int) encoding.TextMarshaler, read func() encoding.TextUnmarshaler) {
		for v := range last + 2 {
			text, err := value(v).MarshalText()
			if (err != nil) != (v > last) || (err == nil && (string(text) == "") != (v == 0)) {
				t.Errorf("%s %d: %q, %v", name, v, text, err)
			}
			to := read()
			if err := to.UnmarshalText(text); err != nil && v <= last {
				t.Errorf("%s: %v", text, err)
			}
			if again, err := to.(encoding.TextMarshaler).MarshalText(); v <= last && (err != nil || string(again) != string(text)) {
				t.Errorf("%s: %s, %v", text, again, err)
			}
		}
		if err := read().UnmarshalText([]byte("no such name")); err == nil {
			t.Error(name)
		}
	}
	check("payer", int(loyalty.ByOther), func(v int) encoding.TextMarshaler { return loyalty.Payer(v) }, func() encoding.TextUnmarshaler { return new(loyalty.Payer) })
	check("dayUse", int(loyalty.DayUseNone), func(v int) encoding.TextMarshaler { return loyalty.DayUse(v) }, func() encoding.TextUnmarshaler { return new(loyalty.DayUse) })
	check("moment", int(loyalty.CheckOut), func(v int) encoding.TextMarshaler { return loyalty.Moment(v) }, func() encoding.TextUnmarshaler { return new(loyalty.Moment) })
	check("roundAt", int(loyalty.PerCharge), func(v int) encoding.TextMarshaler { return loyalty.RoundAt(v) }, func() encoding.TextUnmarshaler { return new(loyalty.RoundAt) })
	check("reward", int(loyalty.Streak), func(v int) encoding.TextMarshaler { return loyalty.RewardKind(v) }, func() encoding.TextUnmarshaler { return new(loyalty.RewardKind) })
	check("register", int(loyalty.BeforeEnd), func(v int) encoding.TextMarshaler { return loyalty.Register(v) }, func() encoding.TextUnmarshaler { return new(loyalty.Register) })
	check("exclusion", int(loyalty.OverRoomLimit), func(v int) encoding.TextMarshaler { return loyalty.Exclusion(v) }, func() encoding.TextUnmarshaler { return new(loyalty.Exclusion) })
	check("credit", int(loyalty.CampaignPoints), func(v int) encoding.TextMarshaler { return loyalty.CreditKind(v) }, func() encoding.TextUnmarshaler { return new(loyalty.CreditKind) })
	check("cut", int(loyalty.ByBudget), func(v int) encoding.TextMarshaler { return loyalty.CutReason(v) }, func() encoding.TextUnmarshaler { return new(loyalty.CutReason) })
	for _, v := range []interface{ String() string }{loyalty.Payer(0), loyalty.DayUse(0), loyalty.Moment(0), loyalty.RoundAt(0), loyalty.RewardKind(0), loyalty.Register(0), loyalty.Exclusion(0)} {
		if v.String() != "unset" {
			t.Error(v)
		}
	}
}
