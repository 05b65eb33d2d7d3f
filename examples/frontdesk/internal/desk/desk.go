package desk

import (
	"context"
	"sync"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// Desk works on one database. It is safe for concurrent use.
type Desk struct {
	db  *store.DB
	now func() time.Time // of recording only: business dates come from the house

	aheadFrom int64
	turns     turns

	mu    sync.Mutex
	known *knowledge
}

// New returns the desk of a database. One without values gets the defaults, with the business date given.
func New(ctx context.Context, db *store.DB, businessDate hotelcrm.Date, now func() time.Time) (*Desk, error) {
	v, err := Defaults(businessDate)
	if err != nil {
		return nil, err
	}
	if err := db.Write(ctx, func(tx *store.Tx) error { return seed(tx, v) }); err != nil {
		return nil, err
	}
	d := &Desk{db: db, now: now, aheadFrom: aheadFrom, turns: turns{busy: map[string]chan struct{}{}}}
	return d, db.Read(ctx, func(tx *store.Tx) error {
		_, err := d.knowledge(tx)
		return err
	})
}

// Values returns the saved values. Their lists must not be changed.
func (d *Desk) Values(ctx context.Context) (v Values, err error) {
	err = d.db.Read(ctx, func(tx *store.Tx) error {
		k, err := d.knowledge(tx)
		if err == nil {
			v = k.Values
		}
		return err
	})
	return v, err
}

// knowledge returns the values as they are in the transaction, compiled. They are read again only after a change.
func (d *Desk) knowledge(tx *store.Tx) (*knowledge, error) {
	revision, err := tx.Revision()
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	known := d.known
	d.mu.Unlock()
	if known != nil && known.revision == revision {
		return known, nil
	}
	v, err := readValues(tx)
	if err != nil {
		return nil, err
	}
	fresh, err := compile(v, revision)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	d.known = fresh
	d.mu.Unlock()
	return fresh, nil
}
