package reckon

import (
	"errors"
	"sync"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/returns"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/survey"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
)

// Task is what to make of the data.
type Task struct {
	Scores  scores.Plan
	Worth   worth.Terms
	Alive   alive.Terms
	Classes classes.Plan
	Club    *tiers.Club // nil: none
}

// Report is every figure of the report, chapter by chapter.
type Report struct {
	Data      *intake.Data
	Summaries *hotelcrm.Summaries
	Currency  string
	Places    int // its decimal places
	Totals    Totals
	Scores    *scores.Result
	Worth     *worth.Result
	Survey    *survey.Result // nil: none
	Classes   *classes.Result
	Club      *tiers.Club // nil: no programme

	// These are not there before Finish.
	Spread   *scores.Spread  // nil: the revenue is not above 0
	Returns  *returns.Result // nil: visits are not known
	Equity   *worth.Equity   // nil: no retention
	Alive    *alive.Result   // nil: no model
	NoModel  string          // why, if visits are known
	Tiers    *tiers.Members  // nil: no programme, or visits are not known
	Warnings []hotelcrm.Warning

	later  [5]error     // of the work in the background
	Finish func() error // waits for the rest of the figures; may be called again
}

// New scores, values and classes the guests. Meanwhile it begins to reckon all else: whoever needs that, or the
// warnings, calls Finish first.
func New(t *Task, in *intake.Data) (*Report, error) {
	places, err := hotelcrm.MinorUnits(in.Order.Currency)
	if err == nil && t.Club != nil {
		err = t.Club.Suits(in.Order.Currency)
	}
	if err != nil {
		return nil, err
	}
	a := &Report{Data: in, Summaries: in.Summaries, Currency: in.Order.Currency, Places: places, Club: t.Club}
	a.Totals = totalsOf(in.Summaries)
	var running sync.WaitGroup
	a.Finish = sync.OnceValue(func() error {
		running.Wait()
		err := errors.Join(a.later[:]...)
		if err == nil && a.Worth != nil {
			a.warn()
		}
		return err
	})
	abc, err := classes.GradesOf(a.Summaries.Revenue()) // before the rest, as it takes the most memory for a while
	if err != nil {
		return nil, err
	}
	if a.Totals.Revenue.IsPositive() {
		running.Go(func() { a.Spread, a.later[0] = scores.SpreadOf(a.Summaries.Revenue()) })
	}
	a.Scores, err = scores.New(t.Scores, in.Order, in.Summaries)
	if err == nil {
		a.Worth, err = worth.New(t.Worth, in, places)
	}
	if err == nil {
		a.Survey, err = survey.New(in.Survey)
	}
	if err == nil {
		a.Classes, err = classes.New(t.Classes, &classes.Input{Data: in, Currency: a.Currency, Scores: a.Scores, Worth: a.Worth, First: a.Totals.First}, abc)
	}
	if err != nil {
		return nil, errors.Join(err, a.Finish())
	}
	running.Go(func() { a.later[3] = a.Classes.LookOn() })
	running.Go(func() { a.later[1] = a.lookOn() })
	running.Go(func() { a.later[2] = a.modelVisits(t.Alive) })
	running.Go(func() { a.later[4] = a.placeMembers() })
	return a, nil
}

// lookOn adds up the values of the guests, and finds who comes back and what that is worth.
func (r *Report) lookOn() error {
	r.Worth.AddUp(r.Summaries.Revenue())
	var err error
	if r.Returns, err = returns.New(r.Data.Visits, r.Summaries.AsOf()); err != nil {
		return err
	}
	r.Equity, err = worth.EquityOf(r.Data, r.Worth, r.Places)
	return err
}

// modelVisits fits the models of visits, or says why that cannot be.
func (r *Report) modelVisits(t alive.Terms) error {
	if r.Data.Visits == nil {
		return nil
	}
	m, err := alive.New(t, r.Worth.Terms.Rate, r.Data.Visits, r.Summaries.AsOf(), r.Summaries.Workers())
	if reason, ok := errors.AsType[alive.Reason](err); ok {
		r.NoModel = reason.Error()
		return nil
	}
	r.Alive = m
	return err
}

// placeMembers finds the tiers, if there is a programme and visits are known.
func (r *Report) placeMembers() error {
	if r.Club == nil || r.Data.Visits == nil {
		return nil
	}
	m, err := tiers.New(r.Club, r.Data.Visits, r.Summaries.AsOf(), r.Places, r.Summaries.Workers())
	if err != nil {
		return err
	}
	m.AddUp(r.Summaries, r.Data.Visits)
	r.Tiers = m
	return nil
}
