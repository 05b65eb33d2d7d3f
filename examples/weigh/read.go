package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	tables "github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// input is what the files hold.
type input struct {
	name     string // of all files, not where they lie
	files    []string
	experts  []weight.Expert
	decision *weight.Decision
	survey   *survey // nil for none
}

// example holds the built-in hotel.
//
//go:embed example
var example embed.FS

// read reads all files, and tells about rows that it left out.
func read(opt *options, stderr io.Writer) (*input, error) {
	in, open := &input{}, os.ReadFile
	if len(opt.judgements) == 0 && opt.answers == "" {
		if err := builtIn(opt); err != nil {
			return nil, err
		}
		in.name, open = builtInName, example.ReadFile
	}
	for _, file := range opt.judgements {
		data, err := open(file)
		if err != nil {
			return nil, err
		}
		base := filepath.Base(file)
		if data, err = tables.Text(data); err == nil {
			err = in.addJudgements(base, data, len(opt.judgements) > 1)
		}
		if err != nil {
			return nil, named(base, err)
		}
		in.files = append(in.files, base)
	}
	if in.name == "" {
		in.name = strings.Join(in.files, ", ")
	}
	if opt.answers == "" {
		return in, nil
	}
	data, err := open(opt.answers)
	if err != nil {
		return nil, err
	}
	base := filepath.Base(opt.answers)
	if data, err = tables.Text(data); err != nil {
		return nil, named(base, err)
	}
	in.survey, err = readSurvey(opt, base, data, stderr)
	if len(in.files) == 0 {
		in.name = base
	} else if in.name != builtInName {
		in.name += ", " + base
	}
	return in, err
}

const builtInName = "Built-in hotel"

// builtIn makes the options those of the built-in hotel.
func builtIn(opt *options) (err error) {
	opt.judgements = []string{"example/judgements.csv"}
	opt.answers, opt.overall = "example/answers.csv", "overall"
	opt.overallScale, err = satisfaction.Direct(0, 10)
	return err
}

// addJudgements adds the experts of a file, or its decision.
func (in *input) addJudgements(name string, data []byte, several bool) error {
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return in.addSurvey(name, data, several)
	}
	var shape struct {
		Matrix json.RawMessage `json:"criteria_matrix"`
	}
	if err := json.Unmarshal(data, &shape); err != nil {
		return err
	}
	if shape.Matrix == nil {
		judgements, err := weight.ReadJudgements(data)
		if err != nil {
			return err
		}
		in.experts = append(in.experts, weight.Expert{Name: strings.TrimSuffix(name, filepath.Ext(name)), Judgements: judgements})
		return nil
	}
	if several {
		return errors.New("a decision stands alone; it cannot be put together with other judgements")
	}
	decision, err := weight.ReadDecision(data)
	in.decision = &decision
	return err
}

func (in *input) addSurvey(name string, data []byte, several bool) error {
	experts, err := readExperts(data)
	if errors.Is(err, io.EOF) {
		return errors.New("the file is empty")
	}
	if err != nil {
		return err
	}
	if len(experts) == 0 {
		return errors.New("no rows below the header")
	}
	for i := range experts {
		if _, err := strconv.Atoi(experts[i].Name); several && err == nil { // named by its row
			experts[i].Name = fmt.Sprintf("%s %s", strings.TrimSuffix(name, filepath.Ext(name)), experts[i].Name)
		}
	}
	in.experts = append(in.experts, experts...)
	return nil
}

// The columns of a file of judgements that name an expert, and say how many parts of the say that one has.
const (
	expertColumn = "expert"
	shareColumn  = "share"
)

// readExperts reads a CSV file with an expert a row, or with a judgement a row if it has a column for the ratio.
func readExperts(data []byte) ([]weight.Expert, error) {
	header, err := headerOf(data, ',')
	if err != nil {
		return nil, err
	}
	var form weight.Survey
	if slices.Contains(header, shareColumn) {
		form.Share = shareColumn
	}
	if slices.Contains(header, "ratio") {
		return form.ReadList(bytes.NewReader(data))
	}
	if slices.Contains(header, expertColumn) {
		form.Expert = expertColumn
	}
	return form.ReadSurvey(bytes.NewReader(data))
}
