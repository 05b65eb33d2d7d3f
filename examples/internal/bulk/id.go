package bulk

// ids gives each guest a number of ten digits that no other guest has and that looks drawn.
//
// A Feistel network of four rounds puts the numbers of 34 bits into another order; a result of over ten digits goes
// through it again.
type ids struct{ keys [4]uint64 }

const (
	digits    = 10
	idCount   = 10_000_000_000
	halfBits  = 17
	halfRange = 1<<halfBits - 1
)

func newIDs(seed uint64) ids {
	r := newRandom(seed, streamID)
	var s ids
	for i := range s.keys {
		s.keys[i] = r.next()
	}
	return s
}

func (s *ids) number(guest uint32) uint64 {
	for n := s.turn(uint64(guest)); ; n = s.turn(n) {
		if n < idCount {
			return n
		}
	}
}

func (s *ids) turn(n uint64) uint64 {
	left, right := n>>halfBits, n&halfRange
	for _, key := range s.keys {
		left, right = right, left^mix(right+key)&halfRange
	}
	return left<<halfBits | right
}

// append writes a guest's id: G and ten digits, or a plain number.
func (s *ids) append(b []byte, guest uint32, integers bool) []byte {
	n := s.number(guest)
	var text [digits]byte
	start := digits
	for i := digits - 1; i >= 0; i-- {
		text[i] = byte('0' + n%10)
		if n != 0 {
			start = i
		}
		n /= 10
	}
	if integers {
		return append(b, text[min(start, digits-1):]...)
	}
	return append(append(b, 'G'), text[:]...)
}
