// Package lang says the labels and sentences of the examples in English or in Chinese.
//
// English is written where it is used, and is the key under which the Chinese is found:
//
//	p.Say("%s of %s", name, date)             // in Go
//	{{t "As of %s" .AsOf}}                    // in a template
//	p.Name("stepped-down")                    // a stable code
//	lang.Count(p, n, "guest", "guests")       // 1 guest, 1,234 guests, 1,234 位客人
//
// A text that has no Chinese stays English, so that a page is always whole; package langtest finds such texts.
package lang

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm"
)

// Catalogue is what a program says in Chinese.
type Catalogue struct {
	Texts   map[string]string // by the English; that of Count by "%s guests"
	Codes   map[string]string // by stable code
	English map[string]string // codes that a reader would not understand as they are
}

// Printer says texts in one language. The zero Printer says what it is given: English.
type Printer struct {
	zh    bool
	words *Catalogue
}

// New returns the printer of a language, "en" or "zh".
//
// Errors: any other code.
func New(code string, words *Catalogue) (Printer, error) {
	switch code {
	case "en":
		return English(words), nil
	case "zh":
		return Chinese(words), nil
	}
	return Printer{}, fmt.Errorf("%q is not allowed; want en or zh", code)
}

// English returns the printer of English.
func English(words *Catalogue) Printer { return Printer{words: words} }

// Chinese returns the printer of Chinese.
func Chinese(words *Catalogue) Printer { return Printer{zh: true, words: words} }

// Code returns the name of the language, as a page states it.
func (p Printer) Code() string {
	if p.zh {
		return "zh"
	}
	return "en"
}

// Chinese reports whether the language is Chinese.
func (p Printer) Chinese() bool { return p.zh }

// Say returns a label or a sentence with its values.
func (p Printer) Say(format string, values ...any) string {
	if p.zh {
		if text, ok := p.words.Texts[format]; ok {
			format = text
		}
	}
	switch {
	case len(values) == 0:
		return format
	case p.zh:
		return fill(format, values)
	}
	return fmt.Sprintf(format, values...)
}

// Name returns the word for a stable code such as stepped-down.
func (p Printer) Name(code string) string {
	if p.words != nil {
		words := p.words.English
		if p.zh {
			words = p.words.Codes
		}
		if text, ok := words[code]; ok {
			return text
		}
	}
	return strings.ReplaceAll(code, "-", " ")
}

// Sentences puts sentences that are not empty one after the other, with a space between them where the language has one.
func (p Printer) Sentences(list ...string) string {
	gap := " "
	if p.zh {
		gap = ""
	}
	return strings.Join(slices.DeleteFunc(slices.Clone(list), func(one string) bool { return one == "" }), gap)
}

// Pick returns the Chinese name where it is wanted and there is one, else the other.
func (p Printer) Pick(name, zh string) string {
	if p.zh && zh != "" {
		return zh
	}
	return name
}

// Date writes a date as in a letter.
func (p Printer) Date(d hotelcrm.Date) string {
	if p.zh {
		return d.Format("2006年1月2日")
	}
	return d.Format("2 January 2006")
}

// Funcs are the functions of a template: t says a text.
func (p Printer) Funcs() template.FuncMap { return template.FuncMap{"t": p.Say} }

// Count writes a number with its noun. The Chinese, with its measure word, stands under "%s " and the plural.
func Count[T int | int32 | int64](p Printer, n T, one, many string) string {
	if p.zh {
		if text, ok := p.words.Texts["%s "+many]; ok {
			return fmt.Sprintf(text, Whole(n))
		}
	}
	if n == 1 {
		many = one
	}
	return Whole(n) + "\u00a0" + many
}

// Join returns the texts of several parts of a program as those of one. Of two for one key the last one counts;
// langtest.Twice finds them.
func Join(parts ...map[string]string) map[string]string {
	out := map[string]string{}
	for _, part := range parts {
		for text, zh := range part {
			out[text] = zh
		}
	}
	return out
}

// Capital writes the first letter large.
func Capital(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// Told says what comes as a finished English text, as warnings of the library do: by the first of the formats that it fits,
// whose values may be such texts, too. What fits none is said by other, or by the names of codes where other is nil.
func (p Printer) Told(text string, formats []string, other func(string) string) string {
	if !p.zh {
		return text
	}
	for _, format := range formats {
		values, ok := fit(format, text)
		if !ok {
			continue
		}
		said := make([]any, len(values))
		for i, value := range values {
			said[i] = p.Told(value, formats, other)
		}
		return p.Say(format, said...)
	}
	if other != nil {
		return other(text)
	}
	if name, ok := p.words.Codes[text]; ok {
		return name
	}
	return text
}

// fit returns what stands in a text where its format has %s, and false if the text is not of that format.
func fit(format, text string) (values []string, ok bool) {
	parts := strings.Split(format, "%s")
	text, ok = strings.CutPrefix(text, parts[0])
	for _, part := range parts[1:] {
		value, rest, found := strings.Cut(text, part)
		if part == "" { // the end of the format
			value, rest, found = text, "", text != ""
		}
		values, text, ok = append(values, value), rest, ok && found
	}
	return values, ok && text == ""
}
