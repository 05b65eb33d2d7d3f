// Package lifecycle says how far the relation with a guest has come, against the guest's own rhythm: a yearly guest is not
// lost after six months, a weekly one is.
//
// # When to use it
//
// For calls and letters by a rule that everybody can check: whom to welcome, whom to thank, whom to win back.
//
// # Model
//
//	arrivals and departures of one guest ──Rules.Standing──> Standing: stage, since when, until when
//	hotelcrm.Visits, a day ──Rules.StandingAll──> the Standing of every guest
//	hotelcrm.Visits ──Rules.Stages──> Lives: Stages, Count, Standing, Snapshot
//
// [Rules] is a rule of thumb: a guest is at risk and lapsed after so many times the days that usually lie between the
// guest's own stays. It needs the whole history, and takes a guest's habits for steady.
//
// # When not to use it
//
// For the chance that a guest is still active, with its error, use valuation/btyd. For guests before their first stay,
// segment/funnel.
//
// # Defaults
//
//	rhythm      the median of the guest's own days between arrivals, 30 at least; below three visits 180
//	at risk     after 1.5 times the rhythm; lapsed after 3 times
//	loyal       from 5 visits on
//	won back    for the visit that brought the guest back
package lifecycle
