package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
)

const notStatedText = "currency not stated, EUR assumed"

func TestCurrencyOfTheFile(t *testing.T) {
	late := "guest,arrival,revenue,currency\n" + strings.Repeat("a,2024-01-01,5,\n", 100_000) + "b,2024-01-01,5,CHF\n"
	for _, test := range []struct {
		name, text, args, want string
		refused                int64
		assumed                bool
	}{
		{"stated by the rows", "guest,arrival,revenue,currency\na,2024-01-01,5,USD\nb,2024-01-02,6,USD\n", "", "USD", 0, false},
		{"stated by some rows", "guest,arrival,revenue,currency\na,2024-01-01,5,\nb,2024-01-02,6,USD\nc,2024-01-02,6,EUR\n", "", "USD", 1, false},
		{"behind a wrong row", "guest,arrival,revenue,currency\na,2024-01-01,JPY\nb,2024-01-02,6,dollar\nc,2024-01-02,6,USD\n", "", "USD", 2, false},
		{"in a later block", late, "", "CHF", 0, false},
		{"blanks", "guest arrival revenue currency\na 2024-01-01 5 USD\n", "-sep blanks", "USD", 0, false},
		{"stated by the flag", "guest,arrival,revenue,currency\na,2024-01-01,5,USD\nb,2024-01-02,6,EUR\n", "-currency EUR", "EUR", 1, false},
		{"not stated", "guest,arrival,revenue\na,2024-01-01,5\n", "", "EUR", 0, true},
		{"an empty column", "guest,arrival,revenue,currency\na,2024-01-01,5,\n", "", "EUR", 0, true},
		{"stated by the flag alone", "guest,arrival,revenue\na,2024-01-01,5\n", "-currency EUR", "EUR", 0, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := done(t, append(strings.Fields(test.args), "-stays", written(t, "stays.csv", test.text))...)
			s := out.summary(t)
			refused := s.Input.Skipped["wrong-currency"] + s.Input.Skipped[intake.Unreadable]
			if s.Input.Currency != test.want || refused != test.refused {
				t.Errorf("%s with %d rows refused, want %s with %d", s.Input.Currency, refused, test.want, test.refused)
			}
			for name, text := range map[string]string{"console": out.stdout, "page": string(out.file(t, page.Name))} {
				if strings.Contains(strings.ToLower(text), strings.ToLower(notStatedText)) != test.assumed {
					t.Errorf("%s: the sentence %q is there or not there, want %v", name, notStatedText, test.assumed)
				}
			}
			if hasWarning(s, reckon.WarnCurrency) != test.assumed {
				t.Errorf("warnings %v", s.Warnings)
			}
		})
	}
}
