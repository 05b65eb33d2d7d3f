package sim_test

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"strconv"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
)

func TestRunIsGolden(t *testing.T) {
	for _, test := range []struct {
		name  string
		cfg   sim.Config
		stays int
		hash  string
	}{
		{"default", sim.Config{}, 80503, "ce1a3ceba066c6c0a466f2db67d270524511b5f46e2edc2dc37446cd798204aa"},
		{
			"small",
			sim.Config{Seed: 7, Guests: 200, WrongRows: 8},
			4352, "207e7952fa451f3c8721d690738deedc0c78e6fad19d5c5d08bcf724c16f0012",
		},
		{
			"short window",
			sim.Config{
				Seed: 1<<64 - 1, Guests: 50,
				From: hotelcrm.DateOf(2024, 2, 28), To: hotelcrm.DateOf(2024, 3, 1),
			},
			59, "2262653e880c52e4f5cb4adea3449874203e7e3b2ed56634abc3a0c3a45e2400",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			hotel := sim.Run(test.cfg)
			if len(hotel.Stays) != test.stays {
				t.Errorf("%d stays, want %d", len(hotel.Stays), test.stays)
			}
			if got := fingerprint(hotel.Stays); got != test.hash {
				t.Errorf("hash %s, want %s", got, test.hash)
			}
		})
	}
}

func TestSeedDecides(t *testing.T) {
	first := sim.Run(sim.Config{Seed: 1, Guests: 500})
	if again := sim.Run(sim.Config{Seed: 1, Guests: 500}); !reflect.DeepEqual(first, again) {
		t.Error("one seed, two hotels")
	}
	if other := sim.Run(sim.Config{Seed: 2, Guests: 500}); fingerprint(first.Stays) == fingerprint(other.Stays) {
		t.Error("two seeds, one hotel")
	}
}

func TestDefaultsAreWrittenOut(t *testing.T) {
	cfg := sim.Config{Guests: 20_000, From: hotelcrm.DateOf(2022, 1, 1), To: hotelcrm.DateOf(2025, 12, 31)}
	if fingerprint(sim.Run(cfg).Stays) != fingerprint(sim.Run(sim.Config{}).Stays) {
		t.Error("the defaults are not what Config says")
	}
}

func TestMoreGuestsLeaveTheOthersAlone(t *testing.T) {
	few, many := sim.Run(sim.Config{Guests: 300}), sim.Run(sim.Config{Guests: 900})
	if fingerprint(few.Stays) != fingerprint(many.Stays[:len(few.Stays)]) {
		t.Error("stays of earlier guests changed")
	}
	if !reflect.DeepEqual(few.Profiles, many.Profiles[:len(few.Profiles)]) {
		t.Error("profiles of earlier guests changed")
	}
}

func TestWrongRowsLeaveTheOthersAlone(t *testing.T) {
	right, mixed := sim.Run(sim.Config{Guests: 300}), sim.Run(sim.Config{Guests: 300, WrongRows: 41})
	if got, want := len(mixed.Stays), len(right.Stays)+41; got != want {
		t.Fatalf("%d stays, want %d", got, want)
	}
	var rest []hotelcrm.Stay
	for _, s := range mixed.Stays {
		if s.ID < "S9" {
			rest = append(rest, s)
		}
	}
	if fingerprint(rest) != fingerprint(right.Stays) {
		t.Error("the right stays changed")
	}
}

func TestRunRefusesAbsurdConfigurations(t *testing.T) {
	for name, cfg := range map[string]sim.Config{
		"guests":   {Guests: -1},
		"many":     {Guests: 2_000_001},
		"wrong":    {WrongRows: -1},
		"reversed": {To: hotelcrm.DateOf(2021, 12, 31)},
		"long":     {From: hotelcrm.DateOf(1970, 1, 1)},
		"ancient":  {From: hotelcrm.DateOf(1900, 1, 1), To: hotelcrm.DateOf(1901, 1, 1)},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			sim.Run(cfg)
		})
	}
}

// fingerprint is the hash of a canonical line for each stay, in the order given.
func fingerprint(stays []hotelcrm.Stay) string {
	hash := sha256.New()
	var line []byte
	for i := range stays {
		line = appendStay(line[:0], &stays[i])
		hash.Write(line)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

func appendStay(b []byte, s *hotelcrm.Stay) []byte {
	for _, text := range []string{
		s.ID, strconv.FormatInt(s.Version, 10), s.Property, s.Guest,
		s.Role.String(), s.Status.String(), s.Use.String(),
		s.Arrival.String(), s.Departure.String(), s.Booked.String(), strconv.Itoa(s.Rooms),
		s.Revenue.Rooms.String(), s.Revenue.FoodBeverage.String(), s.Revenue.OtherOperated.String(),
		s.Revenue.Miscellaneous.String(), s.Revenue.Fees.String(), s.Tax.String(), s.Currency,
		s.RateCode, s.Market, s.Source, s.Channel, s.Booking, s.Company, s.Agent, s.Block, s.Member,
	} {
		b = append(append(b, text...), ';')
	}
	return append(b, '\n')
}
