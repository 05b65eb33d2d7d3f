package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

const header = "guest,arrival,departure,revenue\n"

func TestInputThatCannotBeUsed(t *testing.T) {
	for _, test := range []struct {
		name, text, args string
		code             int
		want             string
	}{
		{"empty file", "", "", exitFail, "the file is empty"},
		{"header only", header, "", exitFail, "stays.csv has no data rows"},
		{"no guest column", "name,arrival,revenue\na,2024-01-01,5\n", "", exitFail, "no column for guest; the header has name, arrival, revenue; say which is which with -columns guest=...\n"},
		{"no amount column", "guest,arrival\na,2024-01-01\n", "", exitFail, "no column for revenue; the header has guest, arrival; say which"},
		{"no date column", "guest,revenue\na,5\n", "", exitFail, "no column for arrival; the header has guest, revenue"},
		{"nothing known", "customer_id,order_date,amount\n", "", exitFail, "no column for guest, arrival and revenue; the header has customer_id, order_date, amount; say which is which with -columns guest=...,arrival=...,revenue=...\n"},
		{"two unknown", "customer_id,order_date,revenue\n", "", exitFail, "no column for guest and arrival; the header has customer_id, order_date, revenue; say which is which with -columns guest=...,arrival=...\n"},
		{"mapped in part", "who,day,paid\n", "-columns guest=who", exitFail, "no column for arrival and revenue; the header has who, day, paid; say which is which with -columns arrival=...,revenue=...,guest=who\n"},
		{"no header, mapped in part", "a,2024-01-01,5\n", "-header=false -columns guest=1", exitFail, "no column for arrival and revenue; a row has 3 columns; say which is which with -columns arrival=...,revenue=...,guest=1\n"},
		{"semicolons", "guest;arrival;revenue\na;2024-01-01;5\n", "", exitFail, "is -sep ';' meant?"},
		{"tabs", "guest\tarrival\trevenue\n", "-columns guest=guest", exitFail, "is -sep tab meant?"},
		{"runs of blanks", "guest  arrival  revenue\n", "", exitFail, "is -sep blanks meant?"},
		{"commas", header, "-sep ;", exitFail, "is -sep ',' meant?"},
		{"all in another currency", "guest,arrival,revenue,currency\na,2024-01-01,5,USD\n", "-currency GBP", exitFail, "not even the one row can be used (1 wrong-currency); the report is in GBP: name the currency of the file with -currency CODE"},
		{"column not there", header, "-columns guest=who,arrival=arrival,revenue=revenue", exitFail, `the header has no column "who"; it has "guest", "arrival"`},
		{"column twice", "guest,arrival,revenue,revenue\na,2024-01-01,5,6\n", "", exitFail, `the header has "revenue" twice`},
		{"unknown field", header, "-columns gast=guest", exitFlags, `field "gast" is not known; want some of id, version`},
		{"no header, names", "a,2024-01-01,5\n", "-header=false -columns guest=guest", exitFail, "want a number from 1 to 3"},
		{"no header, no columns", "a,2024-01-01,5\n", "-header=false", exitFlags, "-header=false needs -columns"},
		{"nothing right", header + "a,2024-01-02,2024-01-01,5\nb,soon,,5\n", "", exitFail, "none of 2 rows can be used (1 reversed-dates, 1 unreadable)"},
		{"all after the day", "guest,arrival,revenue\na,2024-01-05,5\n", "-asof 2024-01-02", exitFail, "(1 after-window); -asof 2024-01-02 is before them"},
		{"nothing counts", "guest,arrival,revenue,status\na,2024-01-01,5,cancelled\n", "", exitFail, "not even the one row can be used (1 cancelled)"},
		{"strict", header + "a,2024-01-01,2024-01-02,5\na,2024-01-02,2024-01-01,5\n", "-strict", exitFail, "1 of 2 rows are wrong (1 reversed-dates); nothing was written"},
		{"UTF-16", "\xff\xfeg\x00u\x00", "", exitFail, "UTF-16"},
		{"half a gzip", "\x1f\x8b\x08\x00\x00", "", exitFail, "unexpected EOF"},
		{"other currency", header + "a,2024-01-01,2024-01-02,5\n", "-currency euro", exitFlags, "-currency"},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := command(t, append(strings.Fields(test.args), "-stays", written(t, "stays.csv", test.text))...)
			if out.code != test.code || !strings.Contains(out.stderr, test.want) {
				t.Errorf("exit %d, want %d with %q; got:\n%s", out.code, test.code, test.want, out.stderr)
			}
			if _, err := os.Stat(out.dir); err == nil {
				t.Error("something was written")
			}
		})
	}
}

func TestMissingFile(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	out := command(t, "-stays", "none.csv")
	if want := "open " + filepath.Join(folder, "none.csv") + ": no such file"; out.code != exitFail || !strings.Contains(out.stderr, want) {
		t.Errorf("exit %d, want %q; got %s", out.code, want, out.stderr)
	}
}

func TestWrongFlags(t *testing.T) {
	for args, want := range map[string]string{
		"-bins 1":                           "2 to 10",
		"-bins 2,3":                         "three of them",
		"-bins x":                           "2 to 10",
		"-method best":                      "value, ntile, type7plus1, meansplit, equalwidth, logwidth or jenks",
		"-method explicit":                  "value, ntile, type7plus1, meansplit, equalwidth, logwidth or jenks",
		"-method meansplit -bins 5":         "want 2",
		"-method meansplit -segments hotel": "needs 5 x 5 x 5 scores, but there are 2 x 2 x 2",
		"-segments hotel -bins 4":           "needs 5 x 5 x 5 scores, but there are 4 x 4 x 4",
		"-segments all":                     "hotel, ten, eight or four",
		"-cost -5":                          `-cost "-5" is not allowed; want the total input cost as a plain decimal such as 1234.50, 0 or more`,
		"-cost 1e6":                         `-cost "1e6" is not allowed`,
		"-cost 1,000":                       `-cost "1,000" is not allowed`,
		"-rate 10":                          `-rate "10" is not allowed; want a discount per one and year from 0 to 1`,
		"-rate x":                           `-rate "x" is not allowed`,
		"-rate 0.1234567":                   `-rate "0.1234567" is not allowed`,
		"-years 0":                          "-years 0 is not allowed; want 1 to 50",
		"-years 51":                         "-years 51 is not allowed; want 1 to 50",
		"-profiles x":                       "-profiles needs -stays or -guests",
		"-stays x -profile-columns guest=1": "-profile-columns needs -profiles",
		"-stays x -profiles y -profile-columns visits=1": "want some of guest, motive, industry, income, credit, satisfaction",
		"-survey-columns guest=1":                        "-survey-columns needs -survey",
		"-survey-scale 1-7":                              "-survey-scale needs -survey",
		"-survey x -survey-scale 5-1":                    `-survey-scale "5-1" is not allowed; want a lower and a higher number, at most 63 answers`,
		"-survey x -survey-scale 0-63":                   "at most 63 answers",
		"-survey x -survey-scale 5":                      `-survey-scale "5" is not allowed; want the worst and the best answer, such as 1-5 or 0-10`,
		"-survey x -survey-columns guest":                "-survey-columns: \"guest\" is not written as field=column",
		"-survey x -survey-columns q1=1,q1=2":            `field "q1" is given twice`,
		"-visit room":                                    "arrival or stay",
		"-asof 31/12/2024":                               "YYYY-MM-DD",
		"-asof 1900-01-01":                               "1950-01-01 to 2199-12-31",
		"-date 2006":                                     "-date",
		"-stays x -date 2006":                            "2006-01-02, 20060102",
		"-stays x -sep |":                                ", ; tab blanks",
		"-stays x -guests y":                             "exclude each other",
		"-guests y -visit stay":                          "does not apply to -guests",
		"-columns guest=1":                               "needs -stays or -guests",
		"-stays x -columns guest":                        "field=column",
		"-stays x -columns guest=1,guest=2":              "given twice",
		"file.csv":                                       "unexpected argument",
		"-thresholds x -method ntile":                    "-method and -thresholds exclude each other",
		"-thresholds x -bins 4":                          "-bins and -thresholds exclude each other",
		"-thresholds x -save-thresholds y":               "exclude each other",
		"-thresholds x -segments six":                    "hotel, ten, eight or four",
		"-guests y -fees":                                "does not apply to -guests",
		"-nonsense":                                      "not defined",
		"-stays x -guests y -method nonsense":            "exclude each other",
		"-guests y -columns arrival=arrival":             "want some of guest, first, last",
		"-stays x -currency USD -segments six":           "hotel, ten, eight or four",
	} {
		out := command(t, strings.Fields(args)...)
		if out.code != exitFlags || !strings.Contains(out.stderr, want) {
			t.Errorf("%s: exit %d, want %d with %q; got: %s", args, out.code, exitFlags, want, out.stderr)
		}
	}
}

func TestHelp(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{"-help"}, &stdout, &stderr); code != exitDone || stdout.String() != help || stderr.Len() > 0 {
		t.Errorf("exit %d, %d bytes, standard error %q", code, stdout.Len(), &stderr)
	}
}

// wrongRows is wrong in one way on each line; line 2 and the last are right.
const wrongRows = "internal/intake/testdata/stays.csv"

func TestWrongRowsAreNamedAndCounted(t *testing.T) {
	out := done(t, "-stays", wrongRows)
	// The beginning of each line: what the library adds about its reasons is its own.
	want := `stays.csv:3: arrival "2024-02-30": no date; want a day of the calendar as 2006-01-02
stays.csv:4: departure "2024-01-04": departure is before arrival
stays.csv:5: revenue "1,000.00": no amount; want a plain decimal such as 1234.50, at most 40 characters
stays.csv:6: revenue "1e3": no amount; want a plain decimal such as 1234.50, at most 40 characters
stays.csv:7: currency "USD": another currency
stays.csv:8: status "checked-in": unknown code; want
stays.csv:9: row: 5 cells; want 9
stays.csv:10: row: extraneous or missing " in quoted-field
stays.csv:11: arrival "1900-01-01": date outside
stays.csv:13: version "x": no whole number; want digits, as in 3
and 3 more
`
	checkLines(t, out.stderr, want)
	s := out.summary(t)
	skipped := "map[absurd-date:1 missing-date:1 missing-guest:1 no-show:1 repeat:1 reversed-dates:1 unreadable:7 wrong-code:1 wrong-currency:1 wrong-rooms:1]"
	if got := fmt.Sprint(s.Input.Skipped); got != skipped || s.Input.Rows != 18 || s.Input.Stays != 2 || s.Input.Revenue != "100.00" {
		t.Errorf("%d rows, %d stays, %s, skipped %s", s.Input.Rows, s.Input.Stays, s.Input.Revenue, got)
	}
}

// checkLines compares the beginning of each line.
func checkLines(t *testing.T, got, want string) {
	t.Helper()
	lines, starts := strings.Split(got, "\n"), strings.Split(want, "\n")
	if len(lines) != len(starts) {
		t.Errorf("%d lines, want %d:\n%s", len(lines), len(starts), got)
	}
	for i := range min(len(lines), len(starts)) {
		if !strings.HasPrefix(lines[i], starts[i]) {
			t.Errorf("line %d: %s\nwant: %s", i+1, lines[i], starts[i])
		}
	}
}

func TestMessagesKeepGuestsSecret(t *testing.T) {
	rows := "arrival,revenue\nsecret-1,5\n2024-01-01,secret-2\n2024-01-01,6\n"
	file := written(t, "stays.csv", rows)
	for _, columns := range []string{"guest=1,arrival=1,revenue=2", "guest=2,arrival=1,revenue=2", "guest=2,status=2,arrival=1,revenue=2", "guest=2,currency=2,arrival=1,revenue=2"} {
		out := command(t, "-stays", file, "-columns", columns)
		guest := map[byte]string{'1': "secret-1", '2': "secret-2"}[columns[6]]
		if strings.Contains(out.stderr, guest) || out.stderr == "" {
			t.Errorf("%s: %s", columns, out.stderr)
		}
	}
}

// The same two stays in every shape a file may have.
func TestShapesOfFiles(t *testing.T) {
	plain := "guest,arrival,departure,revenue\na,2024-01-01,2024-01-03,10\nb,2024-01-02,2024-01-05,20.50\n"
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	fmt.Fprint(w, plain)
	w.Close()
	for _, test := range []struct{ name, text, args string }{
		{"plain", plain, ""},
		{"no newline at the end", strings.TrimSuffix(plain, "\n"), ""},
		{"CRLF", strings.ReplaceAll(plain, "\n", "\r\n"), ""},
		{"byte order mark", "\ufeff" + plain, ""},
		{"byte order mark and quotes", "\ufeff\"guest\",\"arrival\",\"departure\",\"revenue\"\n\"a\",2024-01-01,2024-01-03,\"10\"\nb,2024-01-02,2024-01-05,20.50\n", ""},
		{"gzip without its name", packed.String(), ""},
		{"semicolons", strings.ReplaceAll(plain, ",", ";"), "-sep ;"},
		{"tabs", strings.ReplaceAll(plain, ",", "\t"), "-sep tab"},
		{"blanks", "  " + strings.ReplaceAll(strings.ReplaceAll(plain, ",", "  \t"), "\n", " \r\n  "), "-sep blanks"},
		{"empty lines", strings.ReplaceAll(plain, "\n", "\n\n"), ""},
		{"capitals", "GUEST,Arrival,Departure,Revenue" + plain[31:], ""},
		{"no header", plain[32:], "-header=false -columns guest=1,arrival=2,departure=3,revenue=4"},
		{"numbers with a header", plain, "-columns guest=1,arrival=2,departure=3,revenue=4"},
		{"compact dates", strings.ReplaceAll(plain, "-", ""), "-date 20060102"},
		{"padding", strings.ReplaceAll(plain, ",", " , "), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := done(t, append(strings.Fields(test.args), "-stays", written(t, "stays", test.text))...).summary(t)
			got := fmt.Sprintf("%d %d %s %d %s %s %s", s.Input.Rows, s.Input.Guests, s.Input.Revenue, *s.Totals.Nights, s.Input.First, s.Input.Last, s.Input.AsOf)
			if want := "2 2 30.50 5 2024-01-01 2024-01-05 2024-01-06"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func TestDateLayouts(t *testing.T) {
	for layout, date := range map[string]string{"2006-01-02": "2024-03-09", "20060102": "20240309", "02/01/2006": "09/03/2024", "02.01.2006": "09.03.2024", "1/2/2006": "3/9/2024", "02-Jan-06": "09-Mar-24"} {
		s := done(t, "-stays", written(t, "stays.csv", "guest,arrival,revenue\na,"+date+",5\n"), "-date", layout).summary(t)
		if got := s.Input.Last.String(); got != "2024-03-09" {
			t.Errorf("%s as %s is read as %s", date, layout, got)
		}
	}
}

func TestTableOfGuests(t *testing.T) {
	text := "guest,last,visits,revenue\na,2024-01-01,2,10\nb,2024-01-09,0,5\na,2024-01-02,1,5\nc,2024-02-01,1,5\nd,2024-01-01,1,\n,2024-01-01,1,5\n"
	file := written(t, "guests.csv", text)
	out := done(t, "-guests", file)
	checkLines(t, out.stderr, `guests.csv:3: visits "0": count out of range
guests.csv:4: guest: also on line 2; want one row a guest
guests.csv:6: revenue: empty; want an amount
guests.csv:7: guest: no guest id
`)
	s := out.summary(t)
	if s.Input.Rows != 6 || s.Input.Guests != 2 || s.Input.AsOf.String() != "2024-02-02" || s.Totals.Nights != nil {
		t.Errorf("%+v %+v", s.Input, s.Totals)
	}
	checkPage(t, out)
	early := done(t, "-guests", file, "-asof", "2024-01-15").summary(t)
	if early.Input.Skipped["future-stay"] != 1 {
		t.Errorf("skipped %v", early.Input.Skipped)
	}
}

func TestFormulasAreDefused(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", "guest,arrival,revenue\n=1+1,2024-01-01,5\n+a,2024-01-01,5\n-a,2024-01-01,5\n@a,2024-01-01,5\na=b,2024-01-01,5\n"))
	guests := out.guests(t)
	for _, name := range []string{"'=1+1", "'+a", "'-a", "'@a", "a=b"} {
		if guests[name] == nil {
			t.Errorf("no guest %q in %v", name, guests)
		}
	}
}

func TestOutThatCannotBeWritten(t *testing.T) {
	file, stays := written(t, "file", "text"), written(t, "stays.csv", threeGuests)
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, record.SummaryName), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, filepath.Join(file, "below"), folder} {
		var stdout, stderr bytes.Buffer
		if code := run(t.Context(), []string{"-stays", stays, "-out", dir}, &stdout, &stderr); code != exitFail || stderr.Len() == 0 {
			t.Errorf("%s: exit %d: %s", dir, code, &stderr)
		}
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

func TestInterruptedRunWritesNothing(t *testing.T) {
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	file := written(t, "stays.csv", header+"a,2024-01-01,2024-01-03,10\n")
	for _, args := range [][]string{{}, {"-stays", file}} {
		var stdout, stderr bytes.Buffer
		code := run(ctx, append(args, "-out", folder), &stdout, &stderr)
		if code != exitFail || !strings.Contains(stderr.String(), "interrupted") {
			t.Errorf("exit %d: %s", code, &stderr)
		}
	}
	list := record.Files{{Name: page.Name, Content: record.Held("page")}, {Name: record.GuestsName, Content: record.Held("guests")}}
	if err := record.WriteAll(&late{Context: t.Context(), calls: 2}, folder, list); err == nil {
		t.Error("an interruption while writing went unnoticed")
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

// late is a context that is cancelled after some calls.
type late struct {
	context.Context
	calls int
}

func (l *late) Err() error {
	l.calls--
	if l.calls < 0 {
		return context.Canceled
	}
	return nil
}

func TestSecondRunReplacesTheFirst(t *testing.T) {
	stays := written(t, "stays.csv", threeGuests)
	out := done(t, "-stays", stays, "-method", "ntile")
	before := out.file(t, record.SummaryName)
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{"-stays", stays, "-out", out.dir}, &stdout, &stderr); code != exitDone {
		t.Fatal(stderr.String())
	}
	if bytes.Equal(before, out.file(t, record.SummaryName)) {
		t.Error("the files of the first run are still there")
	}
	if entries, _ := os.ReadDir(out.dir); len(entries) != 3 {
		t.Errorf("%d files", len(entries))
	}
}
