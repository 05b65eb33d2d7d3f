package web_test

import (
	"fmt"
	"html"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
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

// page returns a page in a language.
func (s *site) page(t *testing.T, path, lang string) string {
	t.Helper()
	return string(s.get(path + map[bool]string{true: "&", false: "?"}[strings.Contains(path, "?")] + "lang=" + lang).Body)
}

// linked returns the paths of the cards to which a page leads.
func linked(page string) (out []string) {
	for _, link := range cardLink.FindAllStringSubmatch(page, -1) {
		path, _, _ := strings.Cut(html.UnescapeString(link[1]), "?")
		out = append(out, path)
	}
	return out
}

func TestPagesAreSound(t *testing.T) {
	s := demo(t)
	pages := map[string]string{"start": "/", "search": "/?q=G1", "no match": "/?q=nobody", "problem": "/guests/nobody"}
	found := linked(s.page(t, "/?q=G1", "en"))
	if len(found) < 20 {
		t.Fatalf("%d links to cards", len(found))
	}
	for i, path := range append(found[:3], linked(s.page(t, "/", "en"))...) {
		pages[fmt.Sprint("card ", i)] = path
	}
	var views []browser.View
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		for _, lang := range []string{"en", "zh"} {
			page := s.page(t, pages[name], lang)
			browsertest.Whole(t, page)
			if found := langtest.English(people.ReplaceAllString(page, "")); lang == "zh" && len(found) > 0 {
				t.Errorf("%s is not in Chinese: %q", name, found)
			}
			views = append(views, browser.View{Name: name + ", " + lang, Page: page})
		}
	}
	browsertest.Sound(t, views...)
}

// What one guest will do is said as chances, not as the narrow interval of what the parameters leave open.
func TestCardSaysChances(t *testing.T) {
	s := demo(t)
	page := s.page(t, linked(s.page(t, "/?q=G1", "en"))[0], "en")
	for _, want := range []string{"most likely ", "rests on "} {
		if !strings.Contains(page, want) {
			t.Errorf("the card does not say %q", want)
		}
	}
	if strings.Contains(page, "95\u00a0%") {
		t.Error("the card has the interval of the parameters")
	}
}

// Cards that have little to say, and one that has too much.
func TestOddCardsAreSound(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	long := strings.Repeat("W", 60)
	s.post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":900}`).want(t, http.StatusCreated)
	s.post("/v1/stays", "correct-01", version(2, "40.00")).want(t, http.StatusCreated)
	s.post("/v1/stays", "long-00001", strings.NewReplacer("G1749486", long, `"S1"`, `"S-long"`, "CITY", "H"+long[:20], "100.00", "12345678.90").Replace(stay)).want(t, http.StatusCreated)
	s.post("/v1/members", "long-00002", strings.NewReplacer("G1749486", long, "Karin Quist", long).Replace(member)).want(t, http.StatusCreated)
	s.post("/v1/stays", "booked-001", strings.NewReplacer("G1749486", long, `"S1"`, `"S-next"`, "departed", "booked", "2026-01-01", "2026-01-04", "2025-12-29", "2026-01-01").Replace(stay)).want(t, http.StatusCreated)
	s.post("/v1/stays", "stranger-1", strings.NewReplacer("G1749486", "stranger", `"S1"`, `"S-once"`).Replace(stay)).want(t, http.StatusCreated)
	s.post("/v1/members", "newcomer-1", strings.NewReplacer("G1749486", "newcomer").Replace(member)).want(t, http.StatusCreated)
	s.post("/v1/consents", "consent-01", `{"guest":"asked","purpose":"marketing","channel":"email","granted":false,"given":"2025-06-01"}`).want(t, http.StatusCreated)
	var views []browser.View
	for _, test := range []struct{ name, path, says string }{
		{"points that are owed", "/guests/G1749486", "Karin Quist"},
		{"long names", "/guests/" + long, "12,345,679"},
		{"not a member", "/guests/stranger", "not a member"},
		{"no stay", "/guests/newcomer", "Karin Quist"},
		{"consent alone", "/guests/asked", "withdrawn"},
	} {
		page := s.page(t, test.path, "en")
		browsertest.Whole(t, page)
		if !strings.Contains(page, test.says) {
			t.Errorf("%s: the page does not say %q", test.name, test.says)
		}
		views = append(views, browser.View{Name: test.name, Page: page})
	}
	start := s.page(t, "/", "en")
	browsertest.Whole(t, start)
	if !strings.Contains(start, long) {
		t.Error("the long name does not arrive")
	}
	browsertest.Sound(t, append(views, browsertest.OnScreens("long arrival", start)...)...)
}

// people are the names of guests on a page.
var people = regexp.MustCompile(`<title>.*?</title>|<a class="skip".*?</a>|<h1>.*?</h1>|<a href="/guests/.*?</a>`)

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
