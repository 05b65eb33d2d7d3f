package web_test

import (
	"fmt"
	"html"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// says fails for each text that a page lacks.
func says(t *testing.T, page string, texts ...string) {
	t.Helper()
	page = html.UnescapeString(page)
	for _, text := range texts {
		if !strings.Contains(page, text) {
			t.Errorf("the page does not say %q", text)
		}
	}
}

// expected books the guest for the business date.
func (s *site) expected(id, property string) {
	s.t.Helper()
	s.post("/v1/stays", "booked-"+id, strings.NewReplacer(`"S1"`, `"`+id+`"`, "CITY", property, "departed", "booked", "2026-01-01", "2026-01-04", "2025-12-29", "2026-01-01").Replace(stay)).want(s.t, http.StatusCreated)
}

// answered gives one answer to all questions of the survey.
func (s *site) answered(points int) {
	s.t.Helper()
	var list []string
	for _, factor := range satisfaction.HotelTree().Root.Children {
		for _, question := range factor.Children {
			list = append(list, fmt.Sprintf("%q:%d", question.ID, points))
		}
	}
	body := fmt.Sprintf(`{"id":"A%d","guest":%q,"answered":"2026-01-01","answers":{%s}}`, points, guest, strings.Join(list, ","))
	s.post("/v1/answers", fmt.Sprintf("answers-%03d", points), body).want(s.t, http.StatusCreated)
}

func TestCardTellsTheClerkAboutToday(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	s.expected("S2", "RESORT")
	_, err := s.desk.Nightly(t.Context(), desk.DemoDate)
	must(t, err)
	for lang, texts := range map[string][]string{
		"en": {"<b>Today: RESORT, 3\u00a0nights</b>", "until 2026-01-04 · Booked", "welcome, offer membership", "recent, often, spend", "Last stays", "2025-12-29</th><td>CITY</td>", "EUR\u00a0100"},
		"zh": {"<b>今日：RESORT，3 晚</b>", "至 2026-01-04 · 已预订", "欢迎入住，邀请入会", "最近、次数、消费", "最近几次入住", "2025-12-29</th><td>CITY</td>", "EUR\u00a0100"},
	} {
		page := s.page(t, "/guests/"+guest, lang)
		browsertest.Whole(t, page)
		says(t, page, texts...)
		if !regexp.MustCompile(`<dd>\d-\d-\d</dd>`).MatchString(page) {
			t.Error("no score")
		}
		if strings.Contains(page, "Still a guest") {
			t.Error("the clerk has the guest in front of him")
		}
	}
}

func TestCardSaysWhatIsOwedAndHeld(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	s.post("/v1/points/hold", "hold-00001", `{"guest":"G1749486","points":300,"until":"2026-02-01"}`).want(t, http.StatusCreated)
	says(t, s.page(t, "/guests/"+guest, "en"), "300 held")
	s.post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":700}`).want(t, http.StatusCreated)
	if strings.Contains(s.page(t, "/guests/"+guest, "en"), "owed") {
		t.Error("points are owed before the refund")
	}
	s.post("/v1/stays", "correct-01", version(2, "40.00")).want(t, http.StatusCreated)
	var card struct{ Points struct{ Owed int64 } }
	s.get("/v1/guests/"+guest+"/card").want(t, http.StatusOK).read(t, &card)
	says(t, s.page(t, "/guests/"+guest, "en"), fmt.Sprintf("<dt>Points owed</dt><dd>%d</dd>", card.Points.Owed), "taken off the next points")
	says(t, s.page(t, "/guests/"+guest, "zh"), "欠积分", "从今后所得积分中抵扣")
}

// Whoever was unhappy is marked among the arrivals and on the card; the middle of the scale is not unhappy.
func TestUnhappyGuestsAreMarked(t *testing.T) {
	for points, marked := range map[int]bool{2: true, 3: false} {
		s := newSite(t, web.Config{}).withPoints()
		s.expected("S2", "CITY")
		s.expected("S3", "H"+strings.Repeat("W", 40))
		s.answered(points)
		var views []browser.View
		for _, path := range []string{"/", "/guests/" + guest} {
			for lang, text := range map[string]string{"en": "Unhappy (2.00 of 5)", "zh": "不满意（2.00／5）"} {
				page := s.page(t, path, lang)
				if got := strings.Contains(page, text); got != marked || strings.Contains(page, `class="flag"`) != marked {
					t.Errorf("%d points, %s, %s: marked %v", points, path, lang, got)
				}
				browsertest.Whole(t, page)
				views = append(views, browser.View{Name: path + ", " + lang, Page: page})
			}
		}
		if marked {
			browsertest.Sound(t, views...)
		}
	}
}

var houseLinks = regexp.MustCompile(`<li><a href="([^"]*)"( aria-current="page")?>([^<]+) <i>(\d+)</i>`)

// The arrivals of one house stay those of one house on the way to a card and back, and in the other language.
func TestArrivalsOfOneHouse(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	if page := s.page(t, "/", "en"); strings.Contains(page, "All houses") {
		t.Error("a choice where there is nothing to choose")
	}
	const odd = `R & D "1"`
	s.expected("S2", "CITY")
	s.expected("S3", strings.ReplaceAll(odd, `"`, `\"`))
	start := s.page(t, "/", "en")
	links := houseLinks.FindAllStringSubmatch(html.UnescapeString(start), -1)
	if len(links) != 3 || links[0][2] == "" || links[0][4] != "2" || links[1][3] != "CITY" || links[1][2] != "" || links[2][3] != odd {
		t.Fatalf("%q", links)
	}
	for path, want := range map[string]int{links[0][1]: 2, links[1][1]: 1, links[2][1]: 1, "/?lang=en&property=NONE": 2, "/?lang=en&property=+CITY": 2} {
		page := string(s.get(path).want(t, http.StatusOK).Body)
		browsertest.Whole(t, page)
		cards := cardLink.FindAllStringSubmatch(page, -1)
		if len(cards) != want {
			t.Errorf("%s: %d arrivals, want %d", path, len(cards), want)
		}
		if !strings.Contains(path, "CITY") || want != 1 {
			continue
		}
		says(t, page, `2026-01-01</time> · CITY</p>`, `<input type="hidden" name="property" value="CITY">`, `href="/?lang=zh&property=CITY"`)
		card := string(s.get(html.UnescapeString(cards[0][1])).want(t, http.StatusOK).Body)
		says(t, card, `href="/?lang=en&property=CITY"`, `href="/guests/G1749486?lang=zh&property=CITY"`)
	}
}

func TestArrivalsOfOneHouseInJSON(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	s.expected("S2", "CITY")
	s.expected("S3", "RESORT")
	for query, want := range map[string][]string{"": {"S2", "S3"}, "?property=RESORT": {"S3"}, "?property=RESORT&date=2026-01-02": nil} {
		var list desk.Arrivals
		s.get("/v1/arrivals"+query).want(t, http.StatusOK).read(t, &list)
		var got []string
		for _, a := range list.Arrivals {
			got = append(got, a.Stay.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	s.get("/v1/arrivals?property=+RESORT").want(t, http.StatusUnprocessableEntity)
	got := s.get("/v1/arrivals?property=NIX").refusal(t)
	if want := (refusal{"property", "NIX", "one of CITY, RESORT"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Before the first stay of all nobody knows which properties there are.
func TestNoPropertyIsRefusedBeforeTheFirstStay(t *testing.T) {
	s := newSite(t, web.Config{})
	var list desk.Arrivals
	s.get("/v1/arrivals?property=CITY").want(t, http.StatusOK).read(t, &list)
	if list.Property != "CITY" || len(list.Arrivals) != 0 {
		t.Errorf("%+v", list)
	}
	s.expected("S2", "CITY")
	s.get("/v1/arrivals?property=RESORT").want(t, http.StatusUnprocessableEntity)
	s.expected("S3", "RESORT")
	s.get("/v1/arrivals?property=RESORT&date=2030-01-01").want(t, http.StatusOK)
}
