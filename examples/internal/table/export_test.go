package table

import "io"

// NewSmallReader is a reader of values with blocks of a few bytes.
func NewSmallReader(r io.Reader, separator Separator, size int) *Reader {
	return &Reader{blocks: newBlocks(r, separator.comma(), size), rows: &Rows{}}
}
