package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// terminal speaks English, as do summary.json and guests.csv.
var terminal lang.Printer

// printTable prints the figures that fit a terminal.
func printTable(to io.Writer, opt *options, r *reckon.Report) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s, as of %s\n\n", r.Data.Source, r.Summaries.AsOf())
	fmt.Fprintf(w, "rows\t%s\n", prose.Whole(r.Data.Rows))
	fmt.Fprintf(w, "counted\t%s\n", prose.Whole(r.Data.Stays()))
	skipped := r.Data.Skipped()
	for _, reason := range slices.Sorted(maps.Keys(skipped)) {
		fmt.Fprintf(w, "  left out, %s\t%s\n", reason, prose.Whole(skipped[reason]))
	}
	fmt.Fprintf(w, "guests\t%s\n", prose.Whole(r.Totals.Guests))
	fmt.Fprintf(w, "visits\t%s\n", prose.Whole(r.Totals.Visits))
	if !r.Data.NoNights {
		fmt.Fprintf(w, "nights\t%s\n", prose.Whole(r.Totals.Nights))
	}
	fmt.Fprintf(w, "revenue\t%s %s\n", r.Currency, prose.GroupedMoney(r.Totals.Revenue, r.Places))
	if r.Spread != nil {
		best := r.Spread.Best20()
		fmt.Fprintf(w, "best 20 %% (%s) bring\t%s%s\n", prose.Plain(prose.Counted(best.Guests, "guest", "guests")),
			prose.Plain(prose.Percent(terminal, best.Amount, r.Totals.Revenue)), afterRefunds(r))
	}
	printSegments(w, r)
	printClasses(w, r)
	printTiers(w, r)
	if len(r.Warnings) > 0 {
		fmt.Fprintln(w)
	}
	for _, warning := range r.Warnings {
		fmt.Fprintf(w, "note: %s\n", reckon.CountedWarning(warning))
	}
	fmt.Fprintf(w, "\nwritten to %s: %s, %s, %s\n", prose.Path(opt.out), page.Name, record.GuestsName, record.SummaryName)
	if opt.save != "" {
		fmt.Fprintf(w, "thresholds saved to %s\n", prose.Path(opt.save))
	}
	return w.Flush()
}

// afterRefunds qualifies a share of revenue where guests have negative totals.
func afterRefunds(r *reckon.Report) string {
	if r.Spread.Negative == 0 {
		return ""
	}
	return " after refunds"
}

// fewGuests is a number of guests below which segments without any are not printed.
const fewGuests = 50

func printSegments(w io.Writer, r *reckon.Report) {
	if r.Scores.Segments == nil {
		return
	}
	fmt.Fprintln(w)
	fmt.Fprintf(w, "segment\tguests\tvisits\t%s\tshare\n", r.Currency)
	for _, total := range r.Scores.Groups {
		if total.Guests == 0 && r.Totals.Guests < fewGuests {
			continue
		}
		share := "-"
		if r.Totals.Revenue.IsPositive() {
			share = prose.Plain(prose.Percent(terminal, total.Revenue, r.Totals.Revenue))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", total.Segment.Label, prose.Whole(total.Guests), prose.Whole(total.Visits),
			prose.GroupedMoney(total.Revenue, r.Places), share)
	}
}

// mostClasses is how many classes of a plan are printed.
const mostClasses = 4

// printClasses prints the largest classes, the plan's and the stages of life, a line each.
func printClasses(w io.Writer, r *reckon.Report) {
	fmt.Fprintln(w)
	for _, one := range []struct {
		name string
		of   *classes.Assigned
	}{{"classes", r.Classes.Classes}, {"life cycle", r.Classes.Life}} {
		if one.of == nil {
			continue
		}
		order := make([]int, len(one.of.List))
		for k := range order {
			order[k] = k
		}
		slices.SortStableFunc(order, func(x, y int) int { return one.of.Sizes[y] - one.of.Sizes[x] })
		var parts []string
		for _, k := range order {
			if n := one.of.Sizes[k]; n > 0 {
				class := one.of.List[k]
				parts = append(parts, fmt.Sprintf("%s %s (%s)", prose.Label(class.Label, class.ID), prose.Whole(n), prose.Plain(prose.PercentOf(terminal, n, r.Totals.Guests))))
			}
		}
		text := strings.Join(parts[:min(len(parts), mostClasses)], ", ")
		if more := len(parts) - mostClasses; more > 0 {
			text += fmt.Sprintf(" and %d more", more)
		}
		fmt.Fprintf(w, "%s: %s\n", one.name, text)
	}
}

// printTiers prints a line for a terminal.
func printTiers(w io.Writer, r *reckon.Report) {
	m := r.Tiers
	if m == nil {
		return
	}
	parts := make([]string, 0, len(m.Tiers))
	for _, t := range m.Tiers {
		name, _ := m.Label(t.ID)
		parts = append(parts, name+" "+prose.Whole(t.Members))
	}
	fmt.Fprintf(w, "tiers: %s; %s near the next, %s about to drop\n", strings.Join(parts, ", "), prose.Whole(len(m.Near)), prose.Whole(len(m.Ends)))
}
