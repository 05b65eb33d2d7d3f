package desk

import (
	"context"
	"errors"
	"sync"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// aheadFrom is from how many changes of a guest, or events of an account, on they are read and reckoned ahead of the write:
// all writes wait for each other, and a guest such as a travel agency may have thousands of stays.
const aheadFrom = 50

// errLong is returned by a write that should be reckoned ahead.
var errLong = errors.New("desk: too long for a write")

// onceFor runs f as [Desk.once] does. If f finds that it would take long, and returns errLong, ahead runs in a read, and
// f again. Others of this desk wait meanwhile who do so for the same guest: what they read would be of the past by the
// time they write.
func (d *Desk) onceFor(ctx context.Context, r Request, guest string, ahead func(*store.Tx, *knowledge) error, f func(*store.Tx, *knowledge) (int, any, error)) (store.Reply, error) {
	reply, err := d.once(ctx, r, f)
	if !errors.Is(err, errLong) {
		return reply, err
	}
	done, err := d.turns.take(ctx, guest)
	if err != nil {
		return store.Reply{}, err
	}
	defer done()
	err = d.db.Read(ctx, func(tx *store.Tx) error {
		if old, _, err := tx.Answered(r.ID, r.Digest); err != nil || old != nil {
			return err // f will not run
		}
		k, err := d.knowledge(tx)
		if err != nil {
			return err
		}
		return ahead(tx, k)
	})
	if err != nil {
		return store.Reply{}, err
	}
	return d.once(ctx, r, f)
}

// turns lets one at a time work for a guest.
type turns struct {
	mu   sync.Mutex
	busy map[string]chan struct{} // closed at the end of the turn
}

// take waits for a turn. Whoever has it must call done.
func (t *turns) take(ctx context.Context, guest string) (done func(), err error) {
	for {
		t.mu.Lock()
		other := t.busy[guest]
		if other == nil {
			mine := make(chan struct{})
			t.busy[guest] = mine
			t.mu.Unlock()
			return func() { t.end(guest, mine) }, nil
		}
		t.mu.Unlock()
		select {
		case <-other:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func (t *turns) end(guest string, turn chan struct{}) {
	t.mu.Lock()
	delete(t.busy, guest)
	t.mu.Unlock()
	close(turn)
}
