package main

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// terminal prints the figures that fit a terminal, in the language of the page.
type terminal struct {
	lang.Printer
	*reckon.Report
	lines
}

// printTable prints the report for a terminal.
func printTable(to io.Writer, opt *options, r *reckon.Report) error {
	t := &terminal{opt.lang, r, newLines(to)}
	t.printTotals()
	t.printSegments()
	t.printClasses()
	t.printTiers()
	if len(r.Warnings) > 0 {
		t.line("")
	}
	for _, warning := range r.Warnings {
		t.line(t.Say("note: %s", t.warning(warning)))
	}
	t.line("")
	t.line(t.Say("written to %s: %s, %s, %s", prose.Path(opt.out), page.Name, record.GuestsName, record.SummaryName))
	if opt.save != "" {
		t.line(t.Say("thresholds saved to %s", prose.Path(opt.save)))
	}
	return t.flush()
}

// printTotals prints what was read and what it comes to.
func (t *terminal) printTotals() {
	t.line(t.Say("%s, as of %s", t.source(), t.Summaries.AsOf().String()))
	t.line("")
	t.line(t.Say("rows\t%s", prose.Whole(t.Data.Rows)))
	t.line(t.Say("counted\t%s", prose.Whole(t.Data.Stays())))
	skipped := t.Data.Skipped()
	for _, reason := range slices.Sorted(maps.Keys(skipped)) {
		t.line(t.Say("  left out, %s\t%s", t.reason(reason), prose.Whole(skipped[reason])))
	}
	t.line(t.Say("guests\t%s", prose.Whole(t.Totals.Guests)))
	t.line(t.Say("visits\t%s", prose.Whole(t.Totals.Visits)))
	if !t.Data.NoNights {
		t.line(t.Say("nights\t%s", prose.Whole(t.Totals.Nights)))
	}
	t.line(t.Say("revenue\t%s %s", t.Currency, prose.GroupedMoney(t.Totals.Revenue, t.Places)))
	if t.Spread != nil {
		best := t.Spread.Best20()
		t.line(t.Say("best 20 %% (%s) bring\t%s%s", lang.Count(t.Printer, best.Guests, "guest", "guests"),
			prose.Percent(t.Printer, best.Amount, t.Totals.Revenue), t.afterRefunds()))
	}
}

// afterRefunds qualifies a share of revenue where guests have negative totals.
func (t *terminal) afterRefunds() string {
	if t.Spread.Negative == 0 {
		return ""
	}
	return t.Say(" after refunds")
}

// source is what was read; a file keeps its name.
func (t *terminal) source() string {
	if t.Data.Order.Simulated() {
		return t.Say(t.Data.Source)
	}
	return t.Data.Source
}

// reason is why rows are left out: the code in English, as in summary.json, in words in Chinese.
func (t *terminal) reason(code string) string {
	if t.Chinese() {
		return page.ReasonLabel(t.Printer, code)
	}
	return code
}

func (t *terminal) warning(w hotelcrm.Warning) string {
	if t.Chinese() {
		return page.WarningText(t.Printer, w)
	}
	return reckon.CountedWarning(w)
}

// fewGuests is a number of guests below which segments without any are not printed.
const fewGuests = 50

func (t *terminal) printSegments() {
	if t.Scores.Segments == nil {
		return
	}
	t.line("")
	t.line(t.Say("segment\tguests\tvisits\t%s\tshare", t.Currency))
	for _, total := range t.Scores.Groups {
		if total.Guests == 0 && t.Totals.Guests < fewGuests {
			continue
		}
		share := "-"
		if t.Totals.Revenue.IsPositive() {
			share = prose.Percent(t.Printer, total.Revenue, t.Totals.Revenue)
		}
		t.line(strings.Join([]string{
			t.Pick(total.Segment.Label, total.Segment.LabelZH), prose.Whole(total.Guests), prose.Whole(total.Visits),
			prose.GroupedMoney(total.Revenue, t.Places), share,
		}, "\t"))
	}
}

// mostClasses is how many classes of a plan are printed.
const mostClasses = 4

// printClasses prints the largest classes, the plan's and the stages of life, a line each.
func (t *terminal) printClasses() {
	t.line("")
	for _, one := range []struct {
		name string
		of   *classes.Assigned
	}{{t.Say("classes"), t.Report.Classes.Classes}, {t.Say("life cycle"), t.Report.Classes.Life}} {
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
				name := prose.Label(t.Pick(class.Label, class.LabelZH), class.ID)
				parts = append(parts, t.Say("%s %s (%s)", name, prose.Whole(n), prose.PercentOf(t.Printer, n, t.Totals.Guests)))
			}
		}
		text := strings.Join(parts[:min(len(parts), mostClasses)], t.Say(", "))
		if more := len(parts) - mostClasses; more > 0 {
			text += t.Say(" and %s more", prose.Whole(more))
		}
		t.line(t.Say("%s: %s", one.name, text))
	}
}

// printTiers prints a line for a terminal.
func (t *terminal) printTiers() {
	m := t.Tiers
	if m == nil {
		return
	}
	parts := make([]string, 0, len(m.Tiers))
	for _, one := range m.Tiers {
		parts = append(parts, t.Pick(m.Label(one.ID))+" "+prose.Whole(one.Members))
	}
	t.line(t.Say("tiers: %s; %s near the next, %s about to drop", strings.Join(parts, t.Say(", ")), prose.Whole(len(m.Near)), prose.Whole(len(m.Ends))))
}
