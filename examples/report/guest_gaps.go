package main

// guestGaps says what is not known of the guest, and why.
func (a *analysis) guestGaps(s *guestSheet) []guestGap {
	var out []guestGap
	add := func(missing bool, what, why string) {
		if missing {
			out = append(out, guestGap{what, why})
		}
	}
	add(s.History.First == nil, "first stay", "the table of guests does not say it")
	add(s.History.Nights == nil, "nights", "the table of guests has none")
	add(s.Visits == nil, "single stays", a.noSingleStays())
	add(s.Segment == nil, "segment", a.opt.plan.note)
	add(s.Value.Current == nil, "current value", "it needs the date of the first stay")
	add(s.Value.Incremental == nil, "potential and lifetime value", a.noPotential(s))
	add(s.Outlook == nil, "whether this is still a guest", a.noOutlook())
	if o := s.Outlook; o != nil {
		add(o.Residual == nil, "what the guest is worth from now on", a.models.outlook.none)
		add(o.Residual != nil && !o.OwnSpend, "expected spend of the guest's own", "there is no repeat visit with spend above 0, so the mean of all guests stands in")
	}
	a.surveyGaps(s, add)
	add(s.Loyalty == nil, "tier", a.noTier())
	add(a.opt.value.noCost, "cost", "the input cost of the house is not stated, so revenue stands for profit")
	return out
}

func (a *analysis) surveyGaps(s *guestSheet, add func(missing bool, what, why string)) {
	switch t := a.survey; {
	case t == nil:
		add(true, "satisfaction", "there is no survey")
	case !t.usable():
		add(true, "satisfaction", "no row of the survey can be used")
	case s.Survey == nil:
		add(true, "satisfaction", "the guest did not answer the survey")
	default:
		add(s.Survey.Score == nil, "satisfaction", "the guest answered less than half of the survey by weight")
		add(s.Survey.Score != nil && s.Survey.Low == nil, "error of the satisfaction score", "the answers of all guests do not tell how reliable the questions are")
	}
}

func (a *analysis) noSingleStays() string {
	if a.in.Order.Counted() {
		return "a table of guests does not hold their visits"
	}
	return "visits are not kept one by one where every row is a visit and has neither id nor status; with -asof DATE they are"
}

func (a *analysis) noPotential(s *guestSheet) string {
	switch {
	case a.in.Profiles == nil:
		return "there are no profiles of guests"
	case a.worth.matrix == nil, s.Value.Potential == nil:
		return "the profiles say nothing of any guest"
	case s.Value.Current == nil:
		return "the current value is not known"
	case !s.Value.Potential.Answered.IsPositive():
		return "there is no profile of the guest"
	}
	return "the profile of the guest says too little"
}

func (a *analysis) noOutlook() string {
	if a.noModel != "" {
		return a.noModel
	}
	return a.noSingleStays()
}

func (a *analysis) noTier() string {
	switch {
	case a.opt.club == nil:
		return "there is no loyalty programme"
	case a.members == nil:
		return a.noSingleStays()
	}
	return "an amount of the guest is more than a programme counts"
}
