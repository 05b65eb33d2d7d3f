package sim

// SurveyItems is how many questions the survey asks beside the overall rating.
const SurveyItems = 24

// Answers is one questionnaire that came back. An answer is 1 for very dissatisfied to 5 for very satisfied; 0 was left
// blank.
type Answers struct {
	ID      string             // of a Person's main profile
	Items   [SurveyItems]uint8 // by factor: environment 3, hardware 8, service 8, staff 3, spend 2
	Overall uint8              // the guest's own rating of everything
}

// surveyStream is the number of the first guest's stream; those of the guest file end far below.
const surveyStream = 1 << 33

// Survey returns the questionnaires that the guests of the hotel group sent back, at most one a person, in the order of
// Profiles. Whoever was erased is not asked, nor are second profiles and companions.
//
// Input: the seed of the configuration, or any other number.
// Result: each guest draws from a stream that neither stays nor guest file are drawn from.
func (h *Hotel) Survey(seed uint64) []Answers {
	var out []Answers
	number := uint64(0)
	for i := range h.Profiles {
		p := &h.Profiles[i]
		if p.Kind != Person {
			continue
		}
		stream := newRandom(seed, surveyStream+number)
		number++
		if a, back := stream.answers(p); back {
			out = append(out, a)
		}
	}
	return out
}

// factor is one thing that guests perceive, in thousandths of a step of the scale.
type factor struct {
	items   int
	base    int // level of a guest whose satisfaction is in the middle
	loading int // how far it moves with one step of satisfaction
	spread  int // of the guests around that
	part    int // in the overall rating, per mille
}

// factors are the factor structure of the survey.
var factors = [...]factor{
	{items: 3, base: 3700, loading: 250, spread: 550, part: 100}, // environment
	{items: 8, base: 3150, loading: 500, spread: 450, part: 200}, // hardware
	{items: 8, base: 3250, loading: 750, spread: 400, part: 350}, // service
	{items: 3, base: 3650, loading: 650, spread: 450, part: 200}, // staff
	{items: 2, base: 2950, loading: 550, spread: 500, part: 150}, // spend
}

const (
	itemSpread    = 600 // of the answers to one question around the guest's factor
	overallSpread = 350
	overallBlank  = 30 // per mille
	middle        = 3  // of the scale
	topAnswer     = 5
)

var responds = [classCount]int{Direct: 330, OTA: 210, Corporate: 180, Group: 150, WalkIn: 120} // per mille

// itemShifts is how far a question stands from its factor.
var itemShifts = [SurveyItems]int{
	350, -50, -300,
	-350, 100, 50, 150, -200, -150, 150, 250,
	300, 100, -250, -50, 0, -300, 200, 0,
	-200, 150, 50,
	-100, 100,
}

// itemBlanks is how often a question is left blank, per mille: some guests park no car, and few see an emergency.
var itemBlanks = [SurveyItems]int{
	20, 60, 30,
	20, 20, 220, 600, 450, 380, 60, 90,
	20, 300, 230, 520, 560, 180, 700, 640,
	350, 30, 30,
	40, 40,
}

// answers draws everything, sent back or not, so that no draw hangs on another.
func (r *random) answers(p *Profile) (Answers, bool) {
	back := r.chance(responds[p.Class]) && !p.Erased
	a := Answers{ID: p.ID}
	overall, item := 0, 0
	for _, f := range factors {
		level := f.base + f.loading*(p.Satisfaction-middle) + r.bell(f.spread)
		overall += level * f.part / perMille
		for range f.items {
			a.Items[item] = answer(level + itemShifts[item] + r.bell(itemSpread))
			if r.chance(itemBlanks[item]) {
				a.Items[item] = 0
			}
			item++
		}
	}
	a.Overall = answer(overall + r.bell(overallSpread))
	if r.chance(overallBlank) {
		a.Overall = 0
	}
	return a, back
}

// answer returns the step of the scale nearest to a level.
func answer(level int) uint8 {
	return uint8(min(max((level+perMille/2)/perMille, 1), topAnswer))
}

// bell draws from the sum of four uniform numbers, with a standard deviation.
func (r *random) bell(deviation int) int {
	const (
		draws = 4
		side  = 866 // 500 √3: a number between both has a deviation of 500, and four of them 1000
	)
	sum := 0
	for range draws {
		sum += r.between(-side, side)
	}
	return sum * deviation / perMille
}
