package satisfaction

import "errors"

// Errors that are wrapped by a [*hotelcrm.RowError] or say what is wrong with a whole survey.
var (
	// ErrAnswer is wrapped where an answer is no level of its item's scale.
	ErrAnswer = errors.New("satisfaction: not an answer on the scale")
	// ErrRow is wrapped where a row does not have one answer for each item.
	ErrRow = errors.New("satisfaction: wrong number of answers")
	// ErrMismatch is wrapped when summaries of different forms are put together.
	ErrMismatch = errors.New("satisfaction: summaries of different forms")
	// ErrEmpty is wrapped where a figure needs more answers than there are.
	ErrEmpty = errors.New("satisfaction: too few answers")
)
