package satisfaction

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// coder is a scale ready for use: texts to codes, codes to points.
type coder struct {
	codes   map[string]Answer
	lowest  decimal.Decimal // points of code 1
	step    decimal.Decimal // from one code to the next
	top     Answer          // the highest code
	valid   [MaxCode + 1]bool
	worth   [MaxCode + 1]float64 // points of every place on the grid, by code
	width   float64              // of a step
	places  int64                // ends in units of unit: High - Low
	offset  int64                // and code 1 above Low
	perStep int64                // units a step
	low     float64
	high    float64
}

// maxUnits bounds the fineness of the ends against the grid, so that weighted sums of a node fit half a word.
const maxUnits = 1 << 14

func compileScale(s Scale) (*coder, error) {
	if s.ID == "" {
		return nil, scaleError("ID", "", "an id")
	}
	if len(s.Levels) < 2 || len(s.Levels) > MaxCode {
		return nil, scaleError("Levels", fmt.Sprint(len(s.Levels)), "2 to 63 levels")
	}
	points, err := s.scored()
	if err != nil {
		return nil, err
	}
	c := &coder{codes: map[string]Answer{}, low: s.Low.InexactFloat64(), high: s.High.InexactFloat64()}
	codes, err := c.layGrid(points, s)
	if err != nil {
		return nil, err
	}
	for i, level := range s.Levels {
		code := codes[i]
		if c.valid[code] {
			return nil, scaleError(fmt.Sprintf("Levels[%d].Points", i), level.Points.String(), "points of its own")
		}
		c.valid[code] = true
		if err := c.name(i, level, code); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func scaleError(field, value, allowed string) error {
	return refuse.Param("Scale."+field, value, allowed)
}

// scored returns the points that the levels count for, turned round where the scale is reversed.
func (s Scale) scored() ([]decimal.Decimal, error) {
	points := make([]decimal.Decimal, len(s.Levels))
	for _, p := range []decimal.Decimal{s.Low, s.High} {
		if err := checkPoints("Low, High", p); err != nil {
			return nil, err
		}
	}
	for i, level := range s.Levels {
		field := fmt.Sprintf("Levels[%d].Points", i)
		if err := checkPoints(field, level.Points); err != nil {
			return nil, err
		}
		if level.Points.LessThan(s.Low) || level.Points.GreaterThan(s.High) {
			return nil, scaleError(field, level.Points.String(), fmt.Sprintf("within the ends, %s to %s", s.Low, s.High))
		}
		points[i] = level.Points
		if s.Reversed {
			points[i] = s.Low.Add(s.High).Sub(level.Points)
		}
	}
	return points, nil
}

// checkPoints keeps exponents small, so that exact arithmetic stays cheap.
func checkPoints(field string, p decimal.Decimal) error {
	if p.Exponent() < -9 || p.Exponent() > 9 || p.Abs().GreaterThan(decimal.New(1, 9)) {
		return scaleError(field, fmt.Sprintf("exponent %d", p.Exponent()), "within ±1e9, at most 9 decimal places")
	}
	return nil
}

// layGrid finds the lowest points and the largest step that meets every level, and returns the levels' codes.
func (c *coder) layGrid(points []decimal.Decimal, s Scale) ([]Answer, error) {
	c.lowest = points[0]
	for _, p := range points {
		if p.LessThan(c.lowest) {
			c.lowest = p
		}
	}
	step := new(big.Int)
	for _, p := range points {
		step.GCD(nil, nil, step, nano(p.Sub(c.lowest)))
	}
	if step.Sign() == 0 {
		return nil, scaleError("Levels", "equal points", "points that differ")
	}
	c.step = decimal.NewFromBigInt(step, -9)
	codes := make([]Answer, len(points))
	for i, p := range points {
		place := nano(p.Sub(c.lowest))
		place.Quo(place, step)
		if !place.IsInt64() || place.Int64() >= MaxCode {
			return nil, scaleError(fmt.Sprintf("Levels[%d].Points", i), p.String(), fmt.Sprintf("at most %d steps of %s above the lowest", MaxCode-1, c.step))
		}
		codes[i] = Answer(place.Int64() + 1)
		c.top = max(c.top, codes[i])
	}
	c.width = c.step.InexactFloat64()
	for code := range int64(c.top) {
		c.worth[code+1] = c.lowest.Add(c.step.Mul(decimal.NewFromInt(code))).InexactFloat64()
	}
	return codes, c.layEnds(step, s)
}

// layEnds finds the largest unit that meets the ends as well.
func (c *coder) layEnds(step *big.Int, s Scale) error {
	width, above := nano(s.High.Sub(s.Low)), nano(c.lowest.Sub(s.Low))
	unit := new(big.Int).GCD(nil, nil, step, above)
	unit.GCD(nil, nil, unit, width)
	places := new(big.Int).Quo(width, unit)
	if !places.IsInt64() || places.Int64() > maxUnits {
		return scaleError("Low, High", s.Low.String()+" to "+s.High.String(), fmt.Sprintf("ends that divide into at most %d units with the points", maxUnits))
	}
	c.places = places.Int64()
	c.offset = above.Quo(above, unit).Int64()
	c.perStep = new(big.Int).Quo(step, unit).Int64()
	return nil
}

// nano returns d in units of 10⁻⁹; checkPoints made sure that it is whole.
func nano(d decimal.Decimal) *big.Int { return d.Shift(9).BigInt() }

// name notes every spelling of a level, and its points where the texts do not already say them.
func (c *coder) name(i int, level Level, code Answer) error {
	field := fmt.Sprintf("Levels[%d]", i)
	if level.ID == "" {
		return scaleError(field+".ID", "", "an id")
	}
	own := map[string]bool{}
	for _, text := range append([]string{level.ID, level.Label, level.LabelZH, level.Points.String()}, level.Also...) {
		key := spelling(text)
		if key == "" || own[key] {
			continue
		}
		own[key] = true
		if _, taken := c.codes[key]; taken {
			return scaleError(field, text, "a spelling of its own")
		}
		c.codes[key] = code
	}
	return nil
}

// spelling brings a text to the form in which spellings are compared.
func spelling(text string) string { return strings.ToLower(strings.TrimSpace(text)) }

// parse returns the code of a text: a spelling of a level, or its points written as a number.
func (c *coder) parse(text string) (Answer, bool) {
	key := spelling(text)
	if a, ok := c.codes[key]; ok {
		return a, true
	}
	if len(key) > 24 {
		return Blank, false // no points are that long, and exponents could be
	}
	p, err := decimal.NewFromString(key)
	if err != nil || checkPoints("", p) != nil {
		return Blank, false
	}
	a, ok := c.codes[p.String()]
	return a, ok
}

// allowed returns the codes of the levels, as "1 to 5" where none is left out.
func (c *coder) allowed() string {
	var list []string
	for code := Answer(1); code <= c.top; code++ {
		if c.valid[code] {
			list = append(list, code.String())
		}
	}
	if len(list) == int(c.top) {
		return "1 to " + c.top.String()
	}
	return strings.Join(list, ", ")
}

// units returns where a code stands above Low, in units of which the ends are places apart.
func (c *coder) units(a Answer) int64 { return c.offset + int64(a-1)*c.perStep }

// points returns what a code, or a mean of codes, is worth: of a code the nearest float to its points, of a mean never
// beyond the lowest and highest.
func (c *coder) points(code float64) float64 {
	if whole := Answer(code); float64(whole) == code {
		return c.worth[whole]
	}
	return min(c.worth[c.top], max(c.worth[1], c.worth[1]+float64(c.width*(code-1))))
}
