package valuation_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// inCents is a convention of the examples: a yearly rate, payments at the start of each year, amounts in cents.
func inCents(rate string, years int) valuation.Convention {
	r, err := valuation.Effective(decimal.RequireFromString(rate), valuation.Year)
	if err != nil {
		fmt.Println(err)
	}
	return valuation.Convention{
		Rate: r, Horizon: valuation.Horizon{N: years, Period: valuation.Year}, Infinite: years == 0,
		Timing: valuation.StartOfPeriod, Rounding: hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven},
	}
}

func ExampleMarginMultiple_fourOfFiveRegularsStay() {
	regular := valuation.Stream{Margin: dec("300"), Retention: dec("0.8")}
	c := inCents("0.12", 0)
	c.Timing = valuation.EndOfPeriod
	worth, err := valuation.MarginMultiple(regular, c)
	fmt.Println(worth.Amount, "is", worth.Multiple, "margins,", worth.Convention, err)
	// Output: 750 is 2.5 margins, 0.12 per year, forever by year, end-of-period, 2 places half-even <nil>
}

func ExamplePromotedValue_aMailingBetweenTheYearlyStays() {
	guest, err := valuation.PromotedValue(dec("260"), dec("50"), dec("0.75"), inCents("0.2", 10))
	fmt.Println(guest.Contribution, "less", guest.Promotion, "is", guest.Amount, err)
	// Output: 689.39 less 120.61 is 568.78 <nil>
}

func ExampleRetention_membersOfTheSpa() {
	members := valuation.Retention{Margins: decs("80", "85", "90"), Rates: decs("0.60", "0.65")}
	fmt.Println(members.Validate())
	worth, err := members.Value(inCents("0.15", 0))
	fmt.Println(err) // margins end
	c := inCents("0.15", 3)
	worth, err = members.Value(c)
	fmt.Println(worth.Amount, "a member; still there in each year:", worth.Survivors, err)
	// Output:
	// <nil>
	// hotelcrm: Convention.Infinite: "true" is not allowed; want false: the margins end
	// 150.89 a member; still there in each year: [1 0.6 0.39] <nil>
}

func ExampleMigration_skiersWhoSkipAWinter() {
	skiers := valuation.Migration{Purchase: decs("0.30", "0.20", "0.15", "0.05")}
	fmt.Println(skiers.Validate())
	rooms, err := skiers.Buyers(dec("1000"), 5)
	fmt.Println(rooms, err)
	worth, err := skiers.Value(dec("40"), inCents("0.2", 5))
	fmt.Println(worth.Amount, err)
	// Output:
	// <nil>
	// [1000 300 230 195 139.7] <nil>
	// 63.6 <nil>
}

func ExampleRecencyChain_catalogueByPost() {
	chain, err := valuation.RecencyChain(decs("0.3", "0.2", "0.15", "0.05"), dec("40"), dec("4"))
	if err != nil {
		fmt.Println(err)
		return
	}
	worth, err := chain.Value(inCents("0.2", 0))
	for _, state := range worth.States {
		fmt.Println(state.State, state.Amount)
	}
	fmt.Println(err)
	// Output:
	// recency 1 52.32
	// recency 2 5.55
	// recency 3 1.25
	// recency 4 -1.82
	// former 0
	// <nil>
}

func ExampleChain_Value_roomsAndSuites() {
	chain := valuation.Chain{
		States:     []string{"room", "suite", "away"},
		Transition: [][]decimal.Decimal{decs("0.6", "0.1", "0.3"), decs("0.2", "0.7", "0.1"), decs("0", "0", "1")},
		Reward:     decs("100", "250", "0"),
	}
	fmt.Println(chain.Validate())
	worth, err := chain.Value(inCents("0.25", 0))
	fmt.Println(worth.States, err)
	// Output:
	// <nil>
	// [{room 296.3} {suite 675.93} {away 0}] <nil>
}

func ExampleChain_Validate_aRowThatLosesGuests() {
	chain := valuation.Chain{States: []string{"in", "out"}, Transition: [][]decimal.Decimal{decs("0.6", "0.3"), decs("0", "1")}, Reward: decs("1", "0")}
	fmt.Println(chain.Validate())
	// Output: hotelcrm: Chain.Transition[0]: "0.9" is not allowed; want chances that add up to 1 exactly
}

func ExampleChain_Stop_noMailAfterThreeYears() {
	chain, err := valuation.RecencyChain(decs("0.3", "0.2", "0.15", "0.05"), dec("40"), dec("4"))
	if err != nil {
		fmt.Println(err)
		return
	}
	shorter, err := chain.Stop("recency 4")
	if err != nil {
		fmt.Println(err)
		return
	}
	worth, err := shorter.Value(inCents("0.2", 0))
	fmt.Println(worth.States[0].Amount, err)
	// Output: 53.15 <nil>
}

func ExampleChain_BestStops_whomNotToMail() {
	chain, err := valuation.RecencyChain(decs("0.3", "0.2", "0.15", "0.05"), dec("40"), dec("4"))
	if err != nil {
		fmt.Println(err)
		return
	}
	best, err := chain.BestStops(inCents("0.2", 0))
	fmt.Println("stop at", best.Stop, "and a new guest is worth", best.Best.States[0].Amount, "instead of", best.Always.States[0].Amount, err)
	// Output: stop at [recency 4] and a new guest is worth 53.15 instead of 52.32 <nil>
}

func ExampleResponse_lettersToPastConferenceGuests() {
	letters := valuation.Response{Spend: dec("5"), Rate: dec("0.15"), Ceiling: dec("0.4")}
	fmt.Println(letters.Validate())
	rate, err := letters.RateAt(dec("10"))
	fmt.Println("at 10 a letter", rate, "come,", err)
	best, err := letters.Best(dec("50"), hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven})
	fmt.Println("best at", best.Spend, "where", best.Rate.Round(4), "come and", best.Net, "is left of each", err)
	// Output:
	// <nil>
	// at 10 a letter 0.24375 come, <nil>
	// best at 6.72 where 0.1872 come and 2.65 is left of each <nil>
}

func ExampleBudget_winningOrKeepingGuests() {
	budget := valuation.Budget{
		Acquisition: valuation.Response{Spend: dec("5"), Rate: dec("0.15"), Ceiling: dec("0.4")},
		Retention:   valuation.Response{Spend: dec("10"), Rate: dec("0.4"), Ceiling: dec("0.7")},
		Margin:      dec("50"),
	}
	now, err := budget.Value(dec("5"), dec("10"), inCents("0.2", 0))
	fmt.Println("now", now.Equity, "a prospect,", now.First, "of it in the first year", err)
	best, err := budget.Best(inCents("0.2", 0))
	fmt.Println("best", best.Equity, "with", best.Acquire, "to win and", best.Keep, "to keep a guest", err)
	// Output:
	// now 4.38 a prospect, 2.5 of it in the first year <nil>
	// best 5.78 with 9.45 to win and 15.87 to keep a guest <nil>
}

func ExamplePaybackPeriod_welcomeGift() {
	guest := valuation.Stream{Margin: dec("40"), Retention: dec("0.7")}
	back, err := valuation.PaybackPeriod(dec("75"), guest, inCents("0.1", 10))
	fmt.Println(back.Periods, back.Reached, err)
	// Output: 3 true <nil>
}

func ExampleBreakEvenOf_commissionOfAPortal() {
	guest := valuation.Stream{Margin: dec("40"), Retention: dec("0.7")}
	even, err := valuation.BreakEvenOf(dec("120"), guest, inCents("0.1", 0))
	fmt.Println("at a margin of", even.Margin, "or a retention of", even.Retention.Round(4), even.Reachable, err)
	// Output: at a margin of 43.64 or a retention of 0.7333 true <nil>
}

func ExampleCustomerEquity_theWholeHouse() {
	base := []valuation.Group{
		{Name: "regulars", Guests: 400, Stream: valuation.Stream{Margin: dec("220"), Retention: dec("0.8")}},
		{Name: "groups", Guests: 1500, Stream: valuation.Stream{Margin: dec("35"), Retention: dec("0.25")}},
	}
	equity, err := valuation.CustomerEquity(base, inCents("0.1", 0))
	fmt.Println(equity.Groups, equity.Total, err)
	// Output: [{regulars 400 322666.67} {groups 1500 67941.17}] 390607.84 <nil>
}

func ExampleWhatIf_moreRegularsStayAtALowerMargin() {
	before := valuation.Scenario{Convention: inCents("0.1", 0), Groups: []valuation.Group{
		{Name: "regulars", Guests: 400, Stream: valuation.Stream{Margin: dec("220"), Retention: dec("0.8")}},
	}}
	after := valuation.Scenario{Convention: inCents("0.1", 0), Groups: []valuation.Group{
		{Name: "regulars", Guests: 400, Stream: valuation.Stream{Margin: dec("205"), Retention: dec("0.85")}},
	}}
	d, err := valuation.WhatIf(before, after)
	fmt.Println(d.Before.Total, "to", d.After.Total, "is", d.Amount, err)
	fmt.Println("due to margin", d.Parts.Margin, "due to retention", d.Parts.Retention)
	fmt.Println("alone", d.Alone.Margin, "and", d.Alone.Retention, "together", d.Interaction, "more")
	// Output:
	// 322666.67 to 360800 is 38133.33 <nil>
	// due to margin -24200 due to retention 62333.33
	// alone -22000 and 64533.33 together -4400 more
}
