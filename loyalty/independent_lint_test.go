package loyalty_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Gong (2009), table 4-1 as printed: "five stays or fewer" is ordinary, five or more is member.
const table41 = `{"format":1,"id":"table","currency":"CNY","versions":[{"id":"2009","exclusive":true,"window":{"kind":"lifetime"},"tiers":[` +
	`{"id":"new","promote":{"metric":"stays","atMost":1}},` +
	`{"id":"ordinary","promote":{"all":[{"metric":"stays","atLeast":2,"atMost":5},{"metric":"spend","below":20000}]}},` +
	`{"id":"member","promote":{"all":[{"metric":"stays","atLeast":5},{"metric":"spend","atLeast":20000,"atMost":100000}]}},` +
	`{"id":"vip","promote":{"all":[{"metric":"spend","atLeast":200000},{"metric":"nights","atLeast":60}]}}]}]}`

// The rules of the text.
const text43 = `{"format":1,"id":"text","currency":"CNY","versions":[{"id":"2009","tiers":[{"id":"guest"},` +
	`{"id":"member","payRate":0.9,"promote":{"all":[{"metric":"spend","atLeast":5000},{"metric":"stays","atLeast":10}],"window":{"kind":"rolling","months":6}}},` +
	`{"id":"vip","payRate":0.8,"promote":{"all":[{"metric":"spend","atLeast":200000},{"metric":"nights","atLeast":60}]}}]}]}`

func words(findings []loyalty.Finding, code loyalty.FindingCode) string {
	out := ""
	for _, f := range findings {
		if f.Code == code {
			out += f.Path + ": " + f.Text + "\n"
		}
	}
	return out
}

func TestTheTableContradictsItself(t *testing.T) {
	findings := loyalty.Lint(mustRead(t, table41))
	for code, want := range map[loyalty.FindingCode][]string{
		loyalty.ClassGap:       {"100000", "200000"},
		loyalty.SharedBoundary: {"5", "ordinary", "member"},
	} {
		text := words(findings, code)
		for _, word := range want {
			if !strings.Contains(text, word) {
				t.Errorf("%s without %q: %s", code, word, text)
			}
		}
	}
	if t.Failed() {
		t.Log(findings)
	}
}

func TestTableAndTextDisagree(t *testing.T) {
	findings, err := loyalty.Disagreements(mustRead(t, table41), mustRead(t, text43))
	if err != nil {
		t.Fatal(err)
	}
	text := words(findings, loyalty.Disagreement)
	for _, word := range []string{"member", "5000", "10"} {
		if !strings.Contains(text, word) {
			t.Errorf("no %q: %s", word, text)
		}
	}
}

// LG-21 by the rules of the text: 90 % of the rate is 10 % off.
func TestRulesOfTheText(t *testing.T) {
	e := compiled(t, text43)
	for _, test := range []struct {
		nights, stays int32
		spend, want   string
		pays          string
	}{
		{10, 10, "5000", "member", "450"},
		{9, 9, "9000", "guest", "500"},
		{10, 10, "4999.99", "guest", "500"},
		{60, 5, "200000", "vip", "400"},
		{30, 5, "200000", "guest", "500"},
	} {
		m := loyalty.Member{Activities: []loyalty.Activity{year("2009-06-30", test.nights, test.stays, 0, test.spend)}}
		s := statusOf(t, e, m, "2009-06-30")
		pays, err := e.Pays(s.Tier, day("2009-06-30"), dec("500"))
		if s.Tier != test.want || err != nil || pays.String() != test.pays {
			t.Errorf("%+v: got %s, pays %s, %v", test, s.Tier, pays, err)
		}
	}
	half := loyalty.Member{Activities: []loyalty.Activity{year("2009-01-31", 5, 5, 0, "2500"), year("2009-07-31", 5, 5, 0, "2500")}}
	if s := statusOf(t, e, half, "2009-07-31"); s.Tier != "guest" {
		t.Errorf("half a year and a day apart: got %s", s.Tier)
	}
}

// 打9折 read as 90 % off is doubtful, and so is each of the classical slips.
func TestSlipsAreFound(t *testing.T) {
	tier := func(rest string) string {
		return `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"guest"},` + rest + `}]}`
	}
	for _, test := range []struct {
		text string
		code loyalty.FindingCode
	}{
		{tier(`{"id":"a","payRate":0.1,"promote":{"metric":"nights","atLeast":5}}]`), loyalty.LowPayRate},
		{tier(`{"id":"a","promote":{"metric":"nights","atLeast":5},"retain":{"metric":"nights","atLeast":6}}]`), loyalty.RetainHarder},
		{tier(`{"id":"a","promote":{"metric":"nights","atLeast":5}},{"id":"b","promote":{"metric":"nights","atLeast":4}}]`), loyalty.Unreachable},
		{tier(`{"id":"a","promote":{"metric":"nights","atLeast":5}}],"to":"2025-01-01"`), loyalty.Ends},
		{tier(`{"id":"a"}]`), loyalty.ByGrantOnly},
		{tier(`{"id":"a","promote":{"metric":"nights","atLeast":5}}],"rollover":{"metric":"spend","from":"a"}`), loyalty.NoThreshold},
		{tier(`{"id":"a"}],` + tenPerEuro + `,"campaigns":[{"id":"c","reward":{"kind":"fixed","points":1}},{"id":"d","reward":{"kind":"fixed","points":1}}]`), loyalty.CampaignOverlap},
		{tier(`{"id":"a"}],` + tenPerEuro + `,"campaigns":[{"id":"c","group":"g","reward":{"kind":"fixed","points":1}},{"id":"d","group":"g","reward":{"kind":"fixed","points":1}}]`), loyalty.CampaignOrder},
		{`{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","to":"2024-01-01","tiers":[{"id":"guest"}]},{"id":"2","from":"2024-01-02","tiers":[{"id":"guest"}]}]}`, loyalty.VersionGap},
		{tier(`{"id":"a","promote":{"metric":"lights","atLeast":5}}]`), loyalty.Invalid},
	} {
		var findings []loyalty.Finding
		if p, err := loyalty.ParseProgramme([]byte(test.text)); err == nil {
			findings = loyalty.Lint(p)
		} else if test.code == loyalty.Invalid {
			continue // refused with its path before lint sees it
		} else {
			t.Errorf("%s: %v", test.code, err)
		}
		if !slices.ContainsFunc(findings, func(f loyalty.Finding) bool { return f.Code == test.code }) {
			t.Errorf("%s: got %v in %s", test.code, findings, test.text)
		}
	}
}
