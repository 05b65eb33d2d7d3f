package points_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// regular returns the events of a guest with n stays: an earn of points and nights each, every third followed by an
// award, every tenth cancelled.
func regular(t tester, n int) []points.Event {
	rules := plain(func(c *points.Currency) {
		c.Life = points.Life{Months: 24}
		c.Inactivity = points.Inactivity{Months: 12, Acts: []points.EventKind{points.EventEarn, points.EventRedeem}}
	})
	d := open(t, rules)
	for i := range n {
		date := day(1, 1, 2020).AddDays(i * 9)
		id := d.earn(date, 1000, stay(fmt.Sprintf("LIS/%06d", i)), func(c *points.Earn) {
			c.Credits = append(c.Credits, points.Credit{Currency: "nights", Points: 3})
		})
		if i%3 == 2 {
			d.redeem(date, 1500)
		}
		if i%10 == 9 {
			d.void(date, id)
		}
	}
	return d.events
}

func BenchmarkFold(b *testing.B) {
	for _, stays := range []int{8, 100, 1000} {
		b.Run(fmt.Sprintf("stays=%d", stays), func(b *testing.B) {
			events := regular(b, stays)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := points.Fold(points.NewAccount("G-1"), events); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(events))*float64(b.N)/b.Elapsed().Seconds(), "events/s")
		})
	}
}

func BenchmarkDecideRedeem(b *testing.B) {
	rules := plain()
	a, err := points.Fold(points.NewAccount("G-1"), regular(b, 100))
	if err != nil {
		b.Fatal(err)
	}
	c := points.Redeem{Header: points.Header{ID: "x", Date: a.Clock(), Recorded: 1 << 30}, Currency: "points", Points: 2500}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Decide(a, c); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBalances asks a million accounts with eight stays each for their balance on a date, by two workers.
func BenchmarkBalances(b *testing.B) {
	const accounts, workers = 1_000_000, 2
	events := regular(b, 8)
	all := make([]*points.Account, accounts)
	for i := range all {
		a, err := points.Fold(points.NewAccount("G-1"), events)
		if err != nil {
			b.Fatal(err)
		}
		all[i] = a
	}
	date := all[0].Clock().AddDays(100)
	b.ReportAllocs()
	for b.Loop() {
		halves(workers, accounts, func(i int) {
			if got, err := all[i].Balance("points", date); err != nil || got.Points == 0 {
				b.Errorf("%+v, %v", got, err)
			}
		})
	}
	b.ReportMetric(accounts*float64(b.N)/b.Elapsed().Seconds(), "accounts/s")
}

// BenchmarkBalancesAsOf asks the journals of a million accounts for the balance on a date in the past.
func BenchmarkBalancesAsOf(b *testing.B) {
	const accounts, workers = 1_000_000, 2
	journals := make([][]points.Event, 1000)
	for i := range journals {
		journals[i] = regular(b, 5+i%7)
	}
	at := points.AsOf{Date: day(2, 10, 2020)}
	b.ReportAllocs()
	for b.Loop() {
		halves(workers, accounts, func(i int) {
			if _, err := points.BalanceAsOf(journals[i%len(journals)], "points", at); err != nil {
				b.Error(err)
			}
		})
	}
	b.ReportMetric(accounts*float64(b.N)/b.Elapsed().Seconds(), "accounts/s")
}

func halves(workers, n int, do func(i int)) {
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() {
			for i := w * n / workers; i < (w+1)*n/workers; i++ {
				do(i)
			}
		})
	}
	all.Wait()
}

func TestBalanceAllocatesNothing(t *testing.T) {
	a, err := points.Fold(points.NewAccount("G-1"), regular(t, 20))
	if err != nil {
		t.Fatal(err)
	}
	date := a.Clock().AddDays(1)
	if n := testing.AllocsPerRun(100, func() { _, _ = a.Balance("points", date) }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}
