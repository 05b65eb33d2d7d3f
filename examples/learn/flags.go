package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

const help = `learn finds the rules by which guests differ.

usage: go run -C examples ./learn [flags]

Without flags it runs on a small built-in hotel of 30 guests in eight groups.
Paths are relative to the working directory, which is examples/ under go run -C examples; an absolute path always works.

guests
  -guests FILE    a CSV file with a header, a guest a row; a column of numbers is numeric, any other nominal
  -class COLUMN   the column with the class; without it classes are discovered
  -use LIST       the columns to learn from, such as nights,motive; default: all but the class, and texts of which
                  nearly every guest has another one
  -ordinal SPEC   levels with an order, lowest first: satisfaction=bad<ok<good; several times
  -nominal LIST   columns whose numbers are names, such as room or agent codes
  -missing LIST   words for a missing value, such as NA,unknown; an empty cell is always one
  -sep SEP        between cells: , ; tab; default ,

discovery, where there is no class
  -k N            the number of groups, 2 to 50; default: the one of 2 to 8 with the highest mean silhouette
  -seed N         of the search; default 1

tree
  -preset NAME    c45 (default), cart or id3
  -simple         rules with the tests that matter only; they are another model than the tree

the round before
  -last FILE      what -json wrote then: its tree classes these guests too. Who moves, which tree is right more often, and
                  what stands against the new one; guests that the last tree was learnt from speak for it

output
  -json           print JSON instead of text
  -html FILE      also write one page with the tree drawn
  -lang LANG      of the page: en (default) or zh; conditions and names of classes stay as they are

exit status
  0  done
  1  nothing usable, a file that cannot be read or written
  2  wrong flags
  go run itself turns every failure into 1; a program made by go build keeps them apart.
`

// options is what the flags ask for, checked.
type options struct {
	guests, class, html string
	lang                lang.Printer // of the page
	last                string
	use, nominal        []string
	ordinal             map[string][]string
	missing             map[string]bool
	separator           rune
	k                   int
	seed                uint64
	preset              string
	settings            tree.Settings
	simple, json        bool
}

func parseFlags(args []string) (*options, error) {
	opt := &options{ordinal: map[string][]string{}, missing: map[string]bool{"": true}}
	set := flag.NewFlagSet("learn", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	var use, nominal, missing, sep, language string
	set.StringVar(&opt.guests, "guests", "", "")
	set.StringVar(&opt.class, "class", "", "")
	set.StringVar(&use, "use", "", "")
	set.Func("ordinal", "", opt.addOrdinal)
	set.StringVar(&nominal, "nominal", "", "")
	set.StringVar(&missing, "missing", "", "")
	set.StringVar(&sep, "sep", ",", "")
	set.IntVar(&opt.k, "k", 0, "")
	set.Uint64Var(&opt.seed, "seed", 1, "")
	set.StringVar(&opt.preset, "preset", "c45", "")
	set.BoolVar(&opt.simple, "simple", false, "")
	set.BoolVar(&opt.json, "json", false, "")
	set.StringVar(&opt.html, "html", "", "")
	set.StringVar(&language, "lang", "en", "")
	set.StringVar(&opt.last, "last", "", "")
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	if set.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q; the file is named by -guests", set.Arg(0))
	}
	for _, word := range list(missing) {
		opt.missing[word] = true
	}
	opt.use, opt.nominal = list(use), list(nominal)
	var err error
	if opt.lang, err = lang.New(language, words); err != nil {
		return nil, fmt.Errorf("-lang %w", err)
	}
	return opt, opt.check(sep)
}

func list(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

func (o *options) addOrdinal(text string) error {
	column, levels, ok := strings.Cut(text, "=")
	o.ordinal[column] = strings.Split(levels, "<")
	if !ok || column == "" || len(o.ordinal[column]) < 2 {
		return errors.New("want a column and its levels, such as satisfaction=bad<ok<good")
	}
	return nil
}

func (o *options) check(sep string) error {
	presets := map[string]func() tree.Settings{"c45": tree.C45, "cart": tree.CART, "id3": tree.ID3}
	preset, ok := presets[o.preset]
	separators := map[string]rune{",": ',', ";": ';', "tab": '\t'}
	switch {
	case !ok:
		return fmt.Errorf("-preset %q is not allowed; want c45, cart or id3", o.preset)
	case separators[sep] == 0:
		return fmt.Errorf("-sep %q is not allowed; want , ; or tab", sep)
	case o.k != 0 && (o.k < 2 || o.k > 50):
		return fmt.Errorf("-k %d is not allowed; want 2 to 50", o.k)
	case o.k != 0 && o.class != "":
		return errors.New("-k and -class exclude each other: the class says how many there are")
	}
	o.settings, o.separator = preset(), separators[sep]
	return nil
}
