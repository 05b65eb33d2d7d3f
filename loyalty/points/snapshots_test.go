package points_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// shelf keeps the bytes of every so many states, and loses what it is told to.
type shelf struct {
	every uint64
	rows  map[string][]byte
}

func (s *shelf) Latest(_ context.Context, account string) *points.Account {
	a := new(points.Account)
	if a.UnmarshalBinary(s.rows[account]) != nil {
		return nil
	}
	return a
}

func (s *shelf) Keep(_ context.Context, a *points.Account) {
	if a.Version()%s.every == 0 {
		s.rows[a.ID()], _ = a.MarshalBinary()
	}
}

// watched counts the events that are loaded.
type watched struct {
	points.Memory
	loaded int
}

func (j *watched) Load(ctx context.Context, account string, after uint64) ([]points.Event, error) {
	events, err := j.Memory.Load(ctx, account, after)
	j.loaded += len(events)
	return events, err
}

// A ledger with snapshots, whichever of them it finds, writes the same events as one without.
func TestSnapshotsDecideNothing(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		kept := &shelf{every: rapid.Uint64Range(1, 4).Draw(t, "every"), rows: map[string][]byte{}}
		var plain, cached, shelved points.Memory
		ledgers := []points.Ledger{
			{Journal: &plain, Rules: d.rules},
			{Journal: &cached, Rules: d.rules, Snapshots: new(points.Cache)},
			{Journal: &shelved, Rules: d.rules, Snapshots: kept},
		}
		for _, c := range d.sent {
			if rapid.IntRange(0, 4).Draw(t, "lost") == 0 {
				kept.rows["G-1"] = kept.rows["G-1"][:len(kept.rows["G-1"])/2]
			}
			for range 2 { // and a repeat
				var want points.Decision
				for i, l := range ledgers {
					got, err := l.Do(ctx, "G-1", c)
					if err != nil {
						t.Fatal(err)
					}
					if i == 0 {
						want = got
					}
					equal(t, "decision", want, got)
				}
			}
		}
		for _, account := range plain.Accounts() {
			want, _ := plain.Load(ctx, account, 0)
			for _, j := range []*points.Memory{&cached, &shelved} {
				got, _ := j.Load(ctx, account, 0)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s (-want +got):\n%s", account, diff)
				}
			}
		}
	})
}

// With snapshots a command costs what is new: here nothing, and what another program has written meanwhile.
func TestSnapshotsSpareTheEventsBefore(t *testing.T) {
	ctx, j := context.Background(), new(watched)
	if err := j.Append(ctx, points.Batch{Account: "G-1", Events: regular(t, 100)}); err != nil {
		t.Fatal(err)
	}
	ledger := points.Ledger{Journal: j, Rules: plain(), Snapshots: new(points.Cache)}
	other := points.Ledger{Journal: j, Rules: plain()}
	earn := func(l *points.Ledger, id string) error {
		_, err := l.Do(ctx, "G-1", points.Earn{
			Header: points.Header{ID: id, Date: day(1, 1), Recorded: 1 << 30}, Credits: []points.Credit{{Currency: "points", Points: 5}},
		})
		return err
	}
	if err := earn(&ledger, "a"); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name   string
		do     func() error
		loaded int
	}{
		{"next", func() error { return earn(&ledger, "b") }, 0},
		{"asked", func() error { _, err := ledger.Account(ctx, "G-1"); return err }, 0},
		{"by another", func() error {
			err := earn(&other, "c")
			j.loaded = 0
			return errors.Join(err, earn(&ledger, "d"))
		}, 1},
	} {
		if j.loaded = 0; step.do() != nil || j.loaded != step.loaded {
			t.Errorf("%s: %d events loaded, want %d", step.name, j.loaded, step.loaded)
		}
	}
	a, err := ledger.Account(ctx, "G-1")
	events, _ := j.Memory.Load(ctx, "G-1", 0)
	want, errAll := points.Fold(points.NewAccount("G-1"), events)
	if err != nil || errAll != nil {
		t.Fatal(err, errAll)
	}
	got, _ := a.MarshalBinary()
	all, _ := want.MarshalBinary()
	if !bytes.Equal(all, got) {
		t.Error("the state is another than that of all events")
	}
}

// astray gives the snapshot of somebody else.
type astray struct{ points.Cache }

func (*astray) Latest(context.Context, string) *points.Account { return points.NewAccount("G-9") }

func TestSnapshotOfAnotherAccountIsRefused(t *testing.T) {
	ledger := points.Ledger{Journal: new(points.Memory), Rules: plain(), Snapshots: new(astray)}
	_, err := ledger.Account(context.Background(), "G-1")
	if p, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || p.Param != "Snapshots" || p.Value != "G-9" {
		t.Errorf("got %v", err)
	}
}

func TestCacheKeepsTheLatest(t *testing.T) {
	ctx, events := context.Background(), regular(t, 20)
	var cache points.Cache
	var all sync.WaitGroup
	for n := range events {
		all.Go(func() {
			a, err := points.Fold(points.NewAccount("G-1"), events[:n+1])
			if err != nil {
				t.Error(err)
			}
			cache.Keep(ctx, a)
		})
	}
	all.Wait()
	if got := cache.Latest(ctx, "G-1").Version(); got != uint64(len(events)) {
		t.Errorf("version %d kept, want %d", got, len(events))
	}
	if a := cache.Latest(ctx, "G-2"); a != nil {
		t.Errorf("%v of an account that nobody kept", a)
	}
}

// still is a journal and its snapshots that stay as they are, so that each command meets the same account.
type still struct {
	*points.Memory
	cache *points.Cache
}

func (still) Append(context.Context, ...points.Batch) error { return nil }
func (still) Keep(context.Context, *points.Account)         {}
func (s still) Latest(ctx context.Context, account string) *points.Account {
	return s.cache.Latest(ctx, account)
}

// BenchmarkLedgerDo decides and writes one award on an account of 10,000 events, with and without a snapshot.
func BenchmarkLedgerDo(b *testing.B) {
	ctx, s := context.Background(), still{new(points.Memory), new(points.Cache)}
	events := regular(b, 9000)[:10_000]
	a, err := points.Fold(points.NewAccount("G-1"), events)
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Memory.Append(ctx, points.Batch{Account: "G-1", Events: events}); err != nil {
		b.Fatal(err)
	}
	s.cache.Keep(ctx, a)
	c := points.Redeem{Header: points.Header{ID: "x", Date: a.Clock(), Recorded: 1 << 30}, Currency: "points", Points: 100}
	for _, from := range []struct {
		name      string
		snapshots points.Snapshots
	}{{"from=first event", nil}, {"from=snapshot", s}} {
		b.Run(fmt.Sprint("events=10000/", from.name), func(b *testing.B) {
			ledger := points.Ledger{Journal: s, Rules: plain(), Snapshots: from.snapshots}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ledger.Do(ctx, "G-1", c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
