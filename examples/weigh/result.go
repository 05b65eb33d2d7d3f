package main

import (
	"encoding/json"
	"io"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// result is what the command says; -json prints it. The keys of this file are always there: null or empty if they do not
// apply.
type result struct {
	Input      string             `json:"input"`
	Places     int                `json:"places"` // of weights
	Judgements *judged            `json:"judgements"`
	Survey     *surveyed          `json:"survey"`
	Warnings   []hotelcrm.Warning `json:"warnings"`
}

type number = json.Number

// weighted is one thing and its weight.
type weighted struct {
	Name   string  `json:"name"`
	Weight number  `json:"weight"` // the weights of a list sum to exactly 1
	Full   float64 `json:"full"`
}

// split returns names and full weights.
func split(list []weighted) (names []string, full []float64) {
	for _, w := range list {
		names, full = append(names, w.Name), append(full, w.Full)
	}
	return names, full
}

// judged is what the judgements say.
type judged struct {
	Files       []string           `json:"files"`
	Kind        string             `json:"kind"` // expert, group or decision
	Method      weight.Method      `json:"method"`
	RandomIndex weight.RandomIndex `json:"randomIndex"`
	Matrices    []matrix           `json:"matrices"` // one; of a decision the criteria, then one for each of them
	Totals      []weighted         `json:"totals"`   // of a decision's alternatives
	Group       *group             `json:"group"`
	warnings    []hotelcrm.Warning
}

// matrix is what one matrix of judgements says.
type matrix struct {
	Of          string              `json:"of"` // empty if there is only one
	Weights     []weighted          `json:"weights"`
	Missing     int                 `json:"missing"`     // pairs not compared
	Consistency *weight.Consistency `json:"consistency"` // null where weights, not judgements, were put together
	Furthest    []repair            `json:"furthest"`    // the judgements furthest from what all others say, the furthest first
}

// repair is a judgement and what the others say of it, with names in place of numbers.
type repair struct {
	Row    string `json:"row"`
	Column string `json:"column"`
	weight.Repair
}

type group struct {
	Aggregation aggregation `json:"aggregation"`
	Experts     int         `json:"experts"`
	Accepted    int         `json:"accepted"` // whose consistency ratio is .1 or less
	Consensus   float64     `json:"consensus"`
	Sum         float64     `json:"sum"`        // of the weights before they were divided by it
	Spread      []float64   `json:"spread"`     // standard deviation (n - 1) of the experts' weights
	Judgements  []said      `json:"judgements"` // put together, pair by pair; none where weights were
	Opinions    []opinion   `json:"opinions"`
}

// said is what the group says of one pair, with names in place of numbers.
type said struct {
	Row    string `json:"row"`
	Column string `json:"column"`
	weight.GroupJudgement
}

// opinion is what one expert says, and which judgements to ask again.
type opinion struct {
	weight.Opinion
	AskAgain []repair `json:"askAgain"` // empty where the consistency ratio is .1 or less
}

// surveyed is what the answers say.
type surveyed struct {
	File         string                `json:"file"`
	Rows         int                   `json:"rows"`
	Wrong        int                   `json:"wrong"` // rows left out
	Guests       int                   `json:"guests"`
	Missing      int                   `json:"missing"` // answers left out
	Used         string                `json:"used"`    // the source of the weights of scores and grid
	Questions    []question            `json:"questions"`
	Sources      []source              `json:"sources"`
	Refused      []refused             `json:"refused"`
	Disagreement []weight.Disagreement `json:"disagreement"`
	Drivers      *satisfaction.Drivers `json:"drivers"`
	Scores       *satisfaction.Report  `json:"scores"`
	Unit         unit                  `json:"unit"`
	Grid         *grid                 `json:"grid"` // null where all questions weigh alike
	warnings     []hotelcrm.Warning
	sources      []weight.Source
	judged       *satisfaction.Tree
	judgedAt     *satisfaction.Node
	depth        map[string]int
	labels       map[string]label
}

// unit is what scores are in.
type unit struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

type label struct{ text, zh string }

type question struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	LabelZH string `json:"labelZh"`
}

// source is one list of weights of the questions.
type source struct {
	Name    string     `json:"name"`
	Weights []weighted `json:"weights"`
}

// refused is a source that gives no weights, and why.
type refused struct {
	Source string `json:"source"`
	Reason string `json:"reason"`
}

// grid is the grid of importance and performance in both readings.
type grid struct {
	Cuts     satisfaction.Cuts `json:"cuts"`
	Readings readings          `json:"readings"`
	Items    []placed          `json:"items"`
	FixFirst []string          `json:"fixFirst"` // the widest gap first
}

type readings struct {
	Thesis    satisfaction.Labels `json:"thesis"`
	Classical satisfaction.Labels `json:"classical"`
}

// placed is a question in its cell.
type placed struct {
	satisfaction.Placed
	Classical satisfaction.Label `json:"classical"` // what the classical reading calls the cell
}

func printJSON(to io.Writer, r *result) error {
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}
