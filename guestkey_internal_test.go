package hotelcrm

import (
	"cmp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestKeysOrderAsTheirIDs(t *testing.T) {
	id := rapid.OneOf(
		rapid.StringMatching(`[ab0]{1,20}`),
		rapid.StringMatching(`[0-9]{1,20}`),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 1, 20), func(b []byte) string { return string(b) }),
		rapid.StringMatching(`G[0-9]{10}`),
	)
	rapid.Check(t, func(t *rapid.T) {
		var l longIDs
		a, b := id.Draw(t, "a"), id.Draw(t, "b")
		x, y := l.key(a), l.key(b)
		if written := l.appendText([]byte("0"), x); l.text(x) != a || l.text(y) != b || string(written) != "0"+a {
			t.Fatalf("%q reads %q, %q reads %q", a, l.text(x), b, l.text(y))
		}
		if got, want := l.compare(x, y), strings.Compare(a, b); got != want {
			t.Fatalf("%q against %q: %d, want %d", a, b, got, want)
		}
		if (x == y) != (a == b) || l.key(a) != x {
			t.Fatalf("keys of %q and %q: %v and %v", a, b, x, y)
		}
	})
}

func TestNumbersAreTheirDecimalText(t *testing.T) {
	check := func(n uint64) {
		text := strconv.FormatUint(n, 10)
		if got := digitsOf(n); got != len(text) {
			t.Fatalf("%d: %d digits", n, got)
		}
		if got, want := writtenNumber(n), textKey(text); got != want {
			t.Fatalf("%d: %x, want %x", n, got, want)
		}
		if got, want := inlineKey(text), (guestKey{n, numberID}); got != want {
			t.Fatalf("%q: %x, want %x", text, got, want)
		}
	}
	for n := range uint64(200_000) {
		check(n)
	}
	for power := uint64(1); power <= maxInlineNumber; power *= 10 {
		check(power - 1)
		check(power)
		check(power + 1)
	}
	rapid.Check(t, func(t *rapid.T) { check(rapid.Uint64Range(0, maxInlineNumber).Draw(t, "n")) })
}

func TestNumbersSortAsTheirText(t *testing.T) {
	number := rapid.OneOf(rapid.Uint64Range(0, maxInlineNumber), rapid.Uint64Range(0, 200), rapid.SampledFrom([]uint64{0, 1, 10, 100, 1_000_000, maxInlineNumber}))
	rapid.Check(t, func(t *rapid.T) {
		m, n := number.Draw(t, "m"), number.Draw(t, "n")
		width := max(digitsOf(m), digitsOf(n)) + rapid.IntRange(0, 15-max(digitsOf(m), digitsOf(n))).Draw(t, "wider")
		if got, want := cmp.Compare(textOrder(m, width), textOrder(n, width)), strings.Compare(strconv.FormatUint(m, 10), strconv.FormatUint(n, 10)); got != want {
			t.Fatalf("%d against %d: %d, want %d", m, n, got, want)
		}
	})
}
