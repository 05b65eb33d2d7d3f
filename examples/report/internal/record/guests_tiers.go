package record

import "strconv"

// tier appends tier, its last day and the nights to the next tier of guest i; what is not known stays empty.
func (w *guestsWriter) tier(b []byte, i int) []byte {
	m := w.Tiers
	if m == nil || m.Rank[i] < 0 {
		return append(b, ',', ',')
	}
	b = append(appendCell(b, safeCell(m.Ladder[m.Rank[i]])), ',')
	if m.Until[i] != 0 {
		b = w.days.append(b, m.Until[i].AddDays(-1))
	}
	b = append(b, ',')
	if m.Nights[i] >= 0 {
		b = strconv.AppendInt(b, int64(m.Nights[i]), 10)
	}
	return b
}
