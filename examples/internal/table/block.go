package table

import (
	"errors"
	"io"
	"strings"
)

// Block is a run of whole rows, as they stand in the file.
type Block struct {
	Text string
	Line int // the line of the file on which it begins, from 1

	comma byte
}

// blockSize is what a block has room for. A row that is longer makes its block longer.
const blockSize = 1 << 19

// blocks cuts a text into blocks, at line ends outside quotes.
type blocks struct {
	from   io.Reader
	comma  byte
	held   []byte // read, but not delivered
	line   int
	failed error // how reading ended
}

func newBlocks(from io.Reader, comma byte, size int) *blocks {
	return &blocks{from: from, comma: comma, held: make([]byte, 0, size), line: 1}
}

// next returns the next block, or how reading ended. A row that was cut short by an error of the file is left out.
func (b *blocks) next() (Block, error) {
	for {
		b.fill()
		if len(b.held) == 0 {
			return Block{}, b.failed
		}
		block := Block{Text: string(b.held), Line: b.line, comma: b.comma}
		if !errors.Is(b.failed, io.EOF) {
			block.Text = block.Text[:block.whole()]
		}
		if block.Text != "" {
			b.line += strings.Count(block.Text, "\n")
			b.held = b.held[:copy(b.held, b.held[len(block.Text):])]
			return block, nil
		}
		if b.failed != nil {
			return Block{}, b.failed
		}
		b.held = append(make([]byte, 0, 2*cap(b.held)), b.held...)
	}
}

// fill reads until there is no room left, or nothing to read.
func (b *blocks) fill() {
	for b.failed == nil && len(b.held) < cap(b.held) {
		n, err := b.from.Read(b.held[len(b.held):cap(b.held)])
		b.held, b.failed = b.held[:len(b.held)+n], err
	}
}

// whole returns how much of the text is whole rows, whatever may follow it.
func (b Block) whole() int {
	if strings.IndexByte(b.Text, '"') < 0 {
		return strings.LastIndexByte(b.Text, '\n') + 1
	}
	rows, end := b.Rows(), 0
	for {
		_, err := rows.Next()
		if rows.at >= len(b.Text) || errors.Is(err, io.EOF) { // what follows may belong to this row
			return end
		}
		end = rows.at
	}
}
