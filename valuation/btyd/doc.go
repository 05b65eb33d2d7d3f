// Package btyd fits and reads the models of guests who never say goodbye: buy till you die.
//
// A hotel sees stays; it does not see a guest decide never to come again. The models read both from how often a guest
// came back (X), when the last time was (Tx) and for how long the guest has been known (T).
package btyd
