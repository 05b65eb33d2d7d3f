package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"

	"github.com/hotelcrm/hotelcrm/examples/internal/style"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

var (
	link     = regexp.MustCompile(`href="#([^"]*)"`)
	reader   = regexp.MustCompile(`aria-labelledby="([^"]*)"`)
	identity = regexp.MustCompile(` id="([^"]*)"`)
	outside  = regexp.MustCompile(`<script|<link|<img|@import|url\(|https?://`)
)

// checkWhole checks that a page stands by itself: nothing unsaid or from outside, ids used once, links that lead somewhere.
func checkWhole(t *testing.T, page string, bad ...string) {
	t.Helper()
	for _, text := range append([]string{"NaN", "ZgotmplZ", "<no value>", "%!", "Infinity"}, bad...) {
		if strings.Contains(page, text) {
			t.Errorf("the page contains %q", text)
		}
	}
	if found := outside.FindString(page); found != "" {
		t.Errorf("the page is not by itself: %s", found)
	}
	ids := map[string]bool{}
	for _, match := range identity.FindAllStringSubmatch(page, -1) {
		if ids[match[1]] {
			t.Errorf("id %q is used twice", match[1])
		}
		ids[match[1]] = true
	}
	for _, match := range append(link.FindAllStringSubmatch(page, -1), reader.FindAllStringSubmatch(page, -1)...) {
		if !ids[match[1]] {
			t.Errorf("nothing has the id %q", match[1])
		}
	}
}

// checkPage checks what holds for every page.
func checkPage(t *testing.T, out outcome) {
	t.Helper()
	page := string(out.file(t, page.Name))
	checkWhole(t, page, "#010000", "Liberation")
	for _, need := range []string{`<html lang="en">`, "<title>", `class="skip"`, "<h1>", `class="caption"`, `scope="row"`} {
		if !strings.Contains(page, need) {
			t.Errorf("the page lacks %s", need)
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

// Text must stand out from its ground by 4.5 to 1 (WCAG 2.2, success criterion 1.4.3), marks by 3 to 1 (1.4.11).
func TestColoursHaveContrast(t *testing.T) {
	light, dark := colours(t, 0), colours(t, strings.Index(style.Base, "prefers-color-scheme: dark"))
	for name, scheme := range map[string]map[string]float64{"light": light, "dark": dark} {
		for _, pair := range []struct {
			on, under string
			least     float64
		}{
			{"ink", "paper", 4.5},
			{"ink", "card", 4.5},
			{"ink", "note", 4.5},
			{"ink-2", "paper", 4.5},
			{"ink-2", "card", 4.5},
			{"ink-2", "note", 4.5},
			{"link", "paper", 4.5},
			{"t0", "h0", 4.5},
			{"t1", "h1", 4.5},
			{"t2", "h2", 4.5},
			{"t3", "h3", 4.5},
			{"t4", "h4", 4.5},
			{"t5", "h5", 4.5},
			{"a", "paper", 3},
			{"b", "paper", 3},
			{"curve", "paper", 3},
			{"mark", "paper", 3},
			{"curve", "card", 3},
			{"mark", "card", 3},
		} {
			over, under := scheme[pair.on]+0.05, scheme[pair.under]+0.05
			if ratio := max(over, under) / min(over, under); ratio < pair.least {
				t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", name, pair.on, pair.under, ratio, pair.least)
			}
		}
	}
}

var colour = regexp.MustCompile(`--([a-z0-9-]+): #([0-9a-f]{6})`)

// colours returns the relative luminance of the style's colours from a position on, the first of each name.
func colours(t *testing.T, from int) map[string]float64 {
	t.Helper()
	out := map[string]float64{}
	for _, match := range colour.FindAllStringSubmatch(style.Base[from:], -1) {
		if _, known := out[match[1]]; known {
			continue
		}
		var parts [3]float64
		for i := range parts {
			n, err := strconv.ParseUint(match[2][2*i:2*i+2], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			parts[i] = linear(float64(n) / 255)
		}
		out[match[1]] = 0.2126*parts[0] + 0.7152*parts[1] + 0.0722*parts[2]
	}
	return out
}

// linear undoes the gamma of sRGB.
func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
