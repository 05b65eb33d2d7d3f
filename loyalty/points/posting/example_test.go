package posting_test

import (
	"context"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
)

// A stay is posted, its bill corrected, and at last cancelled; each delivery comes twice.
func Example() {
	poster, err := compile(inn)
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, today := context.Background(), hotelcrm.DateOf(2026, 3, 10)
	ledger := points.Ledger{Journal: new(points.Memory), Rules: poster.Rules(today)}
	guest := &loyalty.Guest{Member: loyalty.Member{ID: "anne"}}
	for _, delivery := range []loyalty.Folio{
		folio("4711", 1, 3, 1, 2, 300), folio("4711", 1, 3, 1, 2, 300),
		folio("4711", 2, 3, 1, 2, 280), folio("4711", 2, 3, 1, 2, 280),
		cancelled(folio("4711", 3, 3, 1, 2, 280)), cancelled(folio("4711", 3, 3, 1, 2, 280)),
	} {
		guest.Folios = append(guest.Folios, delivery)
		earned, _ := poster.Engine.Earn(guest, loyalty.Earning{})
		account, _ := ledger.Account(ctx, "anne")
		commands, err := poster.PostAll(account, earned.Credits, points.Header{Date: today, Recorded: 1})
		for _, c := range commands {
			_, err = ledger.Do(ctx, "anne", c)
		}
		account, _ = ledger.Account(ctx, "anne")
		balance, _ := account.Balance("points", today)
		fmt.Println(delivery.Version, len(commands), "commands,", balance.Points, "points", err)
	}
	// Output:
	// 1 1 commands, 300 points <nil>
	// 1 0 commands, 300 points <nil>
	// 2 1 commands, 280 points <nil>
	// 2 0 commands, 280 points <nil>
	// 3 1 commands, 0 points <nil>
	// 3 0 commands, 0 points <nil>
}

func ExamplePoster_Rules_nextSeason() {
	poster, err := compile(inn)
	for _, on := range []hotelcrm.Date{hotelcrm.DateOf(2026, 6, 30), hotelcrm.DateOf(2026, 7, 1)} {
		rules := poster.Rules(on)
		c := rules.Currencies[0]
		fmt.Println(rules.Version, c.Life.Months, "months,", c.Life.YearEnds, "year ends, idle", c.Inactivity.Months, c.Inactivity.Acts, err)
	}
	// Output:
	// 2025 30 months, 2 year ends, idle 12 [earn redeem] <nil>
	// 2026 0 months, 0 year ends, idle 0 [] <nil>
}

func ExamplePoster_Expires_whicheverIsFirst() {
	poster, err := compile(inn)
	fmt.Println(poster.Expires(hotelcrm.DateOf(2026, 3, 1)), poster.Expires(hotelcrm.DateOf(2025, 11, 3)), err)
	// Output: 2028-09-01 2028-01-01 <nil>
}

func ExamplePoster_Exempt_friendForAYear() {
	poster, err := compile(club)
	timeline := []loyalty.Entry{{Date: hotelcrm.DateOf(2026, 3, 1), Status: "friend"}, {Date: hotelcrm.DateOf(2027, 4, 1), Status: "guest"}}
	for _, c := range poster.Exempt(timeline, points.Header{Recorded: 1}) {
		fmt.Println(c.ID, "until", c.Until, err)
	}
	// Output: tier friend 2026-03-01 until 2027-04-01 <nil>
}

func ExamplePoster_Credits_aFriendsStay() {
	poster, err := compile(inn)
	guest := &loyalty.Guest{Member: loyalty.Member{ID: "anne"}, Folios: []loyalty.Folio{folio("1", 1, 1, 1, 6, 500), folio("2", 1, 2, 1, 1, 100)}}
	earned, _ := poster.Engine.Earn(guest, loyalty.Earning{})
	for _, c := range poster.Credits(earned.Credits) {
		fmt.Println(c.Points, c.Rule, "of", c.Version, "from", c.Active, "to", c.Expires, err)
	}
	// Output:
	// 500 base euro of 2025 from 2026-01-10 to 2028-07-07 <nil>
	// 100 base euro of 2025 from 2026-02-05 to 2028-08-02 <nil>
	// 50 bonus friend of 2025 from 2026-02-05 to 2028-08-02 <nil>
}

// A hotel that knows its own stays only posts each by itself.
func ExamplePoster_Post_aSingleFolio() {
	poster, err := compile(inn)
	lines := []loyalty.Credit{{Date: hotelcrm.DateOf(2026, 3, 1), Source: "4711", Property: "LIS", Kind: loyalty.BasePoints, Rule: "euro", Points: 300}}
	c, due := poster.Post(points.NewAccount("anne"), posting.StayKey("LIS", "4711"), lines, points.Header{Date: hotelcrm.DateOf(2026, 3, 10)})
	earn := c.(points.Earn)
	fmt.Println(due, earn.ID, earn.Date, earn.Credits[0].Points, "earned", earn.Credits[0].Earned, err)
	// Output: true LIS/4711 #1 2026-03-10 300 earned 2026-03-01 <nil>
}

// All stays of a member's past are loaded, each under the date on which it was earned.
func ExamplePoster_PostAll_historyIsLoaded() {
	poster, err := compile(inn)
	guest := &loyalty.Guest{Member: loyalty.Member{ID: "anne"}, Folios: []loyalty.Folio{folio("2", 1, 2, 1, 1, 100), folio("1", 1, 1, 1, 2, 500)}}
	earned, _ := poster.Engine.Earn(guest, loyalty.Earning{})
	commands, _ := poster.PostAll(points.NewAccount("anne"), earned.Credits, points.Header{})
	for _, c := range commands {
		earn := c.(points.Earn)
		fmt.Println(earn.Date, earn.Stay, earn.Credits[0].Points, err)
	}
	// Output:
	// 2026-01-03 LIS/1 500 <nil>
	// 2026-02-02 LIS/2 100 <nil>
}

func ExampleStayKey_slashInAName() {
	fmt.Println(posting.StayKey("LIS", "4711"), posting.StayKey("LIS/2", "1"), posting.StayKey("LIS", "2/1"))
	// Output: LIS/4711 LIS%2F2/1 LIS/2/1
}
