package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
)

// Backup writes a copy of the database as it is at one moment, while others go on reading and writing.
//
// Errors: a file that exists, those of the driver, and a driver other than SQLite, which has tools of its own.
func (db *DB) Backup(ctx context.Context, path string) error {
	if db.driver != "" && db.driver != SQLite {
		return fmt.Errorf("store: back a %s database up with its own tools", db.driver)
	}
	if err := private(path, os.O_EXCL); err != nil {
		return fmt.Errorf("store: backup: %w", err)
	}
	own, err := sql.Open(SQLite, sqliteSource(db.source, "deferred")) // so that the writer need not wait
	if err != nil {
		return err
	}
	_, err = own.ExecContext(ctx, `VACUUM INTO $1`, path)
	return errors.Join(err, own.Close())
}
