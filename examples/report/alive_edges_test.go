package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// regulars is guests who come every so many days, n times each.
func regulars(guests, n, days int, revenue string) string {
	var b strings.Builder
	for g := range guests {
		for k := range n {
			fmt.Fprintf(&b, "g%d,%s,%s\n", g, hotelcrm.DateOf(2023, 1, 1).AddDays(g+days*k), revenue)
		}
	}
	return b.String()
}

// mixed is guests of all kinds: from once only to often, over two years.
func mixed(revenue string) string {
	var b strings.Builder
	for g := range 120 {
		for k := range 1 + g*g%11 {
			fmt.Fprintf(&b, "g%d,%s,%s\n", g, hotelcrm.DateOf(2023, 1, 1).AddDays(3*g+k*(9+7*g%60)), revenue)
		}
	}
	return b.String()
}

func TestDataThatHardlyFits(t *testing.T) {
	for i, test := range []struct{ name, rows, want string }{
		{"one guest", "a,2024-01-01,5\n", "no guest came back"},
		{"nobody came back", "a,2024-01-01,5\nb,2023-01-01,5\n", "no guest came back"},
		{"one guest, often", regulars(1, 30, 20, "5"), ""},
		{"all alike", regulars(1, 3, 20, "5") + strings.ReplaceAll(regulars(1, 3, 20, "5"), "g0", "h"), ""},
		{"like clockwork", regulars(60, 12, 30, "5"), ""},
		{"refunds only", mixed("-5"), "no guest with a spend above 0"},
		{"free", mixed("0"), "no guest with a spend above 0"},
		{"enormous", mixed("123456789012345678901234567890"), "beyond 1e15"},
		{"all spend alike", mixed("5"), "the spends of the guests do not differ"},
		{"one day", "a,2024-01-01,5\na,2024-01-01,5\n", "no guest came back"},
		{"one day apart", "a,2024-01-01,5\na,2024-01-02,5\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := done(t, "-stays", written(t, "edge.csv", "guest,arrival,revenue\n"+test.rows), "-unit", []string{"week", "day", "month"}[i%3])
			checkPage(t, out)
			s, text := out.summary(t), string(out.file(t, record.SummaryName))
			if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
				t.Error("summary.json has what is no number")
			}
			if !strings.Contains(text, test.want) || s.BTYD == nil && !hasWarning(s, reckon.WarnNoModel) {
				t.Errorf("no word of why: %v", s.Warnings)
			}
			for _, row := range out.guests(t) {
				checkPredictions(t, row, s.BTYD != nil)
			}
		})
	}
}

func checkPredictions(t *testing.T, row []string, known bool) {
	t.Helper()
	if len(row) < columns || (row[columnAlive] != "") != known {
		t.Fatalf("%d cells, P(alive) %q", len(row), row[columnAlive])
	}
	for _, cell := range row[columnAlive:columns] {
		if cell != "" {
			float(t, cell)
		}
	}
}

func TestWithoutVisitsThereIsNoModel(t *testing.T) {
	for _, args := range [][]string{
		{"-guests", written(t, "guests.csv", "guest,last,visits,revenue\na,2024-01-01,2,10\nb,2024-01-09,1,5\n")},
		{"-stays", written(t, "stays.csv", "guest,arrival,revenue\n"+regulars(30, 5, 90, "5")), "-visit", "stay"},
	} {
		out := done(t, args...)
		s := out.summary(t)
		checkPage(t, out)
		if s.BTYD != nil || !hasWarning(s, reckon.WarnNoVisits) {
			t.Errorf("%v: %v", args, s.Warnings)
		}
		for _, row := range out.guests(t) {
			if !slices.Equal(row[columnAlive:columns], make([]string, columns-columnAlive)) {
				t.Errorf("%v: %v", args, row)
			}
		}
	}
}

// A calibration that is asked for needs the visits one by one, whatever memory that takes.
func TestCalibrationEndKeepsVisits(t *testing.T) {
	file := written(t, "stays.csv", "guest,arrival,revenue\n"+mixed("5"))
	if b := done(t, "-stays", file, "-visit", "stay", "-calibration-end", "2023-09-30").summary(t).BTYD; b == nil || b.Holdout == nil {
		t.Errorf("got %+v", b)
	}
}

func TestModelFlagsAreChecked(t *testing.T) {
	file := written(t, "stays.csv", "guest,arrival,revenue\n"+regulars(30, 5, 90, "5"))
	for _, test := range []struct {
		args string
		code int
		want string
	}{
		{"-unit year", exitFlags, "want week, day or month"},
		{"-unit fortnight", exitFlags, "want week, day or month"},
		{"-calibration-end yesterday", exitFlags, "-calibration-end"},
		{"-guests x.csv -unit day", exitFlags, "do not apply to -guests"},
		{"-stays " + file + " -calibration-end 2030-01-01", exitFail, "want a day from the first arrival, 2023-01-01"},
		{"-stays " + file + " -calibration-end 2022-12-31", exitFail, "want a day from the first arrival, 2023-01-01"},
	} {
		out := command(t, strings.Fields(test.args)...)
		if out.code != test.code || !strings.Contains(out.stderr, test.want) {
			t.Errorf("%s: exit %d, %s", test.args, out.code, out.stderr)
		}
	}
}
