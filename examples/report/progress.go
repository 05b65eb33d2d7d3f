package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a line on a terminal, and nothing anywhere else.
type progress struct {
	to  io.Writer // nil: no terminal
	bar *progressbar.ProgressBar
}

func newProgress(stderr io.Writer) *progress {
	if f, ok := stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &progress{to: f}
	}
	return &progress{}
}

// Start begins a line; total 0 is not known.
func (p *progress) Start(what string, total int64) {
	if p.to == nil {
		return
	}
	p.clear()
	if total <= 0 {
		total = 1
	}
	p.bar = progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(p.to), progressbar.OptionSetDescription(what), progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetRenderBlankState(true), progressbar.OptionSetPredictTime(false))
}

// Add moves the line on. The bar is decoration: that it cannot be drawn is no error.
func (p *progress) Add(n int) {
	if p.bar != nil {
		_ = p.bar.Add(n)
	}
}

func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
		p.bar = nil
	}
}
