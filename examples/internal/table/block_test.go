package table_test

import (
	"bytes"
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

// next is what a reader and a block's rows have in common.
type next interface{ Next() (table.Row, error) }

// told reads to the end and writes each row as "line: cells", a bad one as "line! cause".
func told(rows next) []string {
	var out []string
	for {
		row, err := rows.Next()
		wrong, bad := errors.AsType[*table.RowError](err)
		switch {
		case bad:
			out = append(out, fmt.Sprintf("%d! %v", wrong.Line, wrong.Err))
		case errors.Is(err, io.EOF):
			return out
		case err != nil:
			return append(out, ending(err))
		default:
			out = append(out, fmt.Sprintf("%d: %q", row.Line, row.Cells))
		}
	}
}

// ending writes an error that ends the table: of one about quotes, how many lines are lost.
func ending(err error) string {
	if wrong, ok := errors.AsType[*table.QuoteError](err); ok {
		return fmt.Sprintf("quotes! %d", wrong.Lines)
	}
	return err.Error()
}

// ended reports whether the last row told is an error that ends the table.
func ended(told []string) bool {
	return len(told) > 0 && strings.HasPrefix(told[len(told)-1], "quotes!")
}

// toldByBlock is told, block by block.
func toldByBlock(r *table.Reader) []string {
	var out []string
	for {
		block, err := r.Block()
		if err != nil {
			return out
		}
		if out = append(out, told(block.Rows())...); ended(out) {
			return out
		}
	}
}

// toldByCSV is told of encoding/csv.
func toldByCSV(data []byte) []string {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	var out []string
	for {
		cells, err := r.Read()
		wrong, bad := errors.AsType[*csv.ParseError](err)
		switch {
		case bad && wrong.Line > wrong.StartLine:
			return append(out, fmt.Sprintf("quotes! %d", wrong.Line-wrong.StartLine+1))
		case bad:
			out = append(out, fmt.Sprintf("%d! %v", wrong.StartLine, wrong.Err))
		case err != nil:
			return out
		default:
			line, _ := r.FieldPos(0)
			out = append(out, fmt.Sprintf("%d: %q", line, cells))
		}
	}
}

var oddTexts = []string{
	"", "a,b\nc,d\n", "\"a\"\"b\",c\r\n\"d\ne\",f\r\n\r\ng", "a\"b,c\nd,e\n", "\"a\"b\nc\n", "\"a\nb\nc", "a,\"\"\n,\n", "\r\r\n\r", "a\r\n\"b\r\nc\"\r",
	"\"\"\"\"\n\"a,\"\"\",b\n", "\n\n\n\n\n\n\n\n\n\n\n\n\na",
}

// FuzzAgainstEncodingCSV reads any text in blocks of any size.
func FuzzAgainstEncodingCSV(f *testing.F) {
	for _, text := range oddTexts {
		f.Add([]byte(text), uint8(1))
		f.Add([]byte(text), uint8(9))
	}
	f.Fuzz(func(t *testing.T, data []byte, size uint8) {
		want := toldByCSV(data)
		small := func() *table.Reader {
			return table.NewSmallReader(bytes.NewReader(data), table.Comma, int(size)+1)
		}
		if diff := cmp.Diff(want, told(small())); diff != "" {
			t.Errorf("rows (-encoding/csv +got):\n%s", diff)
		}
		if diff := cmp.Diff(want, toldByBlock(small())); diff != "" {
			t.Errorf("blocks (-encoding/csv +got):\n%s", diff)
		}
		r := small()
		r.Ahead(func(cells []string) bool { return len(cells) > 2 })
		if diff := cmp.Diff(want, told(r)); diff != "" {
			t.Errorf("rows that were looked at (-encoding/csv +got):\n%s", diff)
		}
		r = small()
		first, err := r.Peek()
		cells := slices.Clone(first.Cells)
		again, errAgain := r.Next()
		if fmt.Sprint(err) != fmt.Sprint(errAgain) || !slices.Equal(cells, again.Cells) || first.Line != again.Line {
			t.Errorf("peek %v %v, next %v %v", cells, err, again.Cells, errAgain)
		}
	})
}

func TestBlockGoesOnWhereNextEnded(t *testing.T) {
	r := table.NewSmallReader(strings.NewReader("a,b\nc,d\n\"e\nf\",g\nh,i\n"), table.Comma, 12)
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	want := []string{`2: ["c" "d"]`, `3: ["e\nf" "g"]`, `5: ["h" "i"]`}
	if diff := cmp.Diff(want, toldByBlock(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAheadShowsEveryRowUntilItIsEnough(t *testing.T) {
	r := table.NewSmallReader(strings.NewReader("a,b\nc,\n\"x\"y\ne,f\ng,h\n"), table.Comma, 6)
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	var seen []string
	r.Ahead(func(cells []string) bool {
		seen = append(seen, cells[0])
		return cells[1] != ""
	})
	if diff := cmp.Diff([]string{"c", "e"}, seen); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want := []string{`2: ["c" ""]`, `3! extraneous or missing " in quoted-field`, `4: ["e" "f"]`, `5: ["g" "h"]`}
	if diff := cmp.Diff(want, toldByBlock(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPeekOfBlanks(t *testing.T) {
	r, err := table.NewReader(strings.NewReader("\n a b\nc"), table.Blanks)
	if err != nil {
		t.Fatal(err)
	}
	if row, err := r.Peek(); err != nil || row.Line != 2 || len(row.Cells) != 2 {
		t.Errorf("%v %v", row, err)
	}
	if diff := cmp.Diff([]string{`2: ["a" "b"]`, `3: ["c"]`}, told(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r.InBlocks() {
		t.Error("blanks come in blocks")
	}
}

func TestRowsAllocateNothing(t *testing.T) {
	text := strings.Repeat("G123,2024-01-01,\"12.50\"\nG124,2024-01-02,7.00\r\n", 100)
	block, err := table.NewSmallReader(strings.NewReader(text), table.Comma, len(text)+1).Block()
	if err != nil {
		t.Fatal(err)
	}
	n := testing.AllocsPerRun(10, func() {
		for rows := block.Rows(); ; {
			if _, err := rows.Next(); err != nil {
				return
			}
		}
	})
	if n > 5 { // the reader and its slice of cells
		t.Errorf("%v allocations for 200 rows", n)
	}
}
