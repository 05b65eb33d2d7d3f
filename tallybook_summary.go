package hotelcrm

// summary returns what summaries says about one guest, and false if the guest has no visit.
func (b *tallyBook) summary(s *Setup, guest string, asOf Date, window Window) (Summary, bool, error) {
	if window != s.Window {
		return Summary{}, false, refuse("window", window.String(), "the window of the Setup, for the form tallies")
	}
	key, known := b.long.find(guest)
	if !known {
		return Summary{}, false, nil
	}
	hash := key.hash()
	part := &b.parts[partOf(hash)]
	t := part.find(key, hash)
	switch {
	case t == nil || t.visits == 0:
		return Summary{}, false, nil
	case t.last > asOf:
		return Summary{}, false, refuse("asOf", asOf.String(), "not before the guest's last day, "+t.last.String())
	}
	all := part.totals(t)
	return all.summary(guest, s.Scale), true, nil
}
