package store

import (
	"context"
	"errors"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// Journal keeps the points ledger in the database. It is a [points.Journal].
//
// A [Tx] is one, too: what is appended there is written with the rest of the transaction, or not at all.
type Journal struct{ db *DB }

var (
	_ points.Journal = Journal{}
	_ points.Journal = (*Tx)(nil)
)

// Journal returns the journal of the database.
func (db *DB) Journal() Journal { return Journal{db} }

// Append writes the events of all batches, or of none, and returns when they are on the disk.
//
// Errors: a [*points.VersionError] if an account has moved on.
func (j Journal) Append(ctx context.Context, batches ...points.Batch) error {
	return j.db.Write(ctx, func(tx *Tx) error { return tx.Append(ctx, batches...) })
}

// Load returns the events of an account with sequence numbers above after.
func (j Journal) Load(ctx context.Context, account string, after uint64) (events []points.Event, err error) {
	err = j.db.Read(ctx, func(tx *Tx) error {
		events, err = tx.Load(ctx, account, after)
		return err
	})
	return events, err
}

// Append adds the events of all batches to the transaction. After an error the transaction must not be committed.
//
// Errors: a [*points.VersionError] if an account has moved on; a [*hotelcrm.ParamError] for two batches of one account.
func (tx *Tx) Append(_ context.Context, batches ...points.Batch) error {
	seen := map[string]bool{}
	for _, b := range batches {
		if seen[b.Account] {
			return &hotelcrm.ParamError{Param: "batches", Value: "an account twice", Allowed: "one per account"}
		}
		seen[b.Account] = true
		if err := tx.append(b); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) append(b points.Batch) error {
	if len(b.Events) == 0 {
		return nil
	}
	head, err := tx.Head(b.Account)
	if err != nil {
		return err
	}
	links := points.Chain(head.Link, b.Events)
	last := b.Events[len(b.Events)-1]
	if err := tx.advance(b, links[len(links)-1], last.Recorded); err != nil {
		return err
	}
	for i, e := range b.Events {
		data, err := e.MarshalBinary()
		if err != nil {
			return err
		}
		if _, err := tx.exec(putEvent, b.Account, int64(e.Seq), data, links[i][:]); err != nil {
			return err
		}
	}
	return nil
}

// advance moves the head of an account on, if nobody else has done so since.
func (tx *Tx) advance(b points.Batch, link points.Hash, recorded points.Instant) error {
	version := int64(b.Expected) + int64(len(b.Events))
	var moved int64
	var err error
	if b.Expected == 0 {
		moved, err = tx.exec(newHead, b.Account, version, link[:], int64(recorded))
	} else {
		moved, err = tx.exec(moveHead, b.Account, version, link[:], int64(recorded), int64(b.Expected))
	}
	if err != nil || moved == 1 {
		return err
	}
	head, err := tx.Head(b.Account)
	if err != nil {
		return err
	}
	return &points.VersionError{Account: b.Account, Expected: b.Expected, Actual: head.Version}
}

// Load returns the events of an account with sequence numbers above after.
func (tx *Tx) Load(_ context.Context, account string, after uint64) ([]points.Event, error) {
	var out []points.Event
	err := tx.all(getEvents, []any{account, int64(after)}, func(scan func(...any) error) error {
		var data []byte
		var e points.Event
		if err := errors.Join(scan(&data), e.UnmarshalBinary(data)); err != nil {
			return err
		}
		out = append(out, e)
		return nil
	})
	return out, err
}

// Head is how far an account has come.
type Head struct {
	Version  uint64
	Link     points.Hash
	Recorded points.Instant // of the last event
}

// Head returns the head of an account, that of an empty one if it is not known.
func (tx *Tx) Head(account string) (Head, error) {
	var version, recorded int64
	var link []byte
	found, err := tx.one(getHead, []any{account}, &version, &link, &recorded)
	if err != nil || !found {
		return Head{Link: points.ChainStart(account)}, err
	}
	h := Head{Version: uint64(version), Recorded: points.Instant(recorded)}
	copy(h.Link[:], link)
	return h, nil
}
