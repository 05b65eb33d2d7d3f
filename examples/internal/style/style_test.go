package style_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/style"
)

// Text must stand out from its ground by 4.5 to 1 (WCAG 2.2, success criterion 1.4.3), marks by 3 to 1 (1.4.11).
func TestColoursHaveContrast(t *testing.T) {
	light, dark := colours(t, 0), colours(t, strings.Index(style.Base, "prefers-color-scheme: dark"))
	for name, scheme := range map[string]map[string]float64{"light": light, "dark": dark} {
		for _, pair := range []struct {
			on, under string
			least     float64
		}{
			{"ink", "paper", 4.5},
			{"ink", "card", 4.5},
			{"ink", "note", 4.5},
			{"ink-2", "paper", 4.5},
			{"ink-2", "card", 4.5},
			{"ink-2", "note", 4.5},
			{"link", "paper", 4.5},
			{"mark", "paper", 4.5},
			{"card", "a", 4.5},
			{"card", "mark", 4.5},
			{"mark", "note", 3},
			{"t0", "h0", 4.5},
			{"t1", "h1", 4.5},
			{"t2", "h2", 4.5},
			{"t3", "h3", 4.5},
			{"t4", "h4", 4.5},
			{"t5", "h5", 4.5},
			{"a", "paper", 3},
			{"b", "paper", 3},
			{"curve", "paper", 3},
			{"curve", "card", 3},
			{"mark", "card", 3},
		} {
			over, under := scheme[pair.on]+0.05, scheme[pair.under]+0.05
			if ratio := max(over, under) / min(over, under); ratio < pair.least {
				t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", name, pair.on, pair.under, ratio, pair.least)
			}
		}
	}
}

var colour = regexp.MustCompile(`--([a-z0-9-]+): #([0-9a-f]{6})`)

// colours returns the relative luminance of the style's colours from a position on, the first of each name.
func colours(t *testing.T, from int) map[string]float64 {
	t.Helper()
	out := map[string]float64{}
	for _, match := range colour.FindAllStringSubmatch(style.Base[from:], -1) {
		if _, known := out[match[1]]; known {
			continue
		}
		n, err := strconv.ParseUint(match[2], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		out[match[1]] = 0.2126*linear(n>>16) + 0.7152*linear(n>>8&255) + 0.0722*linear(n&255)
	}
	return out
}

// linear undoes the gamma of sRGB.
func linear(n uint64) float64 {
	v := float64(n) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
