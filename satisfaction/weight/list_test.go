package weight_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

const threeManagers = "expert,row,column,ratio,share\n" +
	"Li,room,desk,3,2\nLi,room,price,1/2,2\nLi,price,desk,5,2\n" +
	"Okafor,desk,room,1/2,1\nOkafor,price,room,2,1\n"

func TestListsOfJudgements(t *testing.T) {
	experts, err := weight.Survey{Share: "share"}.ReadList(strings.NewReader("\ufeff" + threeManagers))
	if err != nil {
		t.Fatal(err)
	}
	if len(experts) != 2 || experts[0].Name != "Li" || experts[0].Share != 2 || experts[1].Name != "Okafor" || experts[1].Share != 1 {
		t.Fatalf("%+v", experts)
	}
	if names := fmt.Sprint(experts[1].Judgements.Names()); names != "[room desk price]" || experts[1].Judgements.Missing() != 1 {
		t.Error(names, experts[1].Judgements.Missing())
	}
	if r, ok := experts[1].Judgements.At(0, 1); !ok || r != (weight.Ratio{Num: 2, Den: 1}) {
		t.Error(r, ok)
	}
}

// Each wrong row is named; rows that contradict each other name the later one.
func TestWrongListsAreRefused(t *testing.T) {
	head := "expert,row,column,ratio,share\n"
	for name, test := range map[string]struct {
		survey     weight.Survey
		text, want string
	}{
		"no column":     {weight.Survey{}, "expert,row,ratio\n", `column: "column" is not allowed`},
		"column twice":  {weight.Survey{}, "expert,row,column,ratio,row\n", `column: "row" is not allowed`},
		"no share":      {weight.Survey{Share: "say"}, head, `column: "say" is not allowed`},
		"empty":         {weight.Survey{}, "", "first line"},
		"no expert":     {weight.Survey{}, head + "Li,a,b,3,1\n,a,b,3,1\n", "row 2: expert: weight: nothing there"},
		"no ratio":      {weight.Survey{}, head + "Li,a,b,three,1\n", `row 1: ratio "three": `},
		"negative":      {weight.Survey{}, head + "Li,a,b,-3,1\n", `row 1: ratio "-3": `},
		"beyond":        {weight.Survey{}, head + "Li,a,b,10,1\n", `row 1: ratio "10": weight: "a" over "b" = 10: beyond the limit`},
		"contradiction": {weight.Survey{}, head + "Li,a,b,3,1\nLi,b,a,3,1\n", `row 2: ratio "3": weight: "b" over "a" = 3: compared twice`},
		"itself":        {weight.Survey{}, head + "Li,a,b,3,1\nLi,b,b,3,1\n", `row 2: ratio "3": weight: "b" over "b" = 3: compared with itself`},
		"share":         {weight.Survey{Share: "share"}, head + "Li,a,b,3,0\n", `row 1: share "0": `},
		"two shares":    {weight.Survey{Share: "share"}, head + "Li,a,b,3,1\nLi,b,c,3,2\n", `row 2: ratio "3": weight: an expert has one share`},
		"unlinked":      {weight.Survey{}, head + "Li,a,b,3,1\nOk,b,c,3,1\n", `expert "Li": `},
		"cells":         {weight.Survey{}, head + "Li,a,b\n", "row 1"},
	} {
		_, err := test.survey.ReadList(strings.NewReader(test.text))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", name, err, test.want)
		}
	}
	_, err := weight.Survey{MaxErrors: 2}.ReadList(strings.NewReader(head + strings.Repeat("Li,a,b,0,1\n", 9)))
	if lines := strings.Split(fmt.Sprint(err), "\n"); len(lines) != 2 {
		t.Errorf("%d errors", len(lines))
	}
	var many strings.Builder
	for i := range 60 {
		fmt.Fprintf(&many, "Li,a%d,b%d,3,1\n", i, i)
	}
	if _, err := (weight.Survey{}).ReadList(strings.NewReader(head + many.String())); err == nil {
		t.Error("120 names")
	}
}

func TestSurveysThatNameTheirExperts(t *testing.T) {
	survey := weight.Survey{Expert: "who", Share: "say"}
	experts, err := survey.ReadSurvey(strings.NewReader("who,a_b,say,b_c\nLi,-3,2,1\n,4,1,-9\n"))
	if err != nil {
		t.Fatal(err)
	}
	if experts[0].Name != "Li" || experts[0].Share != 2 || experts[1].Name != "2" || experts[1].Share != 1 {
		t.Errorf("%+v", experts)
	}
	for text, want := range map[string]string{
		"a_b,say\n-3,1\n":                     `column: "who" is not allowed`,
		"who,who,a_b,say\nLi,Li,-3,1\n":       `column: "who" is not allowed`,
		"who,a_b,say\nLi,-3,1\nLi,-3,1\n":     `row 2: who "Li": weight: an expert has one row`,
		"who,a_b,say\nLi,-3,half\n":           `row 1: say "half": `,
		"who,a_b,say\nLi,-3,99999999999999\n": `row 1: say "99999999999999": `,
	} {
		if _, err := survey.ReadSurvey(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// By hand: Li says 3 with two thirds of the say, Okafor 2: ∛18; the factor is exp(ln 1.5/√2).
func TestJudgementsOfAGroup(t *testing.T) {
	experts, err := weight.Survey{Share: "share"}.ReadList(strings.NewReader(threeManagers))
	if err != nil {
		t.Fatal(err)
	}
	g, err := weight.AggregateJudgements(experts, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	first, last := g.Judgements[0], g.Judgements[2]
	near(t, "ratio", first.Ratio, math.Cbrt(18), exactly)
	near(t, "factor", first.Factor, math.Exp(math.Log(1.5)/math.Sqrt2), exactly)
	near(t, "one expert", last.Ratio, 1./5, exactly)
	if first.Experts != 2 || last.Experts != 1 || last.Factor != 1 || last.Row != 1 || last.Column != 2 {
		t.Errorf("%+v", g.Judgements)
	}
	means, err := weight.AggregatePriorities(experts, 0, 0, 0)
	if err != nil || means.Judgements != nil {
		t.Errorf("%+v %v", means.Judgements, err)
	}
}

func FuzzReadList(f *testing.F) {
	f.Add([]byte(threeManagers))
	f.Add([]byte("expert,row,column,ratio\nLi,a,b,1.5\nLi,b,a,2/3\n"))
	f.Add([]byte("expert,row,column,ratio\nLi,\"a\nb\",c,999999999/1000000000\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		experts, err := weight.Survey{Limit: 1_000_000}.ReadList(strings.NewReader(string(data)))
		if err != nil {
			return
		}
		for _, e := range experts {
			if e.Name == "" || e.Judgements.Validate() != nil {
				t.Fatalf("%+v", e)
			}
		}
		if len(experts) > 0 && len(experts[0].Judgements.Names()) < 12 {
			if _, err := weight.AggregateJudgements(experts, 0, 0); err != nil && !errors.Is(err, weight.ErrNoConvergence) {
				t.Fatal(err)
			}
		}
	})
}

func ExampleSurvey_ReadList_managerAndChef() {
	experts, err := weight.Survey{}.ReadList(strings.NewReader("expert,row,column,ratio\n" +
		"manager,room,desk,3\nmanager,room,price,1/2\nchef,room,desk,2\nchef,price,desk,4\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := weight.AggregateJudgements(experts, weight.GeometricMean, weight.Saaty)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, j := range g.Judgements {
		fmt.Printf("%s over %s: %.2f, by %d\n", g.Names[j.Row], g.Names[j.Column], j.Ratio, j.Experts)
	}
	_, err = weight.Survey{}.ReadList(strings.NewReader("expert,row,column,ratio\nmanager,room,desk,0\n"))
	_, wrong := errors.AsType[*hotelcrm.RowError](err)
	fmt.Println(wrong)
	// Output:
	// room over desk: 2.45, by 2
	// room over price: 0.50, by 1
	// desk over price: 0.25, by 1
	// true
}
