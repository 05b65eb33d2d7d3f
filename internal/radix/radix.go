// Package radix sorts numbers that carry a reference, in time that grows with their count alone.
package radix

// Item is a key to sort by and a reference to what it stands for.
type Item struct {
	Key uint64
	Ref uint32
}

const (
	digitBits = 11
	digits    = (64 + digitBits - 1) / digitBits
	mask      = 1<<digitBits - 1
)

// Sort returns the items in rising order of their keys, equal keys in the order they had. It uses the items' own memory
// and as much again.
//
// Cost: O(n) for each of the at most six groups of 11 bits in which keys differ.
func Sort(items []Item) []Item {
	if len(items) < 2 {
		return items
	}
	differ := uint64(0)
	for i := range items {
		differ |= items[i].Key ^ items[0].Key
	}
	var other []Item
	for digit := range digits {
		shift := digit * digitBits
		if differ>>shift&mask == 0 {
			continue
		}
		if other == nil {
			other = make([]Item, len(items))
		}
		scatter(other, items, shift)
		items, other = other, items
	}
	return items
}

// scatter copies the items in the order of one digit, equal digits in the order they had.
func scatter(to, from []Item, shift int) {
	var ends [1 << digitBits]int
	for i := range from {
		ends[from[i].Key>>shift&mask]++
	}
	start := 0
	for digit, n := range ends {
		ends[digit] = start
		start += n
	}
	for i := range from {
		digit := from[i].Key >> shift & mask
		to[ends[digit]] = from[i]
		ends[digit]++
	}
}
