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
	"github.com/hotelcrm/hotelcrm/internal/sim"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// options is what the flags ask for, checked.
type options struct {
	stays, guests string     // file names; both empty: the simulated hotel
	guest         string     // the id of the guest whose page is asked for; empty: the report of all
	hotel         sim.Config // the simulated hotel, zero for that of the command
	ofProfiles    bool       // stays names a table of profiles
	ofSurvey      bool       // stays names a table of answers
	mapping       table.Mapping
	header        bool
	separator     table.Separator
	layout        string
	comma         bool // amounts of the tables have a decimal comma
	currency      string
	currencyFrom  currencySource

	asOf   hotelcrm.Date // zero: from the data
	visit  hotelcrm.VisitRule
	fees   bool // those of no-shows and cancellations count as revenue
	plan   plan
	value  valueOptions
	models modelOptions

	survey  surveyOptions
	classes classPlan

	programme string // file name, empty for none, or for that of the simulated hotel
	club      *club  // nil: none

	thresholds, save string // file names, empty for none
	segments         string // asked for together with thresholds
	out              string
	json, strict     bool
	lang             lang.Printer
}

// currencySource says who named the currency.
type currencySource uint8

const (
	notStated currencySource = iota // the default is assumed
	fromFlag                        // or of the simulated hotel
	fromFile
)

const defaultCurrency = "EUR"

// file returns the file to read, empty for the simulated hotel.
func (o *options) file() string { return o.stays + o.guests }

// source returns a name for the input that does not depend on where it lies.
func (o *options) source() string {
	if o.file() == "" {
		return "Simulated hotel"
	}
	return filepath.Base(o.file())
}

// rawFlags is the flags as written.
type rawFlags struct {
	columns, sep, decimal, asOf, visit, method, bins, segments string
	cost, rate, profileColumns                                 string
	unit, calibrationEnd, lang                                 string
	given                                                      map[string]bool
}

var layouts = []string{hotelcrm.ISODate, "20060102", "02/01/2006", "1/2/2006", "02.01.2006", "02-Jan-06"}

func parseFlags(args []string) (*options, error) {
	opt, raw := &options{}, &rawFlags{given: map[string]bool{}}
	set := flag.NewFlagSet("report", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	declare(set, opt, raw)
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	told, _ := toldByStays()
	opt.classes = classPlan{file: opt.classes.file}.of(told)
	set.Visit(func(f *flag.Flag) { raw.given[f.Name] = true })
	if set.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q; files are named by -stays or -guests", set.Arg(0))
	}
	return opt, errors.Join(raw.checkInput(opt), raw.checkAnalysis(opt), raw.checkValue(opt), raw.checkModels(opt), opt.survey.check(raw.given), raw.checkProgramme(opt), raw.checkLanguage(opt))
}

func declare(set *flag.FlagSet, opt *options, raw *rawFlags) {
	set.StringVar(&opt.stays, "stays", "", "")
	set.StringVar(&opt.guests, "guests", "", "")
	set.StringVar(&opt.guest, "guest", "", "")
	set.StringVar(&raw.columns, "columns", "", "")
	set.BoolVar(&opt.header, "header", true, "")
	set.StringVar(&raw.sep, "sep", ",", "")
	set.StringVar(&raw.decimal, "decimal", ".", "")
	set.StringVar(&opt.layout, "date", hotelcrm.ISODate, "")
	set.StringVar(&opt.currency, "currency", defaultCurrency, "")
	set.StringVar(&raw.asOf, "asof", "", "")
	set.StringVar(&raw.visit, "visit", "arrival", "")
	set.BoolVar(&opt.fees, "fees", false, "")
	set.StringVar(&opt.thresholds, "thresholds", "", "")
	set.StringVar(&opt.save, "save-thresholds", "", "")
	set.StringVar(&raw.method, "method", rfm.ByValue.String(), "")
	set.StringVar(&raw.bins, "bins", "", "")
	set.StringVar(&raw.segments, "segments", "", "")
	set.StringVar(&raw.cost, "cost", "", "")
	set.StringVar(&raw.rate, "rate", "0.10", "")
	set.IntVar(&opt.value.years, "years", 3, "")
	set.StringVar(&opt.value.profiles, "profiles", "", "")
	set.StringVar(&raw.profileColumns, "profile-columns", "", "")
	set.StringVar(&raw.unit, "unit", valuation.Week.String(), "")
	set.StringVar(&raw.calibrationEnd, "calibration-end", "", "")
	set.StringVar(&opt.survey.file, "survey", "", "")
	set.StringVar(&opt.survey.columns, "survey-columns", "", "")
	set.StringVar(&opt.survey.ends, "survey-scale", "1-5", "")
	set.StringVar(&opt.classes.file, "plan", "", "")
	set.StringVar(&opt.programme, "programme", "", "")
	set.StringVar(&opt.out, "out", filepath.Join("out", "report"), "")
	set.StringVar(&raw.lang, "lang", "en", "")
	set.BoolVar(&opt.json, "json", false, "")
	set.BoolVar(&opt.strict, "strict", false, "")
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
		"stays": opt.stays, "guests": opt.guests, "out": opt.out, "thresholds": opt.thresholds, "save-thresholds": opt.save,
		"profiles": opt.value.profiles, "cost": r.cost, "plan": opt.classes.file, "guest": opt.guest,
	} {
		if r.given[name] && strings.TrimSpace(value) == "" {
			return fmt.Errorf("-%s needs a %s", name, needs(name))
		}
	}
	if r.given["currency"] || opt.file() == "" {
		opt.currencyFrom = fromFlag
	}
	if opt.stays != "" && opt.guests != "" {
		return errors.New("-stays and -guests exclude each other")
	}
	if opt.file() == "" {
		for _, name := range []string{"columns", "header", "sep", "decimal", "date", "currency", "profiles"} {
			if r.given[name] && (name != "sep" || opt.survey.file == "") {
				return fmt.Errorf("-%s needs -stays or -guests", name)
			}
		}
	}
	if !slices.Contains(layouts, opt.layout) {
		return fmt.Errorf("-date %q is not allowed; want one of %s", opt.layout, strings.Join(layouts, ", "))
	}
	if _, err := hotelcrm.MinorUnits(opt.currency); err != nil {
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
	if opt.separator, err = table.ParseSeparator(r.sep); err != nil {
		return fmt.Errorf("-sep: %w", err)
	}
	if opt.comma, err = parseDecimal(r.decimal); err != nil {
		return fmt.Errorf("-decimal %q is not allowed; %w", r.decimal, err)
	}
	fields := stayFields
	if opt.guests != "" {
		fields = guestFields
	}
	if opt.mapping, err = table.ParseMapping(r.columns, fields); err != nil {
		return fmt.Errorf("-columns: %w", err)
	}
	if !opt.header && len(opt.mapping) == 0 {
		return errors.New("-header=false needs -columns with column numbers")
	}
	return nil
}

// checkAnalysis checks the flags that say what to do with the stays.
func (r *rawFlags) checkAnalysis(opt *options) error {
	var err error
	if r.asOf != "" {
		if opt.asOf, err = hotelcrm.ParseDate(r.asOf); err != nil {
			return fmt.Errorf("-asof: %w", err)
		}
		if earliest := hotelcrm.DateOf(1950, 1, 1); opt.asOf < earliest || opt.asOf > lastAsOf {
			return fmt.Errorf("-asof %s is not allowed; want %s to %s", opt.asOf, earliest, lastAsOf)
		}
	}
	switch r.visit {
	case "arrival":
		opt.visit = hotelcrm.ByArrival
	case "stay":
		opt.visit = hotelcrm.ByStay
	default:
		return fmt.Errorf("-visit %q is not allowed; want arrival or stay", r.visit)
	}
	if opt.guests != "" && r.given["visit"] {
		return errors.New("-visit does not apply to -guests: their visits are counted already")
	}
	if opt.guests != "" && opt.fees {
		return errors.New("-fees does not apply to -guests: their revenue is summed already")
	}
	if opt.thresholds != "" {
		return r.checkFrozen(opt)
	}
	opt.plan, err = newPlan(r.method, r.bins, r.segments)
	return err
}

// lastAsOf is the last analysis date that the library takes.
var lastAsOf = hotelcrm.DateOf(2199, 12, 31)
