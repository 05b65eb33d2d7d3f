package lang

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// verb is a place of a value in a format, such as %s or %[2]s, or a sign of per cent.
var verb = regexp.MustCompile(`%(?:\[([0-9]+)\])?[sdv%]`)

// fill puts values into a Chinese format, with a space where a word or a number of theirs meets a character, as in 满 20 晚.
func fill(format string, values []any) string {
	var out seam
	next, from := 0, 0
	for _, at := range verb.FindAllStringSubmatchIndex(format, -1) {
		out.add(format[from:at[0]])
		from = at[1]
		if format[at[1]-1] == '%' {
			out.WriteByte('%')
			continue
		}
		if at[2] >= 0 {
			next, _ = strconv.Atoi(format[at[2]:at[3]])
			next--
		}
		if next < len(values) {
			out.add(fmt.Sprint(values[next]))
		}
		next++
	}
	out.add(format[from:])
	return out.String()
}

// Join puts texts one after the other with what was said between them, in Chinese with spaces as in Say.
func (p Printer) Join(list []string, between string) string {
	if !p.zh {
		return strings.Join(list, between)
	}
	var out seam
	for i, one := range list {
		if i > 0 {
			out.add(between)
		}
		out.add(one)
	}
	return out.String()
}

// seam is a text that grows piece by piece.
type seam struct{ strings.Builder }

func (s *seam) add(text string) {
	last, _ := utf8.DecodeLastRuneInString(s.String())
	first, _ := utf8.DecodeRuneInString(text)
	if unicode.Is(unicode.Han, last) && latin(first) || latin(last) && unicode.Is(unicode.Han, first) {
		s.WriteByte(' ')
	}
	s.WriteString(text)
}

// latin reports whether a character is one of a word or a number of another script.
func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("%+−<>", r)
}
