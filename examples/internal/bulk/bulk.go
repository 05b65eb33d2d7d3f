// Package bulk makes large tables of stays for measuring: the same bytes for the same seed on every platform.
//
// Columns are guest_id, check_out and amount. Every guest has at least one stay; the others are drawn with weight
// (k+50)^-0.8 for the k-th guest, so that most guests have two or three stays and a few have thousands. Rows come in
// random order. Dates lie in five years and become denser towards the end; amounts are skewed like a log-normal, have
// two decimals, and one in a hundred is a refund.
package bulk

import (
	"bufio"
	"fmt"
	"io"
	"math"
)

// Config says what to make.
type Config struct {
	Stays, Guests int    // guests in [1, stays], stays below 2³²
	Seed          uint64 // another seed, another file
	Integers      bool   // ids are plain numbers instead of G and ten digits
}

// Header is the first line of every file.
const Header = "guest_id,check_out,amount\n"

// The streams of random numbers, one for each column.
const (
	streamGuest = iota + 1
	streamID
	streamDate
	streamAmount
)

func (c Config) check() error {
	switch {
	case c.Stays < 1 || int64(c.Stays) > math.MaxUint32:
		return fmt.Errorf("stays %d is not allowed; want 1 to %d", c.Stays, uint32(math.MaxUint32))
	case c.Guests < 1 || c.Guests > c.Stays:
		return fmt.Errorf("guests %d is not allowed; want 1 to the number of stays, %d", c.Guests, c.Stays)
	}
	return nil
}

// Write writes the table.
//
// Errors: a Config out of range, and those of to.
// Cost: four bytes a stay and up to twenty a guest.
func Write(to io.Writer, c Config) error {
	if err := c.check(); err != nil {
		return err
	}
	w := bufio.NewWriterSize(to, 1<<20)
	if _, err := w.WriteString(Header); err != nil {
		return err
	}
	ids, dates, amounts := newIDs(c.Seed), newCalendar(c.Seed), newRandom(c.Seed, streamAmount)
	var row []byte
	for _, guest := range order(c) {
		row = append(ids.append(row[:0], guest, c.Integers), ',')
		row = append(dates.append(row), ',')
		row = append(appendAmount(row, &amounts), '\n')
		if _, err := w.Write(row); err != nil {
			return err
		}
	}
	return w.Flush()
}

// order returns the guest of each row.
func order(c Config) []uint32 {
	r := newRandom(c.Seed, streamGuest)
	out := make([]uint32, c.Stays)
	wheel := newWheel(c.Guests)
	for i := range out {
		if i < c.Guests {
			out[i] = uint32(i)
		} else {
			out[i] = wheel.draw(&r)
		}
	}
	r.shuffle(out)
	return out
}
