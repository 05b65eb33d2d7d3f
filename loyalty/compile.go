package loyalty

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

// Engine is a programme made ready for use. It is immutable and safe for concurrent use.
type Engine struct {
	programme Programme
	ladder    []string // tier ids of all versions, lowest first
	rank      map[string]int
	versions  []version
	floors    []floor // by heldOn
	places    int     // of a spend counted as an integer
	yearly    bool    // something happens at the end of a year
	byBrand   bool    // some condition counts brands
	limits    []limit // of campaigns, over all versions
}

// version is one compiled version. Its tiers are in the order of the ladder; tiers[0] is the first tier.
type version struct {
	id string
	hotelcrm.Span
	tiers     []tier
	at        [maxTiers]int8 // rank to place in tiers, -1 where the version lacks the tier
	rules     rules
	downgrade DowngradeKind
	floor     int // rank, 0 for none
	reset     bool
	stepwise  bool
	delay     int
	ignore    enumSet
	moves     [maxTiers]int8 // rank to rank
	rollover  *rollover
	lifelong  bool // some tier has a path for life
	trials    []trial
	stays     stayRules
	earn      *earnRules // nil: no points
	campaigns []campaign
}

type tier struct {
	rank                     int
	promote, retain, forLife int32 // places in rules; -1 for none
	valid                    Validity
	threshold                int64 // of the rollover's metric; -1 for none
}

type floor struct {
	heldOn, to hotelcrm.Date
}

type rollover struct {
	metric  Metric
	from    int
	limit   int64
	without enumSet
}

// maxTiers bounds the ladder: a member's walk holds a few figures per tier.
const maxTiers = 24

// enumSet is a set of small values.
type enumSet uint32

func (s enumSet) has(v uint8) bool { return s>>v&1 == 1 }

func kindSet(kinds []Kind) enumSet {
	var s enumSet
	for _, k := range kinds {
		s |= 1 << k
	}
	return s
}

// Compile returns the engine of a programme, after the checks of [Programme.Validate]. The programme may be changed
// afterwards; the engine keeps its own copy.
//
// Errors: a [*hotelcrm.ParamError] whose Param is the path in the JSON; [hotelcrm.ErrVersion] for a newer form.
func Compile(p Programme) (*Engine, error) {
	e := &Engine{programme: p.clone()}
	var err error
	if e.places, err = hotelcrm.MinorUnits(p.Currency); err != nil {
		return nil, refuse.Param("currency", p.Currency, "an ISO 4217 code such as EUR")
	}
	if err := strict.Version("format", p.Format, Format); err != nil {
		return nil, err
	}
	switch {
	case p.ID == "":
		return nil, refuse.Param("id", "", "a text")
	case len(p.Versions) == 0 || len(p.Versions) > maxVersions:
		return nil, refuse.Param("versions", fmt.Sprint(len(p.Versions)), fmt.Sprint("1 to ", maxVersions))
	}
	if err := e.climb(); err != nil {
		return nil, err
	}
	for i := range e.programme.Versions {
		if err := e.addVersion(i); err != nil {
			return nil, err
		}
	}
	if err := e.sortVersions(); err != nil {
		return nil, err
	}
	return e, e.addFloors()
}

const maxVersions = 100

// Programme returns the programme. Its lists must not be changed.
func (e *Engine) Programme() Programme { return e.programme }

// Ladder returns the ids of the tiers of all versions, lowest first. A tier's place in it is its rank.
func (e *Engine) Ladder() []string { return slices.Clone(e.ladder) }

// Rank returns a tier's place in the ladder, and false for an unknown id.
func (e *Engine) Rank(tier string) (int, bool) {
	r, ok := e.rank[tier]
	return r, ok
}

// Version returns the version in force on a date, and false if there is none. Its lists must not be changed.
func (e *Engine) Version(on hotelcrm.Date) (Version, bool) {
	i := e.versionOn(on)
	if i < 0 {
		return Version{}, false
	}
	return e.programme.Versions[i], true
}

// versionOn returns the number of the version in force on a date, -1 if there is none.
func (e *Engine) versionOn(d hotelcrm.Date) int {
	for i := range e.versions {
		if e.versions[i].Contains(d) {
			return i
		}
	}
	return -1
}

// inVersion reports whether a version, which may be none, is in force on a date.
func (e *Engine) inVersion(version int, d hotelcrm.Date) bool {
	return version >= 0 && e.versions[version].Contains(d)
}

// sortVersions puts the versions in the order of time, in the programme too.
func (e *Engine) sortVersions() error {
	order := make([]int, len(e.versions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(e.versions[a].From) - int(e.versions[b].From) })
	versions, texts := make([]version, len(order)), make([]Version, len(order))
	for i, from := range order {
		versions[i], texts[i] = e.versions[from], e.programme.Versions[from]
		if i > 0 && versions[i].Overlaps(versions[i-1].Span) {
			return refuse.Param(fmt.Sprintf("versions[%d].from", from), versions[i].From.String(), "a date from which no other version is in force: "+versions[i-1].id+" is")
		}
	}
	e.versions, e.programme.Versions = versions, texts
	return nil
}

func (e *Engine) addFloors() error {
	for i, f := range e.programme.Floors {
		at := fmt.Sprintf("floors[%d]", i)
		if f.HeldOn == 0 || f.To <= f.HeldOn {
			return refuse.Param(at+".to", f.To.String(), "a date after heldOn, both stated")
		}
		e.floors = append(e.floors, floor{f.HeldOn, f.To})
	}
	slices.SortStableFunc(e.floors, func(a, b floor) int { return int(a.heldOn) - int(b.heldOn) })
	return nil
}

// tierRank returns the rank of a tier that the programme must know.
func (e *Engine) tierRank(at, id string) (int, error) {
	r, ok := e.rank[id]
	if !ok {
		return 0, refuse.Param(at, id, "one of the tiers "+strings.Join(e.ladder, ", "))
	}
	return r, nil
}
