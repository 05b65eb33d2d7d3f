package main

import (
	"os"
	"strings"
	"testing"
)

func TestJudgementsThatCannotBeUsed(t *testing.T) {
	for _, test := range []struct{ name, file, text, args, want string }{
		{"empty", "j.csv", "", "", "j.csv: the file is empty"},
		{"header only", "j.csv", "a_b,a_c,b_c\n", "", "j.csv: no rows below the header"},
		{"no pair", "j.csv", "a_b,ac\n1,2\n", "", `j.csv: column: "ac" is not allowed; want two different names joined by "_"`},
		{"beyond the scale", "j.csv", "a_b,a_c,b_c\n2,3,2\n2,12,2\n", "", `j.csv: row 2: a, c "12": `},
		{"zero", "j.csv", "a_b,a_c,b_c\n2,0,2\n", "", `j.csv: row 1: a, c "0": `},
		{"two wrong rows", "j.csv", "a_b\nx\ny\n", "", "j.csv: row 1: a, b \"x\": a ratio must be an integer, a fraction or a decimal number above 0\n       j.csv: row 2: a, b \"y\""},
		{"list without ratio", "j.csv", "expert,row,column,ratio\nLi,a,b,\n", "", "j.csv: row 1: ratio: nothing there"},
		{"list against itself", "j.csv", "expert,row,column,ratio\nLi,a,b,3\nLi,b,a,3\n", "", `j.csv: row 2: ratio "3": "b" over "a" = 3: compared twice`},
		{"one expert twice", "j.csv", "expert,a_b\nLi,2\nLi,3\n", "", `j.csv: row 2: expert "Li": an expert has one row`},
		{"no share", "j.csv", "expert,a_b,share\nLi,2,x\n", "", `j.csv: row 1: share "x": a share is a whole number`},
		{"unlinked", "j.csv", "a_b,c_d\n2,3\n", "", "j.csv: row 1: judgements: "},
		{"short row", "j.csv", "a_b,a_c,b_c\n2,3\n", "", "j.csv: row 1: "},
		{"no JSON", "j.json", "{", "", "j.json: unexpected end of JSON input"},
		{"not reciprocal", "j.json", `{"names":["a","b"],"matrix":[["1","3"],["3","1"]]}`, "", "j.json: "},
		{"contradiction", "j.json", `{"names":["a","b"],"judgements":[{"row":"a","column":"b","ratio":3},{"row":"b","column":"a","ratio":3}]}`, "", "compared twice with different ratios"},
		{"no judgements", "j.json", `{"file":"x"}`, "", "j.json: names"},
		{"missing for eigenvector", "j.json", `{"names":["a","b","c"],"judgements":[{"row":"a","column":"b","ratio":3},{"row":"b","column":"c","ratio":3}]}`, "-method eigenvector", "the method needs every comparison"},
		{"criterion without matrix", "j.json", `{"criteria":["a","b"],"alternatives":["x","y"],"criteria_matrix":[["1","2"],["1/2","1"]],"alternative_matrices":{"a":[["1","2"],["1/2","1"]]}}`, "", "j.json: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := command(append(strings.Fields(test.args), "-judgements", written(t, test.file, test.text))...)
			if out.code != exitFail || !strings.Contains(out.stderr, test.want) || out.stdout != "" {
				t.Errorf("exit %d, want %q; got:\n%s%s", out.code, test.want, out.stderr, out.stdout)
			}
			if strings.Contains(out.stderr, "hotelcrm:") || strings.Contains(out.stderr, "weight:") {
				t.Errorf("the message names packages: %s", out.stderr)
			}
		})
	}
}

const three = "room,desk,overall\n"

func TestAnswersThatCannotBeUsed(t *testing.T) {
	for _, test := range []struct {
		name, text, args string
		code             int
		want             string
	}{
		{"empty", "", "", exitFail, "a.csv: the file is empty"},
		{"workbook", "PK\x03\x04", "", exitFail, "a.csv: a workbook or ZIP file and no text; save the sheet as CSV"},
		{"semicolons", "room;desk\n1;2\n", "", exitFail, "a.csv: the header is one column; is -sep ';' meant?"},
		{"ladder in numbers", three + "8,9,2\n", "-scale 10,8,6,4,2", exitFail, `desk "9": not on the scale; want very_satisfied (10), satisfied (8), fair (6)`},
		{"header only", three, "", exitFail, "a.csv: no rows below the header"},
		{"no such column", three + "1,2,3\n", "-items bed", exitFail, `a.csv: no column "bed"; the header has room, desk, overall`},
		{"no overall", "room,desk\n1,2\n", "-overall rating", exitFail, "a column rating"},
		{"column twice", "room,room\n1,2\n", "", exitFail, "each column once"},
		{"nothing right", three + "8,9,9\nx,y,z\n", "", exitFail, "a.csv: row 1: room \"8\": not on the scale; want 1 to 5\n       a.csv: row 2: room \"x\": not on the scale; want 1 to 5\n       a.csv: none of 2 rows can be used; say which columns are questions with -items"},
		{"strict", three + "1,2,3\n1,2,9\n", "-strict", exitFail, "a.csv: row 2: overall \"9\": not on the scale; want 1 to 5\n       a.csv: 1 of 2 rows are wrong"},
		{"short row", three + "1,2,3\n1,2\n", "-strict", exitFail, `a.csv: row 2: fields "2"`},
		{"wrong word for missing", three + "1,2,NA\n", "", exitFail, `"NA"`},
		{"only the overall rating", "overall\n3\n", "-overall overall", exitFail, "no column is left for questions"},
		{"pattern", three, "-items [", exitFail, "syntax error in pattern"},
		{"tree of other questions", three + "1,2,3\n", "-tree hotel", exitFail, "a column location"},
		{"no such tree", three + "1,2,3\n", "-tree nowhere.json", exitFail, "nowhere.json: no such file"},
		{"drivers without overall", three + "1,2,3\n2,3,4\n", "-use drivers", exitFail, "-use drivers needs -overall COLUMN"},
		{"judgement without judgements", three + "1,2,3\n2,3,4\n", "-use judgement", exitFail, "-use judgement needs -judgements"},
		{"other things judged", three + "1,2,3\n2,3,4\n", "-judgements testdata/../example/judgements.csv", exitFail, "are not what is asked, room, desk, overall: name them alike"},
		{"scale", three, "-scale many", exitFlags, `-scale: "many" is not allowed; want a range`},
		{"scale backwards", three, "-scale 5-1", exitFlags, "-scale: "},
		{"ladder", three, "-scale 5,x", exitFlags, "want whole numbers, best first"},
		{"overall's scale", three, "-overall overall=x", exitFlags, "-overall: "},
		{"missing", three, "-missing NA=gone", exitFlags, "-missing: "},
		{"separator", three, "-sep |", exitFlags, "-sep"},
		{"source", three, "-use guess", exitFlags, "want one of judgement, tree, drivers, standard-deviation"},
		{"tree and items", three, "-tree hotel -items room", exitFlags, "exclude each other"},
		{"places", three, "-places 9", exitFlags, "-places 9 is not allowed; want 1 to 7"},
		{"method", three, "-method guess", exitFlags, "-method: "},
		{"index", three, "-index guess", exitFlags, "-index: "},
		{"group", three, "-group median", exitFlags, "-group"},
		{"argument", three, "more", exitFlags, `unexpected argument "more"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := command(append([]string{"-answers", written(t, "a.csv", test.text)}, strings.Fields(test.args)...)...)
			if out.code != test.code || !strings.Contains(out.stderr, test.want) || out.stdout != "" {
				t.Errorf("exit %d, want %d with %q; got:\n%s%s", out.code, test.code, test.want, out.stderr, out.stdout)
			}
		})
	}
}

func TestFlagsThatNeedAnswers(t *testing.T) {
	for _, args := range []string{"-items a", "-scale 1-5", "-tree hotel", "-overall a", "-missing NA", "-sep ;", "-strict"} {
		if out := command(strings.Fields(args)...); out.code != exitFlags || !strings.Contains(out.stderr, "needs -answers") {
			t.Errorf("%s: exit %d: %s", args, out.code, out.stderr)
		}
	}
	for _, args := range [][]string{{"-judgements", ""}, {"-html", " "}, {"-answers", "a", "-overall", "=1-5"}} {
		if out := command(args...); out.code != exitFlags || !strings.Contains(out.stderr, "name") {
			t.Errorf("%q: exit %d: %s", args, out.code, out.stderr)
		}
	}
}

func TestWrongRowsAreNamedAndLeftOut(t *testing.T) {
	file := written(t, "a.csv", "\ufeff"+three+"1,2,3\n9,2,3\n4,,5\n")
	out := done(t, "-answers", file)
	if want := "weigh: a.csv: row 2: room \"9\": not on the scale; want 1 to 5\n       1 of 3 rows left out\n"; out.stderr != want {
		t.Errorf("got %q, want %q", out.stderr, want)
	}
	if !strings.Contains(out.stdout, "2\u00a0guests, 3\u00a0questions, 1\u00a0answer missing; 1\u00a0wrong row left out") {
		t.Errorf("the table does not say what was left out:\n%s", out.stdout)
	}
}

func TestSeveralFilesAreSeveralExperts(t *testing.T) {
	one := written(t, "manager.json", `{"names":["a","b","c"],"matrix":[["1","3","5"],["","1","2"],["","","1"]]}`)
	two := written(t, "chef.csv", "\ufeffa_b,a_c,b_c\n2,-2,-3\n")
	g := asJSON(t, "-judgements", one, "-judgements", two).Judgements.Group
	if g == nil || g.Experts != 2 || g.Opinions[0].Name != "manager" || g.Opinions[1].Name != "chef 1" {
		t.Errorf("%+v", g)
	}
	decision := written(t, "d.json", `{"criteria_matrix":[]}`)
	if out := command("-judgements", one, "-judgements", decision); out.code != exitFail || !strings.Contains(out.stderr, "d.json: a decision stands alone") {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
}

func TestPageThatCannotBeWritten(t *testing.T) {
	if out := command("-html", t.TempDir()); out.code != exitFail || out.stdout != "" {
		t.Errorf("exit %d: %s", out.code, out.stdout)
	}
	if out := command("-answers", "nowhere.csv"); out.code != exitFail || !strings.Contains(out.stderr, "nowhere.csv") {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
}

func TestExampleFilesAreThoseOfTheBuiltInHotel(t *testing.T) {
	out := done(t, "-judgements", "example/judgements.csv", "-answers", "example/answers.csv", "-overall", "overall=0-10")
	want, err := os.ReadFile("testdata/hotel.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, text, _ := strings.Cut(string(want), "\n"); out.stdout != "judgements.csv, answers.csv\n"+text {
		t.Errorf("got:\n%s", out.stdout)
	}
}
