package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// unreadable is the reason of rows that do not even parse: a wrong date or number, a missing cell, a stray quote.
const unreadable = "unreadable"

// shownProblems is how many wrong rows are shown; the others are counted.
const shownProblems = 10

// intake is what was read and what became of it.
type intake struct {
	name      string // file name, or what takes its place
	hash      string // SHA-256 of the file, or of the register's canonical bytes
	rows      int64
	wrong     map[string]int64 // refused rows by reason
	problems  []string
	summaries *hotelcrm.Summaries

	visits   *visits           // nil where they are not kept one by one
	stages   []lifecycle.Stage // of the guests of the summaries; nil without visits
	stayed   *hotelcrm.Visits  // nil: no plan asks for stays
	each     *hotelcrm.Visits  // nil but for the page of one guest
	past     *past             // nil: there is no year before
	profiles *profiles         // nil: none
	survey   *survey           // nil: none
	noNights bool              // the table of guests has no nights
	years    *years            // nil without visits
}

func newIntake(name string) *intake { return &intake{name: name, wrong: map[string]int64{}} }

// refuse counts a wrong row and keeps the first ones for the messages.
func (in *intake) refuse(line int, reason, text string) {
	in.wrong[reason]++
	if len(in.problems) < shownProblems {
		in.problems = append(in.problems, fmt.Sprintf("%s:%d: %s", in.name, line, text))
	}
}

func (in *intake) refused() int64 {
	var n int64
	for _, one := range in.wrong {
		n += one
	}
	return n
}

// skipped returns every row that is not counted, by reason.
func (in *intake) skipped() map[string]int64 {
	out := maps.Clone(in.wrong)
	if in.summaries == nil {
		return out
	}
	for reason, n := range in.summaries.Counts().LeftOut() {
		out[reason.String()] += n
	}
	return out
}

func (in *intake) stays() int64 { return in.summaries.Counts().Stays }

func (in *intake) printProblems(w io.Writer) {
	for _, text := range in.problems {
		fmt.Fprintln(w, text)
	}
	if more := in.refused() - int64(len(in.problems)); more > 0 {
		fmt.Fprintf(w, "and %s more\n", prose.Whole(more))
	}
}

// usable returns why there is nothing to report, or nil.
func (in *intake) usable(opt *options) error {
	switch {
	case in.rows == 0:
		return fmt.Errorf("%s has no data rows", in.name)
	case opt.strict && in.refused() > 0:
		return fmt.Errorf("%s: %s of %s rows are wrong (%s); nothing was written because of -strict",
			in.name, prose.Whole(in.refused()), prose.Whole(in.rows), byReason(terminal, in.wrong))
	case opt.strict && in.profiles != nil && in.profiles.refused() > 0:
		return in.profiles.usable(opt)
	case opt.strict && in.survey != nil && in.survey.refused() > 0:
		return in.survey.usable(opt)
	case in.summaries == nil || in.summaries.Len() == 0:
		none := "none of " + prose.Whole(in.rows) + " rows"
		if in.rows == 1 {
			none = "not even the one row"
		}
		return fmt.Errorf("%s: %s can be used (%s)%s", in.name, none, byReason(terminal, in.skipped()), in.hint(opt))
	}
	return nil
}

// hint names the flag that helps where rows are in another currency, or after the day of the report.
func (in *intake) hint(opt *options) string {
	switch {
	case in.wrong[hotelcrm.WrongCurrency.String()] > 0:
		return "; the report is in " + opt.currency + ": name the currency of the file with -currency CODE"
	case in.skipped()[hotelcrm.AfterWindow.String()] > 0 && opt.asOf != 0:
		return "; -asof " + opt.asOf.String() + " is before them"
	}
	return ""
}

// byReason writes "3 cancelled, 1 unreadable", reasons in alphabetical order.
func byReason(p lang.Printer, counts map[string]int64) string {
	parts := make([]string, 0, len(counts))
	for _, reason := range slices.Sorted(maps.Keys(counts)) {
		text := prose.Whole(counts[reason]) + " " + reason
		if p.Chinese() {
			text = p.Name(reason) + " " + prose.Whole(counts[reason])
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, p.Say(", "))
}

// describe writes what is wrong with a cell. The value is left out where it is the guest id, which a wrong mapping can
// bring anywhere.
func describe(field, value, guest, problem string) string {
	if value == "" || value == guest {
		return field + ": " + problem
	}
	const longest = 40
	if runes := []rune(value); len(runes) > longest {
		value = string(runes[:longest]) + "..."
	}
	return field + " " + strconv.Quote(value) + ": " + problem
}
