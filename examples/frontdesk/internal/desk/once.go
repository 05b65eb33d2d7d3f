package desk

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// Request is what makes a request the same one when it is sent again.
type Request struct {
	ID     string       // chosen by the sender
	Digest store.Digest // of what it asks
}

// ErrReused is returned if the id of a request came before with another content.
var ErrReused = errors.New("desk: the request id was used for another request")

// attempts is how often a write is decided again because another process came between.
const attempts = 10

// once runs f in a write and keeps its answer. The same request again gets that answer and f does not run.
//
// What is refused changes nothing and is not kept, so a retry is decided anew.
func (d *Desk) once(ctx context.Context, r Request, f func(*store.Tx, *knowledge) (int, any, error)) (store.Reply, error) {
	var reply store.Reply
	work := func(tx *store.Tx) error {
		old, same, err := tx.Answered(r.ID, r.Digest)
		switch {
		case err != nil:
			return err
		case old != nil && !same:
			return ErrReused
		case old != nil:
			reply = *old
			return nil
		}
		k, err := d.knowledge(tx)
		if err != nil {
			return err
		}
		status, value, err := f(tx, k)
		if err != nil {
			return err
		}
		body, err := json.Marshal(value)
		if err != nil {
			return err
		}
		reply = store.Reply{Status: status, Body: body}
		return tx.Answer(r.ID, r.Digest, reply, d.now().UnixMilli())
	}
	for i := 1; ; i++ {
		err := d.db.Write(ctx, work)
		if !store.Again(err) || i == attempts {
			return reply, err
		}
	}
}
