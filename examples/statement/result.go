package main

import (
	"encoding/json"
	"io"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// result is what the command says; -json prints it. The keys of this file are always there: null or empty if they do not
// apply. Dates by which something is over are exclusive, as in the programme.
type result struct {
	Input     string        `json:"input"`
	Programme programme     `json:"programme"`
	Member    string        `json:"member"`
	Enrolled  hotelcrm.Date `json:"enrolled"`
	AsOf      hotelcrm.Date `json:"asOf"`
	Known     hotelcrm.Date `json:"known"` // empty: everything is known

	Status     loyalty.Status      `json:"status"`
	Because    *loyalty.Entry      `json:"because"` // the change that gave the present tier
	Last       hotelcrm.Date       `json:"last"`    // the last day on which it is valid; empty: for ever
	Ladder     []tier              `json:"ladder"`
	Next       string              `json:"next"` // empty at the top
	Ways       [][]loyalty.Need    `json:"ways"` // in one of them every threshold must be reached
	Keep       [][]loyalty.Need    `json:"keep"`
	Projection *loyalty.Projection `json:"projection"` // null if nothing is booked
	Notices    []loyalty.Notice    `json:"notices"`

	Points     *account              `json:"points"`
	Credits    []loyalty.Credit      `json:"credits"` // what stays and events earned, line by line
	LeftOut    map[string]int        `json:"leftOut"` // stays and events that earned nothing, by reason
	Milestones []loyalty.Reached     `json:"milestones"`
	Benefits   []loyalty.Entitlement `json:"benefits"`
	PayRate    decimal.Decimal       `json:"payRate"`   // the part of the rate that the member pays
	FreeNight  int                   `json:"freeNight"` // of so many award nights one is free; 0: none
	Timeline   []loyalty.Entry       `json:"timeline"`
	Outlook    []loyalty.Entry       `json:"outlook"` // what will happen to the status in three years if nothing more is done

	Replay *replay `json:"replay"` // null without -replay

	versions []loyalty.Version // of the programme, which name its milestones
}

type programme struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	NameZH   string `json:"nameZh"`
	Currency string `json:"currency"`
	Year     string `json:"year"`
	Source   string `json:"source"`
	Version  string `json:"version"` // in force on the day of the statement
}

// tier is a step of the ladder in force.
type tier struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	NameZH string `json:"nameZh"`
	Held   bool   `json:"held"`
}

func printJSON(to io.Writer, r any) error {
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}
