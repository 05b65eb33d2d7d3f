package points

import "iter"

// EarnOf returns the id of the earn by which a stay is credited, empty if there is none: it was never credited, the earn
// was voided or cancelled, or it came with a merge and is known to the other account. It is what [Earn.Replaces] names
// when the bill of the stay changes, and a [Void] when the stay is cancelled.
func (a *Account) EarnOf(stay string) string {
	if of := a.stay(stay); stay != "" && of != nil {
		return of.id
	}
	return ""
}

// Stays returns the business keys of the stays that are credited, in their order, each with the id of its earn in
// force; see [Account.EarnOf].
func (a *Account) Stays() iter.Seq2[string, string] {
	return func(yield func(stay, earn string) bool) {
		for _, i := range a.stays {
			if of := a.acts.at(int(i)); !yield(of.stay, of.id) {
				return
			}
		}
	}
}

// Knows reports whether a command with this id took effect on the account: it will not do so again.
func (a *Account) Knows(command string) bool { return a.act(command) != nil }

// LotsOf returns a copy of the lots that an earn or an adjustment made, in the order of its credits, as they are now; nil
// for another command.
func (a *Account) LotsOf(command string) []Lot {
	of := a.act(command)
	if of == nil || !of.issued() {
		return nil
	}
	lots := make([]Lot, 0, len(of.moves))
	for _, m := range of.moves {
		lots = append(lots, *a.lot(m.Lot))
	}
	return lots
}
