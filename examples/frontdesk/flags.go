package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

type options struct {
	command string
	db      string
	demo    bool
	guests  int
	listen  string
	token   string
	date    hotelcrm.Date
	to      string
}

// leastToken is how long a token must be, so that nobody guesses it.
const leastToken = 32

func parseFlags(args []string) (*options, error) {
	opt := &options{command: "serve"}
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		opt.command, args = args[0], args[1:]
	}
	var tokenFile, date string
	set := flag.NewFlagSet("frontdesk", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	set.StringVar(&opt.db, "db", "", "")
	set.BoolVar(&opt.demo, "demo", false, "")
	set.IntVar(&opt.guests, "guests", 10_000, "")
	set.StringVar(&opt.listen, "listen", "127.0.0.1:8080", "")
	set.StringVar(&tokenFile, "token", "", "")
	set.StringVar(&date, "date", "", "")
	set.StringVar(&opt.to, "to", "", "")
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	if date != "" {
		var err error
		if opt.date, err = hotelcrm.ParseDate(date); err != nil {
			return nil, fmt.Errorf("-date: %w", err)
		}
	}
	if set.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", set.Arg(0))
	}
	return opt, errors.Join(opt.readToken(tokenFile), opt.check())
}

func (o *options) check() error {
	if _, ok := commands[o.command]; !ok {
		return fmt.Errorf("unknown command %q", o.command)
	}
	if o.db == "" {
		folder, err := demoFolder()
		if err != nil {
			return err
		}
		o.db, o.demo = filepath.Join(folder, "frontdesk-demo.db"), true
	}
	if o.demo && o.date == 0 && o.command == "serve" {
		o.date = desk.DemoDate
	}
	switch {
	case o.guests < 1 || o.guests > 2_000_000:
		return errors.New("-guests: 1 to 2000000")
	case o.command == "backup" && o.to == "":
		return errors.New("backup needs -to FILE")
	case o.token == "" && !web.Loopback(o.listen):
		return fmt.Errorf("-listen %s can be reached from other computers: that needs -token FILE", o.listen)
	}
	return nil
}

// demoFolder returns a folder of the user's own for the simulated hotel.
func demoFolder() (string, error) {
	folder, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("no folder for the simulated hotel, name a file with -db: %w", err)
	}
	folder = filepath.Join(folder, "hotelcrm")
	return folder, os.MkdirAll(folder, 0o700)
}

func (o *options) readToken(file string) error {
	if file == "" {
		return nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("-token: %w", err)
	}
	if o.token = strings.TrimSpace(string(text)); len(o.token) < leastToken {
		return fmt.Errorf("-token: the token has fewer than %d characters", leastToken)
	}
	return nil
}
