package movement

// Move is a guest whose class is another in a second snapshot. An empty class is none: the guest entered or left.
type Move struct {
	Guest      string `json:"guest"`
	From       string `json:"from,omitempty"`
	To         string `json:"to,omitempty"`
	FromReason string `json:"fromReason,omitempty"` // why the guest was in the first class
	Reason     string `json:"reason,omitempty"`     // why the guest is in the second
}

// MovesOf returns the guests whose class differs between two snapshots, in the order of guest ids. Classes are the same if
// their ids are; plans and days are the caller's business.
//
// Errors: as [Snapshot.Validate].
// Cost: O(guests).
func MovesOf(before, after Snapshot) ([]Move, error) {
	if err := validateBoth(before, after); err != nil {
		return nil, err
	}
	var out []Move
	walk(before, after, func(p pair) {
		if p.from != p.to {
			out = append(out, p.move(before, after))
		}
	})
	return out, nil
}

func validateBoth(before, after Snapshot) error {
	if err := before.Validate(); err != nil {
		return err
	}
	return after.Validate()
}

// pair is one guest in two snapshots: the rows, -1 where the guest is not in it, and the classes as numbers of the
// union, 0 for none.
type pair struct {
	before, after int
	from, to      int
}

func (p pair) move(before, after Snapshot) Move {
	var out Move
	if p.before >= 0 {
		out.Guest, out.From = before.Guests[p.before], before.class(before.Codes[p.before])
		out.FromReason = before.reason(p.before)
	}
	if p.after >= 0 {
		out.Guest, out.To = after.Guests[p.after], after.class(after.Codes[p.after])
		out.Reason = after.reason(p.after)
	}
	return out
}

// unionOf returns the classes of both, those of the first in front, and the number that each class of the second has
// there, counted from 1.
func unionOf(before, after []string) (classes []string, number []int) {
	at := make(map[string]int, len(before))
	for _, class := range before {
		classes = append(classes, class)
		at[class] = len(classes)
	}
	for _, class := range after {
		if at[class] == 0 {
			classes = append(classes, class)
			at[class] = len(classes)
		}
		number = append(number, at[class])
	}
	return classes, number
}

// walk visits every guest of two valid snapshots in the order of ids.
func walk(before, after Snapshot, visit func(pair)) {
	_, number := unionOf(before.Classes, after.Classes)
	to := func(row int) int {
		if code := after.Codes[row]; code > 0 {
			return number[code-1]
		}
		return 0
	}
	i, j := 0, 0
	for i < len(before.Guests) || j < len(after.Guests) {
		switch {
		case j == len(after.Guests) || i < len(before.Guests) && before.Guests[i] < after.Guests[j]:
			visit(pair{before: i, after: -1, from: int(before.Codes[i])})
			i++
		case i == len(before.Guests) || after.Guests[j] < before.Guests[i]:
			visit(pair{before: -1, after: j, to: to(j)})
			j++
		default:
			visit(pair{before: i, after: j, from: int(before.Codes[i]), to: to(j)})
			i, j = i+1, j+1
		}
	}
}
