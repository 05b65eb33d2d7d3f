package bulk

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm"
)

// calendar draws dates. Half of them are the later of two days, so that the last days are three times as full as the
// first.
type calendar struct {
	random
	texts []string
}

func newCalendar(seed uint64) *calendar {
	c := &calendar{random: newRandom(seed, streamDate)}
	for day, end := hotelcrm.DateOf(2021, 1, 1), hotelcrm.DateOf(2026, 1, 1); day < end; day++ {
		c.texts = append(c.texts, day.String())
	}
	return c
}

func (c *calendar) append(b []byte) []byte {
	days := uint64(len(c.texts))
	day := c.below(days)
	if bits := c.next(); bits&1 == 1 {
		day = max(day, c.below(days))
	}
	return append(b, c.texts[day]...)
}

// quantiles are the amounts, in hundredths, that a log-normal with median 180.00 and shape 0.8 stays below with chance
// 0, 1/64, 2/64 ... 1; the two ends stand at 0.0005 and 0.9995.
var quantiles = [65]uint64{
	1294, 3213, 4056, 4710, 5276, 5790, 6271, 6729, 7171, 7602, 8024, 8440, 8852,
	9262, 9672, 10082, 10494, 10908, 11326, 11748, 12175, 12608, 13047, 13494, 13950, 14414,
	14889, 15374, 15871, 16382, 16906, 17445, 18000, 18573, 19165, 19778, 20414, 21074, 21761,
	22478, 23226, 24010, 24833, 25699, 26613, 27580, 28608, 29703, 30876, 32136, 33499, 34980,
	36601, 38390, 40381, 42623, 45180, 48147, 51665, 55958, 61416, 68794, 79883, 100834, 250333,
}

// appendAmount draws an amount on a straight line between two quantiles; one in a hundred is negative.
func appendAmount(b []byte, r *random) []byte {
	u := r.next()
	i := u >> (64 - 6)
	low, high := quantiles[i], quantiles[i+1]
	hundredths := low + (high-low)*(u<<6>>32)>>32
	if r.below(100) == 0 {
		b = append(b, '-')
	}
	b = strconv.AppendUint(b, hundredths/100, 10)
	return append(b, '.', byte('0'+hundredths/10%10), byte('0'+hundredths%10))
}
