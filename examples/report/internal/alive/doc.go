// Package alive tells who is still a guest, by the models of guests who never say goodbye: which model foretells best
// what was held out, and what it expects of every guest.
package alive
