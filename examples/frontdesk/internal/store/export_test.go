package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
)

// Migrate brings the tables of a file up to date with steps of the test's own.
func Migrate(ctx context.Context, path string, files fs.FS) error {
	db, err := sql.Open(SQLite, sqliteSource(path, "immediate"))
	if err != nil {
		return err
	}
	return errors.Join(migrate(ctx, db, files), db.Close())
}

// Steps are the files that the program itself migrates with.
func Steps() fs.FS { return migrations }

// Setting returns a setting of the connection that writes.
func (db *DB) Setting(ctx context.Context, name string) (value string, err error) {
	return value, db.write.QueryRowContext(ctx, "PRAGMA "+name).Scan(&value)
}

// Exec runs a statement on the connection that writes.
func (db *DB) Exec(ctx context.Context, text string) error {
	_, err := db.write.ExecContext(ctx, text)
	return err
}

// Exec runs a statement in the transaction.
func (tx *Tx) Exec(text string) error {
	_, err := tx.exec(text)
	return err
}
