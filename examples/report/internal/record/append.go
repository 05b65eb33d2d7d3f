package record

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm"
)

// appendMinor writes a whole number of units of 10^-places with that many decimal places.
func appendMinor(b []byte, minor int64, places int) []byte {
	size := uint64(minor)
	if minor < 0 {
		b, size = append(b, '-'), -size
	}
	if places == 2 { // nearly all
		cents := size % 100
		return append(strconv.AppendUint(b, size/100, 10), '.', '0'+byte(cents/10), '0'+byte(cents%10))
	}
	start := len(b)
	b = strconv.AppendUint(b, size, 10)
	if places == 0 {
		return b
	}
	for len(b)-start <= places { // 5 is 0.05
		b = append(b, 0)
		copy(b[start+1:], b[start:])
		b[start] = '0'
	}
	b = append(b, 0)
	point := len(b) - 1 - places
	copy(b[point+1:], b[point:])
	b[point] = '.'
	return b
}

// dayTexts writes dates; most of them it has written before.
type dayTexts struct {
	texts [1 << 12]struct {
		day  hotelcrm.Date
		text [len(hotelcrm.ISODate)]byte
	}
}

func (t *dayTexts) append(b []byte, day hotelcrm.Date) []byte {
	if day <= 0 {
		return b
	}
	one := &t.texts[int(day)%len(t.texts)]
	if one.day != day {
		one.day = day
		_, _ = day.AppendText(one.text[:0]) // into the array; the error is always nil
	}
	return append(b, one.text[:]...)
}

// appendCell writes a cell as encoding/csv does: in quotes where a reader would need them.
func appendCell(b []byte, cell string) []byte {
	if !needsQuotes(cell) {
		return append(b, cell...)
	}
	b = append(b, '"')
	for i := range len(cell) {
		if cell[i] == '"' {
			b = append(b, '"')
		}
		b = append(b, cell[i])
	}
	return append(b, '"')
}

func needsQuotes(cell string) bool {
	if cell == "" {
		return false
	}
	if cell == `\.` {
		return true
	}
	for i := range len(cell) { // strings.ContainsAny would make a set for every cell
		switch cell[i] {
		case '"', ',', '\r', '\n':
			return true
		}
	}
	first, _ := utf8.DecodeRuneInString(cell)
	return unicode.IsSpace(first)
}
