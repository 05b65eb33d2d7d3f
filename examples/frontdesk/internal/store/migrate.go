package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed migrations/*.sql
var migrations embed.FS

// ErrNewer is wrapped when a newer program has changed the tables.
var ErrNewer = errors.New("store: the database was written by a newer program")

// migrate brings the tables up to date in one transaction, whatever the number of steps, each a file of a folder.
func migrate(ctx context.Context, db *sql.DB, files fs.FS) (err error) {
	steps, err := fs.ReadDir(files, "migrations")
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tx.Rollback())
		}
	}()
	if _, err := tx.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS migrations (step BIGINT PRIMARY KEY)`); err != nil {
		return err
	}
	var done int
	if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM migrations`).Scan(&done); err != nil {
		return err
	}
	if done > len(steps) {
		return fmt.Errorf("%w: step %d, this one knows %d", ErrNewer, done, len(steps))
	}
	for i, step := range steps[done:] {
		if err := run(ctx, tx, files, step.Name()); err != nil {
			return fmt.Errorf("%s: %w", step.Name(), err)
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO migrations (step) VALUES ($1)`, done+i+1); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// run runs the statements of one file.
func run(ctx context.Context, tx *sql.Tx, files fs.FS, name string) error {
	text, err := fs.ReadFile(files, "migrations/"+name)
	if err != nil {
		return err
	}
	for statement := range strings.SplitSeq(string(text), ";\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
