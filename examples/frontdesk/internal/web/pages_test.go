package web_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
)

// demo is a small simulated hotel.
func demo(t *testing.T) *site {
	t.Helper()
	s := newSite(t, web.Config{})
	must(t, s.desk.Load(t.Context(), desk.NewDemo(1500)))
	return s
}

var cardLink = regexp.MustCompile(`href="(/guests/[^"]+)"`)

func TestPagesReadWithoutScript(t *testing.T) {
	s := demo(t)
	chromium, none := browser.Find()
	for _, lang := range []string{"en", "zh"} {
		start := string(s.get("/?q=G1&lang="+lang).want(t, http.StatusOK).Body)
		links := cardLink.FindAllStringSubmatch(start, -1)
		if len(links) < 20 {
			t.Fatalf("%d links to cards", len(links))
		}
		pages := map[string]string{"start": start, "no match": string(s.get("/?q=nobody&lang=" + lang).Body)}
		for i, link := range links[len(links)-1:] {
			pages[fmt.Sprint("card ", i)] = string(s.get(strings.ReplaceAll(link[1], "&amp;", "&")).want(t, http.StatusOK).Body)
		}
		for name, page := range pages {
			name = lang + ", " + name
			if strings.Contains(page, "<script") || strings.Contains(page, "http://") || strings.Contains(page, "ZgotmplZ") {
				t.Errorf("%s: the page has a script or reaches out", name)
			}
			if found := langtest.English(people.ReplaceAllString(page, "")); lang == "zh" && len(found) > 0 {
				t.Errorf("%s is not in Chinese: %q", name, found)
			}
			if none == nil && !testing.Short() && name != lang+", no match" {
				checkLayout(t, chromium, name, page, map[string]int{"en": 360, "zh": 1280}[lang])
			}
		}
	}
}

// people are the names of guests on a page.
var people = regexp.MustCompile(`<title>.*?</title>|<a class="skip".*?</a>|<h1>.*?</h1>|<a href="/guests/.*?</a>`)

func checkLayout(t *testing.T, chromium, name, page string, width int) {
	t.Helper()
	got, err := browser.Lay(t.Context(), chromium, t.TempDir(), page, width)
	must(t, err)
	if got.Width != fmt.Sprint(width) || got.Beyond != "" || len(got.Console) > 0 {
		t.Errorf("%s at %d px: %+v", name, width, got)
	}
}

func TestPagesFollowTheReader(t *testing.T) {
	s := demo(t)
	chinese := http.Header{"Accept-Language": {"zh-CN,zh;q=0.9"}}
	for _, test := range []struct {
		path   string
		header http.Header
		want   string
	}{
		{"/", nil, "Arrivals"},
		{"/", chinese, "今日抵店"},
		{"/?lang=en", chinese, "Arrivals"},
		{"/?lang=zh", nil, `<html lang="zh-CN">`},
	} {
		if got := s.do("GET", test.path, test.header, nil); !strings.Contains(string(got.Body), test.want) {
			t.Errorf("%s lacks %q", test.path, test.want)
		}
	}
	if got := s.get("/guests/nobody?lang=zh"); got.Status != 404 || !strings.Contains(string(got.Body), "没有该客人的资料") {
		t.Errorf("nobody: %d", got.Status)
	} else if strings.Contains(string(got.Body), "<time") {
		t.Error("a page without a business date shows one")
	}
}

// What the pages say stands in both languages.
func TestWordsAreComplete(t *testing.T) {
	langtest.Complete(t, web.Words, langtest.Said(t, "."))
}
