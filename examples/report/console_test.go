package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
)

func TestConsole(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", header+"a,2024-01-01,2024-01-02,50\nb,2024-01-01,2024-01-03,-10\n"))
	text, _, _ := strings.Cut(out.stdout, "written to ")
	want := `stays.csv, as of 2024-01-04

rows                         2
counted                      2
guests                       2
visits                       2
nights                       3
revenue                      EUR 40.00
best 20 % (1 guest) bring    125.0 % after refunds
`
	if !strings.HasPrefix(squeezed(text), squeezed(want)) {
		t.Errorf("(-want +got):\n%s", cmp.Diff(want, text))
	}
	if strings.Contains(text, "\n\n\n") || strings.Contains(text, "Champions  0") {
		t.Errorf("empty lines or segments:\n%s", text)
	}
	for _, code := range []string{"(few-guests", "(currency-assumed", "(fewer-bins"} {
		if strings.Contains(text+string(out.file(t, page.Name)), code) {
			t.Errorf("the text shows the code %s", code)
		}
	}
	if full := simulated(t).stdout; !strings.Contains(full, "best 20 % (4,191 guests) bring  66.5 % after refunds\n") || strings.Contains(full, "\n\n\n") {
		t.Errorf("the simulated hotel:\n%s", full)
	}
}

// squeezed makes every run of blanks one.
func squeezed(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Join(lines, "\n")
}

func TestFeesCountIfAskedFor(t *testing.T) {
	file := written(t, "stays.csv", "guest,arrival,status,revenue,fees\na,2024-01-01,departed,10,\na,2023-12-01,no-show,0,7\nb,2023-12-01,cancelled,0,5\n")
	for _, test := range []struct {
		args, revenue, cancelled, definition string
	}{
		{"", "10.00", "A fee is not part of the revenue.", "Fees for cancellations and no-shows are not part of it; refunds"},
		{"-fees", "17.00", "a fee is part of the revenue of a guest who has visits.", "Fees for cancellations and no-shows are part of it, for"},
	} {
		out := done(t, append(strings.Fields(test.args), "-stays", file)...)
		s := out.summary(t)
		if s.Input.Revenue != test.revenue || s.Input.Guests != 1 || s.Totals.Visits != 1 || s.Input.Fees != (test.args != "") {
			t.Errorf("%q: %+v", test.args, s.Input)
		}
		page := string(out.file(t, page.Name))
		for _, want := range []string{test.cancelled, test.definition} {
			if !strings.Contains(page, want) {
				t.Errorf("%q: the page does not say %q", test.args, want)
			}
		}
		checkPage(t, out)
	}
}

func TestConsoleInChinese(t *testing.T) {
	text, _, _ := strings.Cut(small(t, "-lang", "zh").stdout, "已写入")
	if found := langtest.English(text, names...); len(found) > 0 {
		t.Errorf("not in Chinese: %q in\n%s", found, text)
	}
	_, text, _ = strings.Cut(text, "\n细分 ")
	segments, _, _ := strings.Cut("细分 "+text, "\n\n")
	want := 0
	for line := range strings.Lines(segments) {
		last := strings.LastIndex(strings.TrimRight(line, "\n"), "  ")
		at := lang.Width(line[:max(last, 0)])
		if want == 0 {
			want = at
		}
		if at != want {
			t.Errorf("the last cell begins after %d columns, not %d: %s", at, want, line)
		}
	}
}
