package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
)

// simulate runs the built-in hotel.
func simulate(ctx context.Context, opt *options, bar *progress) (*intake, error) {
	stays := sim.Run(sim.Config{}).Stays
	in := newIntake(opt.source())
	book, err := newBook(opt, hotelcrm.AllVisits)
	if err != nil {
		return nil, err
	}
	bar.start("reading the simulated hotel", int64(len(stays)))
	for i := range stays {
		if i%1000 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			bar.add(1000)
		}
		in.rows++
		if err := book.add(&stays[i]); err != nil {
			text, reason, ok := rowProblem(err, stays[i].Guest)
			if !ok {
				return nil, err
			}
			in.refuse(i+1, reason, text)
		}
	}
	if err := book.close(opt, in); err != nil {
		return nil, err
	}
	return in, book.hash(in)
}

// hash identifies the simulated stays by the register's canonical bytes.
func (b *book) hash(in *intake) error {
	content, err := b.register.MarshalBinary()
	sum := sha256.Sum256(content)
	in.hash = hex.EncodeToString(sum[:])
	return err
}
