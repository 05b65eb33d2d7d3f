package desk

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// settlement brings the ledger of one member to what the programme says of the stays as they are known now.
type settlement struct {
	*book
	head     points.Header
	held     map[string]holding
	business bool // commands bear the business date; else, for history that is loaded, that of the stay
}

// holding is what the ledger has credited for a stay.
type holding struct {
	earn  string // the command in force, empty if it was voided
	times int    // how often points were credited
	sum   int64
}

// settle takes back what was credited for stays that earn something else by now, and credits what they earn. It returns
// what each stay has earned.
func (d *Desk) settle(tx *store.Tx, k *knowledge, m *Member, business bool) (map[string]int64, error) {
	stays, err := tx.StaysOf(m.Guest)
	if err != nil {
		return nil, err
	}
	due, err := k.earnings(m, stays)
	if err != nil {
		return nil, err
	}
	b, err := d.open(tx, k, m.Guest)
	if err != nil {
		return nil, err
	}
	s := &settlement{book: b, held: holdings(b.events), business: business, head: points.Header{Date: k.House.BusinessDate, Recorded: b.now}}
	keys := maps.Clone(due.credits)
	for key := range s.held {
		keys[key] = due.credits[key]
	}
	sums := map[string]int64{}
	for _, key := range slices.SortedFunc(maps.Keys(keys), byDate(keys)) {
		sums[key] = total(keys[key])
		if err := s.stay(key, keys[key]); err != nil {
			return nil, err
		}
	}
	return sums, nil
}

// byDate orders stays by the date of their first credit, those that earn nothing first.
func byDate(credits map[string][]loyalty.Credit) func(a, b string) int {
	date := func(key string) hotelcrm.Date {
		if list := credits[key]; len(list) > 0 {
			return list[0].Date
		}
		return 0
	}
	return func(a, b string) int {
		if x, y := date(a), date(b); x != y {
			return int(x - y)
		}
		return slices.Compare([]string{a}, []string{b})
	}
}

func total(credits []loyalty.Credit) (sum int64) {
	for _, c := range credits {
		sum += c.Points
	}
	return sum
}

// stay settles one stay.
func (s *settlement) stay(key string, credits []loyalty.Credit) error {
	has := s.held[key]
	if has.sum == total(credits) {
		return nil
	}
	head := s.head
	if !s.business && len(credits) > 0 {
		head.Date = credits[0].Date
	}
	if has.earn != "" {
		void := points.Void{Header: head, Ref: has.earn}
		void.ID = has.earn + " void"
		if err := s.do(void); err != nil {
			return err
		}
	}
	if len(credits) == 0 {
		return nil
	}
	earn := points.Earn{Header: head, Stay: key}
	earn.ID = fmt.Sprintf("%s #%d", key, has.times+1)
	for _, c := range credits {
		earn.Credits = append(earn.Credits, points.Credit{
			Currency: PointsCurrency, Points: c.Points, Earned: c.Date, Active: c.Posted, Rule: c.Kind.String() + " " + c.Rule, Version: c.Version,
		})
	}
	return s.do(earn)
}

// holdings returns what is credited for each stay.
func holdings(events []points.Event) map[string]holding {
	out, stayOf := map[string]holding{}, map[string]string{}
	for _, e := range events {
		switch {
		case e.Kind == points.EventEarn && e.Stay != "":
			h := holding{earn: e.Command, times: out[e.Stay].times + 1}
			for _, m := range e.Moves {
				h.sum += m.Points
			}
			out[e.Stay], stayOf[e.Command] = h, e.Stay
		case e.Kind == points.EventVoid && stayOf[e.Ref] != "":
			key := stayOf[e.Ref]
			out[key] = holding{times: out[key].times}
		}
	}
	return out
}
