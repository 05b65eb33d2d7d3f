package guest

// gaps says what is not known of the guest, and why.
func (r *reader) gaps(s *Sheet) []Gap {
	var out []Gap
	add := func(missing bool, what, why string) {
		if missing {
			out = append(out, Gap{what, why})
		}
	}
	add(s.History.First == nil, "first stay", "the table of guests does not say it")
	add(s.History.Nights == nil, "nights", "the table of guests has none")
	add(s.Visits == nil, "single stays", r.noSingleStays())
	add(s.Segment == nil, "segment", r.Scores.Plan.Note)
	add(s.Value.Current == nil, "current value", "it needs the date of the first stay")
	add(s.Value.Incremental == nil, "potential and lifetime value", r.noPotential(s))
	add(s.Outlook == nil, "whether this is still a guest", r.noOutlook())
	if o := s.Outlook; o != nil {
		add(o.Residual == nil, "what the guest is worth from now on", r.Alive.Outlook.None)
		add(o.Residual != nil && !o.OwnSpend, "expected spend of the guest's own", "there is no repeat visit with spend above 0, so the mean of all guests stands in")
	}
	r.surveyGaps(s, add)
	add(s.Loyalty == nil, "tier", r.noTier())
	add(r.Worth.Terms.NoCost, "cost", "the input cost of the house is not stated, so revenue stands for profit")
	return out
}

func (r *reader) surveyGaps(s *Sheet, add func(missing bool, what, why string)) {
	switch t := r.Survey; {
	case t == nil:
		add(true, "satisfaction", "there is no survey")
	case !t.HasScore():
		add(true, "satisfaction", "no row of the survey can be used")
	case s.Survey == nil:
		add(true, "satisfaction", "the guest did not answer the survey")
	default:
		add(s.Survey.Score == nil, "satisfaction", "the guest answered less than half of the survey by weight")
		add(s.Survey.Score != nil && s.Survey.Low == nil, "error of the satisfaction score", "the answers of all guests do not tell how reliable the questions are")
	}
}

func (r *reader) noSingleStays() string {
	if r.Data.Order.Counted() {
		return "a table of guests does not hold their visits"
	}
	return "visits are not kept one by one where every row is a visit and has neither id nor status; with -asof DATE they are"
}

func (r *reader) noPotential(s *Sheet) string {
	switch {
	case r.Data.Profiles == nil:
		return "there are no profiles of guests"
	case r.Worth.Matrix == nil, s.Value.Potential == nil:
		return "the profiles say nothing of any guest"
	case s.Value.Current == nil:
		return "the current value is not known"
	case !s.Value.Potential.Answered.IsPositive():
		return "there is no profile of the guest"
	}
	return "the profile of the guest says too little"
}

func (r *reader) noOutlook() string {
	if r.NoModel != "" {
		return r.NoModel
	}
	return r.noSingleStays()
}

func (r *reader) noTier() string {
	switch {
	case r.Club == nil:
		return "there is no loyalty programme"
	case r.Tiers == nil:
		return r.noSingleStays()
	}
	return "an amount of the guest is more than a programme counts"
}
