package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser"
	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
)

func TestPagesAreSound(t *testing.T) {
	long := strings.Repeat("x", 90)
	names := written(t, "a.csv", "member,kind,date,to,id,property,room_revenue,note\n"+
		long+",stay,2026-01-10,2026-01-12,"+long+","+long+",200,"+long+"\n")
	var views []browser.View
	for _, test := range []struct{ name, args string }{
		{"built-in", "-replay hilton"},
		{"Chinese", "-lang zh -replay marriott-2024"},
		{"classes", "-programme thesis-2009-classes -activity " + every(t)},
		{"not yet a member", "-asof 2021-01-01"},
	} {
		views = append(views, browser.View{Name: test.name, Page: pageOf(t, strings.Fields(test.args)...)})
	}
	views = append(views, browsertest.OnScreens("long names", pageOf(t, "-programme", "wyndham-2020", "-activity", names))...)
	browsertest.Sound(t, views...)
}
