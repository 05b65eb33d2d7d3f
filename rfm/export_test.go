package rfm

// GuestsAt returns the guest numbers at positions of the keys in order: by value, falling or not, then by number. As
// counts instead of wide integers if narrow.
func GuestsAt(keys []int64, positions []int, falling, narrow bool) []int {
	c := column{guests: make([]string, len(keys)), wide: keys}
	if narrow {
		c.wide, c.counts = nil, make([]int32, len(keys))
		for i, key := range keys {
			c.counts[i] = int32(key)
		}
	}
	return c.guestsAt(positions, falling)
}

// Order is what GuestsAt selects from, by sorting.
func Order(keys []int64, falling bool) []int {
	c := column{guests: make([]string, len(keys)), wide: keys}
	return c.order(falling)
}

// Root is the square root of high·2⁶⁴ + low, rounded down.
func Root(high, low uint64) uint64 { return root128(high, low) }
