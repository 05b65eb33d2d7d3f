package loyalty

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// NoticeKind says what a notice is about.
type NoticeKind uint8

// The kinds.
const (
	StatusEnds NoticeKind = iota + 1 // a status is about to end or to fall
	NearNext                         // the next tier is near
	ChoiceEnds                       // a reward must be chosen soon
)

var noticeNames = enum.Names{"", "status-ends", "near-next", "choice-ends"}

// String returns the name, "unset" for the zero value.
func (k NoticeKind) String() string { return noticeNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k NoticeKind) MarshalText() ([]byte, error) { return choice.Marshal(noticeNames, "notice", k) }

// UnmarshalText reads a name; the empty text is the zero value.
func (k *NoticeKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(noticeNames, "notice", text, k)
}

// Notice is something that a member should be told in time.
type Notice struct {
	Kind      NoticeKind    `json:"kind"`
	Tier      string        `json:"tier,omitempty"`      // the one that ends, or that is near
	To        string        `json:"to,omitempty"`        // where the member falls
	Date      hotelcrm.Date `json:"date,omitzero"`       // the first day on which it is over; zero: no date
	Ways      [][]Need      `json:"ways,omitempty"`      // to keep or to reach the tier, counted today
	Milestone string        `json:"milestone,omitempty"` // whose reward is to be chosen
}

// Notices says what to look for. The zero value looks 90 days ahead and for a tenth of a threshold.
type Notices struct {
	Days int             `json:"days,omitempty"` // how far ahead; 0: 90
	Near decimal.Decimal `json:"near,omitzero"`  // the next tier is near if no threshold misses more than this part of it; 0: 0.1
}

// Notices returns what a member should be told at at.On, by date, those without a date last.
//
// Errors: as [Engine.Status], and a [*hotelcrm.ParamError] for days outside [1, 3660] or a part outside (0, 1] or of more
// than 9 decimal places.
func (e *Engine) Notices(m *Member, at AsOf, look Notices) ([]Notice, error) {
	look, err := look.resolved()
	if err != nil {
		return nil, err
	}
	return e.Evaluator().notices(m, at, look)
}

// resolved puts the defaults in and refuses what cannot be looked for.
func (look Notices) resolved() (Notices, error) {
	if look.Days == 0 {
		look.Days = 90
	}
	if look.Near.IsZero() {
		look.Near = decimal.New(1, -1)
	}
	switch {
	case look.Days < 1 || look.Days > 3660:
		return look, refuse.Param("Notices.Days", decimal.NewFromInt(int64(look.Days)).String(), "1 to 3660")
	case !plain(look.Near) || look.Near.Sign() <= 0 || look.Near.GreaterThan(decimal.New(1, 0)):
		return look, refuse.Param("Notices.Near", shown(look.Near), "above 0 to 1, with at most 9 decimal places")
	}
	return look, nil
}

func (v *Evaluator) notices(m *Member, at AsOf, look Notices) ([]Notice, error) {
	e := v.walk.engine
	progress, err := v.Progress(m, at)
	if err != nil || progress.Status.Tier == "" {
		return nil, err
	}
	var out []Notice
	if near(progress.Ways, look.Near) {
		out = append(out, Notice{Kind: NearNext, Tier: progress.Next, Ways: progress.Ways})
	}
	for _, add := range []func(*Member, AsOf, int, Progress) ([]Notice, error){e.endings, e.choices} {
		list, err := add(m, at, look.Days, progress)
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	slices.SortStableFunc(out, func(a, b Notice) int { return cmp.Compare(uint32(a.Date-1), uint32(b.Date-1)) }) // no date last
	return out, nil
}

// endings returns the falls that will come if nothing more is done.
func (e *Engine) endings(m *Member, at AsOf, days int, now Progress) ([]Notice, error) {
	still := *m
	still.Activities = m.knownBy(at)
	last := at.On.AddDays(days)
	if last == 0 {
		last = hotelcrm.MaxDate
	}
	entries, err := e.Timeline(&still, AsOf{On: last, Known: at.Known})
	if err != nil {
		return nil, err
	}
	var out []Notice
	tier := now.Status.Tier
	for _, entry := range entries {
		if entry.Date <= at.On || entry.Status == tier {
			continue
		}
		if e.rank[entry.Status] < e.rank[tier] {
			n := Notice{Kind: StatusEnds, Tier: tier, To: entry.Status, Date: entry.Date}
			if tier == now.Status.Tier {
				n.Ways = now.Keep
			}
			out = append(out, n)
		}
		tier = entry.Status
	}
	return out, nil
}

// choices returns the rewards whose choice must be made soon.
func (e *Engine) choices(m *Member, at AsOf, days int, _ Progress) ([]Notice, error) {
	reached, err := e.Milestones(m, at)
	var out []Notice
	for _, r := range reached {
		if r.ChooseBy > at.On && r.ChooseBy.DaysSince(at.On) <= days {
			out = append(out, Notice{Kind: ChoiceEnds, Milestone: r.Milestone, Date: r.ChooseBy})
		}
	}
	return out, err
}

// near reports whether one way misses little: more than nothing somewhere, and nowhere more than part of the threshold.
func near(ways [][]Need, part decimal.Decimal) bool {
	return slices.ContainsFunc(ways, func(way []Need) bool {
		missing := false
		for _, n := range way {
			if n.Blocked || (n.AtLeast != nil && n.Missing.GreaterThan(n.AtLeast.Mul(part))) {
				return false
			}
			missing = missing || n.Missing.Sign() > 0
		}
		return missing
	})
}
