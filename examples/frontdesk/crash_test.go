package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// diary is what a sender knows of its requests: the answer, or nothing where the service died meanwhile.
type diary struct {
	mu      sync.Mutex
	answers map[string]string
}

func (d *diary) note(key, answer string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.answers[key] = answer
}

const redeemOne = `{"guest":"G1","points":1}`

// send redeems point by point, each under a key of its own, until the service dies.
func (d *diary) send(t *testing.T, url, name string) {
	for i := range 1_000_000 {
		key := fmt.Sprintf("redeem-%s-%d", name, i)
		d.note(key, "")
		status, text, err := post(t.Context(), url, "/v1/points/redeem", key, redeemOne)
		if err != nil {
			return
		}
		if status != http.StatusCreated {
			t.Errorf("%d %s", status, text)
			return
		}
		d.note(key, text)
	}
}

// The service is killed at random moments, again and again. What it answered is there, and the journal is whole.
func TestKilledServiceLosesNothing(t *testing.T) {
	const kills, senders = 50, 4
	file, kept, rng := dbFile(t), &diary{answers: map[string]string{}}, rand.New(rand.NewPCG(1, 2))
	for round := range kills {
		s := start(t, file)
		if round == 0 {
			enrolled(t, s.url)
		}
		var group sync.WaitGroup
		for i := range senders {
			group.Go(func() { kept.send(t, s.url, fmt.Sprintf("%d-%d", round, i)) })
		}
		time.Sleep(time.Duration(rng.IntN(40_000)) * time.Microsecond)
		must(t, s.Process.Kill()) // as kill -9
		group.Wait()
		_ = s.Wait() // it was killed
	}
	s := start(t, file)
	answered := kept.again(t, s.url)
	if code := s.stop(t); code != exitDone {
		t.Errorf("stopped with %d: %s", code, s.log)
	}
	if answered < kills {
		t.Errorf("only %d requests were answered before a kill", answered)
	}
	t.Logf("%d requests, %d of them answered before a kill", len(kept.answers), answered)
	checkJournal(t, file, 1+len(kept.answers))
}

// again sends every request once more. Those that were answered get that answer again; the others are done now, or were.
func (d *diary) again(t *testing.T, url string) (answered int) {
	t.Helper()
	for key, before := range d.answers {
		status, text, err := post(t.Context(), url, "/v1/points/redeem", key, redeemOne)
		if err != nil || status != http.StatusCreated || before != "" && before != text {
			t.Fatalf("%s: %q became %d %q, %v", key, before, status, text, err)
		}
		if before != "" {
			answered++
		}
	}
	return answered
}

// checkJournal verifies the journal: each request has one event, no more and no less.
func checkJournal(t *testing.T, file string, events int) {
	t.Helper()
	out, err := command(t, "verify", "-db", file).Output()
	must(t, err)
	var v store.Verified
	must(t, json.Unmarshal(out, &v))
	if want := (store.Verified{Accounts: 1, Events: events}); v != want {
		t.Errorf("the journal holds %+v, want %+v", v, want)
	}
}

func TestTwoProcessesNeverSpendTwice(t *testing.T) {
	file := dbFile(t)
	one := start(t, file)
	enrolled(t, one.url)
	two := start(t, file)
	night := command(t, "nightly", "-db", file, "-date", "2026-01-01") // a third process, beside the others
	var said strings.Builder
	night.Stdout, night.Stderr = &said, &said
	must(t, night.Start())
	var done, refused int
	var mu sync.Mutex
	var group sync.WaitGroup
	for i := range 60 {
		group.Go(func() {
			url := []string{one.url, two.url}[i%2]
			status, text, err := post(t.Context(), url, "/v1/points/redeem", fmt.Sprintf("redeem-%04d", i), `{"guest":"G1","points":30000}`)
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil && status == http.StatusCreated:
				done++
			case err == nil && status == http.StatusConflict:
				refused++
			default:
				t.Errorf("%d %s %v", status, text, err)
			}
		})
	}
	group.Wait()
	if err := night.Wait(); err != nil {
		t.Errorf("the nightly run: %v, %s", err, said.String())
	}
	if done != 33 || refused != 27 {
		t.Errorf("%d redeemed 30,000 of 1,000,000 points, %d were refused", done, refused)
	}
	for _, s := range []*service{one, two} {
		if code := s.stop(t); code != exitDone {
			t.Errorf("stopped with %d: %s", code, s.log)
		}
	}
	checkJournal(t, file, 34)
}
