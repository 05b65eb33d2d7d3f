package lang_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

func TestValuesStandApartFromCharacters(t *testing.T) {
	zh := lang.Chinese(&lang.Catalogue{Texts: map[string]string{
		"%s to %s": "%[2]s距%[1]s", "(%s)": "（%s）", "%s of all": "占%s", "%d%%": "满%d%%", "%s or more %s": "%s 及以上%s",
	}})
	for _, test := range []struct {
		format string
		values []any
		want   string
	}{
		{"%s to %s", []any{"Diamond", "金卡"}, "金卡距 Diamond"},
		{"%s to %s", []any{"白金卡", "Gold"}, "Gold 距白金卡"},
		{"(%s)", []any{"EUR\u00a027"}, "（EUR\u00a027）"},
		{"%s of all", []any{"<\u00a00.1%"}, "占 <\u00a00.1%"},
		{"%s of all", []any{"一半"}, "占一半"},
		{"%s of all", []any{""}, "占"},
		{"%d%%", []any{20}, "满 20%"},
		{"%s or more %s", []any{"5", "晚"}, "5 及以上晚"},
		{"%s or more %s", []any{"5"}, "5 及以上"},
	} {
		if got := zh.Say(test.format, test.values...); got != test.want {
			t.Errorf("%q with %q is %q, want %q", test.format, test.values, got, test.want)
		}
	}
}

func TestJoinedTextsStandApartFromCharacters(t *testing.T) {
	list := []string{"12 晚", "6 次入住", "EUR\u00a04,000"}
	if got, want := lang.Chinese(nil).Join(list, "或"), "12 晚或 6 次入住或 EUR\u00a04,000"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := lang.English(nil).Join(list, " or "), "12 晚 or 6 次入住 or EUR\u00a04,000"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := lang.Chinese(nil).Join(nil, "或"); got != "" {
		t.Errorf("nothing is %q", got)
	}
}
