package intake

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

// Unreadable is the reason of rows that do not even parse: a wrong date or number, a missing cell, a stray quote.
const Unreadable = "unreadable"

// shownProblems is how many wrong rows are shown; the others are counted.
const shownProblems = 10

// Data is what was read and what became of it.
type Data struct {
	Source    string // file name, or what takes its place
	Order     *Order // that was carried out; nil for a table beside the stays
	Hash      string // SHA-256 of the file, or of the register's canonical bytes
	Rows      int64
	Wrong     map[string]int64 // refused rows by reason
	problems  []string
	Summaries *hotelcrm.Summaries

	Visits   *Visits           // nil where they are not kept one by one
	Stages   []lifecycle.Stage // of the guests of the summaries; nil without visits
	Stayed   *hotelcrm.Visits  // nil: no plan asks for stays
	Whole    *hotelcrm.Visits  // nil but for the page of one guest
	Past     *Past             // nil: there is no year before
	Profiles *Profiles         // nil: none
	Survey   *Survey           // nil: none
	NoNights bool              // the table of guests has no nights
	Years    *Years            // nil without visits
}

func newData(source string) *Data { return &Data{Source: source, Wrong: map[string]int64{}} }

// refuse counts a wrong row and keeps the first ones for the messages.
func (in *Data) refuse(line int, reason, text string) {
	in.Wrong[reason]++
	if len(in.problems) < shownProblems {
		in.problems = append(in.problems, fmt.Sprintf("%s:%d: %s", in.Source, line, text))
	}
}

// Refused returns the number of wrong rows.
func (in *Data) Refused() int64 {
	var n int64
	for _, one := range in.Wrong {
		n += one
	}
	return n
}

// Skipped returns every row that is not counted, by reason.
func (in *Data) Skipped() map[string]int64 {
	out := maps.Clone(in.Wrong)
	if in.Summaries == nil {
		return out
	}
	for reason, n := range in.Summaries.Counts().LeftOut() {
		out[reason.String()] += n
	}
	return out
}

// Stays returns the number of rows that count.
func (in *Data) Stays() int64 { return in.Summaries.Counts().Stays }

// PrintProblems writes the first wrong rows of each table, and how many more there are.
func (in *Data) PrintProblems(w io.Writer) {
	for _, text := range in.problems {
		fmt.Fprintln(w, text)
	}
	if more := in.Refused() - int64(len(in.problems)); more > 0 {
		fmt.Fprintf(w, "and %s more\n", prose.Whole(more))
	}
	if in.Profiles != nil {
		in.Profiles.PrintProblems(w)
	}
	if in.Survey != nil {
		in.Survey.PrintProblems(w)
	}
}

// Usable returns why there is nothing to report, or nil.
func (in *Data) Usable(order *Order) error {
	switch {
	case in.Rows == 0:
		return fmt.Errorf("%s has no data rows", in.Source)
	case order.Strict && in.Refused() > 0:
		return fmt.Errorf("%s: %s of %s rows are wrong (%s); nothing was written because of -strict",
			in.Source, prose.Whole(in.Refused()), prose.Whole(in.Rows), ByReason(lang.Printer{}, in.Wrong))
	case order.Strict && in.Profiles != nil && in.Profiles.Refused() > 0:
		return in.Profiles.Usable(order)
	case order.Strict && in.Survey != nil && in.Survey.Refused() > 0:
		return in.Survey.Usable(order)
	case in.Summaries == nil || in.Summaries.Len() == 0:
		none := "none of " + prose.Whole(in.Rows) + " rows"
		if in.Rows == 1 {
			none = "not even the one row"
		}
		return fmt.Errorf("%s: %s can be used (%s)%s", in.Source, none, ByReason(lang.Printer{}, in.Skipped()), in.hint(order))
	}
	return nil
}

// hint names the flag that helps where rows are in another currency, or after the day of the report.
func (in *Data) hint(order *Order) string {
	switch {
	case in.Wrong[hotelcrm.WrongCurrency.String()] > 0:
		return "; the report is in " + order.Currency + ": name the currency of the file with -currency CODE"
	case in.Skipped()[hotelcrm.AfterWindow.String()] > 0 && order.AsOf != 0:
		return "; -asof " + order.AsOf.String() + " is before them"
	}
	return ""
}

// ByReason writes "3 cancelled, 1 unreadable", reasons in alphabetical order.
func ByReason(p lang.Printer, counts map[string]int64) string {
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
