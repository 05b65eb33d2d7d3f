package loyalty

// Milestone is a reward for reaching a count, once or again and again.
type Milestone struct {
	ID     string `json:"id"`
	Metric Metric `json:"metric"`
	Window Window `json:"window,omitzero"` // calendar-year, membership-year or lifetime; zero: the calendar year
	Tier   string `json:"tier,omitempty"`  // the lowest tier that takes part; empty: all

	At      int64  `json:"at"`                // the first count
	Every   int64  `json:"every,omitempty"`   // then every so many; 0: once
	UpTo    int64  `json:"upTo,omitempty"`    // the last count; 0: no end
	Without []Kind `json:"without,omitempty"` // kinds of activity that do not count here

	Points     int64    `json:"points,omitempty"`     // given at each
	Choices    []string `json:"choices,omitempty"`    // what there is to choose from
	Choose     int      `json:"choose,omitempty"`     // how many may be chosen; 0: all are given
	ChooseDays int      `json:"chooseDays,omitempty"` // days to choose in; 0: no deadline
	Valid      Validity `json:"valid,omitzero"`       // of what was given; zero: for ever
}
