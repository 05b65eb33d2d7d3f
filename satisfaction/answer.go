package satisfaction

import "strconv"

// Answer is the code of one answer: 1 to 63 for a place on the scale's grid, worst first, or the reason why there is
// none. The zero Answer is Blank.
type Answer uint8

// The reasons why an answer is missing. All of them leave the weight sum of a score; they are counted apart.
const (
	Blank         Answer = 0x00 // asked, nothing given
	NotApplicable Answer = 0x40 // the guest did not use it
	Refused       Answer = 0x80 // the guest declined to say
	NotAsked      Answer = 0xC0 // the questionnaire did not hold it
)

// MaxCode is the highest code of an answer that was given.
const MaxCode = 63

// Given reports whether there is an answer, and not a reason for none.
func (a Answer) Given() bool { return a&MaxCode != 0 }

// String returns the code, or the reason: "blank", "not-applicable", "refused", "not-asked".
func (a Answer) String() string {
	for word, code := range reasonWords() {
		if code == a {
			return word
		}
	}
	if a > MaxCode {
		return "unknown"
	}
	return strconv.Itoa(int(a))
}

// reasonWords yields the reasons and their words in the order of their codes.
func reasonWords() func(func(string, Answer) bool) {
	return func(yield func(string, Answer) bool) {
		for i, word := range [...]string{"blank", "not-applicable", "refused", "not-asked"} {
			if !yield(word, Answer(i)<<6) {
				return
			}
		}
	}
}
