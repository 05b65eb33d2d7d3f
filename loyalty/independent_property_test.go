package loyalty_test

import (
	"encoding/json"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"pgregory.net/rapid"
)

// drawMonotone draws a programme of the shape for which the package comment says that a night more never lowers a tier.
func drawMonotone(t *rapid.T) loyalty.Programme {
	simple := []loyalty.Window{{}, {Kind: loyalty.CalendarYear}, {Kind: loyalty.CalendarYear, Back: 1}, {Kind: loyalty.RollingMonths, Months: 5}, {Kind: loyalty.MembershipYear}, {Kind: loyalty.Lifetime}}
	window := rapid.Custom(func(t *rapid.T) loyalty.Window {
		if rapid.IntRange(0, 3).Draw(t, "best") == 0 {
			return loyalty.Window{Kind: loyalty.BestOf, Of: rapid.SliceOfN(rapid.SampledFrom(simple[1:]), 2, 2).Draw(t, "of")}
		}
		return rapid.SampledFrom(simple).Draw(t, "simple")
	})
	condition := func(scale int) loyalty.Condition {
		leaf := func(name string) loyalty.Condition {
			c := loyalty.Condition{Metric: rapid.SampledFrom([]loyalty.Metric{loyalty.Nights, loyalty.Stays, loyalty.Points, loyalty.Spend, loyalty.Brands}).Draw(t, name), AtLeast: number(scale * rapid.IntRange(1, 3).Draw(t, name+" least"))}
			if c.Metric == loyalty.Brands {
				c.AtLeast = number(rapid.IntRange(1, 3).Draw(t, name+" brands"))
			}
			if rapid.IntRange(0, 3).Draw(t, name+" own") == 0 {
				c.Window = window.Draw(t, name+" window")
			}
			return c
		}
		if rapid.Bool().Draw(t, "all") {
			return loyalty.Condition{All: []loyalty.Condition{leaf("x"), leaf("y")}}
		}
		return loyalty.Condition{Any: []loyalty.Condition{leaf("x"), leaf("y")}}
	}
	valid := rapid.SampledFrom([]loyalty.Validity{
		{},
		{Kind: loyalty.MonthEnd, Month: 2, Years: 1},
		{Kind: loyalty.MonthEnd, Month: 12},
		{Kind: loyalty.ForMonths, Months: 4},
		{Kind: loyalty.ForMonths, Months: 12, GraceMonths: 2},
		{Kind: loyalty.ForCycle, Cycle: loyalty.Window{Kind: loyalty.CalendarYear}},
		{Kind: loyalty.ForCycle, Cycle: loyalty.Window{Kind: loyalty.MembershipYear}, GraceMonths: 3},
	})
	lasting := valid.Filter(func(v loyalty.Validity) bool { return v.Kind != loyalty.ForCycle })
	version := func(id string) loyalty.Version {
		v := loyalty.Version{ID: id, Tiers: []loyalty.Tier{{ID: "base"}}, Window: window.Draw(t, "window"), Valid: valid.Draw(t, "valid")}
		for i, tier := range []string{"a", "b", "c"} {
			out := loyalty.Tier{ID: tier, Promote: condition(2 * (i + 1))}
			if rapid.IntRange(0, 2).Draw(t, "retain") == 0 {
				out.Retain = loyalty.Condition{Any: []loyalty.Condition{out.Promote, condition(i + 1)}} // no harder
			}
			if rapid.IntRange(0, 3).Draw(t, "life") == 0 {
				out.ForLife = condition(15 * (i + 1))
				if rapid.Bool().Draw(t, "years") {
					out.ForLife = loyalty.Condition{Metric: loyalty.YearsAtTier, Tier: "a", AtLeast: number(i + 2)}
				}
			}
			if v.Valid.Kind != loyalty.ForCycle && rapid.IntRange(0, 3).Draw(t, "own valid") == 0 {
				out.Valid = lasting.Draw(t, "valid")
			}
			v.Tiers = append(v.Tiers, out)
		}
		v.Downgrade.To = loyalty.DowngradeKind(rapid.IntRange(0, int(loyalty.NoDowngrade)).Draw(t, "downgrade"))
		if rapid.IntRange(0, 4).Draw(t, "floor") == 0 {
			v.Downgrade.Floor = "a"
		}
		v.Stepwise = rapid.Bool().Draw(t, "stepwise")
		return v
	}
	p := loyalty.Programme{Format: 1, ID: "drawn", Currency: "EUR", Versions: []loyalty.Version{version("one")}}
	if rapid.Bool().Draw(t, "two versions") {
		cut := drawDate(t, "cut")
		one, two := &p.Versions[0], version("two")
		two.Downgrade, two.Valid = one.Downgrade, one.Valid // a fall under later rules is no deeper and no shorter
		for i := range two.Tiers {
			two.Tiers[i].Valid = one.Tiers[i].Valid
		}
		one.To, two.From = cut, cut
		p.Versions = append(p.Versions, two)
	}
	return p
}

func TestANightMoreNeverLowersATier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawMonotone(t)
		e := engineFor(t, p)
		m, at := drawMember(t), loyalty.AsOf{On: drawDate(t, "on")}
		m.Enrolled = drawDate(t, "member since")
		before, err := e.Status(&m, at)
		if err != nil {
			t.Fatal(err)
		}
		m.Activities = append(m.Activities, loyalty.Activity{Date: drawDate(t, "more"), Kind: loyalty.KindStay, Nights: int32(rapid.IntRange(1, 6).Draw(t, "nights")), Brand: "w"})
		after, err := e.Status(&m, at)
		if err != nil || after.Rank < before.Rank {
			text, _ := json.Marshal(p)
			t.Fatalf("%s before, %s after, %v\n%s", before.Tier, after.Tier, err, text)
		}
	})
}

// A night more lets gold last a day longer, into rules that make of its end a deeper fall, or a fall to a silver that is
// over sooner: as the package comment says.
func TestANightMoreMayFallUnderOtherRules(t *testing.T) {
	year := loyalty.Validity{Kind: loyalty.ForMonths, Months: 12}
	tiers := []loyalty.Tier{{ID: "base"}, {ID: "silver", Promote: least(9)}, {ID: "gold", Promote: least(1)}}
	version := func(id string, valid loyalty.Validity, to loyalty.DowngradeKind) loyalty.Version {
		return loyalty.Version{ID: id, Window: loyalty.Window{Kind: loyalty.CalendarYear}, Tiers: tiers, Valid: valid, Downgrade: loyalty.Downgrade{To: to}}
	}
	for name, later := range map[string]loyalty.Version{
		"deeper":  version("later", year, loyalty.ToSupported),
		"shorter": version("later", loyalty.Validity{Kind: loyalty.ForMonths, Months: 1}, loyalty.OneStep),
		"alike":   version("later", year, loyalty.OneStep),
	} {
		first := version("first", year, loyalty.OneStep)
		first.To, later.From = hotelcrm.DateOf(2020, 1, 1), hotelcrm.DateOf(2020, 1, 1)
		e, err := loyalty.Compile(loyalty.Programme{Format: 1, ID: "two", Currency: "EUR", Versions: []loyalty.Version{first, later}})
		if err != nil {
			t.Fatal(err)
		}
		night := loyalty.Activity{Date: hotelcrm.DateOf(2019, 1, 1), Kind: loyalty.KindStay, Stays: 1, Nights: 1}
		m := loyalty.Member{ID: "m", Enrolled: night.Date, Activities: []loyalty.Activity{night}}
		at := loyalty.AsOf{On: hotelcrm.DateOf(2020, 6, 1)}
		before, err := e.Status(&m, at)
		if err != nil || before.Tier != "silver" {
			t.Errorf("%s: %s, %v; want silver", name, before.Tier, err)
		}
		night.Date++
		m.Activities = append(m.Activities, night)
		want := map[string]string{"deeper": "base", "shorter": "base", "alike": "silver"}[name]
		if after, err := e.Status(&m, at); err != nil || after.Tier != want {
			t.Errorf("%s, a night more: %s, %v; want %s", name, after.Tier, err, want)
		}
	}
}

func least(nights int) loyalty.Condition {
	return loyalty.Condition{Metric: loyalty.Nights, AtLeast: number(nights)}
}
