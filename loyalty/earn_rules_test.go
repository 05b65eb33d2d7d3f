package loyalty_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// rich is a version's worth of earning rules with something in most places.
const rich = `"stays":{"roomsForPoints":3,"roles":["primary"],"departments":["rooms"]},` +
	`"earn":{"rates":[{"id":"base","points":10,"per":1,"upTo":"500.50"}],"rounding":"down","roundAt":"stay","tierAt":"check-in",` +
	`"bonus":[{"tier":"friend","rate":0.5}],"cap":900,"floor":10,"after":{"days":3},"cost":0.005},` +
	`"campaigns":[{"id":"c","from":"2026-01-01","to":"2026-02-01","group":"g","order":1,"register":"before-stay","minSpend":10,"reward":{"kind":"multiplier","times":2},"cap":50,"budget":70},` +
	`{"id":"d","reward":{"kind":"steps","metric":"nights","steps":[{"at":2,"points":5},{"at":4,"points":5}]}},` +
	`{"id":"e","reward":{"kind":"every","metric":"stays","every":3,"points":5}},{"id":"f","reward":{"kind":"streak","months":3,"points":5}}]`

func TestEarningRulesThatCannotBe(t *testing.T) {
	inn(t, rich)
	tests := []struct{ old, new, path string }{
		{`"roomsForPoints":3`, `"roomsForPoints":-1`, "stays"},
		{`"points":10`, `"points":-1`, "earn.rates[0].points"},
		{`"points":10`, `"points":0.0000001`, "earn.rates[0].points"},
		{`"rates":[{"id":"base","points":10,"per":1,"upTo":"500.50"}]`, `"rates":[]`, "earn.rates"},
		{`"per":1`, `"per":0`, "earn.rates[0].per"},
		{`"id":"base"`, `"id":""`, "earn.rates[0].id"},
		{`500.50`, `500.505`, "earn.rates[0].upTo"},
		{`"per":1`, `"tiers":["foe"]`, "earn.rates[0].tiers[0]"},
		{`"rounding":"down"`, `"rounding":"up","cap":-1`, ""},
		{`"cap":900`, `"cap":-900`, "earn.floor"},
		{`"tier":"friend","rate":0.5`, `"tier":"foe","rate":0.5`, "earn.bonus[0].tier"},
		{`"rate":0.5`, `"rate":-0.5`, "earn.bonus[0].rate"},
		{`{"tier":"friend","rate":0.5}`, `{"tier":"friend","rate":0.5},{"tier":"friend","rate":0.6}`, "earn.bonus[1].rate"},
		{`"days":3`, `"days":400`, "earn.after"},
		{`"cost":0.005`, `"cost":-1`, "earn.cost"},
		{`"id":"d"`, `"id":"c"`, "campaigns[1].id"},
		{`"to":"2026-02-01"`, `"to":"2025-02-01"`, "campaigns[0].to"},
		{`"group":"g",`, ``, "campaigns[0].order"},
		{`"minSpend":10`, `"minSpend":10.001`, "campaigns[0].minSpend"},
		{`"minSpend":10`, `"minNights":-1`, "campaigns[0]"},
		{`"minSpend":10`, `"tiers":["foe"]`, "campaigns[0].tiers[0]"},
		{`"times":2`, `"times":0.5`, "campaigns[0].reward.times"},
		{`"times":2`, `"points":2`, "campaigns[0].reward.times"},
		{`"times":2`, `"times":2,"points":5`, "campaigns[0].reward.points"},
		{`"times":2`, `"times":2,"months":5`, "campaigns[0].reward.months"},
		{`"times":2`, `"times":2,"metric":"nights"`, "campaigns[0].reward.metric"},
		{`"every":3,`, ``, "campaigns[2].reward.every"},
		{`"metric":"stays"`, `"metric":"brands"`, "campaigns[2].reward.metric"},
		{`"metric":"stays"`, `"metric":"years"`, "campaigns[2].reward.metric"},
		{`"at":4`, `"at":2`, "campaigns[1].reward.steps[1]"},
		{`"budget":70`, `"budget":-70`, "campaigns[0].budget"},
		{`"budget":70`, `"budget":70,"qualifies":true`, "campaigns[0].qualifies"},
	}
	for _, test := range tests {
		rules := strings.Replace(rich, test.old, test.new, 1)
		if rules == rich {
			t.Fatal("nothing changed:", test.old)
		}
		_, err := loyalty.ParseProgramme([]byte(`{"format":1,"id":"inn","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"guest"},{"id":"friend"}],` + rules + `}]}`))
		param, ok := errors.AsType[*hotelcrm.ParamError](err)
		if test.path == "" {
			if !errors.Is(err, loyalty.ErrFormat) {
				t.Errorf("%s: a key twice: %v", test.new, err)
			}
			continue
		}
		if !ok || param.Param != "versions[0]."+test.path || errors.Is(err, loyalty.ErrFormat) {
			t.Errorf("%s: got %v, want a complaint about %s", test.new, err, test.path)
		}
	}
	if _, err := loyalty.ParseProgramme([]byte(`{"format":1,"id":"inn","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"guest"}],"campaigns":[{"id":"c","reward":{"kind":"fixed","points":1}}]}]}`)); err == nil {
		t.Error("campaigns without earn are accepted")
	}
}

func TestEarningRulesAreReadStrictly(t *testing.T) {
	tests := []struct{ old, new, path string }{
		{`"roles":["primary"]`, `"roles":["master"]`, "stays.roles[0]"},
		{`"departments":["rooms"]`, `"departments":["bar"]`, "stays.departments[0]"},
		{`"rounding":"down"`, `"rounding":"ceiling"`, "earn.rounding"},
		{`"roundAt":"stay"`, `"roundAt":"night"`, "earn.roundAt"},
		{`"register":"before-stay"`, `"register":"never"`, "campaigns[0].register"},
		{`"kind":"streak"`, `"kind":"row"`, "campaigns[3].reward.kind"},
		{`"times":2`, `"times":2,"factor":2`, "campaigns[0].reward.factor"},
	}
	for _, test := range tests {
		_, err := loyalty.ParseProgramme([]byte(`{"format":1,"id":"inn","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"guest"},{"id":"friend"}],` + strings.Replace(rich, test.old, test.new, 1) + `}]}`))
		found, ok := errors.AsType[*loyalty.DecodeError](err)
		if !ok || found.Path != "versions[0]."+test.path {
			t.Errorf("%s: got %v", test.new, err)
		}
	}
}

func TestOneBudgetInAllVersions(t *testing.T) {
	version := func(id, days, budget string) string {
		return `{"id":"` + id + `",` + days + `,"tiers":[{"id":"guest"}],` + tenPerEuro + `,"campaigns":[{"id":"c","budget":` + budget + `,"reward":{"kind":"fixed","points":7}}]}`
	}
	_, err := loyalty.ParseProgramme([]byte(`{"format":1,"id":"x","currency":"EUR","versions":[` + version("1", `"to":"2026-02-01"`, "5") + `,` + version("2", `"from":"2026-02-01"`, "6") + `]}`))
	refusetest.Param(t, err, "versions[1].campaigns[0].budget")
}

func TestLintOfEarning(t *testing.T) {
	fixed := `"reward":{"kind":"fixed","points":7}`
	tests := []struct{ name, rules, want string }{
		{"clean", tenPerEuro + `,"campaigns":[{"id":"a",` + fixed + `},{"id":"b","kinds":["event"],` + fixed + `}]`, ""},
		{"overlap", tenPerEuro + `,"campaigns":[{"id":"a",` + fixed + `},{"id":"b",` + fixed + `}]`, "overlapping-campaigns versions[0].campaigns[1].group: a and b run together and stand in no group: a stay counts for both"},
		{"one after the other", tenPerEuro + `,"campaigns":[{"id":"a","to":"2026-01-01",` + fixed + `},{"id":"b","from":"2026-01-01",` + fixed + `}]`, ""},
		{"no order", tenPerEuro + `,"campaigns":[{"id":"a","group":"g",` + fixed + `},{"id":"b","group":"g",` + fixed + `}]`, "campaign-order versions[0].campaigns[1].order: a and b of group g have the same order: the one listed first is taken"},
		{"order", tenPerEuro + `,"campaigns":[{"id":"a","group":"g","order":1,` + fixed + `},{"id":"b","group":"g","order":2,` + fixed + `}]`, ""},
		{"two groups", tenPerEuro + `,"campaigns":[{"id":"a","group":"g",` + fixed + `},{"id":"b","group":"h",` + fixed + `}]`, ""},
		{"outside", `"to":"2026-01-01",` + tenPerEuro + `,"campaigns":[{"id":"a","from":"2026-01-01",` + fixed + `}]`, "ends versions[0].to: no rules are in force after 2025-12-31|campaign-outside versions[0].campaigns[0].from: a runs on no day of 1"},
		{"limit", tenPerEuro + `,"campaigns":[{"id":"a","cap":6,` + fixed + `}]`, "campaign-limit versions[0].campaigns[0]: a gives 7 points at once, more than its cap or budget"},
		{"shadow", `"earn":{"rates":[{"id":"base","points":10},{"id":"spa","points":5,"brands":["spa"]}]}`, "shadowed-rate versions[0].earn.rates[1]: spa is never used: base fits wherever it does"},
		{"no rate", `"earn":{"rates":[{"id":"rooms","points":10,"departments":["rooms"]}]}`, "no-rate versions[0].earn.rates: no rate for food-beverage at guest at every hotel"},
		{"falling", `"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"guest","rate":0.3},{"tier":"friend","rate":0.2}]}`, "falling-bonus versions[0].earn.bonus: friend has less bonus than a lower tier"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(findings(loyalty.Lint(inn(t, test.rules).Programme())), "|"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
