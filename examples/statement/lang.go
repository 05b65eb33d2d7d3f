package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// voice says labels and sentences in the language of the statement.
type voice struct{ lang.Printer }

// words are what a statement says in Chinese, and the codes that English explains.
var words = &lang.Catalogue{Texts: chinese, Codes: chineseCodes, English: englishCodes}

// englishCodes are the codes that a reader would not understand as they are.
var englishCodes = map[string]string{
	"points": "base points", "noShows": "no-shows", "earn": "earned", "post": "posted", "lapse": "lapsed", "redeem": "spent",
	"void": "taken back", "adjust": "by hand", "insufficient": "not enough points",
}

// through writes the last day of what is over on a date.
func (v voice) through(until hotelcrm.Date) string {
	if until == 0 {
		return v.Say("for ever")
	}
	return v.Say("through %s", v.Date(until.AddDays(-1)))
}

// heads are the heads of a table; those that begin with # are of figures.
func (v voice) heads(names ...string) []cell {
	var out []cell
	for _, name := range names {
		name, figures := strings.CutPrefix(name, "#")
		out = append(out, cell{Text: lang.Capital(v.Say(name)), Num: figures})
	}
	return out
}

// pick returns the Chinese name where it is wanted and there is one, else the name, else the id.
func (v voice) pick(id, name, zh string) string {
	if name == "" {
		name = lang.Capital(id)
	}
	return v.Pick(name, zh)
}
