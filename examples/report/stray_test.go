package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
)

// thousand is a table of 1,000 stays, one of its lines changed; the first data row stands on line 2.
func thousand(line int, change func(string) string) string {
	var b strings.Builder
	for i := range 1001 {
		row := "guest,arrival,revenue"
		if i > 0 {
			row = fmt.Sprintf("G%d,2024-01-%02d,%d", i, i%28+1, i)
		}
		if i+1 == line {
			row = change(row)
		}
		b.WriteString(row + "\n")
	}
	return b.String()
}

// One stray quote must not swallow the rest of a file, whichever way the file is read.
func TestStrayQuoteEndsTheRun(t *testing.T) {
	open := func(row string) string { return `"` + row }
	large := thousand(10, open) + strings.Repeat("G,2024-01-01,5\n", 100_000)
	for _, test := range []struct{ name, flag, text, want string }{
		{"never closed", "-stays", thousand(10, open), "line 10: a quoted cell opens here and is not closed by the end of the file; 992 lines could not be read; nothing was written"},
		{"large file", "-stays", large, "line 10: a quoted cell opens here and is not closed by the end of the file; 100992 lines could not be read"},
		{"in a later block", "-stays", strings.TrimSuffix(thousand(0, nil)+strings.Repeat("G,2024-01-01,5\n", 100_000), "5\n") + "\"5\n\n", "line 101001: "},
		{"closed further down", "-stays", thousand(10, open) + "a,2024-01-01,\"5\"\n", "goes on to line 1002, where the quotes do not fit; 993 lines could not be read"},
		{"table of guests", "-guests", strings.Replace(thousand(10, open), "arrival", "visits,last", 1), "line 10: "},
		{"header", "-stays", thousand(1, open), "line 1: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := command(t, test.flag, written(t, "rows.csv", test.text))
			if out.code != exitFail || !strings.Contains(out.stderr, "rows.csv: ") || !strings.Contains(out.stderr, test.want) {
				t.Errorf("exit %d, want %q; got %s", out.code, test.want, out.stderr)
			}
			if _, err := os.Stat(out.dir); err == nil {
				t.Error("something was written")
			}
		})
	}
}

func TestStrayQuoteWithinALineIsABadRow(t *testing.T) {
	for _, change := range []func(string) string{
		func(row string) string { return row + `"` },
		func(row string) string { return `"G"` + row },
		func(row string) string { return strings.Replace(row, ",", `",`, 1) },
	} {
		out := done(t, "-stays", written(t, "rows.csv", thousand(10, change)))
		s := out.summary(t)
		if s.Input.Rows != 1000 || s.Input.Stays != 999 || s.Input.Skipped[intake.Unreadable] != 1 {
			t.Errorf("%d rows, %d stays, skipped %v", s.Input.Rows, s.Input.Stays, s.Input.Skipped)
		}
	}
}
