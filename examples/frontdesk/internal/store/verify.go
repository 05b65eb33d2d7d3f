package store

import (
	"context"
	"fmt"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// Verified says what a journal holds that was found sound.
type Verified struct {
	Accounts int `json:"accounts"`
	Events   int `json:"events"`
}

// Verify reads the whole journal: every hash chain must be whole and end at the head of its account, and every event
// must fit the account.
//
// Errors: one that wraps [hotelcrm.ErrCorrupt] or [points.ErrEvent] and names the first account that is not sound, which
// may be a guest's id: it is for the operator's eyes, not for a log.
func (db *DB) Verify(ctx context.Context) (Verified, error) {
	var out Verified
	var now chain
	err := db.Read(ctx, func(tx *Tx) error {
		err := tx.all(getChains, nil, func(scan func(...any) error) error {
			row, err := readLink(scan)
			if err != nil {
				return err
			}
			if row.account != now.account {
				if err := now.close(&out); err != nil {
					return err
				}
				now = chain{account: row.account, version: row.version, head: row.head}
			}
			now.events, now.links = append(now.events, row.event), append(now.links, row.link)
			return nil
		})
		if err != nil {
			return err
		}
		if err := now.close(&out); err != nil {
			return err
		}
		var heads int
		if _, err := tx.one(countHeads, nil, &heads); err != nil {
			return err
		}
		if heads != out.Accounts {
			return fmt.Errorf("%d accounts have a head, but %d have events: %w", heads, out.Accounts, points.ErrEvent)
		}
		return nil
	})
	return out, err
}

// chain is the journal of one account.
type chain struct {
	account string
	version uint64
	head    points.Hash
	events  []points.Event
	links   []points.Hash
}

func (c *chain) close(out *Verified) error {
	if len(c.events) == 0 {
		return nil
	}
	out.Accounts++
	out.Events += len(c.events)
	err := points.VerifyChain(points.ChainStart(c.account), c.events, c.links)
	if err == nil {
		_, err = points.Fold(points.NewAccount(c.account), c.events)
	}
	if err == nil && (c.head != c.links[len(c.links)-1] || c.version != uint64(len(c.events))) {
		err = &points.ChainError{Index: len(c.events), Seq: c.version}
	}
	if err != nil {
		return fmt.Errorf("account %q: %w", c.account, err)
	}
	return nil
}

// link is one row of the journal, with the head of its account.
type link struct {
	account string
	version uint64
	head    points.Hash
	event   points.Event
	link    points.Hash
}

func readLink(scan func(...any) error) (link, error) {
	var row link
	var seq int64
	var version *int64
	var data, hash, head []byte
	if err := scan(&row.account, &seq, &data, &hash, &version, &head); err != nil {
		return row, err
	}
	if version != nil {
		row.version = uint64(*version)
	}
	copy(row.link[:], hash)
	copy(row.head[:], head)
	if err := row.event.UnmarshalBinary(data); err != nil {
		return row, fmt.Errorf("account %q: event %d: %w", row.account, seq, err)
	}
	return row, nil
}
