package store

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// SQLite is the driver that the program is built with.
const SQLite = "sqlite"

// Options says where the database is.
type Options struct {
	Driver string // unset: SQLite; any other must be linked in and read the SQL of this package
	Source string // SQLite: the path of the file; else as the driver wants it
}

// readers is how many reads may run beside the writer.
const readers = 8

// The writer keeps more of the file in memory, in KB, than by default, and moves the log into the file less often, in
// pages: a posting touches a dozen pages anywhere in a file of a million stays.
const (
	writerCache     = 256 << 10
	checkpointPages = 32000
)

// busyMilliseconds is how long a write waits for another process.
const busyMilliseconds = 10_000

// open returns one handle for the writer and one for readers.
func open(o Options) (write, read *sql.DB, err error) {
	driver, writeTo, readFrom := o.Driver, o.Source, o.Source
	if driver == "" {
		driver = SQLite
	}
	if driver == SQLite {
		if err := private(o.Source, 0); err != nil {
			return nil, nil, err
		}
		writeTo = sqliteSource(o.Source, "immediate") + fmt.Sprintf("&_pragma=cache_size(-%d)&_pragma=wal_autocheckpoint(%d)", writerCache, checkpointPages)
		readFrom = sqliteSource(o.Source, "deferred") + "&_pragma=query_only(1)"
	}
	if write, err = sql.Open(driver, writeTo); err != nil {
		return nil, nil, err
	}
	if read, err = sql.Open(driver, readFrom); err != nil {
		return nil, nil, err
	}
	write.SetMaxOpenConns(1)
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	return write, read, nil
}

// private makes a file that only its owner may read, unless it is there. SQLite gives its other files the same rights.
func private(path string, flag int) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|flag, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

// sqliteSource asks for the write-ahead log, in which readers and the writer do not wait for each other, and for a
// commit that has reached the disk before it is answered.
func sqliteSource(path, lock string) string {
	u := url.URL{Scheme: "file", Opaque: url.PathEscape(path)}
	return fmt.Sprintf("%s?_txlock=%s&_pragma=busy_timeout(%d)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)",
		u.String(), lock, busyMilliseconds)
}
