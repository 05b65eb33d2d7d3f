package docs_test

import (
	"context"
	"fmt"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// theHouse returns the desk of a house with invented guests, and one of its members.
func theHouse(today hotelcrm.Date) (*desk, *loyalty.Member, error) {
	first := hotelcrm.DateOf(2023, 1, 1)
	register, err := inventedStays(first, today)
	if err != nil {
		return nil, nil, err
	}
	guests, err := register.Summaries(today, hotelcrm.Window{})
	if err != nil {
		return nil, nil, err
	}
	thresholds, _, err := rfm.Fit(guests, rfm.Config{})
	if err != nil {
		return nil, nil, err
	}
	d := &desk{register: register}
	if d.scorer, err = rfm.NewScorer(thresholds); err != nil {
		return nil, nil, err
	}
	if d.segmenter, err = rfm.NewSegmenter(rfm.Hotel()); err != nil {
		return nil, nil, err
	}
	if d.alive, err = fitAlive(register, first, today); err != nil {
		return nil, nil, err
	}
	if d.programme, err = launch(programme2026); err != nil {
		return nil, nil, err
	}
	bea := &loyalty.Member{ID: "g0007", Enrolled: hotelcrm.DateOf(2025, 1, 2), Activities: []loyalty.Activity{
		{Date: hotelcrm.DateOf(2025, 9, 12), Kind: loyalty.KindStay, Nights: 7, Stays: 1, Spend: decimal.New(910, 0)},
	}}
	d.ledger, err = openLedger(bea.ID)
	return d, bea, err
}

// openLedger returns a ledger in memory with one credited stay.
func openLedger(member string) (points.Ledger, error) {
	ledger := points.Ledger{Journal: new(points.Memory), Rules: points.Rules{
		Version: "2026", Currencies: []points.Currency{{Name: "points", Kind: points.Redeemable, Life: points.Life{Months: 24}}},
	}}
	date := hotelcrm.DateOf(2025, 9, 12)
	_, err := ledger.Do(context.Background(), member, points.Earn{
		Header:  points.Header{ID: "folio-1", Date: date, Recorded: points.Instant(date)},
		Stay:    "LAKE/4711",
		Credits: []points.Credit{{Currency: "points", Points: 910}},
	})
	return ledger, err
}

// inventedStays returns the stays of 2,000 guests, each with a pace and a chance to leave for good of their own.
func inventedStays(from, to hotelcrm.Date) (*hotelcrm.Register, error) {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	if err != nil {
		return nil, err
	}
	rng := rand.New(rand.NewPCG(7, 7))
	for g := range 2000 {
		pace, leave := 20+rng.ExpFloat64()*90, rng.Float64()*rng.Float64()
		for day := from.AddDays(rng.IntN(700)); day < to; day = day.AddDays(3 + int(rng.ExpFloat64()*pace)) {
			err := register.Add(hotelcrm.Stay{
				Guest: fmt.Sprintf("g%04d", g), Status: hotelcrm.Departed, Arrival: day, Departure: day.AddDays(1 + rng.IntN(3)),
				Revenue: hotelcrm.Revenue{Rooms: decimal.New(80+rng.Int64N(300), 0)},
			})
			if err != nil {
				return nil, err
			}
			if rng.Float64() < leave {
				break
			}
		}
	}
	return register, nil
}
