package sim

import "strings"

// scribe writes ids. They share long blocks of text, since a text of its own for each would be an allocation each.
type scribe struct{ block *strings.Builder }

const blockSize = 1 << 16

// id returns the prefix followed by the number in so many digits.
func (s *scribe) id(prefix string, number, digits int) string {
	size := len(prefix) + digits
	if s.block == nil || s.block.Cap()-s.block.Len() < size {
		s.block = new(strings.Builder)
		s.block.Grow(blockSize)
	}
	start := s.block.Len()
	s.block.WriteString(prefix)
	for unit := powerOfTen(digits - 1); unit > 0; unit /= 10 {
		s.block.WriteByte(byte('0' + number/unit%10))
	}
	return s.block.String()[start:]
}

func powerOfTen(n int) int {
	unit := 1
	for range n {
		unit *= 10
	}
	return unit
}

// face is which of a person's ids is meant.
type face int

const (
	mainFace    face = iota
	secondFace       // the duplicate profile
	partnerFace      // who travels along
	houseFace        // not a person: accounts and staff are numbered in this column
	faces
)

const guestIDs = 10_000_000 // 7 digits

// guestID numbers all possible ids of all persons in one row and shuffles it: multiplying by a number without a
// common factor with 10⁷ reaches every number once. So an id tells neither who came first nor what kind it is.
func (s *scribe) guestID(number int, f face) string {
	slot := int64(number)*int64(faces) + int64(f)
	return s.id("G", int((slot*7_368_787+4_815_162)%guestIDs), 7)
}
