package docs_test

import (
	"context"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// desk holds what the nightly batch has made. All of it is read only, so many screens may ask at once.
type desk struct {
	register  *hotelcrm.Register
	scorer    *rfm.Scorer
	segmenter *rfm.Segmenter
	alive     btyd.MBGNBD
	programme *loyalty.Engine
	ledger    points.Ledger
}

// fitAlive fits the model of who still is a guest to all visits of the register, once a month.
func fitAlive(register *hotelcrm.Register, first, asOf hotelcrm.Date) (btyd.MBGNBD, error) {
	visits, err := register.Visits(asOf, hotelcrm.Window{})
	if err != nil {
		return btyd.MBGNBD{}, err
	}
	split, err := btyd.SplitOf(valuation.Week, visits.Offsets(), visits.Arrival(), btyd.Watch{First: first, Last: asOf})
	if err != nil {
		return btyd.MBGNBD{}, err
	}
	cells, err := split.Cells()
	if err != nil {
		return btyd.MBGNBD{}, err
	}
	fit, err := btyd.FitMBGNBD(cells, 1)
	if err != nil {
		return btyd.MBGNBD{}, err
	}
	for _, warning := range fit.Report.Warnings {
		fmt.Println(warning.Code) // codes are stable: boundary, poorly-identified, not-converged
	}
	return fit.Model, nil
}

// card prints what the desk sees of one guest at check-in.
func (d *desk) card(ctx context.Context, m *loyalty.Member, today hotelcrm.Date) error {
	guest, known, err := d.register.Summary(m.ID, today, hotelcrm.Window{})
	if err != nil {
		return err
	}
	if !known {
		fmt.Println("first visit")
		return nil
	}
	score := d.scorer.Score(today, guest)
	segment, _ := d.segmenter.Segment(score)
	fmt.Println(guest.Visits, "visits,", guest.Revenue, "EUR,", score, segment.Label+":", segment.Action)
	if err := d.outlook(guest, today); err != nil {
		return err
	}
	return d.rights(ctx, m, today)
}

// outlook prints how many stays to expect, and the range that four of five such guests come in.
func (d *desk) outlook(guest hotelcrm.Summary, today hotelcrm.Date) error {
	week := btyd.DaysPer(valuation.Week)
	year := 365 / week
	history := btyd.History{
		X:  guest.Visits - 1,
		Tx: float64(guest.LastArrival.DaysSince(guest.First)) / week,
		T:  float64(today.DaysSince(guest.First)) / week,
	}
	next, err := btyd.CountsNext(d.alive, history, year, 0.8)
	if err != nil {
		return err
	}
	fmt.Printf("stays in a year: %.1f expected, %d to %d likely\n", d.alive.Expected(history, year), next.Low, next.High)
	return nil
}

// rights prints tier, the nearest way to the next one, benefits and points.
func (d *desk) rights(ctx context.Context, m *loyalty.Member, today hotelcrm.Date) error {
	at := loyalty.AsOf{On: today}
	status, err := d.programme.Status(m, at)
	if err != nil {
		return err
	}
	fmt.Println("tier", status.Tier, "through", status.Last())
	progress, err := d.programme.Progress(m, at)
	if err != nil {
		return err
	}
	for _, need := range progress.Ways[0] {
		fmt.Println("to", progress.Next+":", need.Missing, need.Metric)
	}
	benefits, err := d.programme.Benefits(status.Tier, "", today)
	if err != nil {
		return err
	}
	for _, b := range benefits {
		fmt.Println(b.Name+":", b.Given)
	}
	account, err := d.ledger.Account(ctx, m.ID)
	if err != nil {
		return err
	}
	balance, err := account.Balance("points", today)
	fmt.Println(balance.Available, "points to spend")
	return err
}

func Example_frontDesk() {
	today := hotelcrm.DateOf(2026, 1, 1)
	d, bea, err := theHouse(today)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := d.card(context.Background(), bea, today); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 25 visits, 5515 EUR, 555 Champions: recognise by name, keep the best room for them
	// stays in a year: 7.5 expected, 2 to 12 likely
	// tier friend through 2026-09-11
	// to family: 8 nights
	// late check-out: on-request
	// 910 points to spend
}
