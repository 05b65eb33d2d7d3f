package browsertest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
)

const sound = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sound</title></head><body>
<a class="skip" href="#main">Skip</a><header><h1>Nancy &amp; the Information</h1></header>
<main id="main"><h2 id="two">Two</h2><p>a</p><ul><li>b</li><li>c</li></ul><p>d<br>e</p>
<div class="scroll" role="region" tabindex="0" aria-labelledby="two"><table><thead><tr><th scope="col">x</th><th scope="col">y</th></tr></thead>
<tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table></div>
<svg viewBox="0 0 1 1" role="img" aria-label="one"><rect width="1" height="1"/></svg></main></body></html>`

// heard notes what a check says against a page.
type heard struct {
	testing.TB
	said []string
}

func (h *heard) Errorf(format string, args ...any) {
	h.said = append(h.said, fmt.Sprintf(format, args...))
}

func TestWholeFindsEachFault(t *testing.T) {
	add := func(text string) string { return strings.Replace(sound, "</main>", text+"</main>", 1) }
	put := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(sound) }
	for _, test := range []struct{ page, want string }{
		{add("<p>NaN nights</p>"), `a value was not written: NaN`},
		{add("<p>-Inf</p>"), ": Inf in"},
		{add("<p>Infinity</p>"), ": Infinity in"},
		{add(`<p class="ZgotmplZ">x</p>`), "ZgotmplZ"},
		{add("<p>%!d(string=x)</p>"), ": %! in"},
		{add("<p>&lt;nil&gt;</p>"), "&lt;nil&gt;"},
		{add("<p><no value></p>"), "<no value>"},
		{add("<script>1</script>"), "it is not by itself"},
		{add(`<img src="x.png" alt="x">`), "it is not by itself"},
		{put("</head>", `<link rel="icon" href="/x"></head>`), "it is not by itself"},
		{put("</head>", `<style>@import "x";</style></head>`), "@import"},
		{put("</head>", `<style>p { background: url(x) }</style></head>`), "url("},
		{add("<p>https://example.com</p>"), "https://"},
		{add(`<a href="//example.com">x</a>`), `=\"//`},
		{add(`<p onclick="x()">x</p>`), "onclick"},
		{add("<p>open"), "</main> closes <p>"},
		{add("</div>"), "</div> closes <main>"},
		{strings.TrimSuffix(sound, "</html>"), "<html> is not closed"},
		{sound + "</p>", "</p> closes nothing"},
		{add("<p>a & b</p>"), "invalid character entity"},
		{add("<p class=x>a</p>"), "unquoted"},
		{add(`<p class="x" class="y">a</p>`), "two attributes class"},
		{add("<p>a<div>b</div></p>"), "<div> stands in <p>"},
		{add(`<a href="#main">a<i><a href="#main">b</a></i></a>`), "<a> stands in <a>"},
		{add("<ul><p>a</p></ul>"), "<p> stands in <ul>"},
		{add("<dl><li>a</li></dl>"), "<li> stands in <dl>"},
		{put("<tbody>", "", "</tbody>", ""), "<tr> stands in <table>"},
		{add(`<p id="main">x</p>`), `the id "main" is used twice`},
		{add(`<a href="#nowhere">x</a>`), `nothing has the id "nowhere"`},
		{add(`<section aria-labelledby="two gone">x</section>`), `nothing has the id "gone"`},
		{add(`<label for="field">x</label>`), `nothing has the id "field"`},
		{put(` aria-labelledby="two"`, ""), "a table has no name"},
		{put(`<th scope="row">1</th>`, "<td>1</td>"), "a row of a table has no head"},
		{put(`<th scope="col">`, "<th>"), "a <th> has no scope"},
		{add("<h2> </h2>"), "<h2> is empty"},
		{add(`<a href="#main"></a>`), "<a> is empty"},
		{put(` lang="en"`, ""), "0 of: language"},
		{put("<title>Sound</title>", ""), "0 of: title"},
		{put("Sound", ""), "<title> is empty"},
		{put(`<meta name="viewport" content="width=device-width">`, ""), "0 of: width for phones"},
		{put(`<a class="skip" href="#main">Skip</a>`, ""), "0 of: link past the header"},
		{add("<h1>x</h1>"), "2 of: h1"},
		{put("<header>", "<div>", "</header>", "</div>"), "0 of: header"},
		{add("<main>x</main>"), "2 of: main"},
	} {
		h := heard{TB: t}
		browsertest.Whole(&h, test.page)
		if len(h.said) == 0 || !strings.Contains(strings.Join(h.said, "\n"), test.want) {
			t.Errorf("want %q, got %q", test.want, h.said)
		}
	}
	browsertest.Whole(t, sound)
}

func TestSoundTellsEachFaultOnce(t *testing.T) {
	broken := strings.Replace(sound, "</main>", `<style>@media print { .faint { color: #ddd } }</style><p class="faint" style="width:9000px">wide</p></main>`, 1)
	h := heard{TB: t}
	browsertest.Sound(&h, browser.View{Name: "sound", Page: sound}, browser.View{Name: "broken", Page: broken}, browser.View{Name: "huge", Page: broken, Width: 9100})
	want := []string{}
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int{360, 1280} {
			at := fmt.Sprintf("broken at %d px, %s: ", width, scheme)
			want = append(want, at+fmt.Sprintf("the page is 9008 px wide at %d px", width), at+"p.faint sticks out to the right")
		}
		if scheme == "light" {
			const at = "broken on paper at 688 px, light: "
			want = append(want, at+"the page is 9008 px wide at 688 px", at+"p.faint sticks out to the right", at+"p.faint has contrast 1.36: wide")
		}
	}
	if diff := cmp.Diff(want, h.said); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
}
