// Package share divides work among goroutines.
package share

import (
	"strconv"
	"sync"
)

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

// Most is how many goroutines a caller may ask for.
const Most = 1024

// Check returns nil for a number of workers that a caller may ask for, of which 0 means 1, else what refuse makes of it.
func Check(param string, workers int, refuse func(param, value, allowed string) error) error {
	if workers < 0 || workers > Most {
		return refuse(param, strconv.Itoa(workers), "0 to "+strconv.Itoa(Most))
	}
	return nil
}
