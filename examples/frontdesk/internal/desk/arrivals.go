package desk

import (
	"context"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// Arrival is one guest who is expected, or has arrived, with the card.
type Arrival struct {
	Stay hotelcrm.Stay `json:"stay"`
	Card *Card         `json:"card,omitempty"` // none for a stay without a guest
}

// Arrivals is a day's list.
type Arrivals struct {
	Date     hotelcrm.Date `json:"date"`
	Arrivals []Arrival     `json:"arrivals"`
	More     int           `json:"more"` // that the list leaves out
}

// mostArrivals bounds the list, since every line carries a card.
const mostArrivals = 200

// Arrivals returns who arrives on a date; zero: on the business date.
func (d *Desk) Arrivals(ctx context.Context, on hotelcrm.Date) (*Arrivals, error) {
	out := &Arrivals{Date: on, Arrivals: []Arrival{}}
	err := d.db.Read(ctx, func(tx *store.Tx) error {
		k, err := d.knowledge(tx)
		if err != nil {
			return err
		}
		if out.Date == 0 {
			out.Date = k.House.BusinessDate
		}
		stays, err := tx.Arrivals(out.Date)
		if err != nil {
			return err
		}
		out.More = max(0, len(stays)-mostArrivals)
		for _, s := range stays[:len(stays)-out.More] {
			a := Arrival{Stay: s}
			if s.Guest != "" {
				if a.Card, err = d.card(tx, k, s.Guest, s.Property); err != nil {
					return err
				}
			}
			out.Arrivals = append(out.Arrivals, a)
		}
		return nil
	})
	return out, err
}

// Find returns guests whose id begins with a text, and members whose name has it, at most so many.
func (d *Desk) Find(ctx context.Context, text string, most int) (found []store.Found, err error) {
	err = d.db.Read(ctx, func(tx *store.Tx) error {
		found, err = tx.Find(text, most)
		return err
	})
	return found, err
}
