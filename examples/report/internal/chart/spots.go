package chart

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// spot is a question on the picture, with what is written beside it.
type spot struct {
	x, y   float64
	fix    bool
	number string
	name   string // of those to fix first
}

// label is a text on the picture, from its left end to its right and from its top to its bottom.
type label struct{ left, top, right, bottom float64 }

const (
	spotRadius = 3.5
	lineHeight = 15.0 // as on a phone
)

func (q quadrants) spots(d *satisfaction.Diagnosis, names map[string]string) []spot {
	var out []spot
	for i, p := range d.Placed {
		x, y := q.place(p.Performance, p.Importance)
		one := spot{x: x, y: y, fix: p.Cell == satisfaction.Fix, number: strconv.Itoa(i + 1)}
		if one.fix {
			one.name = names[p.ID]
		}
		out = append(out, one)
	}
	return out
}

// drawSpots draws the questions, and beside each its number where it covers no other text, no dot and neither line if
// there is such a place. Those to fix first choose before the others.
func drawSpots(b *strings.Builder, spots []spot, cutX, cutY float64) {
	for _, one := range spots {
		class := "spot"
		if one.fix {
			class = "spot fix"
		}
		fmt.Fprintf(b, `<circle class="%s" cx="%s" cy="%s" r="3.5"/>`, class, short(one.x), short(one.y))
	}
	b.WriteString(`<g class="numbers">`)
	var taken []label
	for _, fix := range []bool{true, false} {
		for _, one := range spots {
			if one.fix != fix {
				continue
			}
			text := one.number
			at, _ := one.best(text, spots, taken, cutX, cutY)
			if named := one.number + " " + one.name; one.name != "" {
				if place, cost := one.best(named, spots, taken, cutX, cutY); cost < costly {
					text, at = named, place
				}
			}
			taken = append(taken, at)
			fmt.Fprintf(b, `<text x="%s" y="%s">%s</text>`, short(at.left), short(at.bottom-2.5), template.HTMLEscapeString(text))
		}
	}
	b.WriteString("</g>")
}

// What it costs to cover something. Up to costly nothing is lost but room.
const (
	coversLine = 10.0
	costly     = 40.0
	misleads   = 45.0 // stands nearer to another dot
	coversDot  = 50.0
	coversText = 100.0
	outside    = 1000.0
)

// best returns the cheapest place of a text around a dot, the nearest of equal ones.
func (s spot) best(text string, spots []spot, taken []label, cutX, cutY float64) (label, float64) {
	width := textWidth(text)
	var best label
	least := math.Inf(1)
	for _, far := range []float64{0, 6, 12, 20, 30} {
		reach := spotRadius + 3 + far
		for k, at := range []label{
			box(s.x+reach, s.y-lineHeight/2, width), box(s.x-reach-width, s.y-lineHeight/2, width),
			box(s.x-width/2, s.y-reach-lineHeight+2, width), box(s.x-width/2, s.y+reach-2, width),
			box(s.x+reach-2, s.y-reach-lineHeight+4, width), box(s.x+reach-2, s.y+reach-4, width),
			box(s.x-reach+2-width, s.y-reach-lineHeight+4, width), box(s.x-reach+2-width, s.y+reach-4, width),
		} {
			cost := far/2 + float64(k)/10 + at.cost(spots, taken, cutX, cutY)
			if s.misleads(at, spots) {
				cost += misleads
			}
			if cost < least {
				best, least = at, cost
			}
		}
	}
	return best, least
}

// misleads reports whether a text stands nearer to another dot than to its own.
func (s spot) misleads(at label, spots []spot) bool {
	own := at.distance(s)
	for _, other := range spots {
		if (other.x != s.x || other.y != s.y) && at.distance(other) < own+1 {
			return true
		}
	}
	return false
}

// distance is how far a dot is from the text.
func (l label) distance(s spot) float64 {
	return math.Hypot(max(l.left-s.x, 0, s.x-l.right), max(l.top-s.y, 0, s.y-l.bottom))
}

func box(left, top, width float64) label { return label{left, top, left + width, top + lineHeight} }

// textWidth is about how wide a text is on a phone, at 15.5 units: a Chinese sign is as wide as high.
func textWidth(text string) float64 {
	width := 0.0
	for _, r := range text {
		switch {
		case r > 0x2e80:
			width += 15.5
		default:
			width += 8.7
		}
	}
	return width
}

// cost adds up what a text would cover.
func (l label) cost(spots []spot, taken []label, cutX, cutY float64) float64 {
	sum := 0.0
	if l.left < quadrantsLeft+3 || l.right > planeRight-3 || l.top < planeTop+1 || l.bottom > quadrantsBottom-1 {
		sum += outside
	}
	for _, one := range taken {
		if l.left < one.right+2 && one.left < l.right+2 && l.top < one.bottom && one.top < l.bottom {
			sum += coversText
		}
	}
	for _, one := range spots {
		if l.left < one.x+spotRadius && one.x-spotRadius < l.right && l.top < one.y+spotRadius && one.y-spotRadius < l.bottom {
			sum += coversDot
		}
	}
	if l.left < cutX && cutX < l.right {
		sum += coversLine
	}
	if l.top < cutY && cutY < l.bottom {
		sum += coversLine
	}
	return sum
}
