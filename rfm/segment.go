package rfm

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

// Range is a range of scores, both ends included. The zero Range holds every score.
type Range struct {
	Low  int `json:"low"`
	High int `json:"high"`
}

func (r Range) resolved(bins int) Range {
	if r == (Range{}) {
		return Range{1, bins}
	}
	return r
}

// Segment is one named group of scores.
type Segment struct {
	ID       string `json:"id"`                 // stable, for programs
	Label    string `json:"label"`              // English
	LabelZH  string `json:"labelZh"`            // Chinese
	Action   string `json:"action,omitempty"`   // what to do about its guests, in English
	ActionZH string `json:"actionZh,omitempty"` // and in Chinese
	R        Range  `json:"r"`
	F        Range  `json:"f"`
	M        Range  `json:"m"`
}

// Set is an ordered list of segments over three axes of scores. A guest is in the first segment whose three ranges hold
// the guest's scores, and in Rest if there is none. Sets are data: JSON both ways; [NewSegmenter] checks them.
type Set struct {
	Version  int       `json:"version"` // 1
	ID       string    `json:"id"`
	Label    string    `json:"label"`
	LabelZH  string    `json:"labelZh"`
	Source   string    `json:"source"`
	Bins     [3]int    `json:"bins"` // of recency, frequency and monetary
	Segments []Segment `json:"segments"`
	Rest     *Segment  `json:"rest,omitempty"` // its ranges are not read; nil: the segments must cover every cell
}

// All returns the segments in their order, Rest last if there is one.
func (s Set) All() []Segment {
	out := append([]Segment(nil), s.Segments...)
	if s.Rest != nil {
		out = append(out, *s.Rest)
	}
	return out
}

// Validate returns a [*hotelcrm.ParamError] for a set that cannot be, else nil: bins out of 2 to 10, more than 255
// segments, ids empty or used twice, ranges out of the bins, or cells that no segment covers where there is no Rest;
// [hotelcrm.ErrVersion] for a newer form.
func (s Set) Validate() error {
	if err := strict.Version("Set.Version", s.Version, Version); err != nil {
		return err
	}
	for i, bins := range s.Bins {
		if bins < minBins || bins > maxBins {
			return refuse.Param(fmt.Sprintf("Set.Bins[%d]", i), fmt.Sprint(bins), "2 to 10")
		}
	}
	if len(s.Segments) > maxSegments {
		return refuse.Param("Set.Segments", fmt.Sprint(len(s.Segments)), fmt.Sprintf("at most %d segments", maxSegments))
	}
	if err := s.validateIDs(); err != nil {
		return err
	}
	return s.validateRanges()
}

// maxSegments lets a segment's number, that of Rest included, fit a byte.
const maxSegments = 255

func (s Set) validateIDs() error {
	seen := map[string]bool{}
	for i, segment := range s.All() {
		name := fmt.Sprintf("Set.Segments[%d].ID", i)
		if i == len(s.Segments) {
			name = "Set.Rest.ID"
		}
		if segment.ID == "" || seen[segment.ID] {
			return refuse.Param(name, segment.ID, "an id of its own")
		}
		seen[segment.ID] = true
	}
	return nil
}

func (s Set) validateRanges() error {
	for i, segment := range s.Segments {
		for k, r := range segment.ranges() {
			r = r.resolved(s.Bins[k])
			if r.Low < 1 || r.High > s.Bins[k] || r.Low > r.High {
				name := fmt.Sprintf("Set.Segments[%d].%c", i, "RFM"[k])
				return refuse.Param(name, fmt.Sprintf("%d-%d", r.Low, r.High), fmt.Sprintf("within 1 to %d", s.Bins[k]))
			}
		}
	}
	if lint := s.Lint(); s.Rest == nil && len(lint.Uncovered) > 0 {
		return refuse.Param("Set.Segments", fmt.Sprint(lint.Uncovered), "every cell covered, or a Rest")
	}
	return nil
}

func (s Segment) ranges() [3]Range { return [3]Range{s.R, s.F, s.M} }

func (s Segment) holds(score Score, bins [3]int) bool {
	for k, v := range [3]uint8{score.R, score.F, score.M} {
		r := s.ranges()[k].resolved(bins[k])
		if int(v) < r.Low || int(v) > r.High {
			return false
		}
	}
	return true
}

// Lint is what [Set.Lint] found.
type Lint struct {
	Cells     int      // all cells of the set
	Uncovered []Score  // in no segment: they go to Rest
	Ambiguous []Score  // in several segments: the order decides
	Shadowed  []string // ids of segments that no cell reaches
}

// Lint returns which cells no segment covers, which several cover, and which segments can never be reached. Cells are
// listed in rising order of r, f and m.
//
// Input: any set; with bins out of 1 to 255 it has no cells, so that no segment can be reached.
func (s Set) Lint() Lint {
	var out Lint
	reached := make([]bool, len(s.Segments))
	s.eachCell(func(cell Score) {
		out.Cells++
		holding := 0
		for i, segment := range s.Segments {
			if !segment.holds(cell, s.Bins) {
				continue
			}
			if holding == 0 {
				reached[i] = true
			}
			holding++
		}
		switch {
		case holding == 0:
			out.Uncovered = append(out.Uncovered, cell)
		case holding > 1:
			out.Ambiguous = append(out.Ambiguous, cell)
		}
	})
	for i, segment := range s.Segments {
		if !reached[i] {
			out.Shadowed = append(out.Shadowed, segment.ID)
		}
	}
	return out
}

func (s Set) eachCell(visit func(Score)) {
	if slices.Max(s.Bins[:]) > math.MaxUint8 {
		return
	}
	for r := 1; r <= s.Bins[0]; r++ {
		for f := 1; f <= s.Bins[1]; f++ {
			for m := 1; m <= s.Bins[2]; m++ {
				visit(Score{R: uint8(r), F: uint8(f), M: uint8(m)})
			}
		}
	}
}

// Segmenter finds the segment of a score. It is immutable and safe for concurrent use.
type Segmenter struct {
	set   Set
	all   []Segment
	table [cellCount]uint8 // number of the segment by cell
}

// NewSegmenter returns the segmenter of a set.
//
// Errors: a [*hotelcrm.ParamError], see [Set.Validate].
func NewSegmenter(set Set) (*Segmenter, error) {
	if err := set.Validate(); err != nil {
		return nil, err
	}
	set = set.clone()
	s := &Segmenter{set: set, all: set.All()}
	set.eachCell(func(cell Score) {
		number := len(set.Segments) // Rest
		for i, segment := range set.Segments {
			if segment.holds(cell, set.Bins) {
				number = i
				break
			}
		}
		s.table[cellIndex(cell)] = uint8(number)
	})
	return s, nil
}

// cellCount is how many numbers cellIndex has.
const cellCount = (maxBins + 1) * (maxBins + 1) * (maxBins + 1)

func cellIndex(s Score) int {
	return (int(s.R)*(maxBins+1)+int(s.F))*(maxBins+1) + int(s.M)
}

// Number returns the number of the score's segment in [Set.All], counted from 0, and false for a score that is no cell
// of the set, such as the zero Score of a guest not yet scored.
//
// Cost: one table look-up, no allocation.
func (s *Segmenter) Number(score Score) (int, bool) {
	for k, v := range [3]uint8{score.R, score.F, score.M} {
		if v < 1 || int(v) > s.set.Bins[k] {
			return 0, false
		}
	}
	return int(s.table[cellIndex(score)]), true
}

// Segment returns the score's segment, and false for a score that is no cell of the set.
func (s *Segmenter) Segment(score Score) (Segment, bool) {
	number, ok := s.Number(score)
	if !ok {
		return Segment{}, false
	}
	return s.all[number], true
}

// Set returns a copy of the set.
func (s *Segmenter) Set() Set { return s.set.clone() }

// clone returns a set that shares nothing with s.
func (s Set) clone() Set {
	s.Segments = slices.Clone(s.Segments)
	if s.Rest != nil {
		rest := *s.Rest
		s.Rest = &rest
	}
	return s
}
