package main

import (
	"bytes"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// lines are those for a terminal, with cells between tabs that stand below each other.
type lines struct {
	to   io.Writer
	text *bytes.Buffer
	tabs *tabwriter.Writer
}

func newLines(to io.Writer) lines {
	var text bytes.Buffer
	return lines{to, &text, tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)}
}

// filler follows a character that takes two columns of a terminal while cells are aligned, as those count one each. It
// is in no text.
const filler = "\uFFFF"

func (c lines) line(text string) {
	var b strings.Builder
	for _, r := range prose.Plain(text) {
		b.WriteRune(r)
		if lang.Width(string(r)) > 1 {
			b.WriteString(filler)
		}
	}
	b.WriteByte('\n')
	_, _ = io.WriteString(c.tabs, b.String()) // into memory
}

// flush writes all lines.
func (c lines) flush() error {
	if err := c.tabs.Flush(); err != nil {
		return err
	}
	_, err := c.to.Write(bytes.ReplaceAll(c.text.Bytes(), []byte(filler), nil))
	return err
}
