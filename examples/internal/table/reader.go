// Package table reads delimited text row by row, or in blocks of rows: comma-separated values and their relatives, and
// columns that are set apart by runs of blanks. It unpacks gzip and skips a byte order mark by looking at the content,
// and it goes on after a bad row.
package table

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// Separator says what stands between two cells.
type Separator uint8

// The separators. Blanks are runs of spaces and tabs, without quoting; the others follow RFC 4180.
const (
	Comma Separator = iota + 1
	Semicolon
	Tab
	Blanks
)

// ParseSeparator returns the separator named by text: one of "," ";" "tab" "blanks".
func ParseSeparator(text string) (Separator, error) {
	switch text {
	case ",":
		return Comma, nil
	case ";":
		return Semicolon, nil
	case "tab", "\t":
		return Tab, nil
	case "blanks":
		return Blanks, nil
	}
	return 0, fmt.Errorf("separator %q is not known; want one of , ; tab blanks", text)
}

func (s Separator) comma() byte {
	switch s {
	case Semicolon:
		return ';'
	case Tab:
		return '\t'
	}
	return ','
}

// Row is one row of cells. The slice is reused by the next call of [Reader.Next]; the texts are not.
type Row struct {
	Line  int // the line of the file on which the row begins, from 1
	Cells []string
}

// RowError is a row that cannot be read. Reading may go on behind it.
type RowError struct {
	Line int
	Err  error
}

// Error returns line and cause.
func (e *RowError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns Err.
func (e *RowError) Unwrap() error { return e.Err }

// Reader reads rows. Empty lines are no rows.
type Reader struct {
	blocks *blocks
	ahead  []Block // read by Ahead, but not delivered
	rows   *Rows
	lines  *lineReader
}

// What spreadsheets write and is no text in UTF-8.
var (
	ErrUTF16    = errors.New("the text is UTF-16; save it as UTF-8")
	ErrWorkbook = errors.New("a workbook or ZIP file and no text; save the sheet as CSV in UTF-8")
)

// Text returns a file as plain text: unpacked if it is gzip, and without the byte order mark.
//
// Errors: those of gzip, [ErrUTF16] and [ErrWorkbook].
func Text(file []byte) ([]byte, error) {
	plain, err := open(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(plain)
}

// open returns r from the first letter of its text on.
func open(r io.Reader) (*bufio.Reader, error) {
	plain, err := unpack(bufio.NewReaderSize(r, 1<<16))
	if err != nil {
		return nil, err
	}
	return plain, skipMark(plain)
}

// NewReader returns a reader of r, unpacked if it is gzip.
//
// Errors: those of r, of gzip, [ErrUTF16] and [ErrWorkbook].
func NewReader(r io.Reader, separator Separator) (*Reader, error) {
	plain, err := open(r)
	if err != nil {
		return nil, err
	}
	if separator == Blanks {
		return &Reader{lines: newLineReader(plain)}, nil
	}
	return &Reader{blocks: newBlocks(plain, separator.comma(), blockSize), rows: &Rows{}}, nil
}

// Next returns the next row.
//
// Errors: [io.EOF] after the last row; a [*RowError] for a row with misplaced quotes, after which Next may be called
// again; a [*QuoteError] for one that has swallowed others, which like any other error ends the table.
func (r *Reader) Next() (Row, error) {
	if r.lines != nil {
		return r.lines.next()
	}
	for {
		row, err := r.rows.Next()
		if !errors.Is(err, io.EOF) {
			return row, err
		}
		if err := r.turn(); err != nil {
			return Row{}, err
		}
	}
}

// turn goes on to the next block.
func (r *Reader) turn() error {
	block, err := r.block()
	if err == nil {
		r.rows = block.Rows()
	}
	return err
}

// Peek returns the next row without going on to the one after it.
//
// Errors: as [Reader.Next], which then is at the same place.
func (r *Reader) Peek() (Row, error) {
	if r.lines != nil {
		return r.lines.peek()
	}
	for {
		row, err := r.rows.rest().Rows().Next()
		if !errors.Is(err, io.EOF) {
			return row, err
		}
		if err := r.turn(); err != nil {
			return Row{}, err
		}
	}
}

// InBlocks reports whether the table can be read by [Reader.Block]: one with blanks for separators cannot.
func (r *Reader) InBlocks() bool { return r.lines == nil }

// Block returns the next rows as a block, the first of them the one that Next would return.
//
// Errors: [io.EOF] after the last row; any other error ends the table.
func (r *Reader) Block() (Block, error) {
	if rest := r.rows.rest(); rest.Text != "" {
		r.rows = &Rows{}
		return rest, nil
	}
	return r.block()
}

func unpack(r *bufio.Reader) (*bufio.Reader, error) {
	magic, err := r.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return r, nil
	}
	unpacked, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(unpacked, 1<<16), nil
}

func skipMark(r *bufio.Reader) error {
	start, err := r.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	switch {
	case bytes.HasPrefix(start, []byte{0xef, 0xbb, 0xbf}):
		_, err = r.Discard(3)
		return err
	case bytes.HasPrefix(start, []byte{0xff, 0xfe}), bytes.HasPrefix(start, []byte{0xfe, 0xff}):
		return ErrUTF16
	case len(start) > 1 && (start[0] == 0) != (start[1] == 0): // an ASCII letter without a mark before it
		return ErrUTF16
	case string(start) == "PK\x03\x04", string(start) == "\xd0\xcf\x11\xe0": // .xlsx and .ods; .xls
		return ErrWorkbook
	}
	return nil
}
