package table

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// lineReader reads one row a line, cells set apart by blanks.
type lineReader struct {
	scanner *bufio.Scanner
	line    int
	cells   []string
	peeked  bool // the row in cells is still to be delivered
}

const longestLine = 1 << 20

func newLineReader(r io.Reader) *lineReader {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 1<<12), longestLine)
	return &lineReader{scanner: scanner}
}

func (r *lineReader) peek() (Row, error) {
	row, err := r.next()
	r.peeked = err == nil
	return row, err
}

func (r *lineReader) next() (Row, error) {
	if r.peeked {
		r.peeked = false
		return Row{Line: r.line, Cells: r.cells}, nil
	}
	for r.scanner.Scan() {
		r.line++
		r.cells = r.cells[:0]
		for cell := range strings.FieldsFuncSeq(r.scanner.Text(), isBlank) {
			r.cells = append(r.cells, cell)
		}
		if len(r.cells) > 0 {
			return Row{Line: r.line, Cells: r.cells}, nil
		}
	}
	err := r.scanner.Err()
	switch {
	case err == nil:
		return Row{}, io.EOF
	case errors.Is(err, bufio.ErrTooLong):
		return Row{}, fmt.Errorf("line %d is longer than %d bytes: no text table", r.line+1, longestLine)
	}
	return Row{}, err
}

func isBlank(c rune) bool { return c == ' ' || c == '\t' || c == '\r' }
