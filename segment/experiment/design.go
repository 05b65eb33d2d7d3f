package experiment

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Design names an action whose effect is to be measured, and says how many guests it leaves out to measure it.
//
// Which guests these are follows from the names alone, so nothing is drawn and nothing has to be asked of another system:
//
//	bucket = mix(FNV-1a(64 bits, "ID:Epoch:guest")) mod 10000,  control if bucket < 10000·Control
//	mix: z ^= z>>30, z *= 0xBF58476D1CE4E5B9, z ^= z>>27, z *= 0x94D049BB133111EB, z ^= z>>31
//
// The mixing is needed: of two names that differ in one bit, such as Spring and spring, FNV-1a alone gives hashes whose
// distance is nearly the same for every guest, and so arms that hang together.
//
// Each experiment deals anew, so the control group of one is spread evenly over both arms of another. A control group
// that is left out for years drifts away from the others; a new Epoch deals a new one. With a larger Control all guests
// who were in the group stay in it.
//
// Source: G. Fowler, L. Noll, K.-P. Vo and D. Eastlake, The FNV non-cryptographic hash algorithm (IETF draft); the
// mixing is that of SplitMix64, G. Steele, D. Lea and C. Flood, Fast splittable pseudorandom number generators (2014).
type Design struct {
	ID      string          `json:"id"` // not empty, without a colon
	Epoch   int             `json:"epoch"`
	Control decimal.Decimal `json:"control"` // share of guests left out, 0 to 1 in steps of 0.0001
}

const (
	buckets      = 10_000
	bucketPlaces = 4 // of a share in whole buckets
)

// Arm says whether a guest gets the action. The zero value is unset.
type Arm uint8

// The arms.
const (
	Treated Arm = iota + 1 // gets the action
	Control                // is left out, to compare with
)

var armNames = enum.Names{"", "treated", "control"}

// Split deals guests to the arms of one experiment. It is immutable and safe for concurrent use.
type Split struct {
	experiment Design
	start      uint64 // hash of what stands before the guest
	control    int    // buckets below this one
}

// Validate returns a [*hotelcrm.ParamError] for the first field out of range, else nil.
func (d Design) Validate() error {
	if d.ID == "" || strings.Contains(d.ID, ":") {
		return refuse.Param("Design.ID", d.ID, "not empty, without a colon")
	}
	if share, ok := hotelcrm.ToMinor(d.Control, bucketPlaces); !ok || share < 0 || share > buckets {
		return refuse.Param("Design.Control", exact.Text(d.Control), "0 to 1, at most 4 decimal places")
	}
	return nil
}

// Split returns who is in which arm.
//
// Errors: a [*hotelcrm.ParamError].
func (d Design) Split() (*Split, error) {
	if err := d.Validate(); err != nil {
		return nil, err
	}
	control, _ := hotelcrm.ToMinor(d.Control, bucketPlaces) // valid, so it fits
	return &Split{experiment: d, start: fnv1a(fnvOffset, d.ID+":"+strconv.Itoa(d.Epoch)+":"), control: int(control)}, nil
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// fnv1a goes on hashing. hash/fnv would need a copy of the text.
func fnv1a(hash uint64, text string) uint64 {
	for i := range len(text) {
		hash = (hash ^ uint64(text[i])) * fnvPrime
	}
	return hash
}

// mix spreads a change of any bit over all bits.
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// Design returns the design.
func (s *Split) Design() Design { return s.experiment }

// Bucket returns the guest's bucket, 0 to 9999.
//
// Cost: O(length of the id), no allocation.
func (s *Split) Bucket(guest string) int { return int(mix(fnv1a(s.start, guest)) % buckets) }

// Arm returns the guest's arm.
//
// Cost: as [Split.Bucket].
func (s *Split) Arm(guest string) Arm {
	if s.Bucket(guest) < s.control {
		return Control
	}
	return Treated
}

// Arms returns the arm of each guest.
func (s *Split) Arms(guests []string) []Arm {
	out := make([]Arm, len(guests))
	for i, guest := range guests {
		out[i] = s.Arm(guest)
	}
	return out
}

// Check returns a [*hotelcrm.ParamError] if an experiment is out of range, or if two have the same ID and
// epoch and would so leave out the same guests, else nil.
func Check(list ...Design) error {
	type salt struct {
		id    string
		epoch int
	}
	seen := make(map[salt]bool, len(list))
	for i, e := range list {
		if err := e.Validate(); err != nil {
			return err
		}
		if seen[salt{e.ID, e.Epoch}] {
			return refuse.Param(fmt.Sprintf("experiments[%d]", i), fmt.Sprintf("%s:%d", e.ID, e.Epoch), "no two with the same ID and epoch")
		}
		seen[salt{e.ID, e.Epoch}] = true
	}
	return nil
}

// Overlap says how the arms of two experiments lie over each other.
type Overlap struct {
	BothTreated   int     `json:"bothTreated"`
	TreatedFirst  int     `json:"treatedFirst"`  // treated in the first alone
	TreatedSecond int     `json:"treatedSecond"` // treated in the second alone
	BothControl   int     `json:"bothControl"`
	Phi           float64 `json:"phi"`       // correlation of the arms, 0 if they have nothing to do with each other
	ChiSquare     float64 `json:"chiSquare"` // n·phi², one degree of freedom
	P             float64 `json:"p"`
}

// OverlapOf returns how the arms of two experiments lie over each other: a look before the second begins.
//
// Result: 0 for phi and 1 for p if one experiment has a single arm only.
// Errors: a [*hotelcrm.ParamError] if both have the same ID and epoch.
func OverlapOf(first, second *Split, guests []string) (Overlap, error) {
	if err := Check(first.experiment, second.experiment); err != nil {
		return Overlap{}, err
	}
	var out Overlap
	for _, guest := range guests {
		a, b := first.Arm(guest), second.Arm(guest)
		switch {
		case a == Treated && b == Treated:
			out.BothTreated++
		case a == Treated:
			out.TreatedFirst++
		case b == Treated:
			out.TreatedSecond++
		default:
			out.BothControl++
		}
	}
	out.P = 1
	a, b, c, d := float64(out.BothTreated), float64(out.TreatedFirst), float64(out.TreatedSecond), float64(out.BothControl)
	if below := math.Sqrt(a+b) * math.Sqrt(c+d) * math.Sqrt(a+c) * math.Sqrt(b+d); below > 0 {
		phi := (float64(a*d) - float64(b*c)) / below
		out.Phi, out.ChiSquare = figure.Digits12(phi), figure.Digits12(phi*phi*float64(len(guests)))
		out.P = figure.TwoSided(math.Sqrt(out.ChiSquare))
	}
	return out, nil
}
