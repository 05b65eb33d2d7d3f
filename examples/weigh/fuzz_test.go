package main

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/shopspring/decimal"
)

// shown analyses and prints everything, and checks that the weights of every list sum to exactly one.
func shown(t *testing.T, opt *options, in *input) {
	t.Helper()
	r, err := analyse(opt, in)
	if err != nil {
		return
	}
	if err := printTable(io.Discard, r); err != nil {
		t.Fatal(err)
	}
	for _, p := range []lang.Printer{english, lang.Chinese(words)} {
		if _, err := renderPage(r, p); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := printJSON(&b, r); err != nil || !json.Valid(b.Bytes()) {
		t.Fatalf("%v: %s", err, b.Bytes())
	}
	var lists [][]weighted
	if r.Judgements != nil {
		for _, m := range r.Judgements.Matrices {
			lists = append(lists, m.Weights)
		}
	}
	if r.Survey != nil {
		for _, s := range r.Survey.Sources {
			lists = append(lists, s.Weights)
		}
	}
	for _, list := range lists {
		checkSum(t, list)
	}
}

func checkSum(t *testing.T, list []weighted) {
	t.Helper()
	sum := decimal.Zero
	for _, w := range list {
		d, err := decimal.NewFromString(w.Weight.String())
		if err != nil || d.IsNegative() || math.IsNaN(w.Full) {
			t.Fatalf("weight %s, %g: %v", w.Weight, w.Full, err)
		}
		sum = sum.Add(d)
	}
	if !sum.Equal(decimal.NewFromInt(1)) {
		t.Errorf("weights sum to %s", sum)
	}
}

func FuzzJudgements(f *testing.F) {
	for _, text := range []string{
		"a_b,a_c,b_c\n2,3,-2\n-9,,4\n", `{"names":["a","b","c"],"matrix":[["1","3","5"],["","1","2"],["","","1"]]}`, `{"names":["a"],"matrix":[["1"]]}`,
		`{"criteria":["a","b"],"alternatives":["x","y"],"criteria_matrix":[["1","2"],["1/2","1"]],"alternative_matrices":{"a":[["1","2"],["1/2","1"]],"b":[["1","1"],["1","1"]]}}`,
	} {
		f.Add(text, uint8(0))
		f.Add(text, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, group uint8) {
		if len(text) > 2000 {
			return
		}
		opt, err := parseFlags([]string{"-judgements", "j", "-group", []string{"judgements", "arithmetic", "geometric"}[group%3]})
		if err != nil {
			t.Fatal(err)
		}
		in := &input{name: "j"}
		if in.addJudgements("j", []byte(text), false) == nil {
			shown(t, opt, in)
		}
	})
}

func FuzzAnswers(f *testing.F) {
	for _, text := range []string{three + "1,2,3\n2,3,4\n5,4,1\n1,1,2\n3,5,2\n", three + ",,\n", three + "3,3,3\n3,3,3\n", "\ufeffroom\n1\nx\n", "a,b\n1\n\"2\n"} {
		for _, args := range []string{"", "-overall overall", "-use critic", "-scale keywords", "-items r*"} {
			f.Add(text, args)
		}
	}
	f.Fuzz(func(t *testing.T, text, args string) {
		if len(text) > 2000 || strings.Contains(args, "-tree") {
			return
		}
		opt, err := parseFlags(append([]string{"-answers", "a"}, strings.Fields(args)...))
		if err != nil {
			return
		}
		s, err := readSurvey(opt, "a", []byte(text), io.Discard)
		if err != nil {
			return
		}
		shown(t, opt, &input{name: "a", survey: s})
	})
}
