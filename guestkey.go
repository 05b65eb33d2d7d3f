package hotelcrm

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"strings"
)

// guestKey is a guest id in two words. Integers stay integers: an id of at most 15 digits is its number and the mark
// numberID. Other ids of up to 15 bytes are held inline, so that they cost no pointer and compare as numbers: the bytes
// from the top down, padded with zeros, and the length in the last byte. Longer ids hold their first 8 bytes, a number of
// a longIDs table, and the mark longID in the last byte.
type guestKey struct{ a, b uint64 }

const (
	inlineBytes = 15
	numberID    = 0xfe
	longID      = 0xff
)

// inlineKey returns the key of an id of at most 15 bytes.
func inlineKey(id string) guestKey {
	if n, ok := numberOf(id); ok {
		return guestKey{n, numberID}
	}
	return textKey(id)
}

// numberOf returns the number that an id of at most 15 bytes writes, and false if it is not the decimal text of one.
func numberOf(id string) (uint64, bool) {
	if id == "" || id[0] == '0' && id != "0" {
		return 0, false
	}
	n := uint64(0)
	for i := range len(id) {
		digit := uint64(id[i]) - '0'
		if digit > 9 {
			return 0, false
		}
		n = 10*n + digit
	}
	return n, true
}

// textKey returns the bytes of an id as a key.
func textKey(id string) guestKey {
	if len(id) >= 8 {
		a := load8(id)
		rest := load8(id[len(id)-8:]) // the last 8 bytes, some of them already in a
		return guestKey{a, rest<<uint(8*(16-len(id)))&^0xff | uint64(len(id))}
	}
	var buffer [8]byte
	copy(buffer[:], id)
	return guestKey{binary.BigEndian.Uint64(buffer[:]), uint64(len(id))}
}

func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0])<<56 | uint64(s[1])<<48 | uint64(s[2])<<40 | uint64(s[3])<<32 |
		uint64(s[4])<<24 | uint64(s[5])<<16 | uint64(s[6])<<8 | uint64(s[7])
}

// written returns the key as text, so that it compares as its id does; long ids stay as they are.
func (k guestKey) written() guestKey {
	if k.b == numberID {
		return writtenNumber(k.a)
	}
	return k
}

// writtenNumber returns the bytes of a number's decimal text, which has at most 15 digits.
func writtenNumber(n uint64) guestKey {
	high, low := ascii8(n/1e8), ascii8(n%1e8) // 16 digits with leading zeros
	zeros := leadingZeroDigits(high, low)
	shift := uint(8 * zeros)
	a, b := high, low
	if shift >= 64 {
		a, b = low, 0
		shift -= 64
	}
	if shift > 0 {
		a, b = a<<shift|b>>(64-shift), b<<shift
	}
	return guestKey{a, b | uint64(16-zeros)}
}

// ascii8 returns the eight decimal digits of n < 10⁸ as text, the first in the top byte.
func ascii8(n uint64) uint64 {
	top, bottom := n/10000, n%10000
	fours := bottom<<32 | top // each half four digits
	hundreds := fours * 10486 >> 20 & 0x7f_0000_007f
	twos := hundreds | (fours-100*hundreds)<<16 // each quarter two digits
	tens := twos * 103 >> 10 & 0xf_000f_000f_000f
	ones := tens | (twos-10*tens)<<8 // each byte one digit, the first in the lowest
	return bits.ReverseBytes64(ones | 0x3030303030303030)
}

// leadingZeroDigits counts the zeros in front of 16 digits; the last digit counts as one in any case.
func leadingZeroDigits(high, low uint64) int {
	const zeros = 0x3030303030303030
	if high != zeros {
		return bits.LeadingZeros64(high^zeros) / 8
	}
	return 8 + min(bits.LeadingZeros64(low^zeros)/8, 7)
}

const maxInlineNumber = 999_999_999_999_999

// hash spreads keys over 64 bits. It is the same everywhere and at any time, but nothing visible depends on it.
func (k guestKey) hash() uint64 {
	high, low := bits.Mul64(k.a^0x9e3779b97f4a7c15, k.b^0xc2b2ae3d27d4eb4f)
	return high ^ low ^ k.a>>32*0x9fb21c651e98df25
}

func (k guestKey) inline() bool { return k.b&0xff != longID }

// appendText appends an inline id: all 16 bytes at once, then only those of the id stay.
func (k guestKey) appendText(b []byte) []byte {
	k = k.written()
	n := len(b) + int(k.b&0xff)
	b = binary.BigEndian.AppendUint64(b, k.a)
	return binary.BigEndian.AppendUint64(b, k.b)[:n]
}

// longIDs gives ids of more than 15 bytes their numbers.
type longIDs struct {
	numbers map[string]uint64
	texts   []string
}

// key returns the key of any id.
func (l *longIDs) key(id string) guestKey {
	if len(id) <= inlineBytes {
		return inlineKey(id)
	}
	n, known := l.numbers[id]
	if !known {
		if l.numbers == nil {
			l.numbers = map[string]uint64{}
		}
		id = strings.Clone(id) // it may be a piece of a whole file
		n = uint64(len(l.texts))
		l.numbers[id] = n
		l.texts = append(l.texts, id)
	}
	return guestKey{load8(id), n<<8 | longID}
}

// appendText appends the id of a key.
func (l *longIDs) appendText(b []byte, k guestKey) []byte {
	if k.inline() {
		return k.appendText(b)
	}
	return append(b, l.texts[k.b>>8]...)
}

func (l *longIDs) text(k guestKey) string {
	if k.inline() {
		return string(k.appendText(nil))
	}
	return l.texts[k.b>>8]
}

// compare orders keys by the bytes of their ids.
func (l *longIDs) compare(x, y guestKey) int {
	x, y = x.written(), y.written()
	if x.a != y.a || x.inline() && y.inline() {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	}
	return strings.Compare(l.text(x), l.text(y))
}
