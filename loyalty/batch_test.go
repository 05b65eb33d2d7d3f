package loyalty_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// batches are the questions about many members, each with the same question about one.
func batches(e *loyalty.Engine, at loyalty.AsOf) map[string]struct {
	all func([]loyalty.Member, int) (any, error)
	one func(*loyalty.Member) (any, error)
} {
	type pair = struct {
		all func([]loyalty.Member, int) (any, error)
		one func(*loyalty.Member) (any, error)
	}
	look := loyalty.Notices{Days: 200}
	return map[string]pair{
		"status": {
			func(m []loyalty.Member, workers int) (any, error) { return e.StatusAll(m, at, workers) },
			func(m *loyalty.Member) (any, error) { return e.Status(m, at) },
		},
		"progress": {
			func(m []loyalty.Member, workers int) (any, error) { return e.ProgressAll(m, at, workers) },
			func(m *loyalty.Member) (any, error) { return e.Progress(m, at) },
		},
		"notices": {
			func(m []loyalty.Member, workers int) (any, error) { return e.NoticesAll(m, at, look, workers) },
			func(m *loyalty.Member) (any, error) { return e.Notices(m, at, look) },
		},
	}
}

func TestBatchesAreAsOneByOne(t *testing.T) {
	members, at := manyMembers(120), loyalty.AsOf{On: day("2026-11-22")}
	for name, ask := range batches(engineOf(t, "hilton"), at) {
		for _, workers := range []int{0, 1, 2, 7, 300} {
			got, err := ask.all(members, workers)
			if err != nil {
				t.Fatalf("%s, %d workers: %v", name, workers, err)
			}
			for i, list := 0, reflect.ValueOf(got); i < list.Len(); i++ {
				want, err := ask.one(&members[i])
				if diff := gocmp.Diff(want, list.Index(i).Interface()); diff != "" || err != nil {
					t.Fatalf("%s, %d workers, member %d, %v (-want +got):\n%s", name, workers, i, err, diff)
				}
			}
		}
	}
}

// A bad row costs its member the answer, and nobody else.
func TestBatchesNameTheMembersWithBadRows(t *testing.T) {
	members, at := manyMembers(300), loyalty.AsOf{On: day("2026-11-22")}
	for i := 40; i < 200; i++ {
		members[i].Activities[0].Kind = 0
	}
	for name, ask := range batches(engineOf(t, "hilton"), at) {
		var first string
		for _, workers := range []int{1, 2, 7} {
			got, err := ask.all(members, workers)
			if _, ok := errors.AsType[*hotelcrm.RowError](err); !ok {
				t.Fatalf("%s: %v", name, err)
			}
			if first == "" {
				first = err.Error()
			}
			if n := strings.Count(err.Error(), "\n") + 1; n != hotelcrm.MaxRowErrors || err.Error() != first || !strings.HasPrefix(first, `member 41, "m40": `) {
				t.Errorf("%s, %d workers: %d errors:\n%v", name, workers, n, err)
			}
			list := reflect.ValueOf(got)
			if !list.Index(199).IsZero() || name != "notices" && list.Index(200).IsZero() {
				t.Errorf("%s, %d workers: %v and %v", name, workers, list.Index(199), list.Index(200))
			}
		}
	}
	_, err := engineOf(t, "hilton").NoticesAll(members, at, loyalty.Notices{Days: -1}, 2)
	refusetest.Param(t, err, "Notices.Days")
}

func benchmarkAll(b *testing.B, n int, programmes []string, ask func(*loyalty.Engine, []loyalty.Member, int) error) {
	members := manyMembers(n)
	for _, name := range programmes {
		e := engineOf(b, name)
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", name, workers), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := ask(e, members, workers); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "members/s")
			})
		}
	}
}

func BenchmarkStatusAll(b *testing.B) {
	benchmarkAll(b, 1_000_000, []string{"marriott-2024", "hilton"}, func(e *loyalty.Engine, members []loyalty.Member, workers int) error {
		_, err := e.StatusAll(members, loyalty.AsOf{On: day("2026-11-22")}, workers)
		return err
	})
}

func BenchmarkProgressAll(b *testing.B) {
	benchmarkAll(b, 100_000, []string{"hilton"}, func(e *loyalty.Engine, members []loyalty.Member, workers int) error {
		_, err := e.ProgressAll(members, loyalty.AsOf{On: day("2026-11-22")}, workers)
		return err
	})
}

func BenchmarkNoticesAll(b *testing.B) {
	benchmarkAll(b, 20_000, []string{"hilton"}, func(e *loyalty.Engine, members []loyalty.Member, workers int) error {
		_, err := e.NoticesAll(members, loyalty.AsOf{On: day("2026-11-22")}, loyalty.Notices{}, workers)
		return err
	})
}
