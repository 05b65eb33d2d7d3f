package loyalty_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"pgregory.net/rapid"
)

// The tier that pays is the status on the day, by the guest's own lines and those of stays that ended before.
func TestTheTierThatPaysIsTheStatus(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		programme := rapid.Custom(drawProgramme)
		if rapid.IntRange(0, 3).Draw(t, "with brands") > 0 {
			programme = programme.Filter(func(p loyalty.Programme) bool { return !strings.Contains(jsonOf(t, p), `"brands"`) })
		}
		p := programme.Draw(t, "programme")
		moment := rapid.SampledFrom([]loyalty.Moment{loyalty.CheckIn, loyalty.CheckOut}).Draw(t, "tier at")
		for i := range p.Versions {
			p.Versions[i].Earn = &loyalty.EarnRules{Rates: []loyalty.Rate{{ID: "base", Points: dec("1")}}, TierAt: moment, Bonus: []loyalty.Bonus{{Tier: "a", Rate: dec("0.5")}}}
		}
		e, g := engineFor(t, p), loyalty.Guest{Member: drawMember(t)}
		near := rapid.IntRange(20, 4000).Draw(t, "days")
		crowd := func(d hotelcrm.Date) hotelcrm.Date { return day("2019-12-20").AddDays(int(d) % near) }
		g.Enrolled = crowd(g.Enrolled)
		for i := range g.Activities {
			g.Activities[i].Date = crowd(g.Activities[i].Date)
		}
		for i := range g.Grants {
			if from := crowd(g.Grants[i].From); g.Grants[i].To == 0 {
				g.Grants[i].From = from
			}
		}
		arrivals := map[string]string{}
		for i := range rapid.IntRange(1, 12).Draw(t, "folios") {
			d := crowd(drawDate(t, "arrival"))
			f := at(fmt.Sprint("hotel ", i), d.String(), d.AddDays(rapid.IntRange(1, 9).Draw(t, "nights")).String(), "10")
			arrivals[f.ID] = d.String()
			g.Folios = append(g.Folios, f)
		}
		known := hotelcrm.Date(0)
		if rapid.Bool().Draw(t, "as known") {
			known = day("2020-03-01").AddDays(rapid.IntRange(0, near).Draw(t, "known"))
		}
		out, err := e.Earn(&g, loyalty.Earning{AsOf: loyalty.AsOf{Known: known}})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range out.Credits {
			m := loyalty.Member{Enrolled: g.Enrolled, Grants: g.Grants, Activities: append(g.Activities[:0:0], g.Activities...)}
			for _, a := range out.Activities {
				if a.Date < c.Date {
					m.Activities = append(m.Activities, a)
				}
			}
			on := c.Date
			if moment == loyalty.CheckIn {
				on = day(arrivals[c.Source])
			}
			want, err := e.Status(&m, loyalty.AsOf{On: on, Known: known})
			if err != nil || (c.Tier != want.Tier && (want.Tier != "" || c.Tier != "base")) {
				t.Fatalf("%s of %s: paid by %s, status %s, %v", c.Source, c.Date, c.Tier, want.Tier, err)
			}
		}
	})
}

func TestTheTierThatAChallengeWinsPays(t *testing.T) {
	e := ladder(t, "USD", `{"id":"1","tiers":[{"id":"member"},{"id":"gold"}],"challenges":[{"id":"match","days":90,"steps":[{"when":{"metric":"nights","atLeast":6},"tier":"gold","to":"2028-04-01"}]}],`+
		`"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"gold","rate":1}]}}`)
	g := guest(at("a", "2026-02-02", "2026-02-05", "10"), at("b", "2026-03-02", "2026-03-05", "10"), at("c", "2026-06-02", "2026-06-05", "10"))
	g.Grants = []loyalty.Grant{{From: day("2026-02-01"), Source: loyalty.FromMatch, Challenge: "match"}}
	if got := text(earned(t, e, g)); got != "base base 100; base base 100; base base 100; bonus gold 100; " {
		t.Errorf("got %s", got)
	}
}

func BenchmarkEarnOfALongLife(b *testing.B) {
	e := inn(b, `"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"friend","rate":0.25}]}`)
	for _, stays := range []int{250, 2000} {
		g := guest()
		for i := range stays {
			d := day("2020-01-01").AddDays(2 * i)
			g.Folios = append(g.Folios, at(fmt.Sprint("h", i%7), d.String(), (d+1).String(), "100"))
		}
		b.Run(fmt.Sprint(stays, " stays"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Earn(&g, loyalty.Earning{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
