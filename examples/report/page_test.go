package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// checkPage checks what holds for every page.
func checkPage(t *testing.T, out outcome) {
	t.Helper()
	page := string(out.file(t, page.Name))
	browsertest.Whole(t, page)
	for _, bad := range []string{"#010000", "Liberation"} { // of the pictures
		if strings.Contains(page, bad) {
			t.Errorf("the page contains %q", bad)
		}
	}
}

func hasWarning(s record.Summary, code hotelcrm.WarningCode) bool {
	for _, w := range s.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}

func TestPageEscapesWhatTheFileSays(t *testing.T) {
	out := done(t, "-stays", written(t, "<b>&.csv", "guest,arrival,revenue\n<script>alert(1)</script>,2024-01-01,5\n"))
	checkPage(t, out)
	if page := string(out.file(t, page.Name)); !strings.Contains(page, "&lt;b&gt;&amp;.csv") {
		t.Error("the file name is not escaped")
	}
}

func TestSmallHotels(t *testing.T) {
	for _, test := range []struct{ name, rows, want string }{
		{"one guest", "a,2024-01-01,5", "There is one guest, who brings all of the revenue"},
		{"one guest, no revenue", "a,2024-01-01,0", "nobody has a share of it"},
		{"one guest, refund", "a,2024-01-01,-3.50", "nobody has a share of it"},
		{"all equal", "a,2024-01-01,5\nb,2024-01-01,5\nc,2024-01-01,5", "The Gini coefficient is 0.00"},
		{"one refund", "a,2024-01-01,5\nb,2024-01-02,-1", "1\u00a0guest has a negative total"},
		{"big refund", "a,2024-01-01,50\nb,2024-01-02,-49", "A Gini coefficient is not defined here"},
		{"tiny share", "a,2024-01-01,1000000000\nb,2024-01-02,0.01", "80\u00a0% of it comes from 50.0\u00a0% of the guests (1 of 2)"},
		{"beyond the scale", "a,2024-01-01,0.12345\nb,2024-01-02,7", "EUR\u00a07.12345"},
		{"enormous", "a,2024-01-01,123456789012345678901234567890\nb,2024-01-02,7", "EUR\u00a0123,456,789,012,345,678,901,234,567,897."},
	} {
		for _, args := range []string{"", "-method ntile", "-method meansplit", "-method type7plus1", "-bins 4"} {
			t.Run(test.name+" "+args, func(t *testing.T) {
				file := written(t, "small.csv", "guest,arrival,revenue\n"+test.rows+"\n")
				out := done(t, append(strings.Fields(args), "-stays", file)...)
				out.summary(t)
				checkPage(t, out)
				if page := string(out.file(t, page.Name)); !strings.Contains(page, test.want) {
					t.Errorf("the page does not say %q", test.want)
				}
			})
		}
	}
}

func TestWithoutRevenueThereIsNoConcentration(t *testing.T) {
	s := done(t, "-stays", written(t, "zero.csv", "guest,arrival,revenue\na,2024-01-01,0\n")).summary(t)
	if s.Concentration != nil || !hasWarning(s, reckon.WarnNoConcentration) {
		t.Errorf("concentration %v, warnings %v", s.Concentration, s.Warnings)
	}
}

func TestWarningsSayHowManyGuests(t *testing.T) {
	out := done(t, "-cost", "0")
	want := " guests whose potential is not known are in no cell of the value matrix"
	for _, w := range out.summary(t).Warnings {
		if w.Code == valuation.WarnNotClassed {
			want = prose.Whole(w.N) + want
		}
	}
	if !strings.Contains(out.stdout, "note: 5,923"+want[5:]) || !strings.Contains(string(out.file(t, page.Name)), "<li>"+want) {
		t.Errorf("no %q in %s", want, out.stdout)
	}
}
