package loyalty_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"

	gocmp "github.com/google/go-cmp/cmp"
)

func findings(list []loyalty.Finding) []string {
	var out []string
	for _, f := range list {
		out = append(out, fmt.Sprint(f.Code, " ", f.Path, ": ", f.Text))
	}
	return out
}

// The contradictions of the thesis: table 4-1 with itself, and with the text.
func TestLintFindsTheContradictionsOfTheThesis(t *testing.T) {
	table, text := engineOf(t, "thesis-2009-printed").Programme(), engineOf(t, "thesis-2009-members").Programme()
	want := []string{
		"shared-boundary versions[0].tiers[2].promote: 5 stays: as far as this count goes, ordinary still holds and member holds already",
		"class-gap versions[0].tiers: 2 to 4 stays, spend of 20000.00 to 199999.99: no class",
		"class-gap versions[0].tiers: 5 stays or more, spend of 100000.01 to 199999.99: no class",
		"class-gap versions[0].tiers: 6 stays or more, spend of 19999.99 or less: no class",
		"class-overlap versions[0].tiers: 1 stay, spend of 200000.00 or more: both new and vip",
	}
	if diff := gocmp.Diff(want, findings(loyalty.Lint(table))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	list, err := loyalty.Disagreements(table, text)
	if err != nil {
		t.Fatal(err)
	}
	want = []string{
		"disagreement versions[0].tiers[2].promote: 5 to 9 stays, spend of 20000.00 to 100000.00: member by Guest classes of the thesis, not by Membership rules of the thesis",
		"disagreement versions[0].tiers[2].promote: 10 stays or more, spend of 5000.00 to 19999.99: member by Membership rules of the thesis, not by Guest classes of the thesis",
		"disagreement versions[0].tiers[2].promote: 10 stays or more, spend of 100000.01 or more: member by Membership rules of the thesis, not by Guest classes of the thesis",
		"disagreement versions[0].tiers[3].promote: spend of 200000.00 or more, 59 nights or less: vip by Guest classes of the thesis, not by Membership rules of the thesis",
	}
	if diff := gocmp.Diff(want, findings(list)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	text.Name = table.Name
	if list, err = loyalty.Disagreements(table, text); err != nil || !strings.HasSuffix(list[0].Text, "member by thesis-2009-printed, not by thesis-2009-members") {
		t.Errorf("programmes of one name: %v, %v", list, err)
	}
	if list, err := loyalty.Disagreements(table, table); err != nil || len(list) != 0 {
		t.Errorf("a programme disagrees with itself: %v, %v", list, err)
	}
	if _, err := loyalty.Disagreements(table, engineOf(t, "hilton").Programme()); err == nil {
		t.Error("two currencies are compared")
	}
}

func TestPublishedProgrammesAreNearlyClean(t *testing.T) {
	want := map[string][]loyalty.FindingCode{
		"choice-2025": {loyalty.Ends}, "h-world-2021": {loyalty.ByGrantOnly}, "shangri-la-2022": {loyalty.ByGrantOnly},
		"radisson-2022": {loyalty.ByGrantOnly},
	}
	for _, name := range programmes(t) {
		if strings.HasPrefix(name, "thesis") {
			continue
		}
		var got []loyalty.FindingCode
		for _, f := range loyalty.Lint(engineOf(t, name).Programme()) {
			got = append(got, f.Code)
		}
		if diff := gocmp.Diff(want[name], got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestLint(t *testing.T) {
	tier := func(rest string) string { return `{"id":"base"},{"id":"gold",` + rest + `}` }
	tests := []struct{ name, version, want string }{
		{"clean", `"tiers":[` + tier(`"promote":{"metric":"nights","atLeast":5}`) + `]`, ""},
		{
			"unreachable", `"tiers":[` + tier(`"promote":{"metric":"nights","atLeast":20}`) + `,{"id":"top","promote":{"any":[{"metric":"nights","atLeast":20},{"metric":"stays","atLeast":3}]}}]`,
			"unreachable-tier versions[0].tiers[1].promote: nobody can stay at gold: who reaches it reaches top",
		},
		{
			"retain above promote", `"tiers":[` + tier(`"promote":{"any":[{"metric":"stays","atLeast":9},{"metric":"nights","atLeast":5}]},"retain":{"metric":"nights","atLeast":6}`) + `]`,
			"retain-above-promote versions[0].tiers[1].retain: gold can be reached by 9 stays or more in a calendar year, which does not keep it",
		},
		{
			"one of each", `"tiers":[` + tier(`"promote":{"all":[{"metric":"nights","atLeast":1,"window":{"kind":"rolling","months":1}},{"metric":"noShows","atMost":1}]},"retain":{"metric":"stays","atLeast":1}`) + `]`,
			"retain-above-promote versions[0].tiers[1].retain: gold can be reached by 1 night or more in 1 month and 1 no-show or less in a calendar year, which does not keep it",
		},
		{
			"ranges", `"tiers":[` + tier(`"promote":{"all":[{"metric":"noShows","atLeast":1,"atMost":3},{"metric":"years","tier":"base","atLeast":1}]},"retain":{"metric":"stays","atLeast":1}`) + `]`,
			"retain-above-promote versions[0].tiers[1].retain: gold can be reached by 1 to 3 no-shows in a calendar year and 1 year at the tier or more in a calendar year, which does not keep it",
		},
		{"retain below promote", `"tiers":[` + tier(`"promote":{"metric":"nights","atLeast":5},"retain":{"metric":"nights","atLeast":4}`) + `]`, ""},
		{"best of two windows keeps", `"tiers":[` + tier(`"promote":{"metric":"nights","atLeast":5},"retain":{"metric":"nights","atLeast":5,"window":{"kind":"best-of","of":[{"kind":"calendar-year"},{"kind":"calendar-year","back":1}]}}`) + `]`, ""},
		{
			"impossible", `"tiers":[` + tier(`"promote":{"any":[{"all":[{"metric":"nights","atLeast":5},{"metric":"nights","atMost":4}]},{"metric":"stays","atLeast":2}]}`) + `]`,
			"impossible-condition versions[0].tiers[1].promote: one way to gold can never be gone|upper-bound versions[0].tiers[1].promote: gold is not reached with more than 4 nights",
		},
		{
			"pay rate", `"tiers":[` + tier(`"payRate":0.1`) + `,{"id":"top","payRate":0.9,"promote":{"metric":"nights","atLeast":5}}]`,
			"by-grant-only versions[0].tiers[1]: gold is reached by grants only|" +
				"low-pay-rate versions[0].tiers[1].payRate: gold pays 0.1 of the rate; a discount is written as the part that is paid: 10 % off, 打9折, is 0.9|" +
				"rising-pay-rate versions[0].tiers[2].payRate: top pays more than a lower tier",
		},
		{
			"rollover", `"rollover":{},"tiers":[` + tier(`"promote":{"metric":"stays","atLeast":5}`) + `]`,
			"rollover-without-threshold versions[0].tiers[1].promote: gold carries nothing over: it asks for no nights in the calendar year",
		},
		{
			"milestone", `"milestones":[{"id":"m","metric":"nights","at":20,"every":10,"upTo":95}],"tiers":[{"id":"base"}]`,
			"milestone-end versions[0].milestones[0].upTo: m ends at 95, which is no step of it",
		},
		{"end", `"to":"2026-01-01","tiers":[{"id":"base"}]`, "ends versions[0].to: no rules are in force after 2025-12-31"},
		{
			"hole", `"to":"2026-01-01","tiers":[{"id":"base"}]},{"id":"2","from":"2026-02-01","tiers":[{"id":"base"}]`,
			"version-gap versions[1].from: no rules are in force from 2026-01-01 to 2026-01-31, between 1 and 2",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := compiled(t, `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1",`+test.version+`}]}`)
			if got := strings.Join(findings(loyalty.Lint(e.Programme())), "|"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
