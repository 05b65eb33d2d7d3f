package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// nightly runs the night and prints what it did.
func nightly(ctx context.Context, opt *options, stdout, _ io.Writer) error {
	if err := exists(opt); err != nil {
		return err
	}
	db, d, err := open(ctx, opt)
	if err != nil {
		return err
	}
	return errors.Join(openDate(ctx, d, opt.date, stdout), db.Close())
}

// openDate runs the night for a date, which must be said: a run that counted on by itself would move the house by one
// more day each time that it was started again.
func openDate(ctx context.Context, d *desk.Desk, date hotelcrm.Date, stdout io.Writer) error {
	if date == 0 {
		v, err := d.Values(ctx)
		if err != nil {
			return err
		}
		today := v.House.BusinessDate
		return fmt.Errorf("the business date is %s; to close it and open the next: nightly -date %s", today, today.AddDays(1))
	}
	night, err := d.Nightly(ctx, date)
	if err != nil {
		return err
	}
	return printJSON(stdout, night)
}

// exists refuses commands on a database that was never made.
func exists(opt *options) error {
	if _, err := os.Stat(opt.db); err != nil {
		return fmt.Errorf("%w; serve makes a database, -db names one", err)
	}
	return nil
}

func printJSON(w io.Writer, value any) error {
	text, err := json.MarshalIndent(value, "", "  ")
	if err == nil {
		_, err = fmt.Fprintf(w, "%s\n", text)
	}
	return err
}

// backup copies the database and prints where the copy is.
func backup(ctx context.Context, opt *options, stdout, _ io.Writer) error {
	return withDB(ctx, opt, func(db *store.DB) error {
		if err := db.Backup(ctx, opt.to); err != nil {
			return err
		}
		_, err := fmt.Fprintf(stdout, "written to %s\n", opt.to)
		return err
	})
}

// verify checks the points journal and prints how much it holds.
func verify(ctx context.Context, opt *options, stdout, _ io.Writer) error {
	return withDB(ctx, opt, func(db *store.DB) error {
		v, err := db.Verify(ctx)
		if err != nil {
			return err
		}
		return printJSON(stdout, v)
	})
}

func withDB(ctx context.Context, opt *options, f func(*store.DB) error) error {
	if err := exists(opt); err != nil {
		return err
	}
	db, err := store.Open(ctx, store.Options{Source: opt.db})
	if err != nil {
		return err
	}
	return errors.Join(f(db), db.Close())
}
