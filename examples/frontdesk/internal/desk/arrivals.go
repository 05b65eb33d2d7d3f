package desk

import (
	"context"
	"slices"
	"strings"

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
	Date       hotelcrm.Date `json:"date"`
	Property   string        `json:"property,omitempty"` // whose list it is; empty: that of all
	Properties []Expecting   `json:"properties"`         // all that expect a guest, in the order of their ids
	Arrivals   []Arrival     `json:"arrivals"`
	More       int           `json:"more"` // that the list leaves out
}

// Expecting is how many guests a property expects.
type Expecting struct {
	Property string `json:"property"`
	Arrivals int    `json:"arrivals"`
}

// mostArrivals bounds the list, since every line carries a card.
const mostArrivals = 200

// Arrivals returns who arrives on a date; zero: on the business date.
func (d *Desk) Arrivals(ctx context.Context, on hotelcrm.Date) (*Arrivals, error) {
	return d.ArrivalsAt(ctx, "", on)
}

// ArrivalsAt is [Desk.Arrivals] for one property; empty: for all.
//
// Errors: a [*hotelcrm.ParamError] for a property that has no stay of any day, while others have: it is mistyped. Before
// the first stay of all nobody knows which properties there are, and none is refused.
func (d *Desk) ArrivalsAt(ctx context.Context, property string, on hotelcrm.Date) (*Arrivals, error) {
	out := &Arrivals{Date: on, Property: property, Arrivals: []Arrival{}}
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
		if stays = out.expect(stays); len(stays) == 0 {
			if err := knownProperty(tx, property); err != nil {
				return err
			}
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

// expect counts who arrives at each property, and returns the stays that are listed. Stays come in the order of properties.
func (a *Arrivals) expect(stays []hotelcrm.Stay) []hotelcrm.Stay {
	a.Properties = []Expecting{}
	for _, s := range stays {
		if last := len(a.Properties) - 1; last < 0 || a.Properties[last].Property != s.Property {
			a.Properties = append(a.Properties, Expecting{Property: s.Property})
		}
		a.Properties[len(a.Properties)-1].Arrivals++
	}
	if a.Property == "" {
		return stays
	}
	return slices.DeleteFunc(stays, func(s hotelcrm.Stay) bool { return s.Property != a.Property })
}

// knownProperty refuses a property without stays where others have some.
func knownProperty(tx *store.Tx, property string) error {
	if property == "" {
		return nil
	}
	var known []string
	for one, err := range tx.Properties() {
		if err != nil || one == property {
			return err
		}
		known = append(known, one)
	}
	if len(known) == 0 {
		return nil
	}
	return &hotelcrm.ParamError{Param: "property", Value: property, Allowed: "one of " + strings.Join(known, ", ")}
}

// Find returns guests whose id begins with a text, and members whose name has it, at most so many.
func (d *Desk) Find(ctx context.Context, text string, most int) (found []store.Found, err error) {
	err = d.db.Read(ctx, func(tx *store.Tx) error {
		found, err = tx.Find(text, most)
		return err
	})
	return found, err
}
