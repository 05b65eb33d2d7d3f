package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// options is what the flags ask for, checked.
type options struct {
	programme string // a preset or a file; with activity both empty: the built-in member
	activity  string // file name
	member    string
	asOf      hotelcrm.Date
	known     hotelcrm.Date // zero: all that is in the file
	replay    string        // a preset or a file

	lint, json bool
	html       string
	lang       voice
}

// rawFlags is the flags as written.
type rawFlags struct{ asOf, known, lang string }

func parseFlags(args []string) (*options, error) {
	opt, raw := &options{}, &rawFlags{}
	set := flag.NewFlagSet("statement", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	declare(set, opt, raw)
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	if set.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q; files are named by -programme and -activity", set.Arg(0))
	}
	var empty error
	set.Visit(func(f *flag.Flag) {
		if strings.TrimSpace(f.Value.String()) == "" {
			empty = errors.Join(empty, fmt.Errorf("-%s needs a value", f.Name))
		}
	})
	return opt, errors.Join(empty, raw.check(opt), opt.check())
}

func declare(set *flag.FlagSet, opt *options, raw *rawFlags) {
	set.StringVar(&opt.programme, "programme", "", "")
	set.StringVar(&opt.activity, "activity", "", "")
	set.StringVar(&opt.member, "member", "", "")
	set.StringVar(&raw.asOf, "asof", "", "")
	set.StringVar(&raw.known, "known", "", "")
	set.StringVar(&opt.replay, "replay", "", "")
	set.BoolVar(&opt.lint, "lint", false, "")
	set.BoolVar(&opt.json, "json", false, "")
	set.StringVar(&opt.html, "html", "", "")
	set.StringVar(&raw.lang, "lang", "en", "")
}

func (r *rawFlags) check(opt *options) error {
	var errs []error
	for _, one := range []struct {
		name, text string
		to         *hotelcrm.Date
	}{{"asof", r.asOf, &opt.asOf}, {"known", r.known, &opt.known}} {
		if one.text == "" {
			continue
		}
		var err error
		if *one.to, err = hotelcrm.ParseDate(one.text); err != nil {
			errs = append(errs, fmt.Errorf("-%s %q is not allowed; want a date such as 2026-03-31", one.name, one.text))
		}
	}
	var err error
	if opt.lang.Printer, err = lang.New(r.lang, words); err != nil {
		errs = append(errs, fmt.Errorf("-lang %w", err))
	}
	return errors.Join(errs...)
}

// check refuses flags that do not go together.
func (o *options) check() error {
	switch {
	case o.lint && (o.activity != "" || o.html != "" || o.member != "" || o.asOf != 0 || o.known != 0):
		return errors.New("-lint looks at programmes alone; it goes with -programme, -replay and -json")
	case !o.lint && o.programme != "" && o.activity == "":
		return errors.New("-programme needs -activity, or -lint")
	case !o.lint && o.activity != "" && o.programme == "":
		return errors.New("-activity needs -programme")
	}
	return nil
}
