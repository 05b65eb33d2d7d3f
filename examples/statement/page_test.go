package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// pageOf runs the command, and checks what holds for every page.
func pageOf(t *testing.T, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	done(t, append(args, "-html", file)...)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	browsertest.Whole(t, page)
	if !strings.Contains(page, `class="tier"`) {
		t.Error("the page does not say which tier")
	}
	return page
}

// every is the activity of the built-in member without what only its own programme has.
func every(t *testing.T) string {
	t.Helper()
	data, err := example.ReadFile(exampleActivity)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for line := range strings.Lines(string(data)) {
		if !strings.Contains(line, kindRegistration) {
			rows = append(rows, line)
		}
	}
	return written(t, "activity.csv", strings.Join(rows, ""))
}

func TestPagesOfAllProgrammes(t *testing.T) {
	activity := every(t)
	for _, name := range loyalty.Presets() {
		t.Run(name, func(t *testing.T) {
			for _, day := range []string{"2022-02-01", "2024-08-18", "2026-09-30"} {
				pageOf(t, "-programme", name, "-activity", activity, "-asof", day)
			}
			pageOf(t, "-programme", name, "-activity", activity, "-replay", name, "-lang", "zh")
		})
	}
}

func TestPageSays(t *testing.T) {
	for _, test := range []struct{ args, want string }{
		{"", `<li class="held" aria-current="true">Platinum</li>`},
		{"-lang zh", `<html lang="zh">`},
		{"-known 2026-09-01", "30 September 2026, as known on 1 September 2026"},
		{"-replay hilton", "The same stays under Hilton Honors"},
		{"-asof 2021-01-01", "Not yet a member"},
	} {
		if page := pageOf(t, strings.Fields(test.args)...); !strings.Contains(page, test.want) {
			t.Errorf("%s: the page does not say %q", test.args, test.want)
		}
	}
	page := pageOf(t, "-programme", "thesis-2009-classes", "-activity", every(t), "-lang", "zh")
	for _, want := range []string{"普通顾客", "基本客房服务", "的权益"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// A tier that will be judged by years to come is not called safe for what is counted today.
func TestNothingIsSaidToKeepATierThatFallsAllTheSame(t *testing.T) {
	out := done(t, "-programme", "accor-plus", "-activity", every(t), "-asof", "2026-09-30").stdout
	if !strings.Contains(out, "Gold ends: from 1 March 2027 it is Silver\n") || strings.Contains(out, "earned again already") {
		t.Errorf("%.900s", out)
	}
}

func TestPageEscapesWhatTheFileSays(t *testing.T) {
	rows := "member,kind,date,to,id,property,room_revenue\n<b>&,stay,2026-01-10,2026-01-12,<i>1,<u>,200\n"
	page := pageOf(t, "-programme", "hilton", "-activity", written(t, "a.csv", rows))
	for _, want := range []string{"&lt;b&gt;&amp;", "&lt;i&gt;1", "&lt;u&gt;"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
