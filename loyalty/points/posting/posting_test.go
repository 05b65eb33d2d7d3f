package posting_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
	"pgregory.net/rapid"
)

// state is what a member sees of an account: balances of many dates, and the lots that are left.
func state(t *rapid.T, h *house, from hotelcrm.Date) (balances []points.Balance, lots []string) {
	a, err := h.ledger.Account(context.Background(), "anne")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		b, err := a.Balance("points", from.AddDays(i*i))
		if err != nil {
			t.Fatal(err)
		}
		balances = append(balances, b)
	}
	for stay, earn := range a.Stays() {
		for _, l := range a.LotsOf(earn) {
			lots = append(lots, fmt.Sprint(stay, l.In(points.Free), l.Earned, l.Active, l.Expires, l.Rule, l.Version))
		}
	}
	return balances, lots
}

// Stays in many versions come in any order, some of them twice or more, on several days: the account ends as if the last
// version of each had come alone. That is so for all but the period of inactivity, which begins on the day of posting.
func TestOnlyTheLastVersionCounts(t *testing.T) {
	poster, err := compile(strings.Replace(inn, `,"idleMonths":12`, "", 1))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		var deliveries, last []loyalty.Folio
		for i := range rapid.IntRange(1, 4).Draw(t, "stays") {
			var f loyalty.Folio
			for v := range rapid.IntRange(1, 4).Draw(t, "versions") {
				f = folio(fmt.Sprint(i), int64(v+1), rapid.IntRange(1, 3).Draw(t, "month"), rapid.IntRange(1, 4).Draw(t, "day"),
					rapid.IntRange(1, 3).Draw(t, "nights"), rapid.Int64Range(0, 900).Draw(t, "euros"))
				if rapid.IntRange(0, 3).Draw(t, "cancelled") == 0 {
					f = cancelled(f)
				}
				for range rapid.IntRange(1, 2).Draw(t, "times") {
					deliveries = append(deliveries, f)
				}
			}
			last = append(last, f)
		}
		deliveries = rapid.Permutation(deliveries).Draw(t, "order")
		date := hotelcrm.DateOf(2026, 4, 15)
		got, want := newHouse(poster), newHouse(poster)
		for _, f := range deliveries {
			date = date.AddDays(rapid.IntRange(0, 2).Draw(t, "days"))
			if err := got.take(date, f); err != nil {
				t.Fatal(err)
			}
		}
		if err := want.take(date, last...); err != nil {
			t.Fatal(err)
		}
		balances, lots := state(t, got, date)
		wantBalances, wantLots := state(t, want, date)
		if diff := cmp.Diff(wantBalances, balances) + cmp.Diff(wantLots, lots); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		if c, err := got.due(points.Header{Date: date.AddDays(9)}); len(c) > 0 || err != nil {
			t.Fatalf("still due: %+v, %v", c, err)
		}
	})
}

func TestWhateverChangedIsPostedAnew(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	day, head := hotelcrm.DateOf(2026, 3, 1), points.Header{Date: hotelcrm.DateOf(2026, 3, 10)}
	bill := func() []loyalty.Credit {
		line := loyalty.Credit{Date: day, Posted: day.AddDays(3), Source: "a", Kind: loyalty.BasePoints, Rule: "euro", Version: "2025", Points: 100}
		bonus := line
		bonus.Kind, bonus.Rule, bonus.Points = loyalty.EliteBonus, "friend", 50
		return []loyalty.Credit{line, bonus}
	}
	rules, account := poster.Rules(day), points.NewAccount("anne")
	first, _ := poster.Post(account, "LIS/a", bill(), head)
	decision, err := rules.Decide(account, first)
	if err == nil {
		account, err = points.Fold(account, decision.Events)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		change func([]loyalty.Credit) []loyalty.Credit
		due    bool
	}{
		{"nothing", func(l []loyalty.Credit) []loyalty.Credit { return l }, false},
		{"a line of no points", func(l []loyalty.Credit) []loyalty.Credit { return append(l, loyalty.Credit{Source: "a"}) }, false},
		{"points", func(l []loyalty.Credit) []loyalty.Credit { l[1].Points++; return l }, true},
		{"the date", func(l []loyalty.Credit) []loyalty.Credit { l[0].Date++; return l }, true},
		{"the day of posting", func(l []loyalty.Credit) []loyalty.Credit { l[0].Posted++; return l }, true},
		{"the kind", func(l []loyalty.Credit) []loyalty.Credit { l[1].Kind = loyalty.CampaignPoints; return l }, true},
		{"the rule", func(l []loyalty.Credit) []loyalty.Credit { l[0].Rule = "inn"; return l }, true},
		{"the version", func(l []loyalty.Credit) []loyalty.Credit { l[0].Version = "2024"; return l }, true},
		{"a line less", func(l []loyalty.Credit) []loyalty.Credit { return l[:1] }, true},
		{"a line more", func(l []loyalty.Credit) []loyalty.Credit { return append(l, l[0]) }, true},
	} {
		c, due := poster.Post(account, "LIS/a", test.change(bill()), head)
		if earn, _ := c.(points.Earn); due != test.due || due && (earn.ID != "LIS/a #2" || earn.Replaces != "LIS/a #1") {
			t.Errorf("%s: due %v, %+v", test.name, due, c)
		}
	}
	late := points.Header{Date: head.Date.AddDays(30)}
	if c, _ := poster.Post(account, "LIS/a", nil, late); c.(points.Void).Date != late.Date {
		t.Errorf("cancelled a month later: %+v", c)
	}
	if c, due := poster.Post(account, "LIS/a", nil, head); !due || c.(points.Void).Ref != "LIS/a #1" || c.(points.Void).ID != "LIS/a #1 void" {
		t.Errorf("cancelled: %+v", c)
	}
	if c, due := poster.Post(account, "LIS/b", nil, head); due {
		t.Errorf("cancelled before it was credited: %+v", c)
	}
}

// Commands that were made and lost on the way are made again; those that arrived are repeats.
func TestPostingAfterACrash(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	ctx, head := context.Background(), points.Header{Date: hotelcrm.DateOf(2026, 4, 1), Recorded: 5}
	h := newHouse(poster)
	h.folios = []loyalty.Folio{folio("a", 1, 3, 1, 2, 100), folio("b", 1, 3, 9, 2, 200), folio("c", 1, 3, 20, 2, 400)}
	all, err := h.due(head)
	if len(all) != 3 || err != nil {
		t.Fatalf("%+v, %v", all, err)
	}
	for _, c := range all[:2] {
		if _, err := h.ledger.Do(ctx, "anne", c); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range all[:2] {
		if d, err := h.ledger.Do(ctx, "anne", c); err != nil || !d.Repeat {
			t.Errorf("sent again: %+v, %v", d, err)
		}
	}
	head.Date = head.Date.AddDays(1)
	rest, err := h.due(head)
	if len(rest) != 1 || err != nil || rest[0].(points.Earn).Stay != "LIS/c" {
		t.Errorf("left to do: %+v, %v", rest, err)
	}
}

// A stay that joins two others takes over what they earned; when it is cancelled they earn again.
func TestAdjoiningStays(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	h, date := newHouse(poster), hotelcrm.DateOf(2026, 4, 1)
	for _, step := range []struct {
		folio loyalty.Folio
		want  string
	}{
		{folio("a", 1, 3, 1, 2, 100), "LIS/a LIS/a #1"},
		{folio("c", 1, 3, 5, 2, 100), "LIS/a LIS/a #1, LIS/c LIS/c #1"},
		{folio("b", 1, 3, 3, 2, 100), "LIS/a LIS/a #2"},
		{cancelled(folio("b", 2, 3, 3, 2, 100)), "LIS/a LIS/a #3, LIS/c LIS/c #2"},
	} {
		if err := h.take(date, step.folio); err != nil {
			t.Fatal(err)
		}
		a, _ := h.ledger.Account(context.Background(), "anne")
		var got []string
		for stay, earn := range a.Stays() {
			got = append(got, stay+" "+earn)
		}
		if strings.Join(got, ", ") != step.want {
			t.Errorf("after %s %d: %v, want %s", step.folio.ID, step.folio.Version, got, step.want)
		}
	}
}

// What an account holds beyond its end, by the operator's kindness, is no reason to post again.
func TestExtendedPointsAreLeftAlone(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	h, date := newHouse(poster), hotelcrm.DateOf(2026, 4, 1)
	if err := h.take(date, folio("a", 1, 3, 1, 2, 100)); err != nil {
		t.Fatal(err)
	}
	if _, err := h.ledger.Do(context.Background(), "anne", points.Extend{Header: points.Header{ID: "x", Date: date, Recorded: 1 << 30}, Currency: "points"}); err != nil {
		t.Fatal(err)
	}
	if c, err := h.due(points.Header{Date: date}); len(c) > 0 || err != nil {
		t.Errorf("due: %+v, %v", c, err)
	}
}

func TestSpentPointsAreNotPostedAgain(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	h, date := newHouse(poster), hotelcrm.DateOf(2026, 4, 1)
	if err := h.take(date, folio("a", 1, 3, 1, 2, 100)); err != nil {
		t.Fatal(err)
	}
	award := points.Redeem{Header: points.Header{ID: "x", Date: date, Recorded: 1 << 30}, Currency: "points", Points: 40}
	if _, err := h.ledger.Do(context.Background(), "anne", award); err != nil {
		t.Fatal(err)
	}
	if c, err := h.due(points.Header{Date: date}); len(c) > 0 || err != nil {
		t.Errorf("due: %+v, %v", c, err)
	}
}

func TestHistoryIsCorrectedOnTheLatestDate(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	h := newHouse(poster)
	post := func() (dates string) {
		commands, err := h.due(points.Header{Recorded: 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range commands {
			d, err := h.ledger.Do(context.Background(), "anne", c)
			if err != nil {
				t.Fatal(err)
			}
			dates += d.Events[len(d.Events)-1].Date.String() + " "
		}
		return dates
	}
	for _, step := range []struct {
		folios []loyalty.Folio
		want   string
	}{
		{[]loyalty.Folio{folio("b", 1, 2, 1, 2, 50), folio("a", 1, 1, 1, 2, 100)}, "2026-01-03 2026-02-03 "},
		{[]loyalty.Folio{folio("a", 2, 1, 1, 2, 90), folio("c", 1, 1, 9, 1, 10)}, "2026-02-03 2026-01-10 "},
		{[]loyalty.Folio{cancelled(folio("a", 3, 1, 1, 2, 90))}, "2026-02-03 "},
		{nil, ""},
	} {
		h.folios = append(h.folios, step.folios...)
		if got := post(); got != step.want {
			t.Errorf("got %s, want %s", got, step.want)
		}
	}
}

// The earliest stay is posted first, whatever its key; of one day the lower key.
func TestStaysAreInTheOrderOfTheirDays(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	line := func(stay string, day int) loyalty.Credit {
		return loyalty.Credit{Property: "LIS", Source: stay, Date: hotelcrm.DateOf(2026, 3, day), Points: 100}
	}
	lines := []loyalty.Credit{line("a", 20), line("z", 1), line("c", 10), line("b", 10)}
	commands, err := poster.PostAll(points.NewAccount("anne"), lines, points.Header{Date: hotelcrm.DateOf(2026, 4, 1)})
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, c := range commands {
		order = append(order, c.(points.Earn).Stay)
	}
	if got := strings.Join(order, " "); got != "LIS/z LIS/b LIS/c LIS/a" {
		t.Errorf("got %s", got)
	}
}

func TestLinesWithoutAStay(t *testing.T) {
	poster, err := compile(inn)
	if err != nil {
		t.Fatal(err)
	}
	lines := make([]loyalty.Credit, 120)
	for i := range lines {
		lines[i] = loyalty.Credit{Date: hotelcrm.DateOf(2026, 1, 1), Points: int64(i)}
	}
	commands, err := poster.PostAll(points.NewAccount("anne"), lines, points.Header{})
	row, ok := errors.AsType[*hotelcrm.RowError](err)
	if !ok || row.Row != 2 || row.Field != "source" || strings.Count(err.Error(), "\n")+1 != hotelcrm.MaxRowErrors || commands != nil {
		t.Errorf("%v, %v", commands, err)
	}
}

// Stays have one key each, whatever their names.
func TestKeysDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOf(rapid.SampledFrom([]rune("a/%2F5")))
		a, b := [2]string{name.Draw(t, "a"), name.Draw(t, "id")}, [2]string{name.Draw(t, "b"), name.Draw(t, "id")}
		if x, y := posting.StayKey(a[0], a[1]), posting.StayKey(b[0], b[1]); (x == y) != (a == b) {
			t.Fatalf("%q and %q have the keys %q and %q", a, b, x, y)
		}
	})
}

// BenchmarkAll compares a member of 1,000 stays with the account that has credited them all.
func BenchmarkAll(b *testing.B) {
	poster, err := compile(inn)
	if err != nil {
		b.Fatal(err)
	}
	h := newHouse(poster)
	for i := range 1000 {
		h.folios = append(h.folios, folio(fmt.Sprint(i), 1, 1, 1+2*i, 1, 100))
	}
	earned, err := poster.Engine.Earn(&loyalty.Guest{Member: loyalty.Member{ID: "anne"}, Folios: h.folios}, loyalty.Earning{})
	if err != nil {
		b.Fatal(err)
	}
	if err := h.take(hotelcrm.DateOf(2026, 6, 1)); err != nil {
		b.Fatal(err)
	}
	a, err := h.ledger.Account(context.Background(), "anne")
	if err != nil {
		b.Fatal(err)
	}
	if n := len(a.Lots()); n < 1000 {
		b.Fatalf("%d lots", n)
	}
	b.ReportAllocs()
	for b.Loop() {
		if c, err := poster.PostAll(a, earned.Credits, points.Header{}); len(c) > 0 || err != nil {
			b.Fatal(c, err)
		}
	}
}
