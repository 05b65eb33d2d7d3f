package odds_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
	"github.com/hotelcrm/hotelcrm/examples/internal/odds"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

var words = &lang.Catalogue{Texts: odds.Chinese}

func TestText(t *testing.T) {
	for _, test := range []struct {
		counts btyd.NextCounts
		en, zh string
	}{
		{
			btyd.NextCounts{None: .624, Once: .204, More: .172, High: 2, Within: .9},
			"most likely none (63\u00a0%), one (20\u00a0%), 2 or more (17\u00a0%)", "最可能不来（63%），来一次（20%），两次及以上（17%）",
		},
		{
			btyd.NextCounts{None: .3, Once: .4, More: .3, High: 3},
			"most likely one (40\u00a0%), none (30\u00a0%), 2 or more (30\u00a0%)", "最可能来一次（40%），不来（30%），两次及以上（30%）",
		},
		{
			btyd.NextCounts{None: .125, Once: .125, More: .75, High: 6, Low: 1},
			"most likely 2 or more (75\u00a0%), none (13\u00a0%), one (12\u00a0%)", "最可能来两次及以上（75%），不来（13%），来一次（12%）",
		},
		{
			btyd.NextCounts{None: .0312, Once: .02, More: .9488, Low: 2, High: 1017, Within: .817},
			"most likely 2 to 1,017 (82\u00a0%), none (3\u00a0%)", "最可能来 2 至 1,017 次（82%），不来（3%）",
		},
		{
			btyd.NextCounts{None: .9958, Once: .0038, More: .0004},
			"most likely none (>\u00a099\u00a0%), one (<\u00a01\u00a0%), 2 or more (<\u00a01\u00a0%)", "最可能不来（>\u00a099%），来一次（<\u00a01%），两次及以上（<\u00a01%）",
		},
		{btyd.NextCounts{None: 1}, "most likely none (100\u00a0%), one (0\u00a0%), 2 or more (0\u00a0%)", "最可能不来（100%），来一次（0%），两次及以上（0%）"},
	} {
		if got := odds.Text(lang.English(words), test.counts); got != test.en {
			t.Errorf("got %s, want %s", got, test.en)
		}
		if got := odds.Text(lang.Chinese(words), test.counts); got != test.zh {
			t.Errorf("got %s, want %s", got, test.zh)
		}
	}
}

func TestRestsOn(t *testing.T) {
	if got := odds.RestsOn(lang.English(words), 0) + ", " + odds.RestsOn(lang.Chinese(words), 1234); got != "rests on one stay, 依据 1,235 次入住" {
		t.Errorf("got %s", got)
	}
}

func TestEverythingIsSaidInChinese(t *testing.T) { langtest.Complete(t, words, langtest.Said(t, ".")) }
