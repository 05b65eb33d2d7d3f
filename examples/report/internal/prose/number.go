package prose

import "github.com/hotelcrm/hotelcrm/examples/internal/lang"

// Whole writes a whole number with thousands separators.
func Whole[T int | int32 | int64](n T) string { return lang.Whole(n) }

// Group puts commas into the whole part of a plain decimal, and writes its minus.
func Group(text string) string { return lang.Group(text) }

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
