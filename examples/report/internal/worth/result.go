package worth

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Result is what the guests have been, are and could be worth.
type Result struct {
	Terms    Terms
	Historic *valuation.Historic
	Current  *valuation.Current

	// These are nil where no potential is known.
	Card        *valuation.Scorecard
	Potential   *valuation.Potential
	Incremental *valuation.Incremental
	Matrix      *valuation.Matrix
	Lifetime    *valuation.Lifetime

	// These are there after AddUp.
	Totals  Totals
	Bins    []Bin    // of the current values, without a matrix
	Cells   []Cell   // of the matrix
	Density *Density // of the matrix
}

// Totals are the sums of the columns, and of how many guests they are.
type Totals struct {
	Historic, Current, Incremental, Lifetime      decimal.Decimal
	KnownCurrent, KnownIncremental, KnownLifetime int
}

// New values every guest; the potential and what rests on it need profiles.
func New(t Terms, in *intake.Data, places int) (*Result, error) {
	w := &Result{Terms: t}
	shared := valuation.CostBasis{Total: t.Cost, Guests: in.Summaries.Len()}
	var err error
	if w.Historic, err = valuation.HistoricOf(in.Summaries, shared, basis.HalfEven(places)); err != nil {
		return nil, err
	}
	setup := valuation.CurrentSetup{Workers: in.Summaries.Workers()}
	if setup.Convention, err = t.convention(t.Rate, t.Years, places); err != nil {
		return nil, err
	}
	if w.Current, err = valuation.CurrentOf(w.Historic, setup); err != nil || in.Profiles == nil {
		return w, err
	}
	return w, w.develop(in)
}

// develop scores the potential and classes the guests.
func (w *Result) develop(in *intake.Data) error {
	list := in.Profiles.List
	for i := range list {
		if list[i].Income.Valid {
			list[i].Spend = yearlySpend(in.Summaries, i)
		}
	}
	card, known, err := newCard(w.Current, list)
	if err != nil || !known {
		return err
	}
	scorer, err := valuation.NewScorer(card)
	if err != nil {
		return err
	}
	w.Card = &card
	if w.Potential, err = scorer.ScoreAll(list, in.Summaries.Workers()); err != nil {
		return err
	}
	if !in.Order.Keep.Whole {
		in.Profiles.List = nil // large, and of no more use
	}
	if w.Matrix, err = valuation.MatrixOf(w.Current, w.Potential, valuation.MatrixSetup{Workers: in.Summaries.Workers()}); err != nil {
		return err
	}
	uplift := valuation.Uplift{Top: points(1, 2), AtTop: UpliftAtTop}
	if w.Incremental, err = valuation.IncrementalOf(w.Current, w.Potential, uplift); err != nil {
		return err
	}
	w.Lifetime, err = valuation.LifetimeOf(w.Incremental, w.Matrix)
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

// AddUp adds up what the page shows of all guests.
func (w *Result) AddUp(revenue hotelcrm.Amounts) {
	n := w.Current.Len()
	w.Totals = Totals{
		Historic: w.Historic.Values().Sum(), Current: w.Current.Values().Sum(), KnownCurrent: n - w.Current.Unknown(),
	}
	if w.Matrix == nil {
		w.Bins = binsOf(w.Current)
		return
	}
	w.Totals.Incremental, w.Totals.Lifetime = w.Incremental.Values().Sum(), w.Lifetime.Totals().Sum()
	w.Totals.KnownIncremental = n - w.Incremental.Unknown()
	w.Totals.KnownLifetime = w.Totals.KnownIncremental
	w.Cells = cellsOf(w, revenue)
	w.Density = newDensity(w)
}
