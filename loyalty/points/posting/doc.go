// Package posting leads from a loyalty programme to the points ledger: from what a programme says of points to the rules of
// a currency, and from what stays earn to commands on an account.
//
// # When to use it
//
// Where points are earned by a programme of package loyalty and kept in a ledger of package points. Both do without the
// other: points that are earned elsewhere need no programme, and a programme that is only replayed needs no ledger.
//
// # Model
//
// [Poster.PostAll] compares what the stays of a member earn, as they are known now, with what the account has credited
// for them, and returns the commands that bring the account there:
//
//	earns now   credited   command
//	yes         no         Earn
//	yes         otherwise  Earn that replaces the earlier one
//	no          yes        Void
//	yes         the same   none
//
// So it matters neither how often a stay was delivered, nor in which order its versions came: package loyalty picks the
// highest version, leaves out cancelled stays, and tells adjoining stays from a new one, which can change what a stay earns
// that nobody has touched. Posting again finds nothing to do.
//
// # Identity
//
// A stay has the business key of [StayKey]. Its commands are numbered within the account, "LIS/4711 #1", "LIS/4711 #2"
// for the bill as corrected, and "LIS/4711 #2 void": so the same commands sent twice have one effect.
//
// # Safety
//
// All functions are pure. A [Poster] may be used by several goroutines at once.
package posting
