package lang

// Width returns how many columns of a terminal a text takes: Chinese characters take two.
func Width(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= 0x2E80 && r <= 0xFFE6 {
			n++
		}
	}
	return n
}
