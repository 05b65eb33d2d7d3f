package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

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
	night, err := d.Nightly(ctx, opt.date)
	if err == nil {
		err = printJSON(stdout, night)
	}
	return errors.Join(err, db.Close())
}

// exists refuses commands on a database that was never made.
func exists(opt *options) error {
	_, err := os.Stat(opt.db)
	return err
}

func printJSON(w io.Writer, value any) error {
	text, err := json.MarshalIndent(value, "", "  ")
	if err == nil {
		_, err = fmt.Fprintf(w, "%s\n", text)
	}
	return err
}

// backup copies the database.
func backup(ctx context.Context, opt *options, _, _ io.Writer) error {
	return withDB(ctx, opt, func(db *store.DB) error { return db.Backup(ctx, opt.to) })
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
