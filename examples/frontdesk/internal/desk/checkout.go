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
	return d.once(ctx, r, func(tx *store.Tx, k *knowledge) (int, any, error) {
		if err := k.checkStay(&s); err != nil {
			return 0, nil, err
		}
		taken, err := d.takeStay(tx, k, &s)
		status := http.StatusOK
		if taken.Kept {
			status = http.StatusCreated
		}
		return status, taken, err
	})
}

func (d *Desk) takeStay(tx *store.Tx, k *knowledge, s *hotelcrm.Stay) (StayTaken, error) {
	out := StayTaken{Property: s.Property, ID: s.ID, Version: s.Version}
	old, known, err := tx.Stay(s.Property, s.ID)
	if err != nil {
		return out, err
	}
	if known && old.Version == s.Version && !sameStay(&old, s) {
		return out, ErrVersion
	}
	if out.Kept, err = tx.PutStay(s); err != nil {
		return out, err
	}
	if !out.Kept {
		out.Version = old.Version
	}
	guests := []string{s.Guest}
	if known && old.Guest != s.Guest {
		guests = append(guests, old.Guest)
	}
	for _, guest := range guests {
		if !out.Kept || !over(s) && !(known && over(&old)) {
			continue // nothing that earns has changed
		}
		earned, err := d.settleGuest(tx, k, guest)
		if err != nil {
			return out, err
		}
		out.Points += earned[posting.StayKey(s.Property, s.ID)]
	}
	return out, nil
}

// settleGuest settles a guest who may be no member.
func (d *Desk) settleGuest(tx *store.Tx, k *knowledge, guest string) (map[string]int64, error) {
	var m Member
	if found, err := tx.Member(guest, &m); err != nil || !found {
		return nil, err
	}
	return d.settle(tx, k, &m, true)
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
