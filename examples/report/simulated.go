package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// simulate runs the built-in hotel.
func simulate(ctx context.Context, opt *options, bar *progress) (*intake, error) {
	hotel := sim.Run(opt.hotel)
	stays := hotel.Stays
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
	in.profiles = simulatedProfiles(hotel.Backgrounds(0), in.summaries)
	if opt.survey.file == "" {
		if in.survey, err = simulatedSurvey(hotel.Survey(0), opt, in.summaries); err != nil {
			return nil, err
		}
	}
	return in, book.hash(in)
}

// simulatedCost is the input cost of the simulated hotel over its four years: commissions, amenities and service for
// its guests, in EUR.
var simulatedCost = decimal.New(6_000_000, 0)

func simulatedProfiles(list []sim.Background, summaries *hotelcrm.Summaries) *profiles {
	p := newProfiles(newIntake("guest file of the simulated hotel"), summaries)
	for i, b := range list {
		p.rows++
		p.add(i+1, b.ID, valuation.Profile{
			Motive: b.Motive, Industry: b.Industry,
			Income: known(b.Income), Credit: known(b.Credit), Satisfaction: known(b.Satisfaction),
		})
	}
	return p
}

func known(n int) decimal.NullDecimal {
	return decimal.NullDecimal{Decimal: decimal.NewFromInt(int64(n)), Valid: n > 0}
}

// hash identifies the simulated stays by the register's canonical bytes.
func (b *book) hash(in *intake) error {
	content, err := b.register.MarshalBinary()
	sum := sha256.Sum256(content)
	in.hash = hex.EncodeToString(sum[:])
	return err
}
