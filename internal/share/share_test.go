package share_test

import (
	"errors"
	"sync"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/share"
	"pgregory.net/rapid"
)

func TestSharesCoverAllOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, workers := rapid.IntRange(0, 50).Draw(t, "n"), rapid.IntRange(-1, 60).Draw(t, "workers")
		var mu sync.Mutex
		times, shares := make([]int, n), make([]int, share.Count(n, workers))
		share.Out(n, workers, func(w, from, to int) {
			mu.Lock()
			defer mu.Unlock()
			shares[w]++
			for i := from; i < to; i++ {
				times[i]++
			}
		})
		for _, got := range append(times, shares...) {
			if got != 1 {
				t.Fatalf("%d things, %d workers: times %v, shares %v", n, workers, times, shares)
			}
		}
	})
}

func TestCheckOfWorkers(t *testing.T) {
	refuse := func(param, value, allowed string) error { return errors.New(param + " " + value + ", not " + allowed) }
	for workers, want := range map[int]string{
		-1: "workers -1, not 0 to 1024", 0: "", 1: "", share.Most: "", share.Most + 1: "workers 1025, not 0 to 1024",
	} {
		got := ""
		if err := share.Check("workers", workers, refuse); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%d: %q, want %q", workers, got, want)
		}
	}
}
