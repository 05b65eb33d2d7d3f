package docs_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
)

// hotelDatabase stands for the database of a PMS: two nights of changes, one a query.
func hotelDatabase() *sql.DB {
	return sql.OpenDB(connector{nights: map[int64][][]driver.Value{
		0: {
			{"1", int64(1), "LAKE", "ann", "OUT", "2025-03-10", "2025-03-12", "270.00", "42.50", int64(1)},
			{"2", int64(1), "LAKE", "ann", "OUT", "2025-09-01", "2025-09-03", "280.50", "0", int64(2)},
			{"3", int64(1), "LAKE", "bob", "OUT", "2023-05-05", "2023-05-06", "99.00", "18.00", int64(3)},
			{"4", int64(1), "LAKE", "cid", "OUT", "2025-08-01", "2025-08-15", "2450.00", "610.00", int64(4)},
			{"5", int64(1), "LAKE", "dee", "NS", "2025-11-03", "2025-11-04", "0", "0", int64(5)},
			{"6", int64(1), "LAKE", "eve", "IN", "2025-12-30", "2026-01-02", "320.00", "0", int64(6)},
		},
		6: {
			{"6", int64(2), "LAKE", "eve", "OUT", "2025-12-30", "2026-01-02", "480.00", "75.00", int64(7)},
			{"2", int64(2), "LAKE", "ann", "OUT", "2025-09-01", "2025-09-03", "255.00", "0", int64(8)},
		},
	}})
}

// connector is the least that database/sql accepts as a driver: it answers one query by its argument.
type connector struct{ nights map[int64][][]driver.Value }

func (c connector) Connect(context.Context) (driver.Conn, error) { return c, nil }
func (c connector) Driver() driver.Driver                        { return nil }
func (c connector) Prepare(string) (driver.Stmt, error)          { return nil, errors.ErrUnsupported }

func (c connector) Begin() (driver.Tx, error) { return nil, errors.ErrUnsupported }
func (c connector) Close() error              { return nil }

func (c connector) QueryContext(_ context.Context, _ string, args []driver.NamedValue) (driver.Rows, error) {
	return &table{rows: c.nights[args[0].Value.(int64)]}, nil
}

type table struct{ rows [][]driver.Value }

func (t *table) Columns() []string { return make([]string, 10) }
func (t *table) Close() error      { return nil }

func (t *table) Next(into []driver.Value) error {
	if len(t.rows) == 0 {
		return io.EOF
	}
	copy(into, t.rows[0])
	t.rows = t.rows[1:]
	return nil
}
