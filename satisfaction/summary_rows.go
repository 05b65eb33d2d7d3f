package satisfaction

import (
	"errors"
	"sync"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

const (
	chunkRows = 4096 // counted before they are looked over for wrong codes
	blockRows = 256  // turned into words at once
)

// AddRows counts a batch of rows that lie one after the other, each with one answer for every item.
//
// Input: workers 0 means 1. Workers never change the result.
// Errors: a [*hotelcrm.RowError] with its row, counted from 1, for each of the first [hotelcrm.MaxRowErrors] rows with an
// answer off its scale, joined; those rows are left out and all others are counted. A batch that does not divide into
// rows is refused whole.
// Cost: about 50 ns for a row of 24 items on one core.
func (s *Summary) AddRows(rows []Answer, workers int) error {
	if s.form == nil {
		return errZeroSummary
	}
	n := s.form.Len()
	if err := firstError(s.form.checkBatch(rows), share.Check("workers", workers, refuse.Param)); err != nil {
		return err
	}
	workers = max(1, min(workers, len(rows)/n/chunkRows))
	each := (len(rows)/n + workers - 1) / workers * n
	parts := make([]*batch, workers)
	var wait sync.WaitGroup
	for w := range parts {
		parts[w] = newBatch(s.form, w*each/n)
		part := rows[min(w*each, len(rows)):min((w+1)*each, len(rows))]
		wait.Go(func() { parts[w].add(part) })
	}
	wait.Wait()
	var wrong []error
	for _, part := range parts {
		part.finish()
		if err := s.Merge(part.summary); err != nil {
			return err
		}
		wrong = append(wrong, part.wrong...)
	}
	return errors.Join(wrong[:min(len(wrong), hotelcrm.MaxRowErrors)]...)
}

// batch counts many rows fast, into a summary of its own.
type batch struct {
	summary *Summary
	first   int // row number before the first, counted from 1 as the caller does
	wrong   []error

	histogram [][256]uint32       // by item and code, of one chunk
	words     [][blockRows]uint64 // four items a word, 16 bits each; see itemAt
	block     int                 // rows for which 16 bits hold the sums of products
}

func newBatch(form *Form, first int) *batch {
	top := int(form.top)
	return &batch{
		summary: NewSummary(form), first: first,
		histogram: make([][256]uint32, form.Len()),
		words:     make([][blockRows]uint64, (form.Len()+7)/8*2),
		block:     min(blockRows, (1<<16-1)/(top*top)),
	}
}

func (b *batch) add(rows []Answer) {
	n := b.summary.form.Len()
	for done := 0; done < len(rows); done += chunkRows * n {
		chunk := rows[done:min(done+chunkRows*n, len(rows))]
		b.countCodes(chunk)
		if !b.onScales() {
			b.addOneByOne(chunk, b.first+done/n)
			continue
		}
		b.takeCounts(len(chunk) / n)
		for len(chunk) > 0 {
			block := chunk[:min(b.block*n, len(chunk))]
			chunk = chunk[len(block):]
			b.fill(block)
			b.multiply(len(block) / n)
		}
	}
}

// countCodes fills the histogram.
func (b *batch) countCodes(chunk []Answer) {
	clear(b.histogram)
	n := len(b.histogram)
	for len(chunk) >= n {
		row := chunk[:n]
		chunk = chunk[n:]
		for i, a := range row {
			b.histogram[i][a]++
		}
	}
}

// onScales reports whether the histogram holds no code off its item's scale.
func (b *batch) onScales() bool {
	for i := range b.histogram {
		for a, times := range b.histogram[i] {
			if times > 0 && !b.summary.form.allows(i, Answer(a)) {
				return false
			}
		}
	}
	return true
}

// addOneByOne counts the rows of a chunk in which something is wrong.
func (b *batch) addOneByOne(chunk []Answer, before int) {
	n := b.summary.form.Len()
	for r := 0; r*n < len(chunk); r++ {
		err := b.summary.Add(chunk[r*n : (r+1)*n])
		if wrong, ok := errors.AsType[*hotelcrm.RowError](err); ok && len(b.wrong) < hotelcrm.MaxRowErrors {
			wrong.Row = before + r + 1
			b.wrong = append(b.wrong, wrong)
		}
	}
}

// takeCounts moves the histogram into the summary.
func (b *batch) takeCounts(rows int) {
	s := b.summary
	s.rows += int64(rows)
	for i := range b.histogram {
		for a, times := range b.histogram[i] {
			if times > 0 {
				s.count[i*(s.codes+reasonSlots)+s.slot(Answer(a))] += int64(times)
			}
		}
	}
}

// finish sets the sums of squares, which the counts hold already.
func (b *batch) finish() {
	s := b.summary
	for i := range b.histogram {
		s.cross[i*len(b.histogram)+i] = s.Squares(i, i)
	}
}
