package table

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// Rows reads the rows of a block: its cells are pieces of the block's text.
//
// It reads exactly what [encoding/csv] reads, with rows of any number of cells. Rows that are out of the ordinary, such
// as one with a quoted cell over several lines or with a misplaced quote, are read by that package itself.
type Rows struct {
	text   string
	comma  byte
	quotes bool // there are some in the text
	at     int
	line   int // the line that begins at at
	cells  []string
}

// Rows returns a reader of the block's rows.
func (b Block) Rows() *Rows {
	return &Rows{text: b.Text, comma: b.comma, line: b.Line, quotes: strings.IndexByte(b.Text, '"') >= 0}
}

// Next returns the next row; the slice of cells is reused by the next call.
//
// Errors: as [Reader.Next].
// Cost: no allocation but for cells with doubled quotes and rows out of the ordinary.
func (r *Rows) Next() (Row, error) {
	for r.at < len(r.text) {
		line, width := firstLine(r.text[r.at:])
		quotes := r.quotes && strings.IndexByte(line, '"') >= 0
		if quotes && !r.splitQuoted(line) {
			return r.byTheBook()
		}
		start := r.line
		r.at, r.line = r.at+width, r.line+1
		if line == "" {
			continue
		}
		if !quotes {
			r.split(line)
		}
		return Row{Line: start, Cells: r.cells}, nil
	}
	return Row{}, io.EOF
}

// rest returns the rows that are still to be read.
func (r *Rows) rest() Block { return Block{Text: r.text[r.at:], Line: r.line, comma: r.comma} }

// firstLine returns the first line without its end, and its length with it. A carriage return before the end of the
// line or of the text belongs to that end.
func firstLine(text string) (line string, width int) {
	line, width = text, len(text)
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		line, width = text[:i], i+1
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line, width
}

// split cuts a line without quotes.
func (r *Rows) split(line string) {
	r.cells = r.cells[:0]
	for {
		i := strings.IndexByte(line, r.comma)
		if i < 0 {
			r.cells = append(r.cells, line)
			return
		}
		r.cells = append(r.cells, line[:i])
		line = line[i+1:]
	}
}

// splitQuoted cuts a line with quotes, and returns false unless each quoted cell begins and ends as it should.
func (r *Rows) splitQuoted(line string) bool {
	r.cells = r.cells[:0]
	for {
		cell, width, ok := firstCell(line, r.comma)
		if !ok {
			return false
		}
		r.cells = append(r.cells, cell)
		if width == len(line) {
			return true
		}
		line = line[width+1:]
	}
}

// firstCell returns the first cell of a line and the length of its text there.
func firstCell(line string, comma byte) (cell string, width int, ok bool) {
	if line == "" || line[0] != '"' {
		width = strings.IndexByte(line, comma)
		if width < 0 {
			width = len(line)
		}
		cell = line[:width]
		return cell, width, strings.IndexByte(cell, '"') < 0
	}
	end, doubled := 1, false
	for {
		i := strings.IndexByte(line[end:], '"')
		if i < 0 {
			return "", 0, false
		}
		end += i + 1 // behind the quote
		if end == len(line) || line[end] != '"' {
			break
		}
		end, doubled = end+1, true
	}
	cell = line[1 : end-1]
	if doubled {
		cell = strings.ReplaceAll(cell, `""`, `"`)
	}
	return cell, end, end == len(line) || line[end] == comma
}

// byTheBook has encoding/csv read the row that begins here.
func (r *Rows) byTheBook() (Row, error) {
	text, start := r.text[r.at:], r.line
	values := csv.NewReader(strings.NewReader(text))
	values.Comma = rune(r.comma)
	values.FieldsPerRecord = -1
	cells, err := values.Read()
	read := int(values.InputOffset())
	r.at, r.line = r.at+read, start+strings.Count(text[:read], "\n")
	wrong, bad := errors.AsType[*csv.ParseError](err)
	if !bad {
		return Row{Line: start, Cells: cells}, err
	}
	if n := wrong.Line - wrong.StartLine + 1; n > 1 {
		at, closed := opening(text[:read], r.comma)
		return Row{}, &QuoteError{Line: start + at, Last: start + n - 1, Lines: n, Closed: closed}
	}
	return Row{}, &RowError{Line: start, Err: wrong.Err}
}
