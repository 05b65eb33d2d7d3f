// Package share divides work among goroutines.
package share

import "sync"

// Out cuts [0, n) into one share per worker, at most n of them and at least one, works on all of them at once and waits.
// The shares depend on n and workers alone, and do is told the number of its share, counted from 0.
func Out(n, workers int, do func(share, from, to int)) {
	workers = Count(n, workers)
	if workers == 1 {
		do(0, 0, n)
		return
	}
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() { do(w, n*w/workers, n*(w+1)/workers) })
	}
	group.Wait()
}

// Count returns the number of shares that [Out] makes.
func Count(n, workers int) int { return max(1, min(workers, n)) }
