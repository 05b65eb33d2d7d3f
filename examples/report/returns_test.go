package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
)

// Five guests over three years; the last stay ends on 2023-12-31, so that all years are over.
const cohortStays = header +
	"a,2021-03-01,2021-03-02,100\na,2022-05-01,2022-05-02,100\na,2023-05-01,2023-05-02,100\n" +
	"b,2021-06-01,2021-06-02,100\nb,2023-02-01,2023-02-02,100\n" +
	"c,2022-01-10,2022-01-11,100\n" +
	"d,2022-02-01,2022-02-02,100\nd,2022-02-21,2022-02-22,100\nd,2023-12-30,2023-12-31,100\n" +
	"e,2023-07-01,2023-07-02,100\n"

func TestCohortsByHand(t *testing.T) {
	r := done(t, "-stays", written(t, "stays.csv", cohortStays)).summary(t).Valuation.Returns
	var got []string
	for _, c := range r.Cohorts {
		line := fmt.Sprint(c.Start, " ", c.Guests, " ", c.Same)
		for _, n := range c.CameAgain {
			if n == nil {
				line += " -"
			} else {
				line += fmt.Sprint(" ", *n)
			}
		}
		got = append(got, line)
	}
	want := []string{"2021-01-01 2 0 1 2", "2022-01-01 2 1 1 -", "2023-01-01 1 0 - -"} // d came twice in 2022
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r.Repeat.Count != 3 || r.Repeat.Of != 5 || r.Guests != 5 || r.Came != 3 || r.Later != 0 {
		t.Errorf("%+v", r)
	}
	// d came back after 20 days, a after 426, b after 610; e was watched for 184 days, c for 721.
	if len(r.Points) != 4 || r.Points[0].Rate != "0.200000" || r.Points[0].Watched != 4 || *r.Median != 610 {
		t.Errorf("%+v", r.Points)
	}
}

// As of 2024-01-01 the last year is 2023 and the year before 2022: a, c and d came then, a and d came again. As of the end
// of 2022, a had 2 visits, c 1, d 2.
func TestEquityByHand(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", cohortStays), "-rate", "0")
	checkPage(t, out)
	e := out.summary(t).Valuation.Equity
	if fmt.Sprint(e.From, e.Split) != "2022-01-01 2022-12-31" || e.Retention.Count != 2 || e.Retention.Of != 3 {
		t.Errorf("%s to %s: %+v", e.From, e.Split, e.Retention)
	}
	var got []string
	for _, g := range e.Groups {
		got = append(got, fmt.Sprint(g.Name, ": ", g.Guests, " ", g.Retention, " ", g.Measured != nil, " ", g.Margin, " ", g.Worth))
	}
	want := []string{
		"1 visit: 1 0.0000 true 100.00 0.00",          // e
		"2 visits: 1 1.0000 true 77.33 231.99",        // b: 200 in 944 days
		"3 to 5 visits: 2 0.6667 false 131.17 369.25", // a: 300 in 1036 days, d: 300 in 699
		"6 or more visits: 0 0.6667 false 0.00 0.00",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// ann's first day is the last one of the year before.
func TestTheYearBeforeEndsWithItsLastDay(t *testing.T) {
	e := done(t, "-stays", written(t, "stays.csv", threeGuests), "-asof", "2024-01-02").summary(t).Valuation.Equity
	if e == nil || e.Split.String() != "2023-01-01" || e.Retention.Count != 1 || e.Retention.Of != 1 {
		t.Errorf("%+v", e)
	}
}

func TestCohortsByQuarter(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", header+"a,2023-01-05,2023-01-06,5\na,2023-04-05,2023-04-06,5\nb,2023-05-01,2023-05-02,5\n"))
	checkPage(t, out)
	r := out.summary(t).Valuation.Returns
	if r.By.String() != "quarter" || len(r.Cohorts) != 1 || r.Later != 2 {
		t.Errorf("%+v", r)
	}
	if page := string(out.file(t, page.Name)); !strings.Contains(page, "2\u00a0visits after 31\u00a0March\u00a02023 lie in a quarter that is not over") {
		t.Error("the page does not say which visits are left out")
	}
}

func TestNoPeriodIsOver(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", header+"a,2023-01-05,2023-01-06,5\n"))
	checkPage(t, out)
	if s := out.summary(t); !hasWarning(s, reckon.WarnNoRetention) || s.Valuation.Equity != nil {
		t.Errorf("%+v, warnings %v", s.Valuation.Equity, s.Warnings)
	}
	if !strings.Contains(string(out.file(t, page.Name)), "No quarter of the data is over") {
		t.Error("the page does not say it")
	}
}

// The parts of what would change customer equity add up, and so do its groups.
func TestEquityAddsUp(t *testing.T) {
	for _, args := range []string{"", "-rate 0.5 -years 50", "-cost 100000000"} {
		e := small(t, strings.Fields(args)...).summary(t).Valuation.Equity
		groups, parts := "0", "0"
		for _, g := range e.Groups {
			groups = plus(groups, g.Worth)
		}
		for _, part := range []string{e.WhatIf.Parts.Retention, e.WhatIf.Parts.Margin, e.WhatIf.Parts.Discount} {
			parts = plus(parts, part)
		}
		if plus(groups, "0.00") != e.Total || plus(parts, "0.00") != e.WhatIf.Change || plus(e.Total, parts) != e.WhatIf.Total {
			t.Errorf("%s: groups %s of %s, parts %s of %s", args, groups, e.Total, parts, e.WhatIf.Change)
		}
	}
}
