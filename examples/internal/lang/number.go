package lang

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Percent writes a number of per cent.
func (p Printer) Percent(number string) string {
	if p.zh {
		return number + "%"
	}
	return number + "\u00a0%"
}

// Share writes a share of one in per cent with so many decimal places. A share that is neither none nor all is never
// written as if it were: < 0.1 %, > 99.9 %.
func (p Printer) Share(share float64, places int) string {
	text := Fixed(100*share, places)
	switch {
	case share > 0 && share < 1 && text == Fixed(0, places):
		return "<\u00a0" + p.Percent(least(places))
	case share > 0 && share < 1 && text == Fixed(100, places):
		return ">\u00a0" + p.Percent(most(places))
	}
	return p.Percent(text)
}

// least is the smallest number above 0 with so many decimal places.
func least(places int) string {
	if places == 0 {
		return "1"
	}
	return "0." + strings.Repeat("0", places-1) + "1"
}

// most is the largest number below 100 with so many decimal places.
func most(places int) string {
	if places == 0 {
		return "99"
	}
	return "99." + strings.Repeat("9", places)
}

// Whole writes a number in groups of three digits, as both languages do.
func Whole[T int | int32 | int64](n T) string { return Group(fmt.Sprint(n)) }

// Signed is Whole for a change, with its sign.
func Signed[T int | int32 | int64](n T) string {
	if n > 0 {
		return "+" + Whole(n)
	}
	return Whole(n)
}

// Group sets the digits before the point apart by three.
func Group(text string) string {
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

// Fixed writes a number with so many decimal places, in groups of three digits. What is rounded to 0 has no sign.
func Fixed(v float64, places int) string {
	text := strconv.FormatFloat(v, 'f', places, 64)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	return Group(text)
}

// Change is Fixed with its sign.
func Change(v float64, places int) string {
	if text := Fixed(v, places); v <= 0 || strings.Trim(text, "0.") == "" {
		return text
	}
	return "+" + Fixed(v, places)
}

// Typeset writes a text that was not written for a page: minus signs before figures, and no line end before per cent.
func Typeset(text string) string {
	return minus.ReplaceAllString(strings.ReplaceAll(text, " %", "\u00a0%"), "$1−$2")
}

var minus = regexp.MustCompile(`(^|[\s(\[])-([0-9])`)
