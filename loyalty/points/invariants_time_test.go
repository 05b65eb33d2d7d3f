package points_test

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

func TestI09PrefixAndRestFoldToAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		for cut := range len(d.events) + 1 {
			head, err := points.Fold(points.NewAccount("G-1"), d.events[:cut])
			if err != nil {
				t.Fatal(err)
			}
			snapshot, _ := head.MarshalBinary()
			var back points.Account
			if err := back.UnmarshalBinary(snapshot); err != nil {
				t.Fatal(err)
			}
			all, err := points.Fold(&back, d.events[cut:])
			if err != nil {
				t.Fatal(err)
			}
			got, _ := all.MarshalBinary()
			equal(t, fmt.Sprintf("cut at %d", cut), d.bytes(), got)
			if diff := gocmp.Diff(d.account, all, gocmp.Exporter(func(reflect.Type) bool { return true }), cmpopts.EquateEmpty(), sharing); diff != "" {
				t.Fatalf("cut at %d (-all +from the snapshot):\n%s", cut, diff)
			}
		}
	})
}

// sharing is what an account knows of the copies made of it, which is no part of its state.
var sharing = gocmp.FilterPath(func(p gocmp.Path) bool { return p.Last().String() == ".own" || p.Last().String() == ".room" }, gocmp.Ignore())

func TestI10ReplayGivesTheSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		runtime.GOMAXPROCS(rapid.SampledFrom([]int{1, 2, 7}).Draw(t, "processors"))
		again := make([][]byte, 4)
		var all sync.WaitGroup
		for i := range again {
			all.Go(func() { again[i] = replay(d.rules, d.sent) })
		}
		all.Wait()
		for _, b := range again {
			equal(t, "replay", d.bytes(), b)
		}
	})
}

// replay decides all commands anew and returns the snapshot.
func replay(rules points.Rules, commands []points.Command) []byte {
	a := points.NewAccount("G-1")
	for _, c := range commands {
		decision, err := rules.Decide(a, c)
		if err != nil {
			return []byte(err.Error())
		}
		for _, e := range decision.Events {
			if a, err = points.Apply(a, e); err != nil {
				return []byte(err.Error())
			}
		}
	}
	b, _ := a.MarshalBinary()
	return b
}

func TestI11AnswersUseOnlyWhatWasKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		date := day(1, 1).AddDays(rapid.IntRange(0, 150).Draw(t, "asked"))
		known := points.Instant(rapid.IntRange(1, d.n).Draw(t, "known"))
		n, _ := slices.BinarySearchFunc(d.events, known+1, func(e points.Event, at points.Instant) int { return int(e.Recorded - at) })
		now := d.each(d.events, points.AsOf{Date: date, Known: known})
		then := d.each(d.events[:n], points.AsOf{Date: date})
		equal(t, "what was known then, asked later", then, now)
	})
}

func TestI12ExpiryInOneStepOrMany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		from, days := d.account.Clock(), rapid.IntRange(1, 120).Draw(t, "days")
		if from == 0 {
			return
		}
		one, many := *d, *d
		one.do(points.Expire{Header: points.Header{Date: from.AddDays(days), Recorded: 1 << 30}})
		for i := range days {
			many.do(points.Expire{Header: points.Header{Date: from.AddDays(i + 1), Recorded: 1 << 30}})
		}
		equal(t, "one step and many", one.bytes(), many.bytes())
		for _, date := range allDays(from, days+1, 7) {
			equal(t, "with and without the sweep", d.each(d.events, points.AsOf{Date: date}), d.each(one.events, points.AsOf{Date: date}))
		}
	})
}

func TestI13AvailableIsWithinTheBalance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		for _, date := range allDays(day(1, 1), 160, 9) {
			for _, b := range d.each(d.events, points.AsOf{Date: date}) {
				if b.Available < 0 || b.Available > max(0, b.Points) || b.Held < 0 || b.Points < 0 && b.Owed == 0 {
					t.Fatalf("balance %+v", b)
				}
			}
		}
	})
}

func TestI14CountersStayWhenPointsGo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		nights := func() int64 { return total(d.account, "nights", points.Free) }
		for range 10 {
			before := nights()
			command := d.tryAny(t)
			switch command.(type) {
			case points.Earn, points.Void:
				continue
			}
			equal(t, fmt.Sprintf("nights after %T", command), before, nights())
		}
	})
}

// The counter that a tier is decided on, on a date, by what was known, is the same whatever was recorded or dated later.
func TestI15CountersAreAFunctionOfWhatWasKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		known := d.events
		asked := points.AsOf{Date: day(3, 1), Known: 1 << 20}
		before := d.each(known, asked)
		d.rules.Version = "2"
		for range 5 {
			d.n += 1 << 20
			d.tryAny(t)
		}
		equal(t, "counters", before, d.each(d.events, asked))
	})
}

// Voiding an earn leaves what there would be without it, apart from what could not be recovered, which is recorded.
func TestI17VoidLeavesWhatThereWouldBe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		policy := rapid.SampledFrom([]points.Clawback{points.PendingOnly, points.WithinBalance, points.DebtAllowed}).Draw(t, "policy")
		with, without := open(t, plain(clawback(policy))), open(t, plain(clawback(policy)))
		extra := rapid.Int64Range(1, 50).Draw(t, "extra")
		for _, d := range []*desk{with, without} {
			d.earn(day(1, 1), 100)
		}
		id := with.earn(day(1, 2), extra)
		for range rapid.IntRange(0, 6).Draw(t, "steps") {
			spend := rapid.Int64Range(1, 30).Draw(t, "spend")
			for _, d := range []*desk{with, without} {
				d.n = max(with.n, without.n)
				_, _ = d.try(points.Redeem{Header: d.head(day(2, 1)), Currency: "points", Points: spend})
			}
		}
		with.void(day(3, 1), id)
		b := with.balance(day(3, 1))
		want := int64(100) - total(with.account, "points", points.Redeemed)
		equal(t, "without the earn, but for what is missing", want+b.Unrecovered, b.Points)
		if total(without.account, "points", points.Redeemed) == total(with.account, "points", points.Redeemed) {
			equal(t, "without the earn", without.balance(day(3, 1)).Points+b.Unrecovered, b.Points)
		}
		with.earn(day(4, 1), 200)
		if b := with.balance(day(4, 1)); b.Owed != 0 || b.Points-b.Unrecovered != want+200 {
			t.Fatalf("after 200 more: %+v, want %d", b, want+200)
		}
	})
}
