package segment

import (
	"encoding/binary"
	"math"
	"slices"
)

// box is a region of a space: of each term the cells that belong to it, rising; nil where all do.
type box [][]int

// gaps lists the regions that no class holds, put together to as few as a simple pass finds.
func (l *linter) gaps() {
	s := l.space
	var boxes []box
	l.find(negated(anyOf(l.kids...)), func(chosen []int) bool {
		b := make(box, len(chosen))
		for k, i := range chosen {
			if i >= 0 {
				b[k] = []int{i}
			}
		}
		boxes = append(boxes, b)
		return len(boxes) < maxBoxes
	})
	l.out.Complete = l.out.Complete && len(boxes) < maxBoxes
	boxes = s.merge(boxes)
	l.out.Complete = l.out.Complete && len(boxes) <= maxGaps
	for _, b := range boxes[:min(len(boxes), maxGaps)] {
		chosen := b.firstCells()
		l.out.Gaps = append(l.out.Gaps, Region{When: s.condition(b), Example: s.example(chosen), Doubtful: s.onStays(chosen)})
	}
}

// maxBoxes bounds how many regions are found before they are put together.
const maxBoxes = 2_000

func (b box) firstCells() []int {
	out := make([]int, len(b))
	for k, cells := range b {
		out[k] = -1
		if cells != nil {
			out[k] = cells[0]
		}
	}
	return out
}

// merge puts boxes together that differ in one term only, term by term from the last, until none do.
func (s *space) merge(boxes []box) []box {
	for before := -1; before != len(boxes); {
		before = len(boxes)
		for k := len(s.cells) - 1; k >= 0; k-- {
			boxes = s.mergeAlong(boxes, k)
		}
	}
	return boxes
}

func (s *space) mergeAlong(boxes []box, k int) []box {
	var out []box
	alike := map[string][]int{} // places in out of the boxes that are the same but for term k
	for _, b := range boxes {
		name := b.nameWithout(k)
		i := slices.IndexFunc(alike[name], func(i int) bool { return s.adjoin(k, out[i][k], b[k]) })
		if i < 0 {
			alike[name] = append(alike[name], len(out))
			out = append(out, b)
			continue
		}
		same := out[alike[name][i]]
		same[k] = s.together(k, same[k], b[k])
	}
	return out
}

// nameWithout returns a text that two boxes share if they are the same but for term k.
func (b box) nameWithout(k int) string {
	var out []byte
	for j, cells := range b {
		if j == k {
			continue
		}
		out = binary.AppendUvarint(out, uint64(len(cells)))
		for _, i := range cells {
			out = binary.AppendUvarint(out, uint64(i))
		}
	}
	return string(out)
}

// adjoin reports whether cells of term k may be put together: of values in order only neighbours, so that each stretch of
// values has its own example.
func (s *space) adjoin(k int, a, b []int) bool {
	if !s.test.terms[k].ordered() || a == nil || b == nil {
		return true
	}
	return b[0] <= a[len(a)-1]+1 && a[0] <= b[len(b)-1]+1
}

// together returns the cells of both lists, nil if they are all of the term.
func (s *space) together(k int, a, b []int) []int {
	if a == nil || b == nil {
		return nil
	}
	out := slices.Concat(a, b)
	slices.Sort(out)
	if out = slices.Compact(out); len(out) == len(s.cells[k]) {
		return nil
	}
	return out
}

// condition returns the condition that a guest is in the box.
func (s *space) condition(b box) Condition {
	var out []Condition
	for k, cells := range b {
		if cells == nil {
			continue
		}
		var spans []span
		missing := false
		for _, i := range cells {
			spans = append(spans, s.cells[k][i].spans...)
			missing = missing || s.cells[k][i].missing
		}
		out = append(out, s.test.terms[k].within(union(spans), missing))
	}
	if len(out) == 1 {
		return out[0]
	}
	return AllOf(out...)
}

// within returns the condition that the value of the term is in one of the spans, or missing.
func (t *term) within(spans []span, missing bool) Condition {
	base := Condition{Stays: t.spec()}
	if t.stays == nil {
		base.Attr = t.attr.ID
	}
	var any []Condition
	switch {
	case t.kind == levelKey || t.kind == openKey:
		any = t.levelsWithin(base, spans)
	default:
		for _, sp := range spans {
			any = append(any, t.rangeWithin(base, sp))
		}
	}
	if missing {
		base.Op = Missing
		any = append(any, base)
	}
	if len(any) == 1 {
		return any[0]
	}
	return AnyOf(any...)
}

// levelsWithin names the levels that belong to the spans, or those that do not where any other text does.
func (t *term) levelsWithin(base Condition, spans []span) []Condition {
	if len(spans) == 0 {
		return nil
	}
	named := len(t.attr.Levels) + len(t.extra)
	others := t.kind == openKey && inSpans(spans, openTop)
	var ids []string
	for key := 1; key <= named; key++ {
		if inSpans(spans, int64(key)) != others {
			ids = append(ids, t.text(int64(key)))
		}
	}
	base.Op = In
	switch {
	case !others && len(ids) == 1:
		base.Op, base.Value = Equal, ids[0]
	case !others:
		base.Values = ids
	case len(ids) == 0:
		base.Op = Missing
		return []Condition{NotThat(base)}
	default:
		base.Values = ids
		lacks := base
		lacks.Op, lacks.Values = Missing, nil
		return []Condition{NotThat(AnyOf(base, lacks))}
	}
	return []Condition{base}
}

// rangeWithin writes a range with the shorter of the two ways to write each end.
func (t *term) rangeWithin(base Condition, sp span) Condition {
	d := t.domain()
	low, lowOpen := t.text(sp.lo), false
	if sp.lo > d.lo && len(plainText(t.text(sp.lo-1))) < len(plainText(low)) {
		low, lowOpen = t.text(sp.lo-1), true
	}
	top, topOpen := t.text(sp.hi), false
	if sp.hi < d.hi && sp.hi < math.MaxInt64 && len(plainText(t.text(sp.hi+1))) < len(plainText(top)) {
		top, topOpen = t.text(sp.hi+1), true
	}
	switch {
	case sp.lo == sp.hi:
		base.Op, base.Value = Equal, t.text(sp.lo)
	case sp == d:
		base.Op = Missing
		return NotThat(base)
	case sp.lo == d.lo:
		base.Op, base.Value = LessEqual, top
		if topOpen {
			base.Op = Less
		}
	case sp.hi == d.hi:
		base.Op, base.Value = GreaterEqual, low
		if lowOpen {
			base.Op = Greater
		}
	default:
		base.Op, base.From, base.To, base.Ends = Between, low, top, endsOf(lowOpen, topOpen)
	}
	return base
}

func endsOf(lowOpen, topOpen bool) Ends {
	switch {
	case lowOpen && topOpen:
		return OpenEnds
	case lowOpen:
		return ClosedTop
	case topOpen:
		return ClosedLow
	}
	return Closed
}

// plainText returns the digits of a number without the zeros at its end, which cost nobody anything to read.
func plainText(text string) string {
	end := len(text)
	for end > 0 && (text[end-1] == '0' || text[end-1] == '.') {
		end--
	}
	return text[:end]
}
