package main

import "github.com/hotelcrm/hotelcrm/examples/internal/lang"

// both returns a name and, beside it on an English page, the Chinese one.
func both(p lang.Printer, name, zh string) (string, string) {
	if p.Chinese() && zh != "" {
		return zh, ""
	}
	return name, zh
}
