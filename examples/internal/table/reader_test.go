package table_test

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

// lines reads a whole text and writes each row as "line: cell|cell", a bad one as "line! cause".
func lines(t *testing.T, text string, separator table.Separator) []string {
	t.Helper()
	r, err := table.NewReader(strings.NewReader(text), separator)
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if wrong, ok := errors.AsType[*table.RowError](err); ok {
			out = append(out, fmt.Sprintf("%d! %v", wrong.Line, wrong.Err))
			continue
		}
		if err != nil {
			return append(out, err.Error())
		}
		out = append(out, fmt.Sprintf("%d: %s", row.Line, strings.Join(row.Cells, "|")))
	}
}

func TestNext(t *testing.T) {
	for _, test := range []struct {
		name, text string
		separator  table.Separator
		want       []string
	}{
		{"nothing", "", table.Comma, nil},
		{"commas", "a,b\nc,\n", table.Comma, []string{"1: a|b", "2: c|"}},
		{"semicolons", "a;b,c\r\n\r\nd;e", table.Semicolon, []string{"1: a|b,c", "3: d|e"}},
		{"tabs", "a b\t\tc\n", table.Tab, []string{"1: a b||c"}},
		{"quotes over lines", "a,\"b\n\"\"c\"\nd,e\n", table.Comma, []string{"1: a|b\n\"c", "3: d|e"}},
		{"stray quote", "a,b\nc\"d,e\nf,g\n", table.Comma, []string{"1: a|b", `2! bare " in non-quoted-field`, "3: f|g"}},
		{"quote in quotes", "a\n\"b\"c\nd\n", table.Comma, []string{"1: a", `2! extraneous or missing " in quoted-field`, "3: d"}},
		{"quote never closed on the last line", "a\nb,\"c\n", table.Comma, []string{"1: a", `2! extraneous or missing " in quoted-field`}},
		{"quote never closed", "a\nb,\"c\nd\n", table.Comma, []string{
			"1: a", "line 2: a quoted cell opens here and is not closed by the end of the file; 2 lines could not be read",
		}},
		{"quote closed by the next stray one", "a\n\"b\nc\nd,\"e\"\nf\n", table.Comma, []string{
			"1: a", "line 2: a quoted cell opens here and goes on to line 4, where the quotes do not fit; 3 lines could not be read, nor what follows them",
		}},
		{"two cells over lines, the second not closed", "\"a\nb\",\"c\nd\ne", table.Comma, []string{
			"line 2: a quoted cell opens here and is not closed by the end of the file; 4 lines could not be read",
		}},
		{"rows of any width", "a\nb,c\nd\n", table.Comma, []string{"1: a", "2: b|c", "3: d"}},
		{"blanks", "  a \t b\r\n\r\n \r\n\"c d\r\ne", table.Blanks, []string{"1: a|b", "4: \"c|d", "5: e"}},
		{"byte order mark", "\ufeffa,b", table.Comma, []string{"1: a|b"}},
		{"byte order mark, blanks", "\ufeff a b", table.Blanks, []string{"1: a|b"}},
		{"UTF-16", "\xfe\xff\x00a", table.Comma, []string{table.ErrUTF16.Error()}},
		{"UTF-16 without a mark", "a\x00,\x00b\x00", table.Comma, []string{table.ErrUTF16.Error()}},
		{"big-endian UTF-16 without a mark", "\x00a\x00,", table.Blanks, []string{table.ErrUTF16.Error()}},
		{"workbook", "PK\x03\x04\x14", table.Comma, []string{table.ErrWorkbook.Error()}},
		{"old workbook", "\xd0\xcf\x11\xe0", table.Comma, []string{table.ErrWorkbook.Error()}},
		{"one letter", "a", table.Comma, []string{"1: a"}},
		{"broken gzip", "\x1f\x8b\x08", table.Comma, []string{"unexpected EOF"}},
		{"endless line", strings.Repeat("a", 2<<20), table.Blanks, []string{"line 1 is longer than 1048576 bytes: no text table"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, lines(t, test.text, test.separator)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// packed returns text as gzip.
func packed(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	fmt.Fprint(w, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGzipIsUnpacked(t *testing.T) {
	file := packed(t, "\ufeffa,b\nc,d\n")
	want := []string{"1: a|b", "2: c|d"}
	if diff := cmp.Diff(want, lines(t, file, table.Comma)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := lines(t, file[:len(file)-4], table.Comma); got[len(got)-1] != "unexpected EOF" {
		t.Errorf("a file cut short reads as %q", got)
	}
}

func TestParseSeparator(t *testing.T) {
	for _, text := range []string{",", ";", "tab", "\t", "blanks"} {
		if _, err := table.ParseSeparator(text); err != nil {
			t.Error(err)
		}
	}
	for _, text := range []string{"", "|", "Tab", ",,"} {
		if _, err := table.ParseSeparator(text); err == nil {
			t.Errorf("%q is a separator", text)
		}
	}
}

// FuzzReader reads any bytes with any separator, and compares commas with encoding/csv.
func FuzzReader(f *testing.F) {
	for _, text := range []string{"", "a,b\n\"c\"\"\nd\",e\r\n", "\"", "a\"b\n", "\ufeffx", "\x1f\x8b\x08\x00", " a  b\r\n\n", "\xff\xfe", "a,\r\r\n,"} {
		for separator := table.Comma; separator <= table.Blanks; separator++ {
			f.Add([]byte(text), uint8(separator))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, separator uint8) {
		s := table.Separator(separator%4 + 1)
		r, err := table.NewReader(bytes.NewReader(data), s)
		if err != nil {
			return
		}
		var got [][]string
		last := 0
		for {
			row, err := r.Next()
			if _, ok := errors.AsType[*table.RowError](err); ok {
				got = append(got, nil)
				continue
			}
			if _, ok := errors.AsType[*table.QuoteError](err); ok {
				got = append(got, []string{"quotes"})
				break
			}
			if err != nil {
				break
			}
			if row.Line <= last || len(row.Cells) == 0 {
				t.Fatalf("row on line %d after line %d, %d cells", row.Line, last, len(row.Cells))
			}
			last = row.Line
			got = append(got, slices.Clone(row.Cells))
		}
		if s == table.Comma && !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
			if diff := cmp.Diff(oracle(data), got); diff != "" {
				t.Errorf("(-encoding/csv +got):\n%s", diff)
			}
		}
	})
}

// oracle reads with encoding/csv alone; a row in error is nil.
func oracle(data []byte) [][]string {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	var out [][]string
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out
		}
		if wrong, bad := errors.AsType[*csv.ParseError](err); bad && wrong.Line > wrong.StartLine {
			return append(out, []string{"quotes"})
		}
		if err != nil {
			row = nil
		}
		out = append(out, row)
	}
}

func TestText(t *testing.T) {
	for file, want := range map[string]string{
		"a,b\n": "a,b\n", "\ufeffa,b": "a,b", packed(t, "\ufeffa;b"): "a;b", "": "",
		"\xff\xfea\x00": table.ErrUTF16.Error(), "PK\x03\x04": table.ErrWorkbook.Error(),
	} {
		got, err := table.Text([]byte(file))
		if err != nil {
			got = []byte(err.Error())
		}
		if string(got) != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
}
