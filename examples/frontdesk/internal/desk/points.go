package desk

import (
	"cmp"
	"context"
	"errors"
	"net/http"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// PointsMoved is the answer to a command on points.
type PointsMoved struct {
	Guest   string         `json:"guest"`
	Command string         `json:"command"` // the id of the request: what a capture, release or void refers to
	Balance points.Balance `json:"balance"` // after it
}

// ErrNoMember is returned for points of somebody who is no member.
var ErrNoMember = errors.New("desk: no such member")

// The commands that a desk gives. Header holds only the reason: the rest is the request's and the house's.

// Redeem spends points at once.
func (d *Desk) Redeem(ctx context.Context, r Request, guest string, n int64, reason string) (store.Reply, error) {
	return d.move(ctx, r, guest, func(h points.Header) points.Command {
		h.Reason = reason
		return points.Redeem{Header: h, Currency: PointsCurrency, Points: n}
	})
}

// Hold reserves points until a date; zero: until they are captured or released.
func (d *Desk) Hold(ctx context.Context, r Request, guest string, n int64, until hotelcrm.Date, reason string) (store.Reply, error) {
	return d.move(ctx, r, guest, func(h points.Header) points.Command {
		h.Reason = reason
		return points.Hold{Header: h, Currency: PointsCurrency, Points: n, Until: until}
	})
}

// Capture spends held points, all of them for 0, and releases the rest.
func (d *Desk) Capture(ctx context.Context, r Request, guest, hold string, n int64) (store.Reply, error) {
	return d.move(ctx, r, guest, func(h points.Header) points.Command { return points.Capture{Header: h, Hold: hold, Points: n} })
}

// Release ends a hold.
func (d *Desk) Release(ctx context.Context, r Request, guest, hold string) (store.Reply, error) {
	return d.move(ctx, r, guest, func(h points.Header) points.Command { return points.Release{Header: h, Hold: hold} })
}

// Void reverses an earlier command.
func (d *Desk) Void(ctx context.Context, r Request, guest, ref, reason string) (store.Reply, error) {
	return d.move(ctx, r, guest, func(h points.Header) points.Command {
		h.Reason = reason
		return points.Void{Header: h, Ref: ref}
	})
}

// move decides a command and writes what follows, both in one transaction.
func (d *Desk) move(ctx context.Context, r Request, guest string, command func(points.Header) points.Command) (store.Reply, error) {
	var account *points.Account
	ahead := func(tx *store.Tx, k *knowledge) error {
		b, err := d.open(tx, k, guest, nil)
		if err == nil {
			account = b.account
		}
		return err
	}
	return d.onceFor(ctx, r, guest, ahead, func(tx *store.Tx, k *knowledge) (int, any, error) {
		if found, err := tx.Member(guest, new(Member)); err != nil || !found {
			return 0, nil, cmp.Or(err, ErrNoMember)
		}
		if account == nil {
			if head, err := tx.Head(guest); err != nil || int64(head.Version) >= d.aheadFrom {
				return 0, nil, cmp.Or(err, errLong)
			}
		}
		b, err := d.open(tx, k, guest, account)
		if err != nil {
			return 0, nil, err
		}
		if err := b.do(command(points.Header{ID: r.ID, Date: k.House.BusinessDate, Recorded: b.now})); err != nil {
			return 0, nil, err
		}
		if err := tx.Append(context.Background(), b.batch); err != nil {
			return 0, nil, err
		}
		balance, err := b.balance(k.House.BusinessDate)
		return http.StatusCreated, PointsMoved{Guest: guest, Command: r.ID, Balance: balance}, err
	})
}
