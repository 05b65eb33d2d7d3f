package intake

import (
	"errors"
	"io"
	"sync"

	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

// readAhead is how many batches wait, full or empty.
const readAhead = 3

// pipeline reads the blocks of a table and fills batches in goroutines of its own, in the order of the file.
type pipeline struct {
	full  chan *batch
	empty chan *batch
	stop  chan struct{}
	done  sync.WaitGroup
	err   error // how reading ended, if not at the end of the table; read it when full is closed
}

// startPipeline begins to read. Whoever calls it calls close.
func startPipeline(reader *table.Reader, makeBatch func() *batch) *pipeline {
	p := &pipeline{full: make(chan *batch, readAhead), empty: make(chan *batch, readAhead+2), stop: make(chan struct{})}
	for range cap(p.empty) {
		p.empty <- makeBatch()
	}
	blocks := make(chan table.Block, 1)
	p.done.Go(func() {
		defer close(blocks)
		p.read(reader, blocks)
	})
	p.done.Go(func() {
		defer close(p.full)
		p.fill(blocks)
	})
	return p
}

func (p *pipeline) read(reader *table.Reader, blocks chan<- table.Block) {
	for {
		block, err := reader.Block()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				p.err = err
			}
			return
		}
		select {
		case blocks <- block:
		case <-p.stop:
			return
		}
	}
}

func (p *pipeline) fill(blocks <-chan table.Block) {
	for block := range blocks {
		var b *batch
		select {
		case b = <-p.empty:
		case <-p.stop:
			return
		}
		b.fill(block)
		select {
		case p.full <- b:
		case <-p.stop:
			return
		}
	}
}

// close ends the goroutines and waits for them.
func (p *pipeline) close() {
	close(p.stop)
	p.done.Wait()
}
