package page

import (
	"os"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

func TestRulesOfTiersInWords(t *testing.T) {
	text, err := os.ReadFile("../../house.json")
	if err != nil {
		t.Fatal(err)
	}
	club, err := tiers.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	m := tierWords{Members: &tiers.Members{Club: club}}
	of := func(metric loyalty.Metric, n int64) loyalty.Condition {
		return loyalty.Condition{Metric: metric, AtLeast: new(decimal.NewFromInt(n))}
	}
	for _, test := range []struct {
		c    loyalty.Condition
		want string
	}{
		{of(loyalty.Nights, 5), "5 nights"},
		{of(loyalty.Stays, 1), "1 stay"},
		{of(loyalty.Spend, 4000), "EUR 4,000"},
		{loyalty.Condition{Metric: loyalty.Stays, AtLeast: new(decimal.NewFromInt(2)), AtMost: new(decimal.NewFromInt(4))}, "2 to 4 stays"},
		{loyalty.Condition{Metric: loyalty.Spend, Below: new(decimal.NewFromInt(9))}, "EUR below 9"},
		{loyalty.Condition{Metric: loyalty.YearsAtTier, Tier: "gold", AtLeast: new(decimal.NewFromInt(10))}, "10 years as Gold"},
		{loyalty.Condition{All: []loyalty.Condition{of(loyalty.NoShows, 1), {Any: []loyalty.Condition{of(loyalty.Points, 9), of(loyalty.Events, 2)}}}}, "1 no-show and (9 base points or 2 events)"},
	} {
		if got := prose.Plain(m.conditionWords(test.c, false)); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
	for _, test := range []struct {
		w    loyalty.Window
		want string
	}{
		{loyalty.Window{}, "in a calendar year"},
		{loyalty.Window{Kind: loyalty.RollingMonths, Months: 6}, "in any 6 months"},
		{loyalty.Window{Kind: loyalty.Lifetime}, "in all"},
		{loyalty.Window{Kind: loyalty.MembershipYear, Back: 1}, "in 12 months of membership, the one before"},
		{loyalty.Window{Kind: loyalty.BestOf, Of: []loyalty.Window{{Kind: loyalty.CalendarYear}, {Kind: loyalty.LevelCycle, Months: 3}}}, "in a calendar year or in 3 months from the day the tier began"},
	} {
		if got := prose.Plain(m.windowWords(test.w)); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
