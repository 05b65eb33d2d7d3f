package points_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// Two random accounts become one, earns are voided after that, and merged again. Whatever happened, no answer on any date
// fails, the sweep changes nothing, and both accounts together hold what they held, but for what was voided.
func TestMergesOfRandomAccounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := history(t), history(t)
		to.rules = from.rules
		head := func(id string, n int) points.Header {
			return points.Header{ID: id, Date: max(from.account.Clock(), to.account.Clock(), day(1, 1)).AddDays(n), Recorded: 1 << 20}
		}
		for _, e := range from.events {
			_, _ = from.try(points.Release{Header: head("release "+e.Command, 1), Hold: e.Command})
			_, _ = from.try(points.Cancel{Header: head("cancel "+e.Command, 1), Earn: e.Command})
		}
		before := map[string]int64{}
		for _, c := range from.rules.Currencies {
			before[c.Name] = moved(from.account, c.Name) + moved(to.account, c.Name)
		}
		for _, id := range []string{"first", "again"} {
			if _, err := from.try(points.Merge{Header: head(id, 2), Into: "G-2"}); err != nil {
				t.Fatal(err)
			}
			in, err := points.Incoming(from.account, from.events[len(from.events)-1])
			if err != nil {
				t.Fatal(err)
			}
			in.Date = head("", 2).Date
			to.do(in)
			for _, c := range from.rules.Currencies {
				a, _ := from.account.Balance(c.Name, in.Date.AddDays(1))
				if a.Points != 0 || a.Available != 0 {
					t.Fatalf("left behind: %+v", a)
				}
				equal(t, "moved "+c.Name, before[c.Name], moved(from.account, c.Name)+moved(to.account, c.Name))
			}
			for _, e := range from.events {
				if rapid.Bool().Draw(t, "void") {
					_, _ = from.try(points.Void{Header: head("void "+e.Command+id, 2), Ref: e.Command})
				}
			}
		}
		swept := *to
		swept.do(points.Expire{Header: head("", 60)})
		for _, date := range allDays(day(1, 1), 200, 13) {
			equal(t, "with and without the sweep", to.each(to.events, points.AsOf{Date: date}), to.each(swept.events, points.AsOf{Date: date}))
		}
	})
}

// moved returns what came from other accounts, negative, and went to them.
func moved(a *points.Account, currency string) int64 { return total(a, currency, points.Moved) }
