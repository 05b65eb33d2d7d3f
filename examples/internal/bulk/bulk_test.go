package bulk_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/bulk"
)

var small = bulk.Config{Stays: 100_000, Guests: 20_000, Seed: 1}

func made(t *testing.T, c bulk.Config) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := bulk.Write(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The sums hold on every platform: figures measured on one are those of all.
func TestSameSeedSameBytes(t *testing.T) {
	integers := small
	integers.Integers = true
	other := small
	other.Seed = 2
	for _, test := range []struct {
		name   string
		config bulk.Config
		want   string
	}{
		{"seed 1", small, "8ed8d3ba743aeeec"},
		{"plain numbers", integers, "96aaa9d413810237"},
		{"seed 2", other, "e663fb1309685903"},
	} {
		sum := sha256.Sum256(made(t, test.config))
		if got := hex.EncodeToString(sum[:8]); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// The shares that the weights make expect, reckoned with floats: the number of stays of a guest beyond the first is
// nearly of the Poisson distribution.
func TestStaysPerGuest(t *testing.T) {
	stays := map[string]int{}
	for line := range strings.Lines(string(made(t, small)[len(bulk.Header):])) {
		guest, _, _ := strings.Cut(line, ",")
		stays[guest]++
	}
	if len(stays) != small.Guests {
		t.Errorf("%d guests, want %d", len(stays), small.Guests)
	}
	var got [4]float64
	most := 0
	for _, n := range stays {
		most = max(most, n)
		if n < len(got) {
			got[n]++
		}
	}
	total := 0.0
	for k := range small.Guests {
		total += math.Pow(float64(k+50), -0.8)
	}
	var want [4]float64
	for k := range small.Guests {
		rate := math.Pow(float64(k+50), -0.8) / total * float64(small.Stays-small.Guests)
		none := math.Exp(-rate)
		want[1] += none
		want[2] += none * rate
		want[3] += none * rate * rate / 2
	}
	const chance = 0.05 // over three standard errors of the rarest of these counts
	for n := 1; n < len(want); n++ {
		if math.Abs(got[n]-want[n]) > chance*want[n] {
			t.Errorf("%.0f guests with %d stays, want about %.0f", got[n], n, want[n])
		}
	}
	if most < 50 || most > 500 {
		t.Errorf("the best guest has %d stays", most)
	}
}

func TestColumns(t *testing.T) {
	years, refunds := map[string]int{}, 0
	for line := range strings.Lines(string(made(t, small)[len(bulk.Header):])) {
		guest, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ",")
		date, amount, _ := strings.Cut(rest, ",")
		if len(guest) != 11 || guest[0] != 'G' || len(date) != 10 || len(amount)-strings.IndexByte(amount, '.') != 3 {
			t.Fatalf("row %q", line)
		}
		years[date[:4]]++
		if amount[0] == '-' {
			refunds++
		}
	}
	if len(years) != 5 || years["2021"] < 10_000 || years["2025"] < 2*years["2021"] {
		t.Errorf("stays by year: %v", years)
	}
	if refunds < 900 || refunds > 1100 {
		t.Errorf("%d refunds in %d stays", refunds, small.Stays)
	}
}

func TestConfigsThatCannotBe(t *testing.T) {
	for _, c := range []bulk.Config{{}, {Stays: 1}, {Stays: 1, Guests: 2}, {Stays: -1, Guests: -1}} {
		if err := bulk.Write(&bytes.Buffer{}, c); err == nil {
			t.Errorf("%+v is allowed", c)
		}
	}
	if got := string(made(t, bulk.Config{Stays: 1, Guests: 1})); strings.Count(got, "\n") != 2 {
		t.Errorf("one stay of one guest: %q", got)
	}
}
