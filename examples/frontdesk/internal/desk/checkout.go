package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
	"github.com/shopspring/decimal"
)

// StayTaken says what became of a stay that was posted.
type StayTaken struct {
	Property string `json:"property"`
	ID       string `json:"id"`
	Version  int64  `json:"version"` // the one that is kept
	Kept     bool   `json:"kept"`    // false: this version, or a higher one, was known
	Points   int64  `json:"points"`  // what it has earned in the ledger, 0 where an adjoining stay bears the points of both
}

// ErrVersion is returned for another content under a version that is known.
var ErrVersion = errors.New("desk: this version of the stay came before with another content")

// TakeStay keeps a stay, and gives or corrects the points of a member who has left. The highest version counts, and the
// same version again changes nothing.
//
// Errors: a [*hotelcrm.RowError] for a stay that cannot be, [ErrVersion], [ErrReused].
func (d *Desk) TakeStay(ctx context.Context, r Request, s hotelcrm.Stay) (store.Reply, error) {
	var due settlements
	ahead := func(tx *store.Tx, k *knowledge) (err error) {
		due, err = d.stayAhead(tx, k, &s)
		return err
	}
	return d.onceFor(ctx, r, s.Guest, ahead, func(tx *store.Tx, k *knowledge) (int, any, error) { return d.keepStay(tx, k, &s, due) })
}

// stayAhead reckons what a stay will change in the ledger.
func (d *Desk) stayAhead(tx *store.Tx, k *knowledge, s *hotelcrm.Stay) (settlements, error) {
	if err := k.checkStay(s); err != nil {
		return nil, err
	}
	due := settlements{}
	old, known, err := tx.Stay(s.Property, s.ID)
	if err != nil || known && old.Version >= s.Version {
		return due, err
	}
	for _, guest := range settles(s, &old, known) {
		if due[guest], err = d.reckon(tx, k, guest, change{stay: s}); err != nil {
			return nil, err
		}
	}
	return due, nil
}

func (d *Desk) keepStay(tx *store.Tx, k *knowledge, s *hotelcrm.Stay, due settlements) (int, any, error) {
	if err := k.checkStay(s); err != nil {
		return 0, nil, err
	}
	taken, err := d.takeStay(tx, k, s, due)
	status := http.StatusOK
	if taken.Kept {
		status = http.StatusCreated
	}
	return status, taken, err
}

func (d *Desk) takeStay(tx *store.Tx, k *knowledge, s *hotelcrm.Stay, due settlements) (StayTaken, error) {
	out := StayTaken{Property: s.Property, ID: s.ID, Version: s.Version}
	old, known, err := tx.Stay(s.Property, s.ID)
	if err != nil {
		return out, err
	}
	if known && old.Version == s.Version && !sameStay(&old, s) {
		return out, ErrVersion
	}
	if known && old.Version >= s.Version {
		out.Version = old.Version
		return out, nil
	}
	for _, guest := range settles(s, &old, known) {
		earned, err := d.settle(tx, k, guest, change{stay: s}, due)
		if err != nil {
			return out, err
		}
		out.Points += earned[posting.StayKey(s.Property, s.ID)]
	}
	out.Kept, err = tx.PutStay(s)
	return out, err
}

// settles returns the guests whose earnings a stay can change: none before it has come to an end.
func settles(s, old *hotelcrm.Stay, known bool) []string {
	switch {
	case !over(s) && !(known && over(old)):
		return nil
	case known && old.Guest != s.Guest:
		return []string{s.Guest, old.Guest}
	}
	return []string{s.Guest}
}

// checkStay refuses what the register would, and amounts that a programme would.
func (k *knowledge) checkStay(s *hotelcrm.Stay) error {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: k.House.Currency, Policy: k.House.Policy, AsOf: k.House.BusinessDate})
	if err != nil {
		return err
	}
	if s.Version < 0 {
		return &hotelcrm.RowError{Field: "version", Value: fmt.Sprint(s.Version), Err: errors.New("not below 0")}
	}
	places, err := hotelcrm.MinorUnits(k.House.Currency)
	if err != nil {
		return err
	}
	if err := register.Add(*s); err != nil {
		return err
	}
	for _, amount := range []struct {
		field string
		value decimal.Decimal
	}{{"rooms", s.Revenue.Rooms}, {"foodBeverage", s.Revenue.FoodBeverage}, {"otherOperated", s.Revenue.OtherOperated}, {"miscellaneous", s.Revenue.Miscellaneous}, {"fees", s.Revenue.Fees}} {
		if _, ok := hotelcrm.ToMinor(amount.value, places); !ok {
			return &hotelcrm.RowError{Field: "revenue." + amount.field, Value: amount.value.String(), Err: fmt.Errorf("at most %d decimal places and %d digits before them", places, 18-places)}
		}
	}
	return nil
}

// sameStay compares the content of two deliveries, in the form in which they are kept.
func sameStay(a, b *hotelcrm.Stay) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
