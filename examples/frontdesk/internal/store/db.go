package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
)

// DB is an open database. It is safe for concurrent use.
type DB struct {
	driver      string
	source      string
	write, read *sql.DB
	writing     statements // prepared on each
	reading     statements
	jobs        chan *job
	stopped     chan struct{}
	closing     sync.Once
	observe     func(jobs int)
}

// ErrClosed is returned for a write after Close has begun.
var ErrClosed = errors.New("store: the database is being closed")

// Open opens a database and brings its tables up to date; a file that does not exist is made.
//
// Errors: those of the driver, and [ErrNewer] for a database that a newer program has written.
func Open(ctx context.Context, o Options) (*DB, error) {
	write, read, err := open(o)
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, write, migrations); err != nil {
		return nil, errors.Join(fmt.Errorf("store: open: %w", err), write.Close(), read.Close())
	}
	db := &DB{driver: o.Driver, source: o.Source, write: write, read: read, jobs: make(chan *job, mostJobs), stopped: make(chan struct{}), observe: func(int) {}}
	if db.writing, err = prepare(ctx, write); err == nil {
		db.reading, err = prepare(ctx, read)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("store: open: %w", err), write.Close(), read.Close())
	}
	go db.writer()
	return db, nil
}

// Observe calls f with the number of writes of every commit. It is called before the first write.
func (db *DB) Observe(f func(jobs int)) { db.observe = f }

// Close waits for the writes that were begun and closes the database.
func (db *DB) Close() error {
	db.closing.Do(func() { db.jobs <- nil })
	<-db.stopped
	return errors.Join(db.writing.close(), db.reading.close(), db.read.Close(), db.write.Close())
}

// Ready reports an error if the database cannot be read.
func (db *DB) Ready(ctx context.Context) error {
	return db.Read(ctx, func(tx *Tx) error {
		_, err := tx.Revision()
		return err
	})
}

// Read runs f on one state of the database, which later writes do not change.
func (db *DB) Read(ctx context.Context, f func(*Tx) error) error {
	raw, err := db.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: db.snapshot()})
	if err != nil {
		return err
	}
	defer func() { _ = raw.Rollback() }() // nothing was written
	return f(&Tx{ctx: ctx, tx: raw, known: db.reading})
}

// snapshot is the isolation under which several queries see one state. SQLite knows no other.
func (db *DB) snapshot() sql.IsolationLevel {
	if db.driver == "" || db.driver == SQLite {
		return sql.LevelDefault
	}
	return sql.LevelRepeatableRead
}
