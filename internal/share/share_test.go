package share_test

import (
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
