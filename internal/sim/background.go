package sim

// Background is what the hotel's guest file says of a guest beyond the stays. A field with its zero value is not known.
type Background struct {
	ID       string // of a Person's main profile
	Motive   string // why the guest stays
	Industry string // where the guest works

	Income       int // EUR a year, the middle of a band
	Credit       int // standing, in [1, 5]
	Satisfaction int // as the guest answered, in [1, 5]
}

// backgroundStream is the number of the first guest's stream; those of the stays end far below.
const backgroundStream = 1 << 32

// Backgrounds returns what the guest file of the hotel group holds: a row for each person in it, in the order of
// Profiles. Whoever was erased is not in it, nor are second profiles and companions.
//
// Input: the seed of the configuration, or any other number.
// Result: each guest draws from a stream that no stay is drawn from, so more guests leave the others as they are.
func (h *Hotel) Backgrounds(seed uint64) []Background {
	var out []Background
	number := uint64(0)
	for i := range h.Profiles {
		p := &h.Profiles[i]
		if p.Kind != Person {
			continue
		}
		stream := newRandom(seed, backgroundStream+number)
		number++
		if b, there := stream.background(p); there {
			out = append(out, b)
		}
	}
	return out
}

// How much of the guest file is filled in, per mille of its guests.
const (
	onFile            = 880 // of all persons
	motiveKnown       = 850
	industryKnown     = 700
	incomeKnown       = 550
	creditKnown       = 750
	satisfactionKnown = 620
)

var (
	motives    = []string{"business", "conference", "leisure", "family", "event"}
	industries = []string{"technology", "finance", "manufacturing", "public sector", "health", "education", "trade", "other"}
	incomes    = []int{18_000, 28_000, 42_000, 65_000, 110_000}
)

// The shares of motives, industries, incomes and credit standings, per mille of the guests of a class.
var (
	motiveShares = [classCount][]int{
		Direct: {180, 40, 430, 250, 100}, OTA: {150, 30, 500, 230, 90}, Corporate: {810, 160, 20, 0, 10},
		Group: {90, 420, 220, 60, 210}, WalkIn: {420, 30, 350, 80, 120},
	}
	industryShares = [classCount][]int{
		Direct: {160, 110, 130, 130, 120, 110, 120, 120}, OTA: {130, 80, 140, 130, 120, 130, 130, 140},
		Corporate: {280, 210, 240, 60, 50, 30, 90, 40}, Group: {140, 120, 120, 170, 160, 150, 70, 70},
		WalkIn: {110, 80, 180, 110, 100, 80, 180, 160},
	}
	incomeShares = [classCount][]int{
		Direct: {90, 190, 320, 270, 130}, OTA: {160, 280, 320, 180, 60}, Corporate: {20, 90, 290, 380, 220},
		Group: {120, 270, 350, 200, 60}, WalkIn: {150, 260, 330, 190, 70},
	}
	creditShares = []int{60, 130, 330, 330, 150}
)

// background draws everything, known or not, so that no draw hangs on another.
func (r *random) background(p *Profile) (Background, bool) {
	there := r.chance(onFile) && !p.Erased
	b := Background{
		ID: p.ID, Motive: motives[r.pick(motiveShares[p.Class])], Industry: industries[r.pick(industryShares[p.Class])],
		Income: incomes[r.pick(incomeShares[p.Class])], Credit: 1 + r.pick(creditShares), Satisfaction: p.Satisfaction,
	}
	if !r.chance(motiveKnown) {
		b.Motive = ""
	}
	if !r.chance(industryKnown) {
		b.Industry = ""
	}
	for _, one := range []struct {
		number *int
		known  int
	}{{&b.Income, incomeKnown}, {&b.Credit, creditKnown}, {&b.Satisfaction, satisfactionKnown}} {
		if !r.chance(one.known) {
			*one.number = 0
		}
	}
	return b, there
}
