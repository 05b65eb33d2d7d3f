package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// worth is what the guests have been, are and could be worth.
type worth struct {
	historic *valuation.Historic
	current  *valuation.Current

	// These are nil where no potential is known.
	card        *valuation.Scorecard
	potential   *valuation.Potential
	incremental *valuation.Incremental
	matrix      *valuation.Matrix
	lifetime    *valuation.Lifetime

	// These are not there before finish.
	totals  worthTotals
	bins    []valueBin   // of the current values, without a matrix
	classes []classTotal // of the matrix
	density *density     // of the matrix
}

// worthTotals are the sums of the columns, and of how many guests they are.
type worthTotals struct {
	historic, current, incremental, lifetime      decimal.Decimal
	knownCurrent, knownIncremental, knownLifetime int
}

// newWorth values every guest; the potential and what rests on it need profiles.
func newWorth(opt *options, in *intake.Data, places int) (*worth, error) {
	w := &worth{}
	shared := valuation.CostBasis{Total: opt.value.cost, Guests: in.Summaries.Len()}
	var err error
	if w.historic, err = valuation.NewHistoric(in.Summaries, shared, basis.HalfEven(places)); err != nil {
		return nil, err
	}
	setup := valuation.CurrentSetup{Workers: in.Summaries.Workers()}
	if setup.Convention, err = opt.convention(opt.value.rate, opt.value.years, places); err != nil {
		return nil, err
	}
	if w.current, err = valuation.NewCurrent(w.historic, setup); err != nil || in.Profiles == nil {
		return w, err
	}
	return w, w.develop(opt, in)
}

// develop scores the potential and classes the guests.
func (w *worth) develop(opt *options, in *intake.Data) error {
	list := in.Profiles.List
	for i := range list {
		if list[i].Income.Valid {
			list[i].Spend = yearlySpend(in.Summaries, i)
		}
	}
	card, known, err := newCard(w.current, list)
	if err != nil || !known {
		return err
	}
	scorer, err := valuation.NewScorer(card)
	if err != nil {
		return err
	}
	w.card = &card
	if w.potential, err = scorer.ScoreAll(list, in.Summaries.Workers()); err != nil {
		return err
	}
	if opt.guest == "" {
		in.Profiles.List = nil // large, and of no more use
	}
	if w.matrix, err = valuation.NewMatrix(w.current, w.potential, valuation.MatrixSetup{Workers: in.Summaries.Workers()}); err != nil {
		return err
	}
	uplift := valuation.Uplift{Top: points(1, 2), AtTop: upliftAtTop}
	if w.incremental, err = valuation.NewIncremental(w.current, w.potential, uplift); err != nil {
		return err
	}
	w.lifetime, err = valuation.NewLifetime(w.incremental, w.matrix)
	return err
}

// yearlySpend is a guest's revenue a year, over at least one year.
func yearlySpend(s *hotelcrm.Summaries, i int) decimal.NullDecimal {
	first := s.First()[i]
	if first == 0 {
		return decimal.NullDecimal{}
	}
	const year = 365
	days := max(year, s.AsOf().DaysSince(first))
	return decimal.NewNullDecimal(s.Revenue().At(i).Mul(decimal.NewFromInt(year)).DivRound(decimal.NewFromInt(int64(days)), numberPlaces))
}

// sum adds up what the page shows of all guests.
func (w *worth) sum(revenue hotelcrm.Amounts) {
	n := w.current.Len()
	w.totals = worthTotals{
		historic: w.historic.Values().Sum(), current: w.current.Values().Sum(), knownCurrent: n - w.current.Unknown(),
	}
	if w.matrix == nil {
		w.bins = binsOf(w.current)
		return
	}
	w.totals.incremental, w.totals.lifetime = w.incremental.Values().Sum(), w.lifetime.Totals().Sum()
	w.totals.knownIncremental = n - w.incremental.Unknown()
	w.totals.knownLifetime = w.totals.knownIncremental
	w.classes = classesOf(w, revenue)
	w.density = newDensity(w)
}
