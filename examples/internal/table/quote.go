package table

import (
	"fmt"
	"strings"
)

// QuoteError is a row over several lines whose quotes do not fit. Most likely a stray quote has made one cell of many
// rows, and nobody can say where the next row begins, so it ends the table.
type QuoteError struct {
	Line   int  // where the quote opens
	Last   int  // the last line of the row, as far as it goes
	Lines  int  // how many lines the row has swallowed
	Closed bool // there is a second quote; else the cell goes on to the end of the file
}

// Error returns where the quote opens and how many lines are lost.
func (e *QuoteError) Error() string {
	if !e.Closed {
		return fmt.Sprintf("line %d: a quoted cell opens here and is not closed by the end of the file; %d lines could not be read", e.Line, e.Lines)
	}
	return fmt.Sprintf("line %d: a quoted cell opens here and goes on to line %d, where the quotes do not fit; %d lines could not be read, nor what follows them",
		e.Line, e.Last, e.Lines)
}

// opening returns on which line, from 0, the last quoted cell opens that goes on over the end of its line, and whether
// every quoted cell is closed.
func opening(row string, comma byte) (found int, closed bool) {
	at, line := 0, 0
	closed = true
	for at < len(row) {
		if row[at] == '"' {
			var end int
			end, closed = closing(row, at+1)
			if n := strings.Count(row[at:end], "\n"); n > 0 {
				found, line = line, line+n
			}
			at = end
		}
		next := strings.IndexByte(row[at:], comma)
		if next < 0 {
			break
		}
		at += next + 1
	}
	return found, closed
}

// closing returns the place behind the quote that closes a cell, or the end of the text and false.
func closing(text string, at int) (end int, ok bool) {
	for {
		i := strings.IndexByte(text[at:], '"')
		if i < 0 {
			return len(text), false
		}
		if at += i + 1; at == len(text) || text[at] != '"' {
			return at, true
		}
		at++
	}
}
