package tree

// BinNumbers returns the bin of each value, and the least and greatest value of each bin.
func BinNumbers(values []float64, most int) (places []int, low, high []float64) {
	b := binNumbers(values, most)
	for i := range values {
		if b.small != nil {
			places = append(places, int(b.small[i]))
		} else {
			places = append(places, int(b.wide[i]))
		}
	}
	return places, b.low, b.high
}

// Subset returns the guests for whom keep holds, with the bins of all.
func (b *Binned) Subset(keep func(i int) bool) *Binned { return b.subset(keep) }
