package langtest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
)

func TestSaidFindsWhatIsSaid(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.go": `package a

func f() {
	p.Say("one %s", "not this")
	heads("two", "#three")
	lang.Count(p, 4, "four", "fours")
	other("no")
}`,
		"a_test.go": `package a; func g() { p.Say("nor this") }`,
		"a.html":    `{{t "five"}} <a title="{{t "six %s" .Name}}">{{.Say "seven"}}</a> at "no"`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"one %s", "two", "three", "%s fours", "five", "six %s", "seven"}
	if diff := cmp.Diff(want, langtest.Said(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestTwiceFindsWhatTwoPartsSay(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.go": "package a\nvar words = lang.Join(one, two, three)\nvar codes = lang.Join(four)\nvar one = map[string]string{\"a\": \"1\", \"b\": \"2\"}",
		"b.go": "package a\nvar two, three = map[string]string{`b`: \"2\"}, map[string]string{\"c\": \"3\"}\nvar four = map[string]string{\"a\": \"1\"}",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"b"}, langtest.Twice(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestEnglishIsFound(t *testing.T) {
	page := `<style>body {}</style><p aria-label="Share of guests" class="no">客人 <b>12 of all</b> EUR 3, RFM 分 &lt; 0.1%, ` + strings.Repeat("abcdef01", 8) + ` <i lang="en">Cohort</i></p>`
	if diff := cmp.Diff([]string{"Share of guests", "of all"}, langtest.English(page)); diff != "" {
		t.Error(diff)
	}
	if got := langtest.English(`<p>summary.json 有全部数字</p>`, "summary.json"); got != nil {
		t.Errorf("%q", got)
	}
}
