package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// print prints the statement for a terminal.
func (s *sheet) print(to io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", s.Title, s.Date)
	fmt.Fprintf(&b, "%s %s\n", s.Tier, s.Until)
	if s.Why != "" {
		fmt.Fprintln(&b, s.Why)
	}
	for _, k := range s.Keys {
		fmt.Fprintln(&b, s.lang.Say("%s %s (%s)", k.Value, k.Label, k.Note))
	}
	for i, note := range s.Notes {
		if i == 0 {
			fmt.Fprintln(&b)
		}
		fmt.Fprintf(&b, "! %s\n", note)
	}
	for _, one := range s.Sections {
		one.print(&b, s.lang)
	}
	_, err := io.WriteString(to, b.String())
	return err
}

func (s *section) print(b *strings.Builder, say voice) {
	fmt.Fprintf(b, "\n%s\n%s\n", s.Title, strings.Repeat("-", lang.Width(s.Title)))
	for _, text := range s.Text {
		fmt.Fprintln(b, text)
	}
	for _, w := range s.Ways {
		for i, m := range w.Needs {
			lead := "  "
			if i > 0 {
				lead = "+ "
			}
			filled := m.Percent / 5
			fmt.Fprintf(b, "%s[%s%s] %s\n", lead, strings.Repeat("#", filled), strings.Repeat(".", 20-filled), say.Say("%s: %s (%s)", m.Label, m.Have, m.Window))
		}
	}
	for _, text := range s.After {
		fmt.Fprintln(b, text)
	}
	for _, g := range s.Grids {
		fmt.Fprintf(b, "\n%s\n%s", g.Caption, g.text())
	}
}
