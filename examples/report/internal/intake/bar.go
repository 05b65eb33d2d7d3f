package intake

import (
	"context"
	"io"
)

// Bar shows how far reading is.
type Bar interface {
	// Start begins what is read; total 0 is not known.
	Start(what string, total int64)
	// Add moves on by so much of the total.
	Add(n int)
}

// watched is a reader that moves the bar and ends when the context does.
type watched struct {
	ctx  context.Context
	from io.Reader
	bar  Bar
}

// Read reads, unless the context has ended.
func (w watched) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.from.Read(p)
	w.bar.Add(n)
	return n, err
}
