package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm"
)

// lang is the language of labels and sentences. The zero lang is English.
type lang struct{ zh bool }

// code returns the name of the language for a page.
func (l lang) code() string {
	if l.zh {
		return "zh"
	}
	return "en"
}

// say returns a label or a sentence with its values. English is the key under which the Chinese is found.
func (l lang) say(format string, values ...any) string {
	if l.zh {
		if text, ok := chinese[format]; ok {
			format = text
		}
	}
	if len(values) == 0 {
		return format
	}
	return fmt.Sprintf(format, values...)
}

// name returns the word for a stable code such as stepped-down.
func (l lang) name(code string) string {
	words := englishCodes
	if l.zh {
		words = chineseCodes
	}
	if text, ok := words[code]; ok {
		return text
	}
	return strings.ReplaceAll(code, "-", " ")
}

// englishCodes are the codes that a reader would not understand as they are.
var englishCodes = map[string]string{
	"points": "base points", "noShows": "no-shows", "earn": "earned", "post": "posted", "lapse": "lapsed", "redeem": "spent",
	"void": "taken back", "adjust": "by hand", "insufficient": "not enough points",
}

// date writes a date as in a letter.
func (l lang) date(d hotelcrm.Date) string {
	if l.zh {
		return d.Format("2006年1月2日")
	}
	return d.Format("2 January 2006")
}

// through writes the last day of what is over on a date.
func (l lang) through(until hotelcrm.Date) string {
	if until == 0 {
		return l.say("for ever")
	}
	return l.say("through %s", l.date(until.AddDays(-1)))
}

// heads are the heads of a table; those that begin with # are of figures.
func (l lang) heads(names ...string) []cell {
	var out []cell
	for _, name := range names {
		name, figures := strings.CutPrefix(name, "#")
		out = append(out, cell{Text: l.say(name), Num: figures})
	}
	return out
}

// pick returns the Chinese name where it is wanted and there is one, else the name, else the id.
func (l lang) pick(id, name, zh string) string {
	switch {
	case l.zh && zh != "":
		return zh
	case name != "":
		return name
	}
	return capital(id)
}

// capital writes the first letter large.
func capital(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// whole writes a number in groups of three digits.
func whole(n int64) string { return group(fmt.Sprint(n)) }

// signed writes a change with its sign.
func signed(n int64) string {
	if n > 0 {
		return "+" + whole(n)
	}
	return whole(n)
}

// group sets the digits before the point apart by three.
func group(text string) string {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "−", text[1:]
	}
	units, rest, _ := strings.Cut(text, ".")
	var b strings.Builder
	for i, digit := range units {
		if i > 0 && (len(units)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if rest != "" {
		b.WriteString("." + rest)
	}
	return sign + b.String()
}
