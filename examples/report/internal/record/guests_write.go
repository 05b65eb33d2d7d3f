package record

import (
	"io"
	"runtime"
	"sync"
)

const (
	rowsOfTurn     = 1 << 12
	mostRowWorkers = 4
)

// rowWorker makes the rows of every so many turns of guests.
type rowWorker struct {
	full  chan []byte // the rows of a turn, in the order of the turns
	empty chan []byte // to be filled again
}

// WriteTo writes the table, and holds no more of it than a few turns of rows. The goroutines that make the rows have ended
// when it returns.
func (w *guestsWriter) WriteTo(to io.Writer) (int64, error) {
	turns := (len(w.ids) + rowsOfTurn - 1) / rowsOfTurn
	workers := make([]rowWorker, max(1, min(turns, runtime.NumCPU(), mostRowWorkers)))
	stop := make(chan struct{})
	var running sync.WaitGroup
	defer running.Wait()
	defer close(stop)
	for k := range workers {
		workers[k] = rowWorker{make(chan []byte, 1), make(chan []byte, 2)}
		workers[k].empty <- nil
		workers[k].empty <- nil
		running.Go(func() { workers[k].work(w, k, len(workers), stop) })
	}
	n, err := io.WriteString(to, guestsHeader)
	written := int64(n)
	for turn := 0; turn < turns && err == nil; turn++ {
		worker := &workers[turn%len(workers)]
		b := <-worker.full
		n, err = to.Write(b)
		written += int64(n)
		worker.empty <- b
	}
	return written, err
}

func (r *rowWorker) work(w *guestsWriter, first, every int, stop <-chan struct{}) {
	own := *w // with a memory of dates of its own
	for from := first * rowsOfTurn; from < len(own.ids); from += every * rowsOfTurn {
		var b []byte
		select {
		case b = <-r.empty:
		case <-stop:
			return
		}
		b = b[:0]
		for i := from; i < min(from+rowsOfTurn, len(own.ids)); i++ {
			b = own.row(b, i)
		}
		select {
		case r.full <- b:
		case <-stop:
			return
		}
	}
}
