package hotelcrm

import (
	"math/bits"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/radix"
)

// tallyRef says where a line is: its part in the top 8 bits, its number there in the others.
type tallyRef uint32

func (b *tallyBook) at(ref tallyRef) (*tallyPart, *tally) {
	p := &b.parts[ref>>numberBits]
	return p, p.at(int(ref & (1<<numberBits - 1)))
}

// survey is what one look at all lines tells.
type survey struct {
	feesToo bool // lines without a visit count as well
	last    Date
	fees    int            // lines with fees but no visit
	numbers bool           // all ids are numbers
	largest uint64         // of them
	differ  guestKey       // else the bits in which the ids are not all alike
	lines   [partCount]int // that count, by part
}

func (b *tallyBook) survey(s *Setup, feesToo bool) survey {
	out := survey{feesToo: feesToo, numbers: b.numbers()}
	last, fees := make([]Date, partCount), make([]int, partCount)
	ands, ors := make([]guestKey, partCount), make([]guestKey, partCount)
	inShares(partCount, s.Workers, func(from, to int) {
		for i := from; i < to; i++ {
			ands[i] = guestKey{^uint64(0), ^uint64(0)}
			for n := range b.parts[i].used {
				t := b.parts[i].at(n)
				if t.visits == 0 && b.parts[i].paid(t, s.Scale) {
					fees[i]++
				}
				if !out.counts(t) {
					continue
				}
				out.lines[i]++
				last[i] = max(last[i], t.last)
				if out.numbers {
					ors[i].a = max(ors[i].a, t.key.a)
					continue
				}
				k := t.key.written()
				ands[i] = guestKey{ands[i].a & k.a, ands[i].b & k.b}
				ors[i] = guestKey{ors[i].a | k.a, ors[i].b | k.b}
			}
		}
	})
	and, or := guestKey{^uint64(0), ^uint64(0)}, guestKey{}
	for i := range b.parts {
		out.last = max(out.last, last[i])
		out.fees += fees[i]
		out.largest = max(out.largest, ors[i].a)
		and, or = guestKey{and.a & ands[i].a, and.b & ands[i].b}, guestKey{or.a | ors[i].a, or.b | ors[i].b}
	}
	out.differ = guestKey{and.a ^ or.a, and.b ^ or.b}
	return out
}

func (b *tallyBook) numbers() bool {
	for i := range b.parts {
		if b.parts[i].texts > 0 {
			return false
		}
	}
	return true
}

// paid reports whether a line has fees.
func (p *tallyPart) paid(t *tally, scale int) bool {
	if t.extra {
		return !p.extras[t.key].fees.isZero(scale)
	}
	return t.fees != 0
}

func (s *survey) counts(t *tally) bool {
	return t.visits > 0 || s.feesToo
}

// ordered returns the lines that count, in the order of their guests' ids.
func (b *tallyBook) ordered(known *survey, workers int) []tallyRef {
	total := 0
	for _, n := range known.lines {
		total += n
	}
	items := make([]radix.Item, total)
	b.collect(known, items, workers)
	width := bits.OnesCount64(known.differ.a) + bits.OnesCount64(known.differ.b)
	if total > 0 && !known.numbers && (width > 64 || len(b.long.texts) > 0) {
		b.sortByText(items)
	} else {
		items = radix.Sort(items, workers)
	}
	refs := make([]tallyRef, total)
	for i := range items {
		refs[i] = tallyRef(items[i].Ref)
	}
	return refs
}

// collect writes an item for each line that counts, by part and number.
func (b *tallyBook) collect(known *survey, items []radix.Item, workers int) {
	order := known.keyOrder()
	var starts [partCount]int
	for i := 1; i < partCount; i++ {
		starts[i] = starts[i-1] + known.lines[i-1]
	}
	inShares(partCount, workers, func(from, to int) {
		for i := from; i < to; i++ {
			at := starts[i]
			for n := range b.parts[i].used {
				if t := b.parts[i].at(n); known.counts(t) {
					items[at] = radix.Item{Key: order(t.key), Ref: uint32(i<<numberBits | n)}
					at++
				}
			}
		}
	})
}

func (b *tallyBook) sortByText(items []radix.Item) {
	slices.SortFunc(items, func(x, y radix.Item) int {
		_, t := b.at(tallyRef(x.Ref))
		_, u := b.at(tallyRef(y.Ref))
		return b.long.compare(t.key, u.key)
	})
}

// keyOrder returns what gives keys numbers that sort as their ids do.
func (s *survey) keyOrder() func(guestKey) uint64 {
	if s.numbers {
		width := digitsOf(s.largest)
		return func(k guestKey) uint64 { return textOrder(k.a, width) }
	}
	pieces := append(runs(s.differ.a, false), runs(s.differ.b, true)...)
	return func(k guestKey) uint64 { return pack(pieces, k.written()) }
}

// textOrder returns a number that sorts as the decimal text of n does, among texts of at most width digits: the digits
// moved to the left, and how many they are.
func textOrder(n uint64, width int) uint64 {
	digits := digitsOf(n)
	return n*powers[width-digits]<<4 | uint64(digits)
}

// digitsOf returns the number of decimal digits of n < 10¹⁵.
func digitsOf(n uint64) int {
	digits := bits.Len64(n|1) * 1233 >> 12 // log₁₀ 2 ≈ 1233/4096, too low by one at times
	if n|1 >= powers[digits] {
		digits++
	}
	return digits
}

var powers = [inlineBytes + 1]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// piece is a run of neighbouring bits in which keys differ. Packed together those bits sort as the ids do: ten digits
// differ in forty bits.
type piece struct {
	second bool // of the key's second word
	shift  uint8
	width  uint8
}

// runs returns the runs of set bits in a word, highest first.
func runs(word uint64, second bool) []piece {
	var out []piece
	for word != 0 {
		top := 63 - bits.LeadingZeros64(word)
		width := bits.LeadingZeros64(^(word << (63 - top)))
		out = append(out, piece{second, uint8(top - width + 1), uint8(width)})
		word &= 1<<(top-width+1) - 1
	}
	return out
}

func pack(pieces []piece, k guestKey) uint64 {
	packed := uint64(0)
	for _, p := range pieces {
		word := k.a
		if p.second {
			word = k.b
		}
		packed = packed<<p.width | word>>p.shift&(1<<p.width-1)
	}
	return packed
}
