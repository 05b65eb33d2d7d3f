package store

import (
	"context"
	"database/sql"
	"errors"
)

// Tx is one transaction: what a function given to [DB.Write] or [DB.Read] works on. It is not for use after that.
type Tx struct {
	ctx   context.Context
	tx    *sql.Tx
	known statements
}

// statements are prepared once, by their text.
type statements map[string]*sql.Stmt

// prepare prepares all queries. It must come before the first transaction, which may take the only connection.
func prepare(ctx context.Context, db *sql.DB) (statements, error) {
	out := statements{}
	for _, text := range queries {
		one, err := db.PrepareContext(ctx, text)
		if err != nil {
			return nil, errors.Join(err, out.close())
		}
		out[text] = one
	}
	return out, nil
}

func (s statements) close() error {
	var errs []error
	for _, one := range s {
		errs = append(errs, one.Close())
	}
	return errors.Join(errs...)
}

// exec runs a statement and returns how many rows it touched.
func (tx *Tx) exec(text string, args ...any) (int64, error) {
	var result sql.Result
	var err error
	if known := tx.known[text]; known != nil {
		result, err = tx.tx.StmtContext(tx.ctx, known).ExecContext(tx.ctx, args...)
	} else {
		result, err = tx.tx.ExecContext(tx.ctx, text, args...)
	}
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// one reads one row, and returns false if there is none.
func (tx *Tx) one(text string, args []any, into ...any) (bool, error) {
	err := tx.tx.StmtContext(tx.ctx, tx.known[text]).QueryRowContext(tx.ctx, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// all calls f for every row.
func (tx *Tx) all(text string, args []any, f func(scan func(...any) error) error) error {
	rows, err := tx.tx.StmtContext(tx.ctx, tx.known[text]).QueryContext(tx.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
