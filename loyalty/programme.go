package loyalty

import "github.com/hotelcrm/hotelcrm"

// Format is the version of the JSON form of [Programme]. It is not called so because a programme has versions of its own:
// its rules by date.
const Format = 1

// Programme is the rules of a loyalty programme: a value that is written as JSON, see the package comment for the
// format. [ParseProgramme] reads one, [Compile] makes it ready for use.
type Programme struct {
	Format   int    `json:"format"`
	ID       string `json:"id"`
	Name     string `json:"name,omitempty"`
	NameZH   string `json:"nameZh,omitempty"`
	Currency string `json:"currency"`         // ISO 4217, of every spend and rate
	Year     string `json:"year,omitempty"`   // the year or years for which the rules were read
	Source   string `json:"source,omitempty"` // where they were read
	Note     string `json:"note,omitempty"`

	Versions []Version `json:"versions"`
	Floors   []Floor   `json:"floors,omitempty"`
}

// Version is the rules in force between two dates. The version of a line of activity is the one in force on its date.
type Version struct {
	ID            string `json:"id"`
	hotelcrm.Span        // when it is in force
	Note          string `json:"note,omitempty"`

	Tiers     []Tier    `json:"tiers"`           // lowest first; the first is held by every member from enrolment
	Window    Window    `json:"window,omitzero"` // of conditions that state none; zero: the calendar year
	Valid     Validity  `json:"valid,omitzero"`  // of tiers that state none; zero: for ever
	Downgrade Downgrade `json:"downgrade,omitzero"`

	Counters  CounterPolicy `json:"counters,omitempty"` // what a promotion does to the counters; unset: Keep
	Rollover  *Rollover     `json:"rollover,omitempty"`
	Stepwise  bool          `json:"stepwise,omitempty"`           // the activity of a day promotes to the next tier at most, or to one for life
	DelayDays int           `json:"effectiveAfterDays,omitempty"` // a promotion begins so many days after it was reached
	Ignore    []Kind        `json:"ignore,omitempty"`             // kinds of activity that do not count for status
	Exclusive bool          `json:"exclusive,omitempty"`          // the tiers are classes, of which exactly one should hold; see Lint

	Moves      []Move      `json:"moves,omitempty"`
	Milestones []Milestone `json:"milestones,omitempty"`
	Challenges []Challenge `json:"challenges,omitempty"`
	Benefits   []Benefit   `json:"benefits,omitempty"`
	Expiry     *Expiry     `json:"expiry,omitempty"`
	FreeNight  *FreeNight  `json:"freeNight,omitempty"`

	Stays     StayRules  `json:"stays,omitzero"`
	Earn      *EarnRules `json:"earn,omitempty"` // none: stays earn no points
	Campaigns []Campaign `json:"campaigns,omitempty"`
}
