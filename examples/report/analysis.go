package main

import (
	"errors"
	"sync"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
)

// analysis is every figure of the report.
type analysis struct {
	lang.Printer // the language of the page
	opt          *options
	in           *intake.Data
	summaries    *hotelcrm.Summaries
	scores       *rfm.Scores
	segments     *rfm.Segmentation // nil: scores only
	spread       *spread           // nil: the revenue is not above 0; not there before finish
	grid         []rfm.Cell
	groups       []rfm.Total // of the segments
	totals       totals
	currency     string
	places       int // its decimal places
	worth        *worth
	returns      *returns   // nil: visits are not known; not there before finish
	equity       *equity    // nil: no retention; not there before finish
	models       *models    // nil: no model; not there before finish
	noModel      string     // why, if visits are known
	survey       *satisfied // nil: none
	classing     *classing
	members      *members // nil: no programme, or visits are not known; not there before finish
	warnings     []hotelcrm.Warning

	later  [5]error     // of the work in the background
	finish func() error // waits for the rest of the analysis; may be called again
}

// totals are the figures of all guests together.
type totals struct {
	guests, repeat int
	visits, nights int64
	revenue        decimal.Decimal
	first, last    hotelcrm.Date
}

// The warnings of this program, beside those of the library.
const (
	warnNoSegments      hotelcrm.WarningCode = "no-segments"
	warnNoConcentration hotelcrm.WarningCode = "no-concentration"
	warnRefused         hotelcrm.WarningCode = "rows-refused"
	warnCurrency        hotelcrm.WarningCode = "currency-assumed"
	warnNoCost          hotelcrm.WarningCode = "cost-not-stated"
	warnNoProfiles      hotelcrm.WarningCode = "potential-not-known"
	warnProfiles        hotelcrm.WarningCode = "profile-rows-refused"
	warnNoVisits        hotelcrm.WarningCode = "visits-not-known"
	warnNoRetention     hotelcrm.WarningCode = "retention-not-known"
	warnNoModel         hotelcrm.WarningCode = "model-not-known"
)

// analyse scores and values the guests. Meanwhile it begins to reckon how the revenue is spread over them, and what the page
// says of their values: whoever needs that, or the warnings, calls finish first.
func analyse(opt *options, in *intake.Data) (*analysis, error) {
	places, err := hotelcrm.MinorUnits(opt.Currency)
	if err == nil && opt.club != nil {
		err = opt.club.suits(opt.Currency)
	}
	if err != nil {
		return nil, err
	}
	a := &analysis{Printer: opt.lang, opt: opt, in: in, summaries: in.Summaries, currency: opt.Currency, places: places}
	a.totals = totalsOf(in.Summaries)
	var running sync.WaitGroup
	a.finish = sync.OnceValue(func() error {
		running.Wait()
		err := errors.Join(a.later[:]...)
		if err == nil && a.worth != nil {
			a.warn()
		}
		return err
	})
	abc, err := newGrades(a.summaries.Revenue()) // before the rest, as it takes the most memory for a while
	if err != nil {
		return nil, err
	}
	if a.totals.revenue.IsPositive() {
		running.Go(func() { a.spread, a.later[0] = newSpread(a.summaries.Revenue()) })
	}
	err = a.score()
	if err == nil {
		a.worth, err = newWorth(opt, in, places)
	}
	if err == nil {
		a.survey, err = newSatisfied(in.Survey, opt.lang)
	}
	if err == nil {
		a.classing, err = newClassing(a, abc)
	}
	if err != nil {
		return nil, errors.Join(err, a.finish())
	}
	running.Go(func() { a.later[3] = a.lookAtClasses() })
	running.Go(func() { a.later[1] = a.lookOn() })
	running.Go(func() { a.later[2] = a.modelVisits() })
	running.Go(func() { a.later[4] = a.placeMembers() })
	return a, nil
}

// lookOn adds up the values of the guests, and finds who comes back and what that is worth.
func (a *analysis) lookOn() error {
	a.worth.sum(a.summaries.Revenue())
	var err error
	if a.returns, err = newReturns(a.in.Visits, a.summaries.AsOf()); err != nil {
		return err
	}
	a.equity, err = newEquity(a.opt, a.in, a.worth, a.places)
	return err
}

// score gives each guest scores and, where the plan has segments, one of them.
func (a *analysis) score() error {
	var err error
	if a.scores, err = a.opt.scores(a.summaries); err != nil {
		return err
	}
	a.grid = a.scores.Grid()
	if a.opt.plan.set == nil {
		return nil
	}
	if a.segments, err = a.scores.Segments(*a.opt.plan.set); err != nil {
		return err
	}
	a.groups = a.segments.Totals()
	return nil
}

func (a *analysis) warn() {
	if n := a.in.Refused(); n > 0 {
		text := prose.Counted(n, "row of wrong data was refused", "rows of wrong data were refused")
		a.warnings = append(a.warnings, hotelcrm.Warning{Code: warnRefused, Text: prose.Plain(text), N: int(n)})
	}
	if a.in.Order.CurrencyFrom == intake.NotStated {
		text := "currency not stated, " + a.currency + " assumed"
		a.warnings = append(a.warnings, hotelcrm.Warning{Code: warnCurrency, Text: text, N: a.totals.guests})
	}
	a.warnings = append(a.warnings, a.summaries.Warnings()...)
	a.warnings = append(a.warnings, a.scores.Warnings()...)
	if a.segments == nil {
		a.warnings = append(a.warnings, hotelcrm.Warning{Code: warnNoSegments, Text: a.opt.plan.note, N: a.totals.guests})
	}
	if a.spread == nil {
		text := "the revenue of all guests is not above 0, so shares of it are not defined"
		a.warnings = append(a.warnings, hotelcrm.Warning{Code: warnNoConcentration, Text: text, N: a.totals.guests})
	}
	a.warnValue()
	a.warnModels()
	a.warnings = append(a.warnings, a.survey.warnings()...)
	a.warnings = append(a.warnings, a.loyaltyWarnings()...)
}

// warnValue says what the values lack.
func (a *analysis) warnValue() {
	add := func(code hotelcrm.WarningCode, text string, n int) {
		a.warnings = append(a.warnings, hotelcrm.Warning{Code: code, Text: text, N: n})
	}
	if a.opt.value.noCost {
		add(warnNoCost, "the input cost of the house is not stated (-cost), so revenue stands for profit in every value", a.totals.guests)
	}
	switch p := a.in.Profiles; {
	case p == nil:
		add(warnNoProfiles, "no profiles are given (-profiles), so potential, incremental value, lifetime value and the value matrix are not known", a.totals.guests)
	case a.worth.matrix == nil:
		add(warnNoProfiles, "the profiles say nothing of any guest, so potential, incremental value, lifetime value and the value matrix are not known", a.totals.guests)
	}
	if p := a.in.Profiles; p != nil && p.Refused() > 0 {
		text := prose.Counted(p.Refused(), "row of the profiles was refused", "rows of the profiles were refused")
		add(warnProfiles, prose.Plain(text), int(p.Refused()))
	}
	if a.worth.matrix != nil {
		a.warnings = append(a.warnings, a.worth.matrix.Warnings()...)
	} else {
		a.warnings = append(a.warnings, a.worth.current.Warnings()...)
	}
	switch {
	case a.returns == nil:
		add(warnNoVisits, a.noVisits(), a.totals.guests)
	case a.equity == nil:
		add(warnNoRetention, "nobody came in the year before the last, so retention and customer equity are not known", a.totals.guests)
	}
}

// noVisits says why visits are not known one by one.
func (a *analysis) noVisits() string {
	if a.in.Order.Counted() {
		return "a table of guests does not hold their visits, so who comes back, who is still a guest, and customer equity, are not known"
	}
	return "visits are not kept one by one where every row is a visit and has neither id nor status, so who comes back, who is still a guest, and customer equity, are not known; -asof DATE keeps them, and takes more memory"
}

func totalsOf(s *hotelcrm.Summaries) totals {
	t := totals{guests: s.Len(), revenue: s.Revenue().Sum()}
	for i, visits := range s.Visits() {
		t.visits += int64(visits)
		t.nights += int64(s.Nights()[i])
		if visits > 1 {
			t.repeat++
		}
		t.last = max(t.last, s.Last()[i])
		if first := s.First()[i]; first != 0 && (t.first == 0 || first < t.first) {
			t.first = first
		}
	}
	return t
}

// spread is how the revenue is spread over the guests.
type spread struct {
	top      []part // the best 1 %, 5 %, ... of the guests
	enough   []part // the guests who bring 50 %, 80 %, ... of the revenue
	curve    []concentration.Share
	gini     decimal.Decimal
	hasGini  bool
	negative int
}

// part is a share with the rate that was asked for.
type part struct {
	of decimal.Decimal
	concentration.Share
}

const curveSteps = 100

func newSpread(revenue hotelcrm.Amounts) (*spread, error) {
	c, err := concentration.Of(revenue)
	if err != nil {
		return nil, err
	}
	s := &spread{negative: c.Negative()}
	for _, percent := range []int64{1, 5, 10, 20, 30, 50} {
		one := part{of: decimal.New(percent, -2)}
		if one.Share, err = c.TopGuests(one.of); err != nil {
			return nil, err
		}
		s.top = append(s.top, one)
	}
	for _, percent := range []int64{50, 80, 90} {
		one := part{of: decimal.New(percent, -2)}
		if one.Share, err = c.GuestsFor(one.of); err != nil {
			return nil, err
		}
		s.enough = append(s.enough, one)
	}
	if s.curve, err = c.Curve(curveSteps); err != nil {
		return nil, err
	}
	s.gini, s.hasGini, err = c.Gini(4)
	return s, err
}

// best20 is the share of the best fifth of the guests.
func (s *spread) best20() part { return s.top[3] }

// for80 is the guests who bring 80 % of the revenue.
func (s *spread) for80() part { return s.enough[1] }
