package web_test

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

// How many guests the benchmarks load. The figures of the README are with 200,000:
//
//	go test -run='^$' -bench=. ./frontdesk/internal/web -args -guests 200000
var benchGuests = flag.Int("guests", 500, "guests that the benchmarks load")

// loaded is the service with the simulated hotel, over real HTTP.
func loaded(b *testing.B) (url string, d *desk.Desk, guests []string) {
	b.Helper()
	db, err := store.Open(b.Context(), store.Options{Source: filepath.Join(b.TempDir(), "desk.db")})
	if err != nil {
		b.Fatal(err)
	}
	d, err = desk.New(b.Context(), db, desk.DemoDate, time.Now)
	if err == nil {
		err = d.Load(b.Context(), desk.NewDemo(*benchGuests))
	}
	if err != nil {
		b.Fatal(err)
	}
	found, err := d.Find(b.Context(), "G", 1_000_000)
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewUnstartedServer(nil)
	server.Config = web.New(d, db, web.Config{Rate: 1_000_000_000}).HTTP()
	server.Start()
	b.Cleanup(func() { server.Close(); _ = db.Close() })
	for _, f := range found {
		guests = append(guests, f.Guest)
	}
	return server.URL, d, guests
}

// BenchmarkDesk measures the service over real HTTP on a real file: cards, one after another, with how long the slowest
// hundredth took; and postings, each on the disk before it is answered.
func BenchmarkDesk(b *testing.B) {
	url, d, guests := loaded(b)
	b.Run("card", func(b *testing.B) { cards(b, url, guests) })
	some := rich(b, d, guests)
	b.Run("redeem", func(b *testing.B) {
		postings(b, url+"/v1/points/redeem", func(i int64) string {
			return fmt.Sprintf(`{"guest":"%s","points":1}`, some[i*7919%int64(len(some))])
		})
	})
	b.Run("check-out", func(b *testing.B) {
		postings(b, url+"/v1/stays", func(i int64) string {
			return fmt.Sprintf(`{"id":"B%d","version":1,"property":"CITY","guest":"%s","status":"departed","arrival":"2025-12-30","departure":"2026-01-01","revenue":{"rooms":"204.00"}}`,
				sent.Add(1), guests[i*7919%int64(len(guests))])
		})
	})
	on := desk.DemoDate
	b.Run("night", func(b *testing.B) {
		for b.Loop() {
			on++
			if _, err := d.Nightly(b.Context(), on); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// sent numbers requests over all runs of a benchmark.
var sent atomic.Int64

func cards(b *testing.B, url string, guests []string) {
	client, place := &http.Client{}, 0
	var took []time.Duration
	b.ReportAllocs()
	for b.Loop() {
		place = (place + 7919) % len(guests)
		begin := time.Now()
		response, err := client.Get(url + "/v1/guests/" + guests[place] + "/card")
		if err != nil {
			b.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, response.Body)
		_ = response.Body.Close()
		if response.StatusCode != http.StatusOK {
			b.Fatal(response.Status)
		}
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
	b.ReportMetric(float64(len(guests)), "guests")
}

// rich takes some members who have points to spend.
func rich(b *testing.B, d *desk.Desk, guests []string) []string {
	b.Helper()
	const enough, most = 1000, 5000
	var out []string
	for i := 0; i < len(guests) && len(out) < most; i++ {
		card, err := d.Card(b.Context(), guests[i])
		if err != nil {
			b.Fatal(err)
		}
		if card.Points != nil && card.Points.Available >= enough {
			out = append(out, guests[i])
		}
	}
	return out
}

func postings(b *testing.B, url string, body func(int64) string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	var next, wrong atomic.Int64
	b.SetParallelism(16)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			r, err := http.NewRequest(http.MethodPost, url, strings.NewReader(body(next.Add(1))))
			if err != nil {
				b.Error(err)
				return
			}
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Idempotency-Key", fmt.Sprintf("posting-%d", sent.Add(1)))
			response, err := client.Do(r)
			if err != nil {
				b.Error(err)
				return
			}
			_, _ = io.Copy(io.Discard, response.Body)
			_ = response.Body.Close()
			if response.StatusCode != http.StatusCreated {
				wrong.Add(1)
			}
		}
	})
	b.ReportMetric(float64(b.N-int(wrong.Load()))/b.Elapsed().Seconds(), "postings/s")
	b.ReportMetric(float64(wrong.Load()), "refused")
}
