package loyalty_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// What Validate takes can be written and read again, and what cannot be written is refused.
func TestWhatIsUsableCanBeWritten(t *testing.T) {
	const most = 1_000_000_000_000
	tests := []struct {
		name   string
		change func(v *loyalty.Version)
		path   string // of the complaint; empty: none
	}{
		{"challenge without steps", func(v *loyalty.Version) { v.Challenges = []loyalty.Challenge{{ID: "c", Days: 9}} }, "versions[0].challenges[0].steps"},
		{"benefit without tiers", func(v *loyalty.Version) { v.Benefits = []loyalty.Benefit{{ID: "b"}} }, "versions[0].benefits[0].tiers"},
		{"earning without rates", func(v *loyalty.Version) { v.Earn = &loyalty.EarnRules{} }, "versions[0].earn.rates"},
		{"a third of the rate", func(v *loyalty.Version) { v.Tiers[1].PayRate = new(dec("0.3333333333")) }, "versions[0].tiers[1].payRate"},
		{"a third of a cent", func(v *loyalty.Version) { v.Earn.Cost = new(dec("0.0033333333")) }, "versions[0].earn.cost"},
		{"a cost of nine places", func(v *loyalty.Version) { v.Earn.Cost = new(dec("0.003333333")) }, ""},
		{"a budget of a trillion", func(v *loyalty.Version) { v.Campaigns[0].Budget, v.Campaigns[0].Cap = most, most }, ""},
		{"a milestone of billions", func(v *loyalty.Version) {
			v.Milestones = []loyalty.Milestone{{ID: "m", Metric: loyalty.Spend, At: 5_000_000_000, Every: most, Points: most}}
		}, ""},
		{"a threshold too long", func(v *loyalty.Version) { v.Tiers[1].Promote.AtLeast = new(decimal.New(1, 15)) }, "versions[0].tiers[1].promote.atLeast"},
		{"a threshold of fifteen digits", func(v *loyalty.Version) { v.Tiers[1].Promote.AtLeast = new(decimal.New(1e15-1, 0)) }, ""},
		{"an exponent", func(v *loyalty.Version) { v.Tiers[1].Promote.AtLeast = new(decimal.New(1, 2_000_000_000)) }, "versions[0].tiers[1].promote.atLeast"},
		{"a rate with an exponent", func(v *loyalty.Version) { v.Earn.Rates[0].Points = decimal.New(1, 2_000_000_000) }, "versions[0].earn.rates[0].points"},
		{"a pay rate with an exponent", func(v *loyalty.Version) { v.Tiers[1].PayRate = new(decimal.New(1, -2_000_000_000)) }, "versions[0].tiers[1].payRate"},
		{"too long to choose", func(v *loyalty.Version) {
			v.Milestones = []loyalty.Milestone{{ID: "m", Metric: loyalty.Nights, At: 1, Choices: []string{"x"}, Choose: 1, ChooseDays: 2_000_000_000}}
		}, "versions[0].milestones[0].choose"},
		{"carried without an end", func(v *loyalty.Version) { v.Rollover = &loyalty.Rollover{Cap: most + 1} }, "versions[0].rollover.cap"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := mustRead(t, strings.Replace(small, `"valid":{`, tenPerEuro+`,"campaigns":[{"id":"c","reward":{"kind":"fixed","points":5}}],"valid":{`, 1))
			p.Versions[0].Tiers[1].Promote = loyalty.Condition{Metric: loyalty.Nights, AtLeast: number(5)}
			test.change(&p.Versions[0])
			err := p.Validate()
			if param, ok := errors.AsType[*hotelcrm.ParamError](err); ok != (test.path != "") || (ok && param.Param != test.path) {
				t.Fatalf("got %v, want a complaint about %q", err, test.path)
			}
			if err != nil {
				return
			}
			text, err := json.Marshal(p)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := loyalty.ParseProgramme(text); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestALineWithAnExponentIsRefused(t *testing.T) {
	e := compiled(t, small)
	line := nights("2024-05-05", 1)
	line.Spend = decimal.New(1, 2_000_000_000)
	_, err := e.Status(&loyalty.Member{Activities: []loyalty.Activity{line}}, loyalty.AsOf{On: day("2025-01-01")})
	if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Field != "spend" || len(err.Error()) > 1000 {
		t.Errorf("got %.200v", err)
	}
}
