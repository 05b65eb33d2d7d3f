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

// BenchmarkCard asks for the card of one guest after another, none of them twice in a row, and reports how long the
// slowest hundredth took.
func BenchmarkCard(b *testing.B) {
	url, _, guests := loaded(b)
	client, place := &http.Client{}, 0
	var took []time.Duration
	b.ReportAllocs()
	b.ResetTimer()
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

// BenchmarkRedeem spends a point of one member after another, each durable before it is answered.
func BenchmarkRedeem(b *testing.B) {
	postings(b, "/v1/points/redeem", rich, func(i int64, guests []string) string {
		return fmt.Sprintf(`{"guest":"%s","points":1}`, guests[i*7919%int64(len(guests))])
	})
}

// BenchmarkCheckOut posts stays of guests, members among them, who earn points.
func BenchmarkCheckOut(b *testing.B) {
	postings(b, "/v1/stays", everybody, func(i int64, guests []string) string {
		return fmt.Sprintf(`{"id":"B%d","version":1,"property":"CITY","guest":"%s","status":"departed","arrival":"2025-12-30","departure":"2026-01-01","revenue":{"rooms":"204.00"}}`,
			i, guests[i*7919%int64(len(guests))])
	})
}

// everybody takes all guests.
func everybody(_ *testing.B, _ *desk.Desk, guests []string) []string { return guests }

// rich takes some members who have points to spend.
func rich(b *testing.B, d *desk.Desk, guests []string) []string {
	b.Helper()
	const enough, most = 1000, 2000
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

func postings(b *testing.B, path string, choose func(*testing.B, *desk.Desk, []string) []string, body func(int64, []string) string) {
	b.Helper()
	url, d, guests := loaded(b)
	guests = choose(b, d, guests)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	var next, wrong atomic.Int64
	b.SetParallelism(16)
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			i := next.Add(1)
			r, err := http.NewRequest(http.MethodPost, url+path, strings.NewReader(body(i, guests)))
			if err != nil {
				b.Error(err)
				return
			}
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Idempotency-Key", fmt.Sprintf("posting-%d", i))
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
