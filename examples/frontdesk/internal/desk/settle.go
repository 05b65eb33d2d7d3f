package desk

import (
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
)

// settle brings the ledger of one member to what the programme says of the stays as they are known now, and returns what
// each of them has earned. Commands bear the business date; else, for history that is loaded, that of the stay.
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
	head := points.Header{Recorded: b.now}
	if business {
		head.Date = k.House.BusinessDate
	}
	poster := posting.Poster{Engine: k.engine, Currency: points.Currency{Name: PointsCurrency}}
	commands, err := poster.PostAll(b.account, due.credits, head)
	if err != nil {
		return nil, err
	}
	for _, c := range commands {
		if err := b.do(c); err != nil {
			return nil, err
		}
	}
	return due.sums(), nil
}

// sums returns the points of each stay by its key in the ledger.
func (e *earned) sums() map[string]int64 {
	out := map[string]int64{}
	for _, c := range e.credits {
		out[posting.StayKey(c.Property, c.Source)] += c.Points
	}
	return out
}
