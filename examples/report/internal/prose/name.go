package prose

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// Both returns a name and, beside it on an English page, the Chinese one.
func Both(p lang.Printer, name, zh string) (string, string) {
	if p.Chinese() && zh != "" {
		return zh, ""
	}
	return name, zh
}

// LowerFirst makes a label a part of a sentence, unless it is or begins with an abbreviation.
func LowerFirst(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	if next, _ := utf8.DecodeRuneInString(label[size:]); unicode.IsUpper(next) || size == len(label) {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}

// Label returns the id of what has no label.
func Label(label, id string) string {
	if label == "" {
		return id
	}
	return label
}

// Shortened cuts a guest id that would fill the page; guests.csv has it whole.
func Shortened(id string) string {
	const longest = 32
	if runes := []rune(id); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return id
}

// Plain takes out the spaces that only a page knows.
func Plain(text string) string { return strings.ReplaceAll(text, NBSP, " ") }

// Path returns where a folder is, so that the line helps wherever the command was run from.
func Path(folder string) string {
	path, err := filepath.Abs(folder)
	if err != nil {
		return filepath.Clean(folder)
	}
	return path
}

// Day writes a date in the language of the page, on one line.
func Day(p lang.Printer, d hotelcrm.Date) string {
	if d.IsZero() {
		return p.Say("not known")
	}
	return strings.ReplaceAll(p.Date(d), " ", NBSP)
}

// And writes "guest", "guest and arrival", "guest, arrival and revenue".
func And(list []string) string {
	last := len(list) - 1
	if last < 1 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:last], ", ") + " and " + list[last]
}
