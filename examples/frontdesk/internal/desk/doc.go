// Package desk is what a front desk does with the library, on a database: it takes check-outs, survey answers,
// memberships and consents, moves points, and puts together the card of a guest.
//
// A [Desk] holds no state but compiled values that any process may read again: the programme, the frozen thresholds, the
// fitted models. Several processes may work on one database.
//
// A guest may have thousands of stays, and all writes wait for each other. So what one more stay of such a guest comes to
// in the ledger is reckoned ahead of the write, which looks whether anything has changed since and only then reckons again.
package desk
