package style_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/style"
)

type rgb [3]float64

// visions turn linear sRGB into what a reader without one kind of cone sees of it: Machado, Oliveira, Fernandes (2009), A
// physiologically-based model for simulation of color vision deficiency, severity 1.0.
var visions = map[string][3]rgb{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
}

// Colours that stand beside each other must differ for every reader: two series clearly, steps of a scale by a just
// noticeable difference and more, whatever stands in them as figures too.
func TestColoursDifferForEveryReader(t *testing.T) {
	for scheme, from := range map[string]int{"light": 0, "dark": strings.Index(style.Base, "prefers-color-scheme: dark")} {
		palette := coloursOf(t, style.Base[from:])
		for vision, matrix := range visions {
			for _, pair := range []struct {
				one, other string
				least      float64 // CIE 1976
			}{
				{"a", "b", 25},
				{"curve", "mark", 25},
				{"a", "soft", 25},
				{"h0", "h1", 5},
				{"h1", "h2", 5},
				{"h2", "h3", 5},
				{"h3", "h4", 5},
				{"h4", "h5", 5},
			} {
				got := difference(seen(matrix, palette[pair.one]), seen(matrix, palette[pair.other]))
				if got < pair.least {
					t.Errorf("%s, %s: %s and %s differ by %.1f, want %.0f", scheme, vision, pair.one, pair.other, got, pair.least)
				}
			}
		}
	}
}

// Published: sRGB red and green, of which the CIE 1976 difference is 170.6; and grey, which is grey to everybody.
func TestDifferenceIsThatOfCIE(t *testing.T) {
	red, green, grey := rgb{1, 0, 0}, rgb{0, 1, 0}, rgb{.2, .2, .2}
	if got := difference(red, green); math.Abs(got-170.6) > .1 {
		t.Errorf("red and green differ by %.1f", got)
	}
	for vision, matrix := range visions {
		if got := difference(grey, seen(matrix, grey)); got > .1 {
			t.Errorf("%s: grey looks %.2f off", vision, got)
		}
	}
}

var hex = regexp.MustCompile(`--([a-z0-9-]+): #([0-9a-f]{6})`)

// coloursOf returns the first colour of each name, in linear sRGB.
func coloursOf(t *testing.T, css string) map[string]rgb {
	t.Helper()
	out := map[string]rgb{}
	for _, match := range hex.FindAllStringSubmatch(css, -1) {
		if _, known := out[match[1]]; known {
			continue
		}
		var c rgb
		for i := range c {
			n, err := strconv.ParseUint(match[2][2*i:2*i+2], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			c[i] = linear(n)
		}
		out[match[1]] = c
	}
	return out
}

func seen(matrix [3]rgb, c rgb) rgb {
	var out rgb
	for i, row := range matrix {
		out[i] = min(max(row[0]*c[0]+row[1]*c[1]+row[2]*c[2], 0), 1)
	}
	return out
}

// difference is the distance in CIE L*a*b*, white point D65.
func difference(a, b rgb) float64 {
	x, y := lab(a), lab(b)
	return math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2])
}

func lab(c rgb) rgb {
	f := func(v float64) float64 {
		if v > 216./24389 {
			return math.Cbrt(v)
		}
		return (24389./27*v + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return rgb{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
