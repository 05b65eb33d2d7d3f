package tree

import "errors"

// Errors that are wrapped where no parameter is to blame.
var (
	// ErrEmpty is wrapped where no guest is left to learn from.
	ErrEmpty = errors.New("tree: no guests to learn from")
	// ErrWeight is wrapped where a guest's weight is missing, below 1e-9, or makes the sum of all exceed 2^32.
	ErrWeight = errors.New("tree: weight is not a number from 1e-9 on, or all weights exceed 2^32 together")
	// ErrMismatch is wrapped where a table lacks an attribute of a tree, or has it of another kind.
	ErrMismatch = errors.New("tree: table does not fit the tree")
	// ErrTooLarge is wrapped where an export would not be readable or fit in memory.
	ErrTooLarge = errors.New("tree: export is too large")
)
