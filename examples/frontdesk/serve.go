package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

// stopWithin is how long requests that were begun may take when the service stops.
const stopWithin = 10 * time.Second

// open opens the database and its desk.
func open(ctx context.Context, opt *options) (*store.DB, *desk.Desk, error) {
	db, err := store.Open(ctx, store.Options{Source: opt.db})
	if err != nil {
		return nil, nil, err
	}
	date := opt.date
	if date == 0 {
		date = hotelcrm.DateFromTime(time.Now())
	}
	d, err := desk.New(ctx, db, date, time.Now)
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return db, d, nil
}

// serve serves until the context ends, then lets the requests that were begun come to an end.
func serve(ctx context.Context, opt *options, stdout, stderr io.Writer) (err error) {
	db, d, err := open(ctx, opt)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if opt.demo {
		fmt.Fprintln(stderr, "frontdesk: the simulated hotel is being loaded, unless that was done before")
		if err := d.Load(ctx, desk.NewDemo(opt.guests)); err != nil {
			return err
		}
	}
	site := web.New(d, db, web.Config{Token: opt.token, Log: slog.New(slog.NewJSONHandler(stderr, nil))})
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", opt.listen)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "http://%s/ on %s\n", listener.Addr(), opt.db)
	server := site.HTTP()
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	site.Stopping()
	late, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
	defer cancel()
	err = server.Shutdown(late)
	if errors.Is(err, context.DeadlineExceeded) {
		err = errors.Join(err, server.Close())
	}
	if ended := <-served; !errors.Is(ended, http.ErrServerClosed) {
		err = errors.Join(err, ended)
	}
	return err
}
