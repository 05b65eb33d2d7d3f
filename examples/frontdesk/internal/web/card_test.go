package web_test

import (
	"html"
	"net/http"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
)

// What the JSON of a card says of days and classes to come stands on its page, with the labels of the plan.
func TestPageSaysWhatComesNext(t *testing.T) {
	s := demo(t)
	labels := map[string][2]string{
		"top": {"Top guest", "顶级客户"}, "regular": {"Regular", "常客"}, "missed": {"Regular who stayed away", "流失的常客"},
		"returning": {"Coming back", "回头客"}, "new": {"First stay was recent", "新客户"}, "once": {"Was here once, long ago", "很久前来过一次"},
	}
	var falls, stays, turns int
	for _, link := range cardLink.FindAllStringSubmatch(string(s.get("/?q=G1&lang=en").want(t, http.StatusOK).Body), -1) {
		path, _, _ := strings.Cut(html.UnescapeString(link[1]), "?")
		var card desk.Card
		s.get("/v1"+path+"/card").want(t, http.StatusOK).read(t, &card)
		for i, lang := range []string{"en", "zh"} {
			page := string(s.get(path+"?lang="+lang).want(t, http.StatusOK).Body)
			fall := [2]string{"the score of “Days since the last stay” falls on ", "“距上次入住天数”的得分将于 "}[i]
			if card.Score != nil {
				on := card.Score.FallsOn
				if told := strings.Contains(page, fall+on.String()); told != (on != 0) || !told && strings.Contains(page, fall) {
					t.Errorf("%s, %s: falls on %s: told %v", path, lang, on, told)
				}
				falls, stays = falls+min(1, int(on)), stays+1
			}
			for _, id := range card.Class.Reason.Then {
				turns++
				if want := [2]string{"It would be “", "以下变化会使其成为“"}[i] + labels[id][i] + "”"; !strings.Contains(page, want) {
					t.Errorf("%s, %s: lacks %q", path, lang, want)
				}
			}
		}
	}
	if falls == 0 || turns == 0 {
		t.Errorf("%d of %d scores fall, %d classes to come: nothing was looked at", falls, stays, turns)
	}
}
