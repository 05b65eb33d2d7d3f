package satisfaction

import "math/bits"

// Products of many pairs at once: a word holds the codes of four items, 16 bits each. A word times one code is that
// code's product with each of the four; added up over a block of rows, no field overflows into the next, since a block
// has at most (2¹⁶-1)/top² rows.

const (
	everyByte  = 0x0101010101010101
	codeBits   = MaxCode * everyByte
	evenFields = 0x00ff00ff00ff00ff
)

// itemAt returns the item in a field of a word: words 2g and 2g+1 hold the even and the odd ones of items 8g to 8g+7.
func itemAt(word, field int) int { return word/2*8 + 2*field + word%2 }

// fill turns a block of rows into words and counts the gaps on the way.
func (b *batch) fill(block []Answer) {
	n := b.summary.form.Len()
	for r := 0; len(block) >= n; r++ {
		row := block[:n]
		block = block[n:]
		at := 0
		for ; at+8 <= n; at += 8 {
			b.put(row, at, r, eight(row[at:at+8]), 8)
		}
		if at < n {
			var last [8]Answer
			copy(last[:], row[at:])
			b.put(row, at, r, eight(last[:]), n-at)
		}
	}
}

// put stores eight answers from item at on, of which only the first are there.
func (b *batch) put(row []Answer, at, r int, w uint64, there int) {
	w &= codeBits
	b.words[at/4][r&(blockRows-1)] = w & evenFields
	b.words[at/4+1][r&(blockRows-1)] = w >> 8 & evenFields
	missing := ((MaxCode+1)*everyByte - w) & ((MaxCode + 1) * everyByte) // 64 less the code keeps the bit for code 0 only
	for missing != 0 {
		k := bits.TrailingZeros64(missing) / 8
		missing &= missing - 1
		if k < there {
			b.summary.addGap(at+k, row)
		}
	}
}

// eight returns eight answers as one word, the first in the lowest byte.
func eight(a []Answer) uint64 {
	_ = a[7]
	return uint64(a[0]) | uint64(a[1])<<8 | uint64(a[2])<<16 | uint64(a[3])<<24 |
		uint64(a[4])<<32 | uint64(a[5])<<40 | uint64(a[6])<<48 | uint64(a[7])<<56
}

// multiply adds the products of every two items over the rows of the words.
func (b *batch) multiply(rows int) {
	for i := range b.words {
		for j := i; j < len(b.words); j++ {
			sums := fourByFour(b.words[i][:rows], b.words[j][:rows])
			for field, sum := range sums {
				b.take(itemAt(i, field), j, sum, i != j)
			}
		}
	}
}

// fourByFour returns, for each of the four items of x, the sums of its products with the four items of y.
func fourByFour(x, y []uint64) [4]uint64 {
	const field = 1<<16 - 1
	y = y[:len(x)]
	var a, b, c, d uint64
	for r, u := range x {
		v := y[r]
		a += u & field * v
		b += u >> 16 & field * v
		c += u >> 32 & field * v
		d += u >> 48 * v
	}
	return [4]uint64{a, b, c, d}
}

// take adds the four fields of sum, products of item i, to the summary; both ways if the words differ.
func (b *batch) take(i, word int, sum uint64, both bool) {
	n := b.summary.form.Len()
	for field := range 4 {
		j, product := itemAt(word, field), int64(sum>>(16*field)&(1<<16-1))
		if i >= n || j >= n {
			continue
		}
		b.summary.cross[i*n+j] += product
		if both {
			b.summary.cross[j*n+i] += product
		}
	}
}
