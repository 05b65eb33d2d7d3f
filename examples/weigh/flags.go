package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// options is what the flags ask for, checked.
type options struct {
	judgements []string // file names; with answers both empty: the built-in hotel
	method     weight.Method
	index      weight.RandomIndex
	group      aggregation

	answers      string // file name
	items        []string
	scale        satisfaction.Scale
	tree         string // file name, or hotelTree
	overall      string // column
	overallScale satisfaction.Scale
	missing      map[string]satisfaction.Answer
	separator    rune
	use          string // the source of the weights that are used; empty: the first there is

	places       int
	html         string
	lang         lang.Printer // of the page
	json, strict bool
}

// aggregation says how several experts are put together.
type aggregation string

const (
	byJudgements aggregation = "judgements"
	byArithmetic aggregation = "arithmetic"
	byGeometric  aggregation = "geometric"
)

// hotelTree is the name of the built-in indicator tree.
const hotelTree = "hotel"

// rawFlags is the flags as written.
type rawFlags struct {
	method, index, group, items, scale, overall, missing, sep, lang string
	given                                                           map[string]bool
}

func parseFlags(args []string) (*options, error) {
	opt, raw := &options{}, &rawFlags{given: map[string]bool{}}
	set := flag.NewFlagSet("weigh", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	declare(set, opt, raw)
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	set.Visit(func(f *flag.Flag) { raw.given[f.Name] = true })
	if set.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q; files are named by -judgements or -answers", set.Arg(0))
	}
	for _, name := range []string{"judgements", "answers", "tree", "html", "use", "overall", "items"} {
		if raw.given[name] && strings.TrimSpace(set.Lookup(name).Value.String()) == "" {
			return nil, fmt.Errorf("-%s needs a name", name)
		}
	}
	return opt, errors.Join(raw.checkJudgements(opt), raw.checkAnswers(opt), raw.checkLang(opt))
}

func declare(set *flag.FlagSet, opt *options, raw *rawFlags) {
	set.Var((*names)(&opt.judgements), "judgements", "")
	set.StringVar(&raw.method, "method", weight.GeometricMean.String(), "")
	set.StringVar(&raw.index, "index", weight.Saaty.String(), "")
	set.StringVar(&raw.group, "group", string(byJudgements), "")
	set.StringVar(&opt.answers, "answers", "", "")
	set.StringVar(&raw.items, "items", "", "")
	set.StringVar(&raw.scale, "scale", "1-5", "")
	set.StringVar(&opt.tree, "tree", "", "")
	set.StringVar(&raw.overall, "overall", "", "")
	set.StringVar(&raw.missing, "missing", "", "")
	set.StringVar(&raw.sep, "sep", ",", "")
	set.StringVar(&opt.use, "use", "", "")
	set.IntVar(&opt.places, "places", 4, "")
	set.StringVar(&opt.html, "html", "", "")
	set.StringVar(&raw.lang, "lang", "en", "")
	set.BoolVar(&opt.json, "json", false, "")
	set.BoolVar(&opt.strict, "strict", false, "")
}

// names is a flag that may be given several times.
type names []string

// String returns the last name.
func (n *names) String() string {
	if len(*n) == 0 {
		return ""
	}
	return (*n)[len(*n)-1]
}

// Set adds a name.
func (n *names) Set(text string) error {
	*n = append(*n, text)
	return nil
}

func (r *rawFlags) checkJudgements(opt *options) error {
	var err error
	if opt.method, err = weight.ParseMethod(r.method); err != nil {
		return fmt.Errorf("-method: %w", err)
	}
	if opt.index, err = weight.ParseRandomIndex(r.index); err != nil {
		return fmt.Errorf("-index: %w", err)
	}
	opt.group = aggregation(r.group)
	if !slices.Contains([]aggregation{byJudgements, byArithmetic, byGeometric}, opt.group) {
		return fmt.Errorf("-group %q is not allowed; want judgements, arithmetic or geometric", r.group)
	}
	if opt.places < 1 || opt.places > 7 {
		return fmt.Errorf("-places %d is not allowed; want 1 to 7", opt.places)
	}
	return nil
}

func (r *rawFlags) checkLang(opt *options) (err error) {
	if opt.lang, err = lang.New(r.lang, words); err != nil {
		return fmt.Errorf("-lang %w", err)
	}
	return nil
}

// checkAnswers checks the flags that say what the answers hold.
func (r *rawFlags) checkAnswers(opt *options) error {
	if opt.answers == "" {
		for _, name := range []string{"items", "scale", "tree", "overall", "missing", "sep", "strict"} {
			if r.given[name] {
				return fmt.Errorf("-%s needs -answers", name)
			}
		}
		if r.given["use"] && len(opt.judgements) > 0 {
			return errors.New("-use needs -answers")
		}
	}
	for _, name := range []string{"items", "scale"} {
		if r.given["tree"] && r.given[name] {
			return fmt.Errorf("-%s and -tree exclude each other: the tree says what was asked, and on which scale", name)
		}
	}
	if r.items != "" {
		opt.items = strings.Split(r.items, ",")
	}
	if opt.use != "" && !slices.Contains(allSources(), opt.use) {
		return fmt.Errorf("-use %q is not allowed; want one of %s", opt.use, strings.Join(allSources(), ", "))
	}
	var err error
	if opt.scale, err = parseScale(r.scale); err != nil {
		return fmt.Errorf("-scale: %w", err)
	}
	if opt.missing, err = parseMissing(r.missing); err != nil {
		return fmt.Errorf("-missing: %w", err)
	}
	separators := map[string]rune{",": ',', ";": ';', "tab": '\t'}
	if opt.separator = separators[r.sep]; opt.separator == 0 {
		return fmt.Errorf("-sep %q is not allowed; want , ; or tab", r.sep)
	}
	return r.checkOverall(opt)
}

func (r *rawFlags) checkOverall(opt *options) (err error) {
	column, scale, own := strings.Cut(r.overall, "=")
	if own && column == "" {
		return errors.New("-overall needs the name of a column")
	}
	if opt.overall, opt.overallScale = column, opt.scale; !own {
		return nil
	}
	if opt.overallScale, err = parseScale(scale); err != nil {
		return fmt.Errorf("-overall: %w", err)
	}
	return nil
}
