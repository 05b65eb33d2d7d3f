package rfm_test

import (
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func presets() map[string]rfm.Set {
	return map[string]rfm.Set{"hotel": rfm.Hotel(), "ten": rfm.TenSegments(), "eight": rfm.EightClasses(), "four": rfm.FourClasses()}
}

func holds(r rfm.Range, score uint8) bool {
	return r == rfm.Range{} || r.Low <= int(score) && int(score) <= r.High
}

func matches(s rfm.Segment, c rfm.Score) bool {
	return holds(s.R, c.R) && holds(s.F, c.F) && holds(s.M, c.M)
}

// firstMatch returns the number of the first segment that holds a cell, the number of segments if none does.
func firstMatch(set rfm.Set, c rfm.Score) int {
	if i := slices.IndexFunc(set.Segments, func(s rfm.Segment) bool { return matches(s, c) }); i >= 0 {
		return i
	}
	return len(set.Segments)
}

// plainLint looks at every cell and every segment.
func plainLint(set rfm.Set) rfm.Lint {
	var out rfm.Lint
	reached := map[int]bool{}
	for _, c := range cells(set.Bins) {
		out.Cells++
		n := 0
		for _, s := range set.Segments {
			if matches(s, c) {
				n++
			}
		}
		switch {
		case n == 0:
			out.Uncovered = append(out.Uncovered, c)
		case n > 1:
			out.Ambiguous = append(out.Ambiguous, c)
		}
		reached[firstMatch(set, c)] = true
	}
	for i, s := range set.Segments {
		if !reached[i] {
			out.Shadowed = append(out.Shadowed, s.ID)
		}
	}
	return out
}

func TestEveryPresetIsValidAndLintsAsThePlainRule(t *testing.T) {
	for name, set := range presets() {
		t.Run(name, func(t *testing.T) {
			if err := set.Validate(); err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(plainLint(set), set.Lint()); diff != "" {
				t.Errorf("lint (-want +got):\n%s", diff)
			}
			segmenter := segmenterOf(t, set)
			all := set.All()
			for _, c := range cells(set.Bins) {
				want := firstMatch(set, c)
				if got := number(segmenter, c); got != want {
					t.Fatalf("%s: want segment %d, got %d", c, want, got)
				}
				if diff := gocmp.Diff(all[want], segmentOf(segmenter, c)); diff != "" {
					t.Fatalf("%s (-want +got):\n%s", c, diff)
				}
			}
			for _, s := range all {
				if s.ID == "" || s.Label == "" || s.LabelZH == "" {
					t.Errorf("%+v: want an id and two labels", s)
				}
			}
		})
	}
}

// Source: R package rfm 0.3.0, the documented default ranges; recency scores are reversed, 5 is the most recent.
func TestTenSegmentsHaveThePublishedRanges(t *testing.T) {
	type row struct {
		Label   string
		R, F, M rfm.Range
	}
	want := []row{
		{"Champions", rfm.Range{Low: 5, High: 5}, rfm.Range{Low: 5, High: 5}, rfm.Range{Low: 5, High: 5}},
		{"Potential Loyalist", rfm.Range{Low: 3, High: 5}, rfm.Range{Low: 3, High: 5}, rfm.Range{Low: 2, High: 5}},
		{"Loyal Customers", rfm.Range{Low: 2, High: 4}, rfm.Range{Low: 2, High: 4}, rfm.Range{Low: 2, High: 4}},
		{"Promising", rfm.Range{Low: 3, High: 4}, rfm.Range{Low: 1, High: 3}, rfm.Range{Low: 3, High: 5}},
		{"New Customers", rfm.Range{Low: 4, High: 5}, rfm.Range{Low: 1, High: 3}, rfm.Range{Low: 1, High: 5}},
		{"Can't Lose Them", rfm.Range{Low: 1, High: 2}, rfm.Range{Low: 3, High: 4}, rfm.Range{Low: 4, High: 5}},
		{"At Risk", rfm.Range{Low: 1, High: 2}, rfm.Range{Low: 2, High: 5}, rfm.Range{Low: 4, High: 5}},
		{"Need Attention", rfm.Range{Low: 1, High: 3}, rfm.Range{Low: 3, High: 5}, rfm.Range{Low: 3, High: 5}},
		{"About To Sleep", rfm.Range{Low: 2, High: 3}, rfm.Range{Low: 1, High: 3}, rfm.Range{Low: 1, High: 4}},
		{"Lost", rfm.Range{Low: 1, High: 1}, rfm.Range{Low: 1, High: 5}, rfm.Range{Low: 1, High: 5}},
	}
	var got []row
	for _, s := range rfm.TenSegments().Segments {
		got = append(got, row{s.Label, s.R, s.F, s.M})
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Recomputed from the published ranges.
func TestTenSegmentsCoverAsPublished(t *testing.T) {
	set := rfm.TenSegments()
	lint := set.Lint()
	var uncovered []string
	for _, c := range lint.Uncovered {
		uncovered = append(uncovered, c.String())
	}
	if diff := gocmp.Diff([]string{"215", "241", "251", "252", "341", "351", "441", "451", "541", "551"}, uncovered); diff != "" {
		t.Errorf("uncovered (-want +got):\n%s", diff)
	}
	if lint.Cells != 125 || len(lint.Ambiguous) != 58 || len(lint.Shadowed) != 0 {
		t.Errorf("want 125 cells, 58 ambiguous, none shadowed; got %d, %d, %v", lint.Cells, len(lint.Ambiguous), lint.Shadowed)
	}
	segmenter := segmenterOf(t, set)
	first, any := make([]int, 11), make([]int, 10)
	for _, c := range cells(set.Bins) {
		first[number(segmenter, c)]++
		for i, s := range set.Segments {
			if matches(s, c) {
				any[i]++
			}
		}
	}
	if diff := gocmp.Diff([]int{1, 35, 15, 8, 15, 6, 7, 4, 10, 14, 10}, first); diff != "" {
		t.Errorf("cells of each segment (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff([]int{1, 36, 27, 18, 30, 8, 16, 27, 24, 25}, any); diff != "" {
		t.Errorf("cells of each range (-want +got):\n%s", diff)
	}
}

func TestHotelNamesEveryCellOnce(t *testing.T) {
	set := rfm.Hotel()
	if set.Rest != nil {
		t.Errorf("want no rest, got %+v", set.Rest)
	}
	if diff := gocmp.Diff(rfm.Lint{Cells: 125}, set.Lint()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	reversed := set
	reversed.Segments = slices.Clone(set.Segments)
	slices.Reverse(reversed.Segments)
	forward, backward := segmenterOf(t, set), segmenterOf(t, reversed)
	for _, c := range cells(set.Bins) {
		if a, b := segmentOf(forward, c), segmentOf(backward, c); a.ID != b.ID {
			t.Errorf("%s: %s in order, %s in reverse order", c, a.ID, b.ID)
		}
	}
	rows := []rfm.Range{{Low: 4, High: 5}, {Low: 3, High: 3}, {Low: 1, High: 2}} // active, due, away
	for _, s := range set.Segments {
		if !slices.Contains(rows, s.R) {
			t.Errorf("%s: recency %v is none of %v", s.ID, s.R, rows)
		}
	}
}

// Chinese practice: each axis against its mean, high recency meaning recent.
func TestEightClassesFollowThePublishedTable(t *testing.T) {
	want := map[string]string{
		"222": "重要价值客户", "212": "重要发展客户", "122": "重要保持客户", "112": "重要挽留客户",
		"221": "一般价值客户", "211": "一般发展客户", "121": "一般保持客户", "111": "一般挽留客户",
	}
	set := rfm.EightClasses()
	segmenter := segmenterOf(t, set)
	got := map[string]string{}
	for _, c := range cells([3]int{2, 2, 2}) {
		got[c.String()] = segmentOf(segmenter, c).LabelZH
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff(rfm.Lint{Cells: 8}, set.Lint()); diff != "" || set.Rest != nil {
		t.Errorf("rest %v, lint (-want +got):\n%s", set.Rest, diff)
	}
}

// The table of the hotel CRM literature names 4 of 12 cells.
func TestFourClassesFollowThePublishedTable(t *testing.T) {
	named := map[string]string{"223": "高价值客户", "122": "重要挽留客户", "211": "新客户", "111": "低价值客户"}
	set := rfm.FourClasses()
	if set.Bins != [3]int{2, 2, 3} || set.Rest == nil || len(set.Segments) != 4 {
		t.Fatalf("want 4 classes and a rest over 2, 2 and 3 bins, got %d, %v, %v", len(set.Segments), set.Rest, set.Bins)
	}
	segmenter := segmenterOf(t, set)
	rest := 0
	for _, c := range cells(set.Bins) {
		want, isNamed := named[c.String()]
		if !isNamed {
			rest++
			want = set.Rest.LabelZH
		}
		if got := segmentOf(segmenter, c).LabelZH; got != want {
			t.Errorf("%s: want %s, got %s", c, want, got)
		}
	}
	if rest != 8 || len(set.Lint().Uncovered) != 8 {
		t.Errorf("want 8 cells in the rest, got %d, uncovered %v", rest, set.Lint().Uncovered)
	}
}

func TestAnySetIsReadByThePlainRule(t *testing.T) {
	drawRange := func(bins int) *rapid.Generator[rfm.Range] {
		return rapid.Custom(func(t *rapid.T) rfm.Range {
			low := rapid.IntRange(0, bins).Draw(t, "low")
			if low == 0 {
				return rfm.Range{}
			}
			return rfm.Range{Low: low, High: rapid.IntRange(low, bins).Draw(t, "high")}
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		set := rfm.Set{Version: rfm.Version, ID: "drawn", Rest: &rfm.Segment{ID: "rest", R: rfm.Range{Low: 1, High: 1}}}
		for a := range set.Bins {
			set.Bins[a] = rapid.IntRange(2, 10).Draw(t, "bins")
		}
		for i := range rapid.IntRange(0, 8).Draw(t, "segments") {
			set.Segments = append(set.Segments, rfm.Segment{
				ID: string(rune('a' + i)), R: drawRange(set.Bins[0]).Draw(t, "r"),
				F: drawRange(set.Bins[1]).Draw(t, "f"), M: drawRange(set.Bins[2]).Draw(t, "m"),
			})
		}
		want := plainLint(set)
		if diff := gocmp.Diff(want, set.Lint()); diff != "" {
			t.Fatalf("lint (-want +got):\n%s", diff)
		}
		segmenter := segmenterOf(t, set)
		for _, c := range cells(set.Bins) {
			if got := number(segmenter, c); got != firstMatch(set, c) {
				t.Fatalf("%s: want segment %d, got %d", c, firstMatch(set, c), got)
			}
		}
		set.Rest = nil
		if err := set.Validate(); (err == nil) != (len(want.Uncovered) == 0) {
			t.Fatalf("without rest, %d cells uncovered: %v", len(want.Uncovered), err)
		}
	})
}

// A set may hold as many segments as there are cells, or be refused; but a number must not be cut to a byte.
func TestManySegmentsKeepTheirNumbers(t *testing.T) {
	all := cells([3]int{10, 10, 10})
	for _, n := range []int{100, 254, 255, 256, 257, len(all)} {
		t.Run(fmt.Sprint(n, " segments"), func(t *testing.T) {
			set := rfm.Set{Version: rfm.Version, ID: "cells", Bins: [3]int{10, 10, 10}, Rest: &rfm.Segment{ID: "rest"}}
			for _, c := range all[:n-1] {
				one := func(score uint8) rfm.Range { return rfm.Range{Low: int(score), High: int(score)} }
				set.Segments = append(set.Segments, rfm.Segment{ID: c.String(), R: one(c.R), F: one(c.F), M: one(c.M)})
			}
			segmenter, err := rfm.NewSegmenter(set)
			if err != nil {
				if n <= 255 {
					t.Fatal(err)
				}
				refusedAt(t, err, "segments")
				return
			}
			wantID := func(c rfm.Score) string { return set.All()[firstMatch(set, c)].ID }
			for _, c := range all {
				if got := number(segmenter, c); got != firstMatch(set, c) || segmentOf(segmenter, c).ID != wantID(c) {
					t.Fatalf("%s: want segment %d, got %d (%s)", c, firstMatch(set, c), got, segmentOf(segmenter, c).ID)
				}
			}
			var guests []guest
			for i := range 400 {
				guests = append(guests, guest{id(i), i * 7 % 400, 1 + i*11%400, decimal.New(int64(i*13%400), 0)})
			}
			scores := scoresOf(t, guests, rfm.Same(rfm.NTile, 10))
			segmentation, err := scores.Segments(set)
			if err != nil {
				t.Fatal(err)
			}
			for i := range scores.Len() {
				if got, want := segmentation.At(i).ID, wantID(scores.At(i)); got != want {
					t.Fatalf("guest %d of score %s: want segment %s, got %s", i, scores.At(i), want, got)
				}
			}
		})
	}
}

func TestAllLeavesTheSetAsItIs(t *testing.T) {
	backing := []rfm.Segment{{ID: "first"}, {ID: "second"}}
	set := rfm.Set{Version: rfm.Version, ID: "set", Bins: [3]int{2, 2, 2}, Segments: backing[:1], Rest: &rfm.Segment{ID: "rest"}}
	all := set.All()
	if len(all) != 2 || all[0].ID != "first" || all[1].ID != "rest" {
		t.Errorf("want first and rest, got %+v", all)
	}
	if backing[1].ID != "second" {
		t.Errorf("All wrote %q behind the caller's slice", backing[1].ID)
	}
}

func TestSegmenterKeepsItsOwnTable(t *testing.T) {
	set := rfm.EightClasses()
	segmenter := segmenterOf(t, set)
	top := rfm.Score{R: 2, F: 2, M: 2}
	want := segmentOf(segmenter, top)
	topNumber := number(segmenter, top)
	set.Segments[topNumber].ID = "changed"
	set.Segments[topNumber].R = rfm.Range{Low: 1, High: 1}
	if got := segmentOf(segmenter, top); got != want || number(segmenter, top) != topNumber {
		t.Errorf("changing the set afterwards moved %+v to %+v", want, got)
	}
}
