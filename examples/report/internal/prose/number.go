package prose

import (
	"strconv"
	"strings"
)

// Whole writes a whole number with thousands separators.
func Whole[T int | int32 | int64](n T) string { return Group(strconv.FormatInt(int64(n), 10)) }

// Group puts commas into the whole part of a plain decimal.
func Group(text string) string {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	whole, part, point := strings.Cut(text, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if point {
		b.WriteString("." + part)
	}
	return b.String()
}

// Plural writes the noun that goes with n.
func Plural(n int64, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

// Counted writes "1 guest" and "1,234 guests".
func Counted[T int | int64](n T, one, many string) string {
	if n == 1 {
		return "1" + NBSP + one
	}
	return Whole(n) + NBSP + many
}
