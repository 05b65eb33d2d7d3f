package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chinese"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// options is what the flags ask for, checked.
type options struct {
	intake.Order
	classFile string // the plan of the classes; empty: that of the literature
	guest     string // the id of the guest whose page is asked for; empty: the report of all
	reckon.Task

	programme string // file name, empty for none, or for that of the simulated hotel

	thresholds, save string // file names, empty for none
	segments         string // asked for together with thresholds
	out              string
	json             bool
	lang             lang.Printer
}

// rawFlags is the flags as written.
type rawFlags struct {
	columns, sep, decimal, asOf, visit, method, bins, segments string
	cost, rate, profileColumns                                 string
	surveyColumns, surveyScale                                 string
	unit, calibrationEnd, lang                                 string
	given                                                      map[string]bool
}

func parseFlags(args []string) (*options, error) {
	opt, raw := &options{}, &rawFlags{given: map[string]bool{}}
	set := flag.NewFlagSet("report", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	declare(set, opt, raw)
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	opt.Classes = classes.Default()
	set.Visit(func(f *flag.Flag) { raw.given[f.Name] = true })
	if set.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q; files are named by -stays or -guests", set.Arg(0))
	}
	return opt, errors.Join(raw.checkInput(opt), raw.checkAnalysis(opt), raw.checkValue(opt), raw.checkModels(opt), raw.checkSurvey(opt), raw.checkProgramme(opt), raw.checkLanguage(opt))
}

func declare(set *flag.FlagSet, opt *options, raw *rawFlags) {
	set.StringVar(&opt.Stays, "stays", "", "")
	set.StringVar(&opt.Guests, "guests", "", "")
	set.StringVar(&opt.guest, "guest", "", "")
	set.StringVar(&raw.columns, "columns", "", "")
	set.BoolVar(&opt.Header, "header", true, "")
	set.StringVar(&raw.sep, "sep", ",", "")
	set.StringVar(&raw.decimal, "decimal", ".", "")
	set.StringVar(&opt.Layout, "date", hotelcrm.ISODate, "")
	set.StringVar(&opt.Currency, "currency", defaultCurrency, "")
	set.StringVar(&raw.asOf, "asof", "", "")
	set.StringVar(&raw.visit, "visit", "arrival", "")
	set.BoolVar(&opt.Fees, "fees", false, "")
	set.StringVar(&opt.thresholds, "thresholds", "", "")
	set.StringVar(&opt.save, "save-thresholds", "", "")
	set.StringVar(&raw.method, "method", rfm.ByValue.String(), "")
	set.StringVar(&raw.bins, "bins", "", "")
	set.StringVar(&raw.segments, "segments", "", "")
	set.StringVar(&raw.cost, "cost", "", "")
	set.StringVar(&raw.rate, "rate", "0.10", "")
	set.IntVar(&opt.Worth.Years, "years", 3, "")
	set.StringVar(&opt.Profiles, "profiles", "", "")
	set.StringVar(&raw.profileColumns, "profile-columns", "", "")
	set.StringVar(&raw.unit, "unit", valuation.Week.String(), "")
	set.StringVar(&raw.calibrationEnd, "calibration-end", "", "")
	set.StringVar(&opt.Survey.File, "survey", "", "")
	set.StringVar(&raw.surveyColumns, "survey-columns", "", "")
	set.StringVar(&raw.surveyScale, "survey-scale", "1-5", "")
	set.StringVar(&opt.classFile, "plan", "", "")
	set.StringVar(&opt.programme, "programme", "", "")
	set.StringVar(&opt.out, "out", filepath.Join("out", "report"), "")
	set.StringVar(&raw.lang, "lang", "en", "")
	set.BoolVar(&opt.json, "json", false, "")
	set.BoolVar(&opt.Strict, "strict", false, "")
}

func (r *rawFlags) checkLanguage(opt *options) error {
	var err error
	if opt.lang, err = lang.New(r.lang, chinese.Words); err != nil {
		return fmt.Errorf("-lang %w", err)
	}
	return nil
}

// checkInput checks the flags that say what to read.
func (r *rawFlags) checkInput(opt *options) error {
	for name, value := range map[string]string{
		"stays": opt.Stays, "guests": opt.Guests, "out": opt.out, "thresholds": opt.thresholds, "save-thresholds": opt.save,
		"profiles": opt.Profiles, "cost": r.cost, "plan": opt.classFile, "guest": opt.guest,
	} {
		if r.given[name] && strings.TrimSpace(value) == "" {
			return fmt.Errorf("-%s needs a %s", name, needs(name))
		}
	}
	if r.given["currency"] || opt.File() == "" {
		opt.CurrencyFrom = intake.FromFlag
	}
	if opt.Stays != "" && opt.Guests != "" {
		return errors.New("-stays and -guests exclude each other")
	}
	if opt.File() == "" {
		for _, name := range []string{"columns", "header", "sep", "decimal", "date", "currency", "profiles"} {
			if r.given[name] && (name != "sep" || opt.Survey.File == "") {
				return fmt.Errorf("-%s needs -stays or -guests", name)
			}
		}
	}
	if !slices.Contains(intake.Layouts, opt.Layout) {
		return fmt.Errorf("-date %q is not allowed; want one of %s", opt.Layout, strings.Join(intake.Layouts, ", "))
	}
	if _, err := hotelcrm.MinorUnits(opt.Currency); err != nil {
		return fmt.Errorf("-currency: %w", err)
	}
	return r.checkTable(opt)
}

func needs(flag string) string {
	switch flag {
	case "cost":
		return "amount"
	case "guest":
		return "guest id"
	}
	return "name"
}

func (r *rawFlags) checkTable(opt *options) error {
	var err error
	if opt.Separator, err = table.ParseSeparator(r.sep); err != nil {
		return fmt.Errorf("-sep: %w", err)
	}
	if opt.Comma, err = parseDecimal(r.decimal); err != nil {
		return fmt.Errorf("-decimal %q is not allowed; %w", r.decimal, err)
	}
	fields := intake.StayFields
	if opt.Guests != "" {
		fields = intake.GuestFields
	}
	if opt.Mapping, err = table.ParseMapping(r.columns, fields); err != nil {
		return fmt.Errorf("-columns: %w", err)
	}
	if !opt.Header && len(opt.Mapping) == 0 {
		return errors.New("-header=false needs -columns with column numbers")
	}
	return nil
}

// checkAnalysis checks the flags that say what to do with the stays.
func (r *rawFlags) checkAnalysis(opt *options) error {
	var err error
	if r.asOf != "" {
		if opt.AsOf, err = hotelcrm.ParseDate(r.asOf); err != nil {
			return fmt.Errorf("-asof: %w", err)
		}
		if opt.AsOf < intake.EarliestAsOf || opt.AsOf > intake.LatestAsOf {
			return fmt.Errorf("-asof %s is not allowed; want %s to %s", opt.AsOf, intake.EarliestAsOf, intake.LatestAsOf)
		}
	}
	switch r.visit {
	case "arrival":
		opt.Visit = hotelcrm.ByArrival
	case "stay":
		opt.Visit = hotelcrm.ByStay
	default:
		return fmt.Errorf("-visit %q is not allowed; want arrival or stay", r.visit)
	}
	if opt.Guests != "" && r.given["visit"] {
		return errors.New("-visit does not apply to -guests: their visits are counted already")
	}
	if opt.Guests != "" && opt.Fees {
		return errors.New("-fees does not apply to -guests: their revenue is summed already")
	}
	if opt.thresholds != "" {
		return r.checkFrozen(opt)
	}
	opt.Scores, err = scores.NewPlan(r.method, r.bins, r.segments)
	return err
}

const defaultCurrency = "EUR"

// parseDecimal reports whether amounts have a decimal comma.
func parseDecimal(text string) (comma bool, err error) {
	switch text {
	case ".", ",":
		return text == ",", nil
	}
	return false, errors.New("want . or ,")
}
