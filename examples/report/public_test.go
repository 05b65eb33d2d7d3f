package main

import (
	"bufio"
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
)

// Source: the example data of the R package rfm 0.3.0, scored by that package.
func TestOrdersOfTheRPackage(t *testing.T) {
	out := done(t, "-stays", publicdata.Path(t, "rfm/rfm_data_orders.csv"), "-columns", "guest=customer_id,arrival=order_date,revenue=revenue",
		"-asof", "2006-12-31", "-visit", "stay", "-method", "type7plus1", "-segments", "ten", "-currency", "USD")
	s := out.summary(t)
	want := published{
		input:      "4906 rows, 4906 stays, 995 guests, 464158.00",
		recency:    "[115 181 297.4 482]",
		frequency:  "[4 5 6 8]",
		monetary:   "[255.80 382.00 506.40 666.00]",
		counts:     "[197 200 199 199 200] [268 187 176 244 120] [200 200 198 202 195]",
		warnings:   "cost-not-stated potential-not-known model-not-known",
		codes:      329437,
		distinct:   92,
		mostCommon: "111:75 555:35 455:32 112:29 211:28 544:27",
		segments: []string{
			"champions 35 316 31646.00", "potential-loyalist 342 2211 204856.00", "loyal 170 799 76562.00",
			"promising 9 28 4249.00", "new 104 329 28837.00", "cant-lose 47 274 32446.00", "at-risk 28 216 22227.00",
			"need-attention 10 57 4562.00", "about-to-sleep 102 283 23449.00", "lost 148 393 35324.00", "others 0 0 0.00",
		},
	}
	got := publishedOf(t, out, s, 6, true)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(published{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	guests := out.guests(t)
	for _, row := range []string{
		"Abbey O'Reilly,2005-07-16,2006-06-09,6,0,472.00,205,6,472.00,3,4,3,potential-loyalist",
		"Add Senger,2005-06-08,2006-08-13,3,0,340.00,140,3,340.00,4,1,2,new",
		"Aileen Barton,2004-01-04,2006-10-08,9,0,763.00,84,9,763.00,5,5,5,champions",
	} {
		name, _, _ := strings.Cut(row, ",")
		if got := strings.Join(guests[name][:13], ","); got != row {
			t.Errorf("got %s, want %s", got, row)
		}
	}
	for cell, want := range map[[2]int]string{{1, 1}: "113 208.40", {5, 5}: "40 862.40", {3, 3}: "46 446.61"} {
		i := slices.IndexFunc(s.Grid, func(c record.Cell) bool { return c.R == cell[1] && c.F == cell[0] })
		if got := fmt.Sprintf("%d %s", s.Grid[i].Guests, *s.Grid[i].Mean); got != want {
			t.Errorf("cell f, r = %v: %s, want %s", cell, got, want)
		}
	}
}

// Source: as above.
func TestCustomersOfTheRPackage(t *testing.T) {
	out := done(t, "-guests", publicdata.Path(t, "rfm/rfm_data_customer.csv.gz"), "-asof", "2007-01-01", "-columns",
		"guest=customer_id,last=most_recent_visit,visits=number_of_orders,revenue=revenue", "-method", "type7plus1", "-segments", "ten", "-currency", "USD")
	want := published{
		input:     "39999 rows, 39999 stays, 39999 guests, 37537400.00",
		recency:   "[77 126 177 266]",
		frequency: "[8 10 11 13]",
		monetary:  "[641.00 827.00 1003.00 1226.00]",
		warnings:  "cost-not-stated potential-not-known unknown-first-arrival visits-not-known",
		counts:    "[7994 7957 7889 8108 8051] [9427 9764 4945 8204 7659] [8016 7998 8008 7997 7980]",
		codes:     13295134,
		distinct:  117,
		segments: []string{
			"champions 1571", "potential-loyalist 12762", "loyal 6965", "promising 297", "new 4475", "cant-lose 1471", "at-risk 2081",
			"need-attention 679", "about-to-sleep 4095", "lost 5535", "others 68",
		},
	}
	got := publishedOf(t, out, out.summary(t), 0, false)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(published{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// published is the figures that the source prints.
type published struct {
	input, recency, frequency, monetary, counts string
	warnings                                    string // codes
	codes, distinct                             int
	mostCommon                                  string
	segments                                    []string
}

func publishedOf(t *testing.T, out outcome, s record.Summary, common int, money bool) published {
	t.Helper()
	p := published{
		input:     fmt.Sprintf("%d rows, %d stays, %d guests, %s", s.Input.Rows, s.Input.Stays, s.Input.Guests, s.Input.Revenue),
		recency:   fmt.Sprint(s.RFM.Thresholds.Recency),
		frequency: fmt.Sprint(s.RFM.Thresholds.Frequency),
		monetary:  fmt.Sprint(s.RFM.Thresholds.Monetary),
		counts:    fmt.Sprint(s.RFM.Counts.Recency, s.RFM.Counts.Frequency, s.RFM.Counts.Monetary),
	}
	for _, w := range s.Warnings {
		p.warnings = strings.TrimSpace(p.warnings + " " + string(w.Code))
	}
	codes := map[string]int{}
	for _, row := range out.guests(t) {
		code := row[9] + row[10] + row[11]
		n, err := strconv.Atoi(code)
		if err != nil {
			t.Fatal(err)
		}
		p.codes += n
		codes[code]++
	}
	p.distinct = len(codes)
	var list []string
	for code, n := range codes {
		list = append(list, fmt.Sprintf("%s:%d", code, n))
	}
	slices.SortFunc(list, func(a, b string) int { return codes[b[:3]] - codes[a[:3]] })
	p.mostCommon = strings.Join(list[:common], " ")
	for _, one := range s.RFM.Segments {
		text := fmt.Sprintf("%s %d", one.ID, one.Guests)
		if money {
			text += fmt.Sprintf(" %d %s", one.Visits, one.Revenue)
		}
		p.segments = append(p.segments, text)
	}
	return p
}

// The CDNOW master file: runs of blanks, CRLF, several purchases of a customer on one day.
func TestCDNOWMaster(t *testing.T) {
	s := done(t, "-stays", publicdata.Path(t, "cdnow/CDNOW_master.txt.gz"), "-sep", "blanks", "-header", "-date", "20060102",
		"-columns", "guest=customer_id,arrival=date,revenue=dollar_value", "-currency", "USD").summary(t)
	rows, guests, visits, cents := countCDNOW(t)
	v := s.Valuation
	if v.Values["historic"].Sum != s.Input.Revenue || v.Returns.Repeat.Of != 23570 || len(v.Returns.Cohorts) != 6 {
		t.Errorf("historic %s, %+v", v.Values["historic"].Sum, v.Returns)
	}
	for k, want := range cohortCDNOW(t) {
		if got := *v.Returns.Cohorts[0].CameAgain[k]; got != want {
			t.Errorf("%d quarters later %d came, want %d", k+1, got, want)
		}
	}
	want := fmt.Sprintf("69659 rows, 69659 stays, 23570 guests, 67591 visits, %d.%02d", cents/100, cents%100)
	got := fmt.Sprintf("%d rows, %d stays, %d guests, %d visits, %s", s.Input.Rows, s.Input.Stays, s.Input.Guests, s.Totals.Visits, s.Input.Revenue)
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if rows != 69659 || guests != 23570 || visits != 67591 {
		t.Errorf("counted independently: %d rows, %d guests, %d visits", rows, guests, visits)
	}
}

// cohortCDNOW counts the customers, who all came first in the first quarter of 1997, in each later quarter that is over.
func cohortCDNOW(t *testing.T) []int {
	t.Helper()
	seen, out := map[string]bool{}, make([]int, 5)
	for line := range strings.Lines(string(publicdata.Read(t, "cdnow/CDNOW_master.txt.gz"))) {
		cells := strings.Fields(line)
		if len(cells[1]) != len("19970101") {
			continue // the header
		}
		quarter := 4*int(cells[1][3]-'7') + (10*int(cells[1][4]-'0')+int(cells[1][5]-'0')-1)/3
		if key := cells[0] + " " + strconv.Itoa(quarter); quarter > 0 && quarter <= len(out) && !seen[key] {
			seen[key] = true
			out[quarter-1]++
		}
	}
	return out
}

// countCDNOW counts the file another way, with integers and fixed columns of text.
func countCDNOW(t *testing.T) (rows, guests, visits, cents int) {
	t.Helper()
	customers, days := map[string]bool{}, map[string]bool{}
	scanner := bufio.NewScanner(bytes.NewReader(publicdata.Read(t, "cdnow/CDNOW_master.txt.gz")))
	scanner.Scan() // the header
	for scanner.Scan() {
		cells := strings.Fields(scanner.Text())
		if len(cells) != 4 {
			t.Fatalf("row %d has %d cells", rows+1, len(cells))
		}
		amount, err := strconv.Atoi(strings.Replace(cells[3], ".", "", 1))
		if err != nil || len(cells[3])-strings.IndexByte(cells[3], '.') != 3 {
			t.Fatalf("row %d: amount %q", rows+1, cells[3])
		}
		rows, cents = rows+1, cents+amount
		customers[cells[0]], days[cells[0]+cells[1]] = true, true
	}
	return rows, len(customers), len(days), cents
}
