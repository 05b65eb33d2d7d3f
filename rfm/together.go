package rfm

import (
	"sync"
	"sync/atomic"
)

// together does tasks that do not touch each other, by several goroutines at once if there are several workers, and
// waits for them.
func together(workers int, tasks ...func()) {
	var next atomic.Int32
	var group sync.WaitGroup
	for range min(workers, len(tasks)) - 1 {
		group.Go(func() { inTurn(&next, tasks) })
	}
	inTurn(&next, tasks)
	group.Wait()
}

func inTurn(next *atomic.Int32, tasks []func()) {
	for n := int(next.Add(1)); n <= len(tasks); n = int(next.Add(1)) {
		tasks[n-1]()
	}
}
