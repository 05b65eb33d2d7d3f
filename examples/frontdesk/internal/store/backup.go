package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Backup writes a copy of the database as it is at one moment, while others go on reading and writing.
//
// Errors: a file that exists, those of the driver, and a driver other than SQLite, which has tools of its own.
func (db *DB) Backup(ctx context.Context, path string) error {
	if db.driver != "" && db.driver != SQLite {
		return fmt.Errorf("store: back a %s database up with its own tools", db.driver)
	}
	path, err := filepath.Abs(path) // SQLite takes a name that begins with file: for an address
	if err != nil {
		return fmt.Errorf("store: backup: %w", err)
	}
	if err := private(path, os.O_EXCL); err != nil {
		return fmt.Errorf("store: backup: %w", err)
	}
	if err := db.copyTo(ctx, path); err != nil {
		return errors.Join(fmt.Errorf("store: backup: %w", err), os.Remove(path)) // no half a copy
	}
	return nil
}

func (db *DB) copyTo(ctx context.Context, path string) error {
	own, err := sql.Open(SQLite, sqliteSource(db.source, "deferred")) // so that the writer need not wait
	if err != nil {
		return err
	}
	_, err = own.ExecContext(ctx, `VACUUM INTO $1`, path)
	return errors.Join(err, own.Close())
}
