package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// terminal speaks English, as do summary.json and guests.csv.
var terminal lang.Printer

// printTable prints the figures that fit a terminal.
func printTable(to io.Writer, a *analysis) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s, as of %s\n\n", a.in.Source, a.summaries.AsOf())
	fmt.Fprintf(w, "rows\t%s\n", prose.Whole(a.in.Rows))
	fmt.Fprintf(w, "counted\t%s\n", prose.Whole(a.in.Stays()))
	skipped := a.in.Skipped()
	for _, reason := range slices.Sorted(maps.Keys(skipped)) {
		fmt.Fprintf(w, "  left out, %s\t%s\n", reason, prose.Whole(skipped[reason]))
	}
	fmt.Fprintf(w, "guests\t%s\n", prose.Whole(a.totals.guests))
	fmt.Fprintf(w, "visits\t%s\n", prose.Whole(a.totals.visits))
	if !a.in.NoNights {
		fmt.Fprintf(w, "nights\t%s\n", prose.Whole(a.totals.nights))
	}
	fmt.Fprintf(w, "revenue\t%s %s\n", a.currency, prose.GroupedMoney(a.totals.revenue, a.places))
	if a.spread != nil {
		best := a.spread.best20()
		fmt.Fprintf(w, "best 20 %% (%s) bring\t%s%s\n", prose.Plain(prose.Counted(best.Guests, "guest", "guests")),
			prose.Plain(prose.Percent(terminal, best.Amount, a.totals.revenue)), a.afterRefunds())
	}
	printSegments(w, a)
	printClasses(w, a)
	printTiers(w, a)
	if len(a.warnings) > 0 {
		fmt.Fprintln(w)
	}
	for _, warning := range a.warnings {
		fmt.Fprintf(w, "note: %s\n", countedWarning(warning))
	}
	fmt.Fprintf(w, "\nwritten to %s: %s, %s, %s\n", prose.Path(a.opt.out), pageName, guestsName, summaryName)
	if a.opt.save != "" {
		fmt.Fprintf(w, "thresholds saved to %s\n", prose.Path(a.opt.save))
	}
	return w.Flush()
}

// afterRefunds qualifies a share of revenue where guests have negative totals.
func (a *analysis) afterRefunds() string {
	if a.spread.negative == 0 {
		return ""
	}
	return " after refunds"
}

// fewGuests is a number of guests below which segments without any are not printed.
const fewGuests = 50

func printSegments(w io.Writer, a *analysis) {
	if a.segments == nil {
		return
	}
	fmt.Fprintln(w)
	fmt.Fprintf(w, "segment\tguests\tvisits\t%s\tshare\n", a.currency)
	for _, total := range a.groups {
		if total.Guests == 0 && a.totals.guests < fewGuests {
			continue
		}
		share := "-"
		if a.totals.revenue.IsPositive() {
			share = prose.Plain(prose.Percent(terminal, total.Revenue, a.totals.revenue))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", total.Segment.Label, prose.Whole(total.Guests), prose.Whole(total.Visits),
			prose.GroupedMoney(total.Revenue, a.places), share)
	}
}

// mostClasses is how many classes of a plan are printed.
const mostClasses = 4

// printClasses prints the largest classes, the plan's and the stages of life, a line each.
func printClasses(w io.Writer, a *analysis) {
	fmt.Fprintln(w)
	for _, one := range []struct {
		name string
		of   *classes
	}{{"classes", a.classing.plan}, {"life cycle", a.classing.life}} {
		if one.of == nil {
			continue
		}
		order := make([]int, len(one.of.list))
		for k := range order {
			order[k] = k
		}
		slices.SortStableFunc(order, func(x, y int) int { return one.of.sizes[y] - one.of.sizes[x] })
		var parts []string
		for _, k := range order {
			if n := one.of.sizes[k]; n > 0 {
				class := one.of.list[k]
				parts = append(parts, fmt.Sprintf("%s %s (%s)", prose.Label(class.Label, class.ID), prose.Whole(n), prose.Plain(prose.PercentOf(terminal, n, a.totals.guests))))
			}
		}
		text := strings.Join(parts[:min(len(parts), mostClasses)], ", ")
		if more := len(parts) - mostClasses; more > 0 {
			text += fmt.Sprintf(" and %d more", more)
		}
		fmt.Fprintf(w, "%s: %s\n", one.name, text)
	}
}
