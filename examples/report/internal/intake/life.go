package intake

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// Past is the hotel as it was a year before the analysis date.
type Past struct {
	AsOf      hotelcrm.Date
	Summaries *hotelcrm.Summaries
	Stages    []lifecycle.Stage // of the guests of the summaries
	Stayed    *hotelcrm.Visits  // nil: the plan does not ask for stays
}

// monthsBack is how far back the hotel is looked at.
const monthsBack = 12

// EarliestAsOf is the first analysis date that the library takes.
var EarliestAsOf = hotelcrm.DateOf(1950, 1, 1)

// lookBack asks for the hotel of a year before.
func (b *book) lookBack(order *Order, in *Data, asOf hotelcrm.Date) error {
	p := &Past{AsOf: asOf.AddMonths(-monthsBack)}
	if p.AsOf < EarliestAsOf {
		return nil
	}
	in.Past = p
	var err error
	if !order.Keep.Stays {
		p.Summaries, err = b.register.Summaries(p.AsOf, hotelcrm.Window{})
		return err
	}
	if p.Stayed, err = b.register.Visits(p.AsOf, hotelcrm.Window{}); err != nil {
		return err
	}
	p.Summaries = p.Stayed.Summaries()
	return nil
}

// tellStages finds the stages of life from the visits, now and a year before.
func (in *Data) tellStages(order *Order, all *hotelcrm.Visits) error {
	rules := lifecycle.Rules{Workers: in.Summaries.Workers()}
	lives, err := rules.Stages(all)
	if err != nil {
		return err
	}
	in.Stages = lives.Stages()
	if order.Keep.Stays {
		in.Stayed = all
	}
	in.Years = newYears(all)
	if in.Past != nil {
		in.Past.Stages, err = stagesAt(rules, all, in.Past.Summaries)
	}
	return err
}

// stagesAt returns the stages of guests as of the date of their summaries, told by all their visits.
func stagesAt(rules lifecycle.Rules, all *hotelcrm.Visits, s *hotelcrm.Summaries) ([]lifecycle.Stage, error) {
	standings, err := rules.StandingAll(all, s.AsOf())
	if err != nil {
		return nil, err
	}
	out := make([]lifecycle.Stage, s.Len())
	guest := 0
	for i, id := range s.Guests() {
		for all.Guests()[guest] < id { // both rise, and who came by then has come by now
			guest++
		}
		out[i] = standings[guest].Stage
	}
	return out, nil
}
