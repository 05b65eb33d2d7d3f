package worth

import (
	"fmt"
	"testing"
)

// Every square is in one shade.
func TestShadesOfDensity(t *testing.T) {
	for most, want := range map[int]string{1: "[1]", 3: "[1 2 3]", 10: "[1 2 3 4 5]", 600: "[1 2 9 37 150]", 1000: "[1 3 15 62 250]"} {
		if got := fmt.Sprint((&Density{most: most}).Steps()); got != want {
			t.Errorf("%d guests: steps %s, want %s", most, got, want)
		}
	}
}
