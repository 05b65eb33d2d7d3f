package store

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
)

// mostJobs is how many writes share one commit at most, and how many may wait.
const mostJobs = 64

// job is one write that waits for its turn.
type job struct {
	ctx  context.Context
	do   func(*Tx) error
	err  error
	done chan struct{}
}

// PanicError is what a write that panicked returns; nothing of it was written.
type PanicError struct {
	Value any
	Stack []byte
}

// Error returns the value of the panic.
func (e *PanicError) Error() string { return fmt.Sprintf("store: panic in a write: %v", e.Value) }

// Write runs f in a transaction and returns when that is on the disk. If f or the commit returns an error, nothing of f
// was written. Others may be committed together with it, but f sees only what was committed or done before it.
//
// f may run more than once, where it collides with the write of another process, and must leave the context of the
// request alone: a write that has begun is finished.
func (db *DB) Write(ctx context.Context, f func(*Tx) error) error {
	for i := 1; ; i++ {
		if err := db.enqueue(ctx, f); !collided(err) || i == attempts {
			return err
		}
	}
}

// attempts is how often a write is tried that collides with those of other processes.
const attempts = 10

// enqueue waits until a write was tried once.
func (db *DB) enqueue(ctx context.Context, f func(*Tx) error) error {
	j := &job{ctx: ctx, do: f, done: make(chan struct{})}
	select {
	case db.jobs <- j:
	case <-ctx.Done():
		return ctx.Err()
	case <-db.stopped:
		return ErrClosed
	}
	select {
	case <-j.done:
		return j.err
	case <-db.stopped:
	}
	select {
	case <-j.done:
		return j.err
	default:
		return ErrClosed
	}
}

// writer commits what is waiting until Close.
func (db *DB) writer() {
	defer close(db.stopped)
	for first := range db.jobs {
		if first == nil {
			return
		}
		batch, last := []*job{first}, false
		for more := true; more && len(batch) < mostJobs; {
			select {
			case j := <-db.jobs:
				if last = j == nil; !last {
					batch = append(batch, j)
				}
				more = !last
			default:
				more = false
			}
		}
		db.commit(batch)
		for _, j := range batch {
			close(j.done)
		}
		if last {
			return
		}
	}
}

// commit runs a batch in one transaction. If that fails as a whole, so has every write in it.
func (db *DB) commit(batch []*job) {
	err := db.transact(batch)
	if err == nil {
		db.observe(len(batch))
		return
	}
	for _, j := range batch {
		if j.err == nil {
			j.err = err
		}
	}
}

func (db *DB) transact(batch []*job) error {
	ctx := context.Background() // a request that goes away takes no other's write with it
	raw, err := db.write.BeginTx(ctx, db.alone())
	if err != nil {
		return err
	}
	tx := &Tx{ctx: ctx, tx: raw, known: db.writing}
	for _, j := range batch {
		if j.err = j.ctx.Err(); j.err != nil {
			continue
		}
		if err := tx.piece(j); err != nil {
			return errors.Join(err, raw.Rollback())
		}
	}
	return raw.Commit()
}

// piece runs one write behind a savepoint. The error is one of the transaction; that of the write is in the job.
func (tx *Tx) piece(j *job) error {
	if _, err := tx.exec(savepoint); err != nil {
		return err
	}
	if j.err = guarded(tx, j.do); j.err != nil {
		if _, err := tx.exec(rollback); err != nil {
			return err
		}
	}
	_, err := tx.exec(release)
	return err
}

func guarded(tx *Tx, f func(*Tx) error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &PanicError{Value: value, Stack: debug.Stack()}
		}
	}()
	return f(tx)
}
