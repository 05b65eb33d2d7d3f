package store

import (
	"database/sql"
	"errors"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// ErrRaced is returned if another process has answered the same request meanwhile.
var ErrRaced = errors.New("store: another process has answered this request")

// Again reports whether a write failed only because another process came between, so that it should be decided again.
func Again(err error) bool {
	_, moved := errors.AsType[*points.VersionError](err)
	return moved || errors.Is(err, ErrRaced) || collided(err)
}

// collided reports whether the database gave up a transaction for another's sake. The same again may succeed.
func collided(err error) bool {
	var coded interface{ SQLState() string } // as drivers of PostgreSQL give it
	if !errors.As(err, &coded) {
		return false
	}
	const serialisation, deadlock = "40001", "40P01"
	state := coded.SQLState()
	return state == serialisation || state == deadlock
}

// Unavailable reports whether a write failed because the database could not take it: another process held it for too
// long, the disk is full or fails. Nothing was written, and the same again may succeed once that has changed.
func Unavailable(err error) bool {
	var coded interface{ Code() int } // as the driver of SQLite gives it
	if !errors.As(err, &coded) {
		return false
	}
	const busy, locked, readOnly, io, full = 5, 6, 8, 10, 13
	switch coded.Code() & 0xff {
	case busy, locked, readOnly, io, full:
		return true
	}
	return false
}

// alone is the isolation of writes: as if no other process wrote meanwhile. SQLite lets only one write at a time.
func (db *DB) alone() *sql.TxOptions {
	if db.driver == "" || db.driver == SQLite {
		return nil
	}
	return &sql.TxOptions{Isolation: sql.LevelSerializable}
}
