package main

import (
	"strings"
	"testing"
)

func TestSourcesWithoutWeightsAreNamedTogether(t *testing.T) {
	out := done(t, "-answers", written(t, "a.csv", "room,desk\n1,2\n"))
	if n := strings.Count(out.stdout, "no weights by "); n != 1 {
		t.Errorf("%d lines say that there are no weights, want 1:\n%s", n, out.stdout)
	}
	if strings.Contains(out.stdout, "\nquestion") {
		t.Errorf("a table of no weights:\n%s", out.stdout)
	}
}

func TestOneQuestionOfFewAnswersIsNotSpokenOfInThePlural(t *testing.T) {
	rows := "room,desk\n1,\n" + strings.Repeat("1,2\n2,3\n", 15)
	rows = strings.Replace(rows, "1,2\n", "1,\n", 1)
	out := done(t, "-answers", written(t, "a.csv", rows))
	if want := "1 node has a score of fewer than 30 guests in effect; read its interval"; !strings.Contains(out.stdout, want) {
		t.Errorf("lacks %q:\n%s", want, out.stdout)
	}
	none := command("-answers", written(t, "a.csv", "room,desk\n9,9\n"))
	if want := "not even the one row can be used; say which columns"; !strings.Contains(none.stderr, want) {
		t.Errorf("lacks %q: %s", want, none.stderr)
	}
}

// Parts of the table that there is nothing to say in leave no gap behind.
func TestTheTableHasNoGaps(t *testing.T) {
	const rows = "room,desk,overall\n1,2,3\n3,4,4\n2,2,1\n5,5,5\n4,4,4\n"
	for _, flags := range [][]string{{"-items", "room,desk"}, {"-items", "room"}, {"-overall", "overall"}, {"-items", "room,desk", "-overall", "overall", "-use", "critic"}} {
		out := done(t, append([]string{"-answers", written(t, "a.csv", rows)}, flags...)...)
		if strings.Contains(out.stdout, "\n\n\n") || strings.HasSuffix(out.stdout, "\n\n") {
			t.Errorf("%q: lines are blank one after the other:\n%s", flags, out.stdout)
		}
	}
}

// One guest, or two who did not answer the same questions, are told so in words of the survey.
func TestTooFewGuestsAreToldByTheirQuestions(t *testing.T) {
	for _, test := range []struct{ name, rows, drivers, methods string }{
		{"one guest", "1,2,3\n", "only one guest answered room", "deviation-maximum, first-component: only one guest answered room"},
		{"nobody", "1,,3\n2,,4\n", "nobody answered desk", "first-component: nobody answered desk"},
		{"not the same", "1,,3\n2,,4\n,1,5\n,3,2\n", "nobody answered both room and desk", "critic, first-component: nobody answered both room and desk"},
		{"no rating", "1,2,\n2,4,1\n", "only one guest answered the overall rating", "critic: gives every question 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := done(t, "-answers", written(t, "a.csv", "room,desk,overall\n"+test.rows), "-overall", "overall")
			var drivers, methods bool
			for line := range strings.Lines(out.stdout) {
				drivers = drivers || strings.HasPrefix(line, "no weights by drivers") && strings.Contains(line, test.drivers)
				methods = methods || strings.HasPrefix(line, "no weights by ") && strings.Contains(line, test.methods)
			}
			if !drivers || !methods {
				t.Errorf("lacks %q or %q:\n%s", test.drivers, test.methods, out.stdout)
			}
			if strings.Contains(out.stdout, "item") {
				t.Errorf("words of the library:\n%s", out.stdout)
			}
		})
	}
}
