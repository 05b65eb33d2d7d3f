package main

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// Two guests came in the year before, one of them twice; three in the last year, one of them twice.
const twoYears = `guest,arrival,departure,revenue
a,2024-01-01,2024-01-03,100
a,2024-06-01,2024-06-02,50
b,2024-12-31,2025-01-02,50
a,2025-01-01,2025-01-02,90
b,2025-03-01,2025-03-03,80
b,2025-04-01,2025-04-02,70
c,2025-12-31,2026-01-01,60.50
`

func TestTheTwoYears(t *testing.T) {
	out := done(t, "-stays", written(t, "two.csv", twoYears), "-asof", "2026-01-01")
	checkPage(t, out)
	page := string(out.file(t, page.Name))
	rows := page[strings.Index(page, `<table class="years"`):]
	rows = html.UnescapeString(rows[:strings.Index(rows, "</table>")])
	for _, want := range []string{
		`Guests</th><td class="num">2</td><td class="num">3</td><td class="num">+50.0`,
		`Visits</th><td class="num">3</td><td class="num">4</td><td class="num">+33.3`,
		`Nights</th><td class="num">5</td><td class="num">5</td><td class="num">0.0`,
		`Revenue, EUR</th><td class="num">200</td><td class="num">300</td><td class="num">+50.3`,
		`Repeat guests</th><td class="num">50.0` + prose.NBSP + `%</td><td class="num">33.3` + prose.NBSP + `%</td><td class="num">−16.7 points`,
		`Average spend a visit, EUR</th><td class="num">66.67</td><td class="num">75.12</td><td class="num">+12.7`,
		`Average spend a guest, EUR</th><td class="num">100.00</td><td class="num">100.17</td><td class="num">+0.2`,
	} {
		if !strings.Contains(rows, want) {
			t.Errorf("no %s in %s", want, rows)
		}
	}
}

func TestWithoutTwoYearsThereIsNoChange(t *testing.T) {
	for _, test := range []struct{ args, table, want string }{
		{"-asof 2024-12-31 -stays", twoYears, "there is no year before the last"},
		{"-guests", "guest,last,visits,revenue\na,2024-01-01,2,50\n", "does not say which of their visits were in the last year"},
		{"-visit stay -stays", "guest,arrival,revenue\na,2024-01-01,50\n", "the years cannot be told apart"},
		{"-asof 2025-07-01 -stays", strings.Replace(twoYears, "a,2024-01-01,2024-01-03,100\n", "", 1), "so the year before is not whole"},
	} {
		out := done(t, append(strings.Fields(test.args), written(t, "a.csv", test.table))...)
		if page := string(out.file(t, page.Name)); !strings.Contains(page, test.want) {
			t.Errorf("%s: no %q", test.args, test.want)
		}
	}
}

var link = regexp.MustCompile(`href="#([^"]*)"`)

// Each chapter and part of the contents stands on the page, in the order of the contents and numbered from 1.
func TestContents(t *testing.T) {
	page := string(simulated(t).file(t, page.Name))
	contents := page[strings.Index(page, `<nav class="side"`):strings.Index(page, "<main")]
	last := strings.Index(page, "<main")
	for i, match := range link.FindAllStringSubmatch(contents, -1) {
		at := strings.Index(page, ` id="`+match[1]+`"`)
		if at < last {
			t.Errorf("entry %d, %s, stands too early", i+1, match[1])
		}
		last = at
	}
	for n := 1; n <= 9; n++ {
		if !strings.Contains(page, `<span class="n">`+prose.Whole(n)+`</span>`) {
			t.Errorf("no chapter %d", n)
		}
	}
}

// A gap in which nobody is does not stand in the table, but is counted below it.
func TestEmptyGapsAreNotListed(t *testing.T) {
	out := simulated(t)
	page, empty := string(out.file(t, page.Name)), 0
	for _, gap := range out.summary(t).Classes.Lint.Gaps {
		if gap.Guests == 0 {
			empty++
			if strings.Contains(page, `<th scope="row">`+lang.Capital(gap.Text)+`</th>`) {
				t.Errorf("%q is listed", gap.Text)
			}
		}
	}
	if empty == 0 || !strings.Contains(page, prose.Whole(empty)+prose.NBSP+"gap without a guest here") && !strings.Contains(page, prose.Whole(empty)+prose.NBSP+"gaps without a guest here") {
		t.Errorf("%d empty gaps are not counted", empty)
	}
}
