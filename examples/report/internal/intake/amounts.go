package intake

// minorUnits returns a plain decimal as a whole number of units of 10^-scale; the empty text is 0.
//
// It returns false for what is no plain decimal, has more decimal places or more digits than an int64 surely holds:
// then the amount must be read another way.
func minorUnits(text string, scale int) (int64, bool) {
	if text == "" {
		return 0, true
	}
	i, negative := 0, false
	if c := text[0]; c == '-' || c == '+' {
		i, negative = 1, c == '-'
	}
	const most = 18 // digits
	if len(text)-i > most {
		return 0, false
	}
	n, digits, places, point := int64(0), 0, 0, false
	for ; i < len(text); i++ {
		c := text[i] - '0'
		switch {
		case c <= 9 && places < scale:
			n = 10*n + int64(c)
			digits++
			if point {
				places++
			}
		case c <= 9 && !point:
			n = 10*n + int64(c)
			digits++
		case c == 0: // a further place
		case text[i] == '.' && !point:
			point = true
		default:
			return 0, false
		}
	}
	for ; places < scale; places++ {
		n *= 10
	}
	if negative {
		n = -n
	}
	return n, digits > 0 && digits+scale <= most
}
