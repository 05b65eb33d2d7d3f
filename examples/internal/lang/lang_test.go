package lang_test

import (
	"html/template"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

var words = &lang.Catalogue{
	Texts:   map[string]string{"%s on %s": "%[2]s%[1]s", "%s guests": "%s 位客人"},
	Codes:   map[string]string{"stepped-down": "降级"},
	English: map[string]string{"earn": "earned"},
}

func printer(t *testing.T, code string) lang.Printer {
	t.Helper()
	p, err := lang.New(code, words)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestBothLanguages(t *testing.T) {
	for code, want := range map[string]string{
		"en": "promoted on 1 March 2026|1\u00a0guest|1,234\u00a0guests|stepped down|earned|Gold|12.5\u00a0%|only English|A。 B。",
		"zh": "2026年3月1日 promoted|1 位客人|1,234 位客人|降级|earn|金卡|12.5%|only English|A。B。",
	} {
		p := printer(t, code)
		day := p.Date(hotelcrm.DateOf(2026, 3, 1))
		got := strings.Join([]string{
			p.Say("%s on %s", "promoted", day), lang.Count(p, 1, "guest", "guests"), lang.Count(p, int64(1234), "guest", "guests"),
			p.Name("stepped-down"), p.Name("earn"), p.Pick("Gold", "金卡"), p.Percent("12.5"), p.Say("only English"),
			p.Sentences("A。", "", "B。"),
		}, "|")
		if got != want || p.Code() != code {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}

func TestOtherLanguagesAreRefused(t *testing.T) {
	if _, err := lang.New("de", words); err == nil {
		t.Error("de is taken")
	}
}

func TestTheZeroPrinterIsEnglish(t *testing.T) {
	var p lang.Printer
	if got := p.Say("%d nights", 3) + p.Name("in-house") + p.Pick("a", "b") + p.Code(); got != "3 nightsin houseaen" {
		t.Error(got)
	}
}

func TestTemplatesSayTheSame(t *testing.T) {
	var b strings.Builder
	page := template.Must(template.New("").Funcs(printer(t, "zh").Funcs()).Parse(`{{t "%s on %s" "<a>" "b"}}`))
	if err := page.Execute(&b, nil); err != nil || b.String() != "b&lt;a&gt;" {
		t.Error(b.String(), err)
	}
}

// What comes finished in English is said in Chinese where it fits a format, with its values.
func TestFinishedTextsAreTold(t *testing.T) {
	formats := []string{"%s of %s left", "both %s and %s", "only %s left"}
	catalogue := &lang.Catalogue{
		Texts: map[string]string{"%s of %s left": "%[2]s剩%[1]s", "both %s and %s": "%s与%s", "only %s left": "只剩%s"}, Codes: map[string]string{"room": "房间"},
	}
	zh := lang.Chinese(catalogue)
	for text, want := range map[string]string{
		"1 of 4 left": "4 剩 1", "only both room and x-ray left": "只剩房间与 x-ray", "something else": "something else", "only left": "only left",
	} {
		if got := zh.Told(text, formats, nil); got != want {
			t.Errorf("%q is told %q, want %q", text, got, want)
		}
		if got := lang.English(catalogue).Told(text, formats, nil); got != text {
			t.Errorf("%q is told %q in English", text, got)
		}
	}
}
