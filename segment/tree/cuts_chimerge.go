package tree

import (
	"container/heap"
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// ChiMergeSettings say when [ChiMerge] stops. The zero value merges up to the chi-square of 90 % significance for the
// classes that occur, without a limit of bins.
type ChiMergeSettings struct {
	// Threshold is the chi-square from which neighbours stay apart: 2.706 for 90 % significance and two classes, 4.605
	// for three. 0: that of 90 % for the classes that occur.
	Threshold float64 `json:"threshold,omitempty"`
	// MaxBins goes on merging the most alike beyond the threshold until there are no more bins; 2 to 255, 0: no limit.
	MaxBins int `json:"maxBins,omitempty"`
	// MinBins stops merging although neighbours are alike; 1 to 255, 0: 1.
	MinBins int `json:"minBins,omitempty"`
}

func (s ChiMergeSettings) validate() error {
	wrong := func(field, value, allowed string) error {
		return refuse.Param("ChiMergeSettings."+field, value, allowed)
	}
	switch {
	case !(s.Threshold >= 0 && s.Threshold <= math.MaxUint32): // also NaN
		return wrong("Threshold", shortest(s.Threshold), "0 to 2³²")
	case s.MaxBins < 0 || s.MaxBins == 1 || s.MaxBins > MaxBins:
		return wrong("MaxBins", fmt.Sprint(s.MaxBins), fmt.Sprintf("0, or 2 to %d", MaxBins))
	case s.MinBins < 0 || s.MinBins > MaxBins || s.MaxBins > 0 && s.MinBins > s.MaxBins:
		return wrong("MinBins", fmt.Sprint(s.MinBins), fmt.Sprintf("0 to %d, and not above MaxBins", MaxBins))
	}
	return nil
}

// ChiMerge returns the cuts that remain when neighbouring numbers with like shares of the classes are merged: each
// different number begins as a bin, and the two neighbours with the least chi-square become one until all differ by the
// threshold. Of equal chi-squares (to 9 decimal places) the lowest neighbours go first.
//
//	χ² = Σ (a - R·C/N)² / (R·C/N)   over both bins and the classes that they hold
//
// Input: as [MDLP].
// Errors: as [MDLP]; a [*hotelcrm.ParamError] for settings out of range.
// Cost: O(n + d·log d·k) for d different numbers and k classes, and 8·d·k bytes.
// Source: R. Kerber (1992), ChiMerge: discretization of numeric attributes, AAAI 123-128.
func ChiMerge(numbers []float64, classes []uint16, settings ChiMergeSettings) (Cuts, error) {
	if err := settings.validate(); err != nil {
		return Cuts{}, err
	}
	l, err := newLadder(numbers, classes, true)
	if err != nil {
		return Cuts{}, err
	}
	var points []float64
	if len(l.values) > 1 {
		m := newMerger(l)
		m.run(settings)
		points = m.points()
	}
	return l.cuts(CutChiMerge, settings.MaxBins, points), nil
}

// merger holds bins as a chain of neighbours, and the chi-squares of neighbours in a heap.
type merger struct {
	*ladder
	columns int
	counts  []int // of bin b and class j at b·columns + j
	last    []int // the last rung of a bin
	next    []int // the bin above; past the end for the highest
	before  []int // the bin below; -1 for the lowest
	version []int // how often a bin was changed; -1 once it is gone
	bins    int
	queue   chiQueue
}

// newMerger puts neighbours with equal shares together at once: their chi-square is 0, and stays 0 as they grow.
func newMerger(l *ladder) *merger {
	m := &merger{ladder: l}
	var column [maxCutClasses + 1]int
	for j, class := range l.occurring() {
		column[class], m.columns = j, j+1
	}
	one := make([]int, m.columns)
	row := 0
	for rung, end := range l.ends {
		clear(one)
		for ; row < end; row++ {
			one[column[l.classes[row]]]++
		}
		if n := len(m.last); n > 0 && proportional(m.of(n-1), one) {
			addTo(m.of(n-1), one)
			m.last[n-1] = rung
			continue
		}
		m.counts, m.last = append(m.counts, one...), append(m.last, rung)
	}
	m.bins = len(m.last)
	m.next, m.before, m.version = make([]int, m.bins), make([]int, m.bins), make([]int, m.bins)
	for b := range m.bins {
		m.next[b], m.before[b] = b+1, b-1
		m.offer(b)
	}
	return m
}

func (m *merger) of(b int) []int { return m.counts[b*m.columns : (b+1)*m.columns] }

func addTo(counts, more []int) {
	for j, c := range more {
		counts[j] += c
	}
}

// offer puts the chi-square of a bin and the one above it into the queue.
func (m *merger) offer(b int) {
	if above := m.next[b]; above < len(m.next) {
		key := int64(math.Round(chiSquare(m.of(b), m.of(above)) * 1e9))
		heap.Push(&m.queue, chiPair{key, b, m.version[b], m.version[above]})
	}
}

func (m *merger) run(s ChiMergeSettings) {
	threshold := s.Threshold
	if threshold == 0 {
		threshold = chiQuantile90(m.columns - 1)
	}
	limit := int64(math.Round(threshold * 1e9))
	for m.bins > max(1, s.MinBins) && len(m.queue) > 0 {
		pair := heap.Pop(&m.queue).(chiPair)
		above := m.next[pair.bin]
		if m.version[pair.bin] != pair.version || above == len(m.next) || m.version[above] != pair.aboveVersion {
			continue // one of them has changed since
		}
		if pair.key >= limit && (s.MaxBins == 0 || m.bins <= s.MaxBins) {
			return
		}
		m.join(pair.bin, above)
	}
}

// join makes one bin of two neighbours.
func (m *merger) join(b, above int) {
	addTo(m.of(b), m.of(above))
	m.last[b] = m.last[above]
	m.next[b] = m.next[above]
	if m.next[b] < len(m.next) {
		m.before[m.next[b]] = b
	}
	m.version[b]++
	m.version[above] = -1
	m.bins--
	m.offer(b)
	if m.before[b] >= 0 {
		m.offer(m.before[b])
	}
}

func (m *merger) points() []float64 {
	var out []float64
	for b := 0; m.next[b] < len(m.next); b = m.next[b] {
		out = append(out, m.cutAfter(m.last[b]))
	}
	return out
}
