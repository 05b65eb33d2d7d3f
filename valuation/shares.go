package valuation

import (
	"fmt"
	"sync"

	"github.com/hotelcrm/hotelcrm"
)

// inShares cuts [0, n) into one share per worker and works on all of them at once.
func inShares(n, workers int, do func(share, from, to int)) {
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

const maxWorkers = 1024

func checkWorkers(workers int) error {
	if workers < 0 || workers > maxWorkers {
		return &hotelcrm.ParamError{Param: "Workers", Value: fmt.Sprint(workers), Allowed: fmt.Sprintf("0 to %d", maxWorkers)}
	}
	return nil
}
