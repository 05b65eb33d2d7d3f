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
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// StayTaken says what became of a stay that was posted.
type StayTaken struct {
	Property string `json:"property"`
	ID       string `json:"id"`
	Version  int64  `json:"version"` // the one that is kept
	Kept     bool   `json:"kept"`    // false: this version, or a higher one, was known
	Points   int64  `json:"points"`  // what the stay has earned by now
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
	if known && old.Guest != s.Guest && out.Kept {
		if err := d.settle(tx, k, old.Guest, s, 0); err != nil {
			return out, err
		}
	}
	if !out.Kept {
		out.Version = max(old.Version, s.Version)
		s = &old
	}
	if out.Points, err = d.due(tx, k, s); err != nil || !out.Kept {
		return out, err
	}
	return out, d.settle(tx, k, s.Guest, s, out.Points)
}

// checkStay refuses what the register would, and a stay that cannot be told from others.
func (k *knowledge) checkStay(s *hotelcrm.Stay) error {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: k.House.Currency, Policy: k.House.Policy, AsOf: k.House.BusinessDate})
	if err != nil {
		return err
	}
	if s.Version < 0 {
		return &hotelcrm.RowError{Field: "version", Value: fmt.Sprint(s.Version), Err: errors.New("not below 0")}
	}
	return register.Add(*s)
}

// sameStay compares the content of two deliveries, in the form in which they are kept.
func sameStay(a, b *hotelcrm.Stay) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// due returns the points that a stay earns its guest, 0 for somebody who was no member when it ended.
func (d *Desk) due(tx *store.Tx, k *knowledge, s *hotelcrm.Stay) (int64, error) {
	var m Member
	found, err := tx.Member(s.Guest, &m)
	if err != nil || !found || s.Departure < m.Enrolled || s.Status != hotelcrm.Departed {
		return 0, err
	}
	stays, err := tx.StaysOf(s.Guest)
	if err != nil {
		return 0, err
	}
	status, err := k.engine.Status(k.member(&m, stays), loyalty.AsOf{On: s.Arrival})
	if err != nil {
		return 0, err
	}
	return k.Earning.points(s, k.Programme.Currency, status.Tier), nil
}

// settle brings the ledger to what a stay has earned: it takes back what another version earned, and credits anew.
func (d *Desk) settle(tx *store.Tx, k *knowledge, guest string, s *hotelcrm.Stay, due int64) error {
	ledger := points.Ledger{Journal: tx, Rules: k.Rules}
	ctx := context.Background()
	events, err := tx.Load(ctx, guest, 0)
	if err != nil {
		return err
	}
	key := stayKey(s)
	earned, has := inForce(events, key)
	if has == due {
		return nil
	}
	recorded, err := d.instant(tx, guest)
	if err != nil {
		return err
	}
	head := points.Header{ID: fmt.Sprintf("%s %d", key, s.Version), Date: max(k.House.BusinessDate, s.Departure), Recorded: recorded}
	if earned != "" {
		void := points.Void{Header: head, Ref: earned}
		void.ID += " void"
		if _, err := ledger.Do(ctx, guest, void); err != nil {
			return err
		}
	}
	if due == 0 {
		return nil
	}
	_, err = ledger.Do(ctx, guest, points.Earn{Header: head, Stay: key, Credits: []points.Credit{{
		Currency: PointsCurrency, Points: due, Earned: s.Departure, Rule: "stay", Version: k.Rules.Version,
	}}})
	return err
}

// inForce returns the earn of a stay that was not voided, and its points.
func inForce(events []points.Event, key string) (command string, sum int64) {
	for _, e := range events {
		switch {
		case e.Kind == points.EventEarn && e.Stay == key:
			command, sum = e.Command, 0
			for _, m := range e.Moves {
				sum += m.Points
			}
		case e.Kind == points.EventVoid && e.Ref == command && command != "":
			command, sum = "", 0
		}
	}
	return command, sum
}
