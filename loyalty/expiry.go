package loyalty

// Expiry is when points lapse. Where several rules are stated the earliest date counts; with none points never lapse.
type Expiry struct {
	LifeMonths int      `json:"lifeMonths,omitempty"` // so many months after the day they were earned
	YearEnds   int      `json:"yearEnds,omitempty"`   // with the end of the year, so many years after the year of earning
	IdleMonths int      `json:"idleMonths,omitempty"` // the whole balance, so many months after the last activity
	Exempt     []string `json:"exempt,omitempty"`     // tiers whose points do not lapse for want of activity
	Takeover   bool     `json:"takeover,omitempty"`   // points alive when the version comes into force follow it, too
}

// FreeNight is the rule of award stays "every fifth night is free".
type FreeNight struct {
	Every int      `json:"every"`           // of each full block of so many consecutive nights the cheapest is free
	Tiers []string `json:"tiers,omitempty"` // who has it; empty: all members
}
