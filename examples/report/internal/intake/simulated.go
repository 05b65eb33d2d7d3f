package intake

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
func simulate(ctx context.Context, order *Order, bar Bar) (*Data, error) {
	hotel := sim.Run(order.Hotel)
	stays := hotel.Stays
	in := newData(order.source())
	book, err := newBook(order, hotelcrm.AllVisits)
	if err != nil {
		return nil, err
	}
	bar.Start("reading the simulated hotel", int64(len(stays)))
	for i := range stays {
		if i%1000 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			bar.Add(1000)
		}
		in.Rows++
		if err := book.add(&stays[i]); err != nil {
			text, reason, ok := rowProblem(err, stays[i].Guest)
			if !ok {
				return nil, err
			}
			in.refuse(i+1, reason, text)
		}
	}
	if err := book.close(order, in); err != nil {
		return nil, err
	}
	in.Profiles = simulatedProfiles(hotel.Backgrounds(0), in.Summaries)
	if order.Survey.File == "" {
		if in.Survey, err = simulatedSurvey(hotel.Survey(0), order, in.Summaries); err != nil {
			return nil, err
		}
	}
	return in, book.hash(in)
}

func simulatedProfiles(list []sim.Background, summaries *hotelcrm.Summaries) *Profiles {
	p := newProfiles(newData("guest file of the simulated hotel"), summaries)
	for i, b := range list {
		p.Rows++
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
func (b *book) hash(in *Data) error {
	content, err := b.register.MarshalBinary()
	sum := sha256.Sum256(content)
	in.Hash = hex.EncodeToString(sum[:])
	return err
}

// SimulatedCost is the input cost of the simulated hotel over its four years: commissions, amenities and service for
// its guests, in EUR.
var SimulatedCost = decimal.New(6_000_000, 0)
