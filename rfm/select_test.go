package rfm_test

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/rfm"
	"pgregory.net/rapid"
)

// checkSelection compares the fast path with the plain sort at some positions.
func checkSelection(t failer, keys []int64, positions []int) {
	t.Helper()
	narrow := true
	for _, key := range keys {
		narrow = narrow && key == int64(int32(key))
	}
	for _, falling := range []bool{false, true} {
		order := rfm.Order(keys, falling)
		want := []int{}
		for _, position := range positions {
			want = append(want, order[position])
		}
		for _, asCounts := range []bool{false, narrow} {
			if diff := gocmp.Diff(want, rfm.GuestsAt(keys, positions, falling, asCounts)); diff != "" {
				t.Fatalf("%d keys, falling %v, narrow %v, positions %v (-want +got):\n%s", len(keys), falling, asCounts, positions, diff)
			}
		}
	}
}

// spread returns n positions from the first to the last, some twice.
func spread(n, most int) []int {
	var out []int
	for i := range most {
		if n > 0 {
			out = append(out, (n-1)*i/(most-1))
		}
	}
	return out
}

// drawKeys draws integers with many ties in one of many shapes, the extremes of int64 among them.
func drawKeys(t *rapid.T) []int64 {
	n := rapid.OneOf(rapid.IntRange(0, 40), rapid.IntRange(500, 5000)).Draw(t, "n")
	key := rapid.OneOf(rapid.Int64Range(-3, 3), rapid.Int64(), rapid.Int64Range(0, 1<<20),
		rapid.SampledFrom([]int64{math.MinInt64, math.MinInt64 + 1, math.MaxInt64 - 1, math.MaxInt64, 0, -1}))
	common := rapid.SliceOfN(key, 1, 8).Draw(t, "common")
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	width := rapid.SampledFrom([]int64{1, 2, 100, 1 << 17, 1 << 40, math.MaxInt64}).Draw(t, "width")
	tied := rapid.IntRange(0, 10).Draw(t, "tied of ten")
	keys := make([]int64, n)
	for i := range keys {
		keys[i] = common[random.IntN(len(common))]
		if random.IntN(10) >= tied {
			keys[i] += random.Int64N(width) // may wrap: any int64 will do
		}
	}
	return keys
}

func TestSelectionEqualsThePlainSort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := drawKeys(t)
		checkSelection(t, keys, spread(len(keys), rapid.IntRange(2, 18).Draw(t, "positions")))
	})
}

func TestSelectionAtTheEdges(t *testing.T) {
	fill := func(n int, key func(i int) int64) []int64 {
		keys := make([]int64, n)
		for i := range keys {
			keys[i] = key(i)
		}
		return keys
	}
	tests := []struct {
		name string
		keys []int64
	}{
		{"nobody", nil},
		{"one guest", []int64{-7}},
		{"all equal", fill(100_000, func(int) int64 { return math.MinInt64 })},
		{"both ends of int64", fill(10_000, func(i int) int64 { return math.MinInt64 + int64(i%2)*-1 })},
		{"an outlier above small counts", append(fill(70_000, func(i int) int64 { return int64(i % 5) }), math.MaxInt64)},
		{"two outliers around them", append(fill(70_000, func(i int) int64 { return int64(i % 5) }), math.MaxInt64, math.MinInt64)},
		{"one value a cell, 2^16 wide", fill(200_000, func(i int) int64 { return int64(i*7919) % (1 << 16) })},
		{"two values a cell", fill(200_000, func(i int) int64 { return int64(i*7919) % (1 << 17) })},
		{"falling", fill(3000, func(i int) int64 { return -int64(i) * math.MaxInt32 })},
		{"just enough to be counted", fill(513, func(i int) int64 { return int64(i/2) << 50 })},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkSelection(t, tt.keys, spread(len(tt.keys), 11)) })
	}
}

func FuzzSelect(f *testing.F) {
	f.Add([]byte{}, uint8(2), uint16(1))
	f.Add([]byte("\x00\x00\x00\x00\x00\x00\x00\x80\xff\xff\xff\xff\xff\xff\xff\x7f"), uint8(3), uint16(600))
	f.Add([]byte("ninety guests came once, ten came twice, and one never left the bar"), uint8(9), uint16(90))
	f.Fuzz(func(t *testing.T, text []byte, positions uint8, repeat uint16) {
		var keys []int64
		for ; len(text) >= 8; text = text[8:] {
			keys = append(keys, int64(binary.LittleEndian.Uint64(text)))
		}
		for _, b := range text {
			keys = append(keys, int64(int8(b)))
		}
		if len(keys) > 0 {
			for i := range int(repeat) % 3000 { // enough of them to be counted instead of sorted
				keys = append(keys, keys[i*i%len(keys)]+int64(i%3))
			}
		}
		checkSelection(t, keys, spread(len(keys), 2+int(positions)%30))
	})
}
