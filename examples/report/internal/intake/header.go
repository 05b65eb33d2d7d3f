package intake

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// oneOf are the fields of which a table must have at least one each.
func oneOf(order *Order) [][]string {
	if order.ofSurvey {
		return nil // its questions are not known before its header
	}
	if order.ofProfiles {
		return [][]string{{"guest"}, ProfileFields[profileMotive:]}
	}
	if order.Counted() {
		return [][]string{{"guest"}, {"last"}, {"visits"}, {"revenue"}}
	}
	return [][]string{{"guest"}, {"arrival", "departure"}, StayFields[stayRevenue : stayFees+1]}
}

// needed returns all that the table lacks, with the flag that would help, or nil.
func needed(order *Order, fields []string, columns table.Columns, first []string) error {
	var missing, mapping []string
	for _, group := range oneOf(order) {
		found := false
		for _, field := range group {
			found = found || columns.Has(field)
		}
		if !found {
			missing = append(missing, group[0])
			mapping = append(mapping, group[0]+"=...")
		}
	}
	if missing == nil {
		return nil
	}
	for _, field := range fields { // what is given already must stand in the flag again
		if column, given := order.Mapping[field]; given {
			mapping = append(mapping, field+"="+column)
		}
	}
	has := fmt.Sprintf("a row has %s", prose.Plain(prose.Counted(len(first), "column", "columns")))
	if order.Header {
		has = "the header has " + headerList(first)
	}
	return fmt.Errorf("no column for %s; %s; say which is which with -%s %s", prose.And(missing), has, order.columnsFlag(), strings.Join(mapping, ","))
}

const (
	mostHeaders   = 30
	longestHeader = 40
)

// headerList writes the names of a header, cut short where it is long.
func headerList(header []string) string {
	var names []string
	for _, name := range header[:min(len(header), mostHeaders)] {
		name = strings.TrimSpace(name)
		if runes := []rune(name); len(runes) > longestHeader {
			name = string(runes[:longestHeader]) + "..."
		}
		names = append(names, name)
	}
	if len(header) > mostHeaders {
		names = append(names, "...")
	}
	return strings.Join(names, ", ")
}

// withSeparator adds a question to an error about columns where the first row is one cell that looks like several.
func withSeparator(err error, used table.Separator, first []string) error {
	if _, bad := errors.AsType[*table.RowError](err); bad {
		return err
	}
	switch guess := table.Guess(first); {
	case guess == "", guess == "blanks" && used == table.Blanks:
		return err
	case len(guess) == 1: // a sign that a shell may take for its own
		return fmt.Errorf("%w; is -sep '%s' meant?", err, guess)
	default:
		return fmt.Errorf("%w; is -sep %s meant?", err, guess)
	}
}

// findCurrency takes the currency of the first row that names one, unless -currency does.
func findCurrency(order *Order, reader *table.Reader, columns table.Columns) {
	at := columns.At(StayFields[stayCurrency])
	if order.CurrencyFrom != NotStated || at < 0 || order.Counted() {
		return
	}
	reader.Ahead(func(cells []string) bool {
		if len(cells) != columns.Width {
			return false
		}
		code := strings.TrimSpace(cells[at])
		if _, err := hotelcrm.MinorUnits(code); err != nil {
			return false
		}
		order.Currency, order.CurrencyFrom = code, FromFile
		return true
	})
}
