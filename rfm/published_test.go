package rfm_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"maps"
	"slices"
	"strconv"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// dataRows returns the rows of a public data set without the header, and skips the test where it is not at hand.
func dataRows(t *testing.T, name string) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(publicdata.Read(t, name))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func date(t *testing.T, text string) hotelcrm.Date {
	t.Helper()
	d, err := hotelcrm.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// orderTable is the order table of the R package rfm: every order is a day visit.
func orderTable(t *testing.T) *rfm.Scores {
	t.Helper()
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "USD", Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range dataRows(t, "rfm/rfm_data_orders.csv") {
		day := date(t, row[1])
		stay := hotelcrm.Stay{
			Guest: row[0], Status: hotelcrm.Departed, Arrival: day, Departure: day, Revenue: hotelcrm.Revenue{Rooms: dec(row[2])},
		}
		if err := register.Add(stay); err != nil {
			t.Fatal(err)
		}
	}
	summaries, err := register.Summaries(hotelcrm.DateOf(2006, 12, 31), hotelcrm.Window{})
	if err != nil {
		t.Fatal(err)
	}
	scores, err := rfm.Of(summaries, rfm.Same(rfm.Type7Plus1, 5))
	if err != nil {
		t.Fatal(err)
	}
	return scores
}

// customerTable is the customer table of the R package rfm, one row a customer.
func customerTable(t *testing.T) *rfm.Scores {
	t.Helper()
	last := hotelcrm.DateOf(2007, 1, 1)
	var rows []hotelcrm.Summary
	for _, row := range dataRows(t, "rfm/rfm_data_customer.csv.gz") {
		visits, err := strconv.Atoi(row[3])
		if err != nil {
			t.Fatal(err)
		}
		seen := date(t, row[2])
		if days := strconv.Itoa(last.DaysSince(seen)); days != row[4] {
			t.Fatalf("customer %s: %s days to the analysis date, the file says %s", row[0], days, row[4])
		}
		rows = append(rows, hotelcrm.Summary{Guest: row[0], Last: seen, Visits: visits, Revenue: dec(row[1])})
	}
	summaries, err := hotelcrm.NewSummaries("USD", last, rows)
	if err != nil {
		t.Fatal(err)
	}
	scores, err := rfm.Of(summaries, rfm.Same(rfm.Type7Plus1, 5))
	if err != nil {
		t.Fatal(err)
	}
	return scores
}

func code(s rfm.Score) int { return 100*int(s.R) + 10*int(s.F) + int(s.M) }

// codes returns how many guests have each code.
func codes(scores *rfm.Scores) map[int]int {
	out := map[int]int{}
	for _, score := range list(scores) {
		out[code(score)]++
	}
	return out
}

func sumOfCodes(scores *rfm.Scores) int {
	sum := 0
	for _, score := range list(scores) {
		sum += code(score)
	}
	return sum
}

type cutTable struct{ Recency, Frequency, Monetary []string }

func cutsOf(t rfm.Thresholds) cutTable {
	return cutTable{texts(t.Recency.Cuts), texts(t.Frequency.Cuts), texts(t.Monetary.Cuts)}
}

type segmentRow struct {
	Label     string
	Customers int
	Orders    int64
	Revenue   string
}

func segmentRows(t *testing.T, scores *rfm.Scores) []segmentRow {
	t.Helper()
	segmentation, err := scores.Segments(rfm.TenSegments())
	if err != nil {
		t.Fatal(err)
	}
	var out []segmentRow
	for _, total := range segmentation.Totals() {
		out = append(out, segmentRow{total.Segment.Label, total.Guests, total.Visits, total.Revenue.String()})
	}
	return out
}

// Source: R package rfm 0.3.0, rfm_data_orders, analysis date 2006-12-31.
func TestPublishedOrderTable(t *testing.T) {
	scores := orderTable(t)
	summaries := scores.Summaries()
	if n, orders := summaries.Len(), summaries.Counts().Stays; n != 995 || orders != 4906 || summaries.Revenue().Sum().String() != "464158" {
		t.Fatalf("want 995 customers, 4906 orders and 464158, got %d, %d and %s", n, orders, summaries.Revenue().Sum())
	}
	t.Run("thresholds", func(t *testing.T) {
		want := cutTable{
			[]string{"115", "181", "297.4", "482"}, []string{"4", "5", "6", "8"}, []string{"255.8", "382", "506.4", "666"},
		}
		if diff := gocmp.Diff(want, cutsOf(scores.Thresholds())); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("customers with each score", func(t *testing.T) {
		want := rfm.Counts{
			Recency: []int{197, 200, 199, 199, 200}, Frequency: []int{268, 187, 176, 244, 120}, Monetary: []int{200, 200, 198, 202, 195},
		}
		if diff := gocmp.Diff(want, scores.Counts()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("codes", func(t *testing.T) {
		if sum, distinct := sumOfCodes(scores), len(codes(scores)); sum != 329_437 || distinct != 92 {
			t.Errorf("want sum 329437 of 92 codes, got %d of %d", sum, distinct)
		}
		byCount := codes(scores)
		frequent := slices.SortedFunc(maps.Keys(byCount), func(a, b int) int { return cmp.Or(byCount[b]-byCount[a], a-b) })[:6]
		var got [][2]int
		for _, c := range frequent {
			got = append(got, [2]int{c, byCount[c]})
		}
		want := [][2]int{{111, 75}, {555, 35}, {455, 32}, {112, 29}, {211, 28}, {544, 27}}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("segments", func(t *testing.T) {
		want := []segmentRow{
			{"Champions", 35, 316, "31646"},
			{"Potential Loyalist", 342, 2211, "204856"},
			{"Loyal Customers", 170, 799, "76562"},
			{"Promising", 9, 28, "4249"},
			{"New Customers", 104, 329, "28837"},
			{"Can't Lose Them", 47, 274, "32446"},
			{"At Risk", 28, 216, "22227"},
			{"Need Attention", 10, 57, "4562"},
			{"About To Sleep", 102, 283, "23449"},
			{"Lost", 148, 393, "35324"},
			{"Others", 0, 0, "0"},
		}
		if diff := gocmp.Diff(want, segmentRows(t, scores)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("heat map", func(t *testing.T) {
		type mean struct {
			N    int
			Mean string
		}
		got := map[string]mean{}
		for _, cell := range scores.Grid() {
			average, ok, err := cell.Mean(4, hotelcrm.RoundHalfEven)
			if err != nil || !ok {
				continue
			}
			got[strconv.Itoa(cell.F)+" "+strconv.Itoa(cell.R)] = mean{cell.Guests, average.String()}
		}
		want := map[string]mean{"1 1": {113, "208.3982"}, "5 5": {40, "862.4"}, "3 3": {46, "446.6087"}}
		for key, w := range want {
			if diff := gocmp.Diff(w, got[key]); diff != "" {
				t.Errorf("frequency and recency %s (-want +got):\n%s", key, diff)
			}
		}
	})
}

// Source: README of the R package rfm 0.3.0 and its example data.
func TestPublishedCustomers(t *testing.T) {
	scores := orderTable(t)
	tests := []struct {
		name    string
		days    int
		orders  int
		revenue string
		code    string
	}{
		{"Abbey O'Reilly", 205, 6, "472", "343"},
		{"Add Senger", 140, 3, "340", "412"},
		{"Aden Lesch", 194, 4, "405", "323"},
		{"Aden Murphy", 98, 7, "596", "544"},
		{"Admiral Senger", 132, 5, "448", "433"},
		{"Aileen Barton", 84, 9, "763", "555"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i, found := scores.Summaries().Find(tt.name)
			if !found {
				t.Fatal("not found")
			}
			customer := scores.Summaries().At(i)
			type row struct {
				Days, Orders  int
				Revenue, Code string
			}
			want := row{tt.days, tt.orders, tt.revenue, tt.code}
			got := row{scores.Summaries().AsOf().DaysSince(customer.Last), customer.Visits, customer.Revenue.String(), scores.At(i).String()}
			if diff := gocmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Source: R package rfm 0.3.0, rfm_data_customer, analysis date 2007-01-01.
func TestPublishedCustomerTable(t *testing.T) {
	scores := customerTable(t)
	if n := scores.Len(); n != 39_999 {
		t.Fatalf("want 39999 customers, got %d", n)
	}
	t.Run("thresholds", func(t *testing.T) {
		want := cutTable{
			[]string{"77", "126", "177", "266"}, []string{"8", "10", "11", "13"}, []string{"641", "827", "1003", "1226"},
		}
		if diff := gocmp.Diff(want, cutsOf(scores.Thresholds())); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("customers with each score", func(t *testing.T) {
		want := rfm.Counts{
			Recency: []int{7994, 7957, 7889, 8108, 8051}, Frequency: []int{9427, 9764, 4945, 8204, 7659}, Monetary: []int{8016, 7998, 8008, 7997, 7980},
		}
		if diff := gocmp.Diff(want, scores.Counts()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("codes", func(t *testing.T) {
		if sum, distinct := sumOfCodes(scores), len(codes(scores)); sum != 13_295_134 || distinct != 117 {
			t.Errorf("want sum 13295134 of 117 codes, got %d of %d", sum, distinct)
		}
	})
	t.Run("segments", func(t *testing.T) {
		want := map[string]int{
			"Champions": 1571, "Potential Loyalist": 12762, "Loyal Customers": 6965, "Promising": 297, "New Customers": 4475,
			"Can't Lose Them": 1471, "At Risk": 2081, "Need Attention": 679, "About To Sleep": 4095, "Lost": 5535, "Others": 68,
		}
		got := map[string]int{}
		for _, row := range segmentRows(t, scores) {
			got[row.Label] = row.Customers
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// On real data the ranks must be those of any SQL engine's NTILE; here it is the plain one.
func TestNTileOfThePublishedTableEqualsSQL(t *testing.T) {
	summaries := customerTable(t).Summaries()
	var guests []guest
	for _, s := range summaries.All() {
		guests = append(guests, guest{s.Guest, summaries.AsOf().DaysSince(s.Last), s.Visits, s.Revenue})
	}
	scores, err := rfm.Of(summaries, rfm.Same(rfm.NTile, 5))
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(plainScores(guests, ntileOracle, [3]int{5, 5, 5}), list(scores)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want := rfm.Counts{
		Recency: []int{8000, 8000, 8000, 8000, 7999}, Frequency: []int{8000, 8000, 8000, 8000, 7999}, Monetary: []int{8000, 8000, 8000, 8000, 7999},
	}
	if diff := gocmp.Diff(want, scores.Counts()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
