package points

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// settle notes what the event means for commands: its own, and the one it refers to.
func (a *Account) settle(e *Event) error {
	if e.Ref != "" {
		if err := a.settleRef(e); err != nil {
			return err
		}
	}
	switch e.Kind {
	case EventMergeOut:
		a.into = e.Peer
	case EventExempt:
		a.exempt = e.Until
		if e.Until == 0 {
			a.exempt = hotelcrm.MaxDate
		}
	case EventRepay:
		a.noteRepayments(e.Moves)
	}
	if e.Command == "" || a.view && !a.viewNeeds(e) {
		return nil
	}
	return a.addAct(e)
}

// viewNeeds reports whether an act can still end by itself: a view keeps nothing else.
func (a *Account) viewNeeds(e *Event) bool {
	return e.Kind == EventHold || pendingEarn(e) || e.Kind == EventVoid && a.act(e.Ref) != nil
}

func pendingEarn(e *Event) bool {
	return e.Kind == EventEarn && len(e.Moves) > 0 && e.Moves[0].To == Pending
}

func (a *Account) addAct(e *Event) error {
	a.acts.add(act{
		id: e.Command, stay: e.Stay, ref: e.Ref, digest: e.Digest, kind: e.Kind, first: e.First, last: e.Last,
		date: e.Date, until: e.Until, grace: e.Grace, moves: e.Moves, open: e.Kind == EventHold || pendingEarn(e),
	})
	if !a.actOrder.insert(&a.acts, byID, a.acts.n-1) {
		return misfit("a command id that came before")
	}
	if e.Kind == EventEarn {
		return a.enterStay(a.acts.n - 1)
	}
	return nil
}

// enterStay notes that the stay of an act is credited. A view as of a date may lack the void between two credits.
func (a *Account) enterStay(i int) error {
	if a.acts.at(i).stay != "" && !a.view && !a.stays.insert(&a.acts, byStay, i) {
		return misfit("a stay that was credited before")
	}
	return nil
}

// settleRef closes, voids or revives the act that the event refers to.
func (a *Account) settleRef(e *Event) error {
	at, found := a.actOrder.find(&a.acts, byID, e.Ref)
	switch {
	case !found && a.view:
		return nil
	case !found:
		return misfit("reference to an unknown command")
	}
	of := a.acts.edit(int(a.actOrder[at]))
	of.open = false
	if e.Kind != EventVoid && e.Kind != EventCancel {
		return nil
	}
	of.voided = true
	switch {
	case of.kind == EventEarn && of.stay != "":
		a.stays.remove(&a.acts, byStay, of.stay)
	case of.kind == EventVoid:
		return a.revive(of, e)
	}
	return nil
}

// revive puts what was voided back in force.
func (a *Account) revive(void *act, e *Event) error {
	at, found := a.actOrder.find(&a.acts, byID, void.ref)
	if !found {
		return misfit("reversal of nothing")
	}
	i := int(a.actOrder[at])
	first := a.acts.edit(i)
	first.date = max(first.date, e.Date) // what follows is not dated before
	first.open = slices.ContainsFunc(e.Moves, func(m Move) bool { return m.To == Pending })
	a.repaid = slices.DeleteFunc(a.repaid, func(r repayment) bool { return voidOwed(void, r.debtor) })
	return a.enterStay(i)
}

// voidOwed reports whether a void left the lot owing.
func voidOwed(void *act, lot int) bool {
	return slices.ContainsFunc(void.moves, func(m Move) bool { return m.Lot == lot && m.From == Owed })
}

// noteRepayments reads the moves of a repayment, which come in pairs: payer, debtor.
func (a *Account) noteRepayments(moves []Move) {
	for i := 0; i+1 < len(moves); i += 2 {
		a.repaid = append(a.repaid, repayment{debtor: moves[i+1].Lot, payer: moves[i].Lot, points: moves[i].Points})
	}
}
