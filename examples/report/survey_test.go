package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/survey"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// The columns of guests.csv that hold the satisfaction.
const (
	satisfactionCell = 24 + iota
	answeredCell
)

// Ann answers twice; one way of being odd on each other line.
const trappedSurvey = `guest,overall,item1,item2,item3,item4,note
ann,5,5,4,5,4,"kind, quick"
ann,4,3,4,,4,
bob,2,Dissatisfied,2,,,
cy,,3,,,,
dora,1,1,2,2,1,
,3,3,3,3,4,
bob,4,6,4,4,4,
bob,4,4,4
cy,4,4,good,4,4,
ed,4,not-applicable,refused,4,4,
`

func TestSurveyIsCountedByReason(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", threeGuests), "-survey", written(t, "answers.csv", trappedSurvey))
	s := out.summary(t)
	got := s.Satisfaction
	if got.File != "answers.csv" || got.Rows != 10 || got.Used != 7 || got.Tree != "flat" {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff(map[string]int64{intake.UnknownCode: 2, intake.Unreadable: 1}, got.Skipped); diff != "" {
		t.Errorf("skipped (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int64{"given": 20, "blank": 6, "not-applicable": 1, "refused": 1}, got.Answers); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	if want := (record.SurveyGuests{Joined: 3, Repeated: 1, Unknown: 2, Missing: 1}); got.Guests != want {
		t.Errorf("guests %+v, want %+v", got.Guests, want)
	}
	for _, text := range []string{`answers.csv:8: item1 "6": not on the scale; want 1 to 5`, "answers.csv:9: row: 4 cells; want 7", `answers.csv:10: item2 "good": not`} {
		if !strings.Contains(out.stderr, text) {
			t.Errorf("no %q in:\n%s", text, out.stderr)
		}
	}
	if strings.Contains(out.stderr, "bob") || !hasWarning(s, survey.WarnSurvey) || !hasWarning(s, survey.WarnSurveyRepeats) {
		t.Errorf("%s\nwarnings %v", out.stderr, s.Warnings)
	}
	checkPage(t, out)
}

// Four questions of equal weight: ann (5+4+5+4)/4 and (3+4+4)/3, bob 2 with half, cy one of four.
func TestScoresAreJoinedToGuests(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", threeGuests), "-survey", written(t, "answers.csv", trappedSurvey))
	for guest, want := range map[string]string{"ann": "4.0833,0.8750", "bob": "2.0000,0.5000", "cy": ",0.2500"} {
		if got := strings.Join(out.guests(t)[guest][satisfactionCell:answeredCell+1], ","); got != want {
			t.Errorf("%s: %s, want %s", guest, got, want)
		}
	}
	// 4.5, 3.6667, 2, 1.5, 3.25, 4: cy has answered too little.
	got := out.summary(t).Satisfaction
	if got.N != 6 || string(*got.Index) != "3.152778" || got.EffectiveN != "6.000000" {
		t.Errorf("index %s of %d, in effect %s", *got.Index, got.N, got.EffectiveN)
	}
}

func TestGuestsWhoAnswerOftenAreOneGuest(t *testing.T) {
	text := "guest,item1,item2\nann,5,4\nann,3,2\nbob,1,2\nann,1,3\n"
	out := done(t, "-stays", written(t, "stays.csv", threeGuests), "-survey", written(t, "answers.csv", text))
	want := record.SurveyGuests{Joined: 2, Repeated: 1}
	if got := out.summary(t).Satisfaction.Guests; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := out.guests(t)["ann"][satisfactionCell]; got != "3.0000" {
		t.Errorf("ann: %s", got)
	}
}

func TestWithoutSurveyNothingIsSaid(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", threeGuests))
	if out.summary(t).Satisfaction != nil || strings.Contains(string(out.file(t, page.Name)), `id="survey"`) {
		t.Error("a survey out of nothing")
	}
	for guest, row := range out.guests(t) {
		if len(row) != gradeCell+7 || row[satisfactionCell] != "" || row[answeredCell] != "" {
			t.Errorf("%s: %v", guest, row)
		}
	}
	if header, _, _ := strings.Cut(string(out.file(t, record.GuestsName)), "\n"); !strings.HasSuffix(header, ",satisfaction,answered_share,class,lifecycle,abc,tier,tier_until,nights_to_next,no_stay_1y,stays_low_1y,stays_high_1y") {
		t.Errorf("header %s", header)
	}
}

func TestQuestionsOfTheTreeAreFound(t *testing.T) {
	for name, test := range map[string]struct{ text, args, tree, nodes string }{
		"by name":   {"guest,Location,parking,service_staff,item1\nann,5,4,3,1\nbob,3,2,3,1\n", "", "hotel", "overall environment location hardware parking staff service_staff"},
		"mapped":    {"q1;q2;id\n5;4;ann\n3;2;bob\n", "-sep ; -survey-columns guest=id,parking=q2,location=Q1", "hotel", "overall environment location hardware parking"},
		"own names": {"a;b;id\n5;4;ann\n3;2;bob\n", "-sep ; -survey-columns guest=id,parking=a,clean=b", "flat", "overall parking clean"},
	} {
		t.Run(name, func(t *testing.T) {
			stays := threeGuests
			if strings.Contains(test.args, ";") {
				stays = strings.ReplaceAll(stays, ",", ";")
			}
			args := append(strings.Fields(test.args), "-stays", written(t, "stays.csv", stays), "-survey", written(t, "answers.csv", test.text))
			out := done(t, args...)
			var nodes []string
			s := out.summary(t).Satisfaction
			for _, node := range s.Nodes {
				nodes = append(nodes, node.ID)
			}
			if got := strings.Join(nodes, " "); s.Tree != test.tree || got != test.nodes || s.Guests.Joined != 2 {
				t.Errorf("tree %s: %s; %+v", s.Tree, got, s.Guests)
			}
			checkPage(t, out)
		})
	}
}

// Without an overall rating nobody knows what matters: all would lie on the line, and the half of them would be to fix
// first.
func TestWithoutOverallNothingIsToFixFirst(t *testing.T) {
	text := "item1,item2,item3,item4,item5,item6,item7\n5,4,3,2,1,5,5\n5,4,3,2,2,5,4\n"
	out := done(t, "-survey", written(t, "answers.csv", text))
	s := out.summary(t).Satisfaction
	if want := []string{"item5", "item4", "item3", "item2", "item7"}; s.Method.Importance != "not-known" || s.Quadrants != nil || len(s.FixFirst) > 0 || !slices.Equal(s.Lowest, want) {
		t.Errorf("importance %s, quadrants %v, first %v, lowest %v", s.Method.Importance, s.Quadrants, s.FixFirst, s.Lowest)
	}
	page := string(out.file(t, page.Name))
	for want, say := range map[string]bool{"Lowest rated": true, "asks for no overall rating": true, "<b>item5</b>: mean 1.50": true, "What to fix first": false, "performance, mean": false} {
		if strings.Contains(page, want) != say {
			t.Errorf("%q: want %t", want, say)
		}
	}
	checkPage(t, out)
}

// The chance is of both lines: what lies on that of importance is not sure to matter, however sure its mean is.
func TestChancesAreOfImportanceToo(t *testing.T) {
	s := simulated(t).summary(t).Satisfaction
	last, seen := math.Inf(1), map[string]float64{}
	for _, id := range s.FixFirst {
		k := slices.IndexFunc(s.Quadrants.Placed, func(p record.Placed) bool { return p.ID == id })
		p := s.Quadrants.Placed[k]
		chance := float(t, p.Chance.String())
		if urgency := chance * float(t, p.Gap.String()); urgency > last {
			t.Errorf("%s comes too late", id)
		} else {
			last = urgency
		}
		seen[id] = chance
		if p.SE == nil || !(float(t, p.SE.String()) > 0) {
			t.Errorf("%s: no standard error of the importance", id)
		}
	}
	if c := seen["entertainment_facilities"]; !(c > .4 && c < .7) {
		t.Errorf("a question on the line of importance has a chance of %f", c)
	}
}

// Nobody's rows have no order: shuffled, they say the same, and how sure they are.
func TestRowsOfNobodyHaveNoOrder(t *testing.T) {
	var rows []string
	for i := range 400 {
		a, b := 1+i*7%5, 1+i*i%5
		rows = append(rows, fmt.Sprintf("%d,%d,%d\n", 1+(a+b+i%3)*4/12, a, b))
	}
	told := func() record.Survey {
		text := "overall,item1,item2\n" + strings.Join(rows, "")
		out := *done(t, "-survey", written(t, "answers.csv", text)).summary(t).Satisfaction
		out.SHA256 = "" // of the file, which has an order
		return out
	}
	want := told()
	if k := want.Quadrants.Placed[0]; k.SE == nil || !(float(t, k.SE.String()) > 0) {
		t.Errorf("no standard error of the importance: %+v", k)
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	if diff := cmp.Diff(want, told()); diff != "" {
		t.Error(diff)
	}
}

func TestSurveysThatCannotBeUsed(t *testing.T) {
	for name, test := range map[string]struct{ text, args, want string }{
		"empty":          {"", "", "-survey: answers.csv: the file is empty"},
		"no questions":   {"guest,how\n", "", "no column is named as a question of the tree, or ends in a number; the header has guest, how; say which are questions"},
		"semicolons":     {"guest;item1\na;1\n", "", "is -sep ';' meant?"},
		"no such column": {"guest,q1\n", "-survey-columns clean=q2", `the header has no column "q2"`},
		"twice":          {"q1,q1\n1,2\n", "", `the header has "q1" twice`},
		"strict":         {"q1,q2\n1,2\n1,9\n", "-strict", "answers.csv: 1 of 2 rows are wrong (1 unknown-code); nothing was written because of -strict"},
	} {
		t.Run(name, func(t *testing.T) {
			out := command(t, append(strings.Fields(test.args), "-stays", written(t, "stays.csv", threeGuests), "-survey", written(t, "answers.csv", test.text))...)
			if out.code != exitFail || !strings.Contains(out.stderr, test.want) {
				t.Errorf("exit %d: %s", out.code, out.stderr)
			}
		})
	}
}

func TestSurveyAloneMayHaveItsSeparator(t *testing.T) {
	s := done(t, "-survey", written(t, "answers.csv", "item1;item2\n3;4\n4;5\n"), "-sep", ";").summary(t)
	if string(*s.Satisfaction.Index) != "4.000000" || s.Input.Guests < 1000 {
		t.Errorf("%+v", s.Satisfaction)
	}
}

// A survey that gives no score leaves the report as it is, and says why.
func TestSurveysThatSayNothing(t *testing.T) {
	for name, text := range map[string]string{"no rows": "item1,item2\n", "blank": "item1,item2\n,\n", "other scale": "item1,item2\n7,8\n", "one": "item1\n3\n"} {
		out := done(t, "-stays", written(t, "stays.csv", threeGuests), "-survey", written(t, "answers.csv", text))
		s := out.summary(t)
		if (s.Satisfaction.Index == nil) != hasWarning(s, survey.WarnSurveyEmpty) || (s.Satisfaction.Index == nil) == (name == "one") {
			t.Errorf("%s: %+v, warnings %v", name, s.Satisfaction, s.Warnings)
		}
		checkPage(t, out)
	}
}

// The simulated guests say what the simulation makes them: the service weighs most, the place least.
func TestSimulatedSurveyHasItsFactors(t *testing.T) {
	out := simulated(t)
	s := out.summary(t).Satisfaction
	parts, factor := map[string]float64{}, map[string]string{}
	for _, one := range satisfaction.HotelTree().Root.Children {
		for _, question := range one.Children {
			factor[question.ID] = one.ID
		}
	}
	for _, p := range s.Quadrants.Placed {
		x, err := p.Importance.Float64()
		if err != nil {
			t.Fatal(err)
		}
		parts[factor[p.ID]] += x
	}
	if !(parts["service"] > parts["hardware"] && parts["hardware"] > parts["environment"] && parts["service"] > .4 && parts["environment"] < .1) {
		t.Errorf("importance %v", parts)
	}
	sum, n := 0.0, int64(0)
	for _, row := range out.guests(t) {
		if row[satisfactionCell] == "" {
			continue
		}
		x, err := strconv.ParseFloat(row[satisfactionCell], 64)
		if err != nil {
			t.Fatal(err)
		}
		sum, n = sum+x, n+1
	}
	index, err := s.Index.Float64()
	if err != nil || n != s.N || math.Abs(sum/float64(n)-index) > 1e-4 {
		t.Errorf("the mean of guests.csv is %f of %d, the index %f of %d", sum/float64(n), n, index, s.N)
	}
	checkPage(t, out)
}

// Real answers (R package RcmdrPlugin.EACSPIR): commas in quotes, blanks, ids that are not unique.
func TestRealSurveySurvivesItsTraps(t *testing.T) {
	file := publicdata.Path(t, "survey/hotel_satisfaction_hoteles.csv")
	bare := done(t, "-survey", file)
	if s := bare.summary(t); s.Satisfaction.Skipped[intake.UnknownCode] != 83 || !hasWarning(s, survey.WarnSurveyEmpty) || !strings.Contains(bare.stdout, "say another with -survey-scale, such as 0-10") {
		t.Errorf("%+v\n%s", s.Satisfaction, bare.stdout)
	}
	checkPage(t, bare)
	rows, err := csv.NewReader(bytes.NewReader(publicdata.Read(t, "survey/hotel_satisfaction_hoteles.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	stays := header // every guest of the survey but the first
	for _, row := range rows[2:] {
		stays += row[0] + ",2024-01-01,2024-01-02,100\n"
	}
	out := done(t, "-stays", written(t, "stays.csv", stays), "-survey", file, "-survey-scale", "0-10", "-survey-columns", "guest=identificador")
	s := out.summary(t).Satisfaction
	if s.Rows != 83 || s.Used != 83 || s.Answers["blank"] != 9 || s.Answers["given"] != 83*15-9 || len(s.Nodes) != 16 {
		t.Errorf("%+v", s)
	}
	checkHoteles(t, rows[1:], s)
	derived := done(t, "-survey", file, "-survey-scale", "0-10", "-survey-columns", "guest=identificador,overall=item15").summary(t).Satisfaction
	sum := 0.0
	for _, p := range derived.Quadrants.Placed {
		x, err := p.Importance.Float64()
		if err != nil {
			t.Fatal(err)
		}
		sum += x
	}
	if derived.Method.Importance != "relative-weights" || len(derived.Quadrants.Placed) != 14 || math.Abs(sum-1) > 1e-5 {
		t.Errorf("%+v, importance adds up to %f", derived.Method, sum)
	}
	checkPage(t, out)
}

// checkHoteles counts the index and the guests another way.
func checkHoteles(t *testing.T, rows [][]string, s *record.Survey) {
	t.Helper()
	index, seen, repeated := 0.0, map[string]int{}, 0
	for _, row := range rows {
		sum, n := 0.0, 0.0
		for _, cell := range row[8:] {
			if x, err := strconv.Atoi(cell); err == nil {
				sum, n = sum+float64(x), n+1
			}
		}
		index += sum / n / float64(len(rows))
		if seen[row[0]]++; seen[row[0]] == 2 {
			repeated++
		}
	}
	got, err := s.Index.Float64()
	if err != nil || math.Abs(got-index) > 1e-6 {
		t.Errorf("index %f, want %f", got, index)
	}
	if repeated == 0 || s.Guests.Repeated != repeated || int64(s.Guests.Joined) != int64(len(seen))-min(s.Guests.Unknown, 1) {
		t.Errorf("%+v; %d ids, %d more than once", s.Guests, len(seen), repeated)
	}
}
