package valuation

// NthSmallest is the selection beneath the cuts.
var NthSmallest = nthSmallest
