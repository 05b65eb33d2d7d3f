package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// shapes lists the keys of each object of the JSON format and what they hold: an object by its name, a leaf, or a list
// of either with [] in front. It is what makes the decoder strict and lets it say where an error is.
var shapes = map[string]map[string]string{
	"programme": {
		"format": "int", "id": "text", "name": "text", "nameZh": "text", "currency": "text", "year": "text", "source": "text",
		"note": "text", "versions": "[]version", "floors": "[]floor",
	},
	"version": {
		"id": "text", "from": "date", "to": "date", "note": "text", "tiers": "[]tier", "window": "window", "valid": "validity",
		"downgrade": "downgrade", "counters": "counters", "rollover": "rollover", "stepwise": "bool",
		"effectiveAfterDays": "int", "ignore": "[]kind", "exclusive": "bool", "moves": "[]move", "milestones": "[]milestone",
		"challenges": "[]challenge", "benefits": "[]benefit", "expiry": "expiry", "freeNight": "freeNight",
		"stays": "stays", "earn": "earn", "campaigns": "[]campaign",
	},
	"tier": {
		"id": "text", "name": "text", "nameZh": "text", "promote": "condition", "retain": "condition", "forLife": "condition",
		"valid": "validity", "payRate": "number",
	},
	"condition": {
		"all": "[]condition", "any": "[]condition", "metric": "metric", "tier": "text", "atLeast": "number",
		"atMost": "number", "below": "number", "window": "window",
	},
	"window":    {"kind": "windowKind", "months": "int", "back": "int", "of": "[]window"},
	"validity":  {"kind": "validityKind", "month": "int", "years": "int", "months": "int", "cycle": "window", "graceMonths": "int"},
	"downgrade": {"to": "downgradeKind", "floor": "text"},
	"rollover":  {"metric": "metric", "from": "text", "cap": "int", "without": "[]kind"},
	"move":      {"from": "text", "to": "text"},
	"floor":     {"heldOn": "date", "to": "date", "note": "text"},
	"challenge": {"id": "text", "trial": "text", "days": "int", "steps": "[]step"},
	"step":      {"when": "condition", "tier": "text", "to": "date"},
	"milestone": {
		"id": "text", "metric": "metric", "window": "window", "tier": "text", "at": "int", "every": "int", "upTo": "int",
		"without": "[]kind", "points": "int", "choices": "[]text", "choose": "int", "chooseDays": "int", "valid": "validity",
	},
	"benefit":   {"id": "text", "name": "text", "nameZh": "text", "properties": "[]text", "tiers": "[]cell"},
	"cell":      {"tier": "text", "given": "given", "quantity": "int", "text": "text", "textZh": "text"},
	"expiry":    {"lifeMonths": "int", "yearEnds": "int", "idleMonths": "int", "exempt": "[]text", "takeover": "bool"},
	"freeNight": {"every": "int", "tiers": "[]text"},
	"stays": {
		"apart": "bool", "roomsForPoints": "int", "roomsForBonus": "int", "roomsForTier": "int", "departments": "[]department", "roles": "[]role",
		"payers": "[]payer", "dayUse": "dayUse", "noShowEarns": "bool", "enrolledBy": "moment", "withoutRates": "[]text",
		"withoutMarkets": "[]text", "withoutChannels": "[]text", "withoutCodes": "[]text",
	},
	"earn": {
		"rates": "[]rate", "rounding": "rounding", "roundAt": "roundAt", "bonus": "[]bonus", "tierAt": "moment", "cap": "int",
		"floor": "int", "after": "posting", "cost": "number",
	},
	"rate": {
		"id": "text", "points": "number", "per": "number", "whole": "bool", "upTo": "number", "brands": "[]text",
		"properties": "[]text", "departments": "[]department", "tiers": "[]text", "kinds": "[]kind", "noBonus": "bool",
	},
	"bonus":   {"tier": "text", "rate": "number"},
	"posting": {"days": "int", "workingDays": "int"},
	"campaign": {
		"id": "text", "name": "text", "nameZh": "text", "from": "date", "to": "date", "by": "moment", "group": "text",
		"order": "int", "register": "register", "tiers": "[]text", "brands": "[]text", "properties": "[]text",
		"kinds": "[]kind", "minNights": "int", "minSpend": "number", "minSpendPerNight": "number", "firstStays": "int",
		"firstMembers": "int", "reward": "reward", "qualifies": "bool", "cap": "int", "budget": "int",
	},
	"reward": {
		"kind": "rewardKind", "points": "int", "times": "number", "elite": "bool", "metric": "metric", "every": "int",
		"steps": "[]rung", "months": "int",
	},
	"rung": {"at": "int", "points": "int"},
}

// words lists the leaves that hold one of a list of names.
var words = map[string]enum.Names{
	"metric": metricNames, "kind": kindNames, "windowKind": windowNames, "validityKind": validityNames,
	"downgradeKind": downgradeNames, "counters": counterNames, "given": givenNames,
	"payer": payerNames, "dayUse": dayUseNames, "moment": momentNames, "roundAt": roundAtNames, "rewardKind": rewardNames,
	"register": registerNames, "role": roleNames, "department": departmentNames, "rounding": roundingNames,
}

// Names of the root package, which keeps its own.
var (
	roleNames       = namesOf(hotelcrm.Account)
	departmentNames = namesOf(hotelcrm.Fees)
	roundingNames   = namesOf(hotelcrm.RoundDown)
)

// namesOf returns the names of the values up to last.
func namesOf[T interface {
	~uint8
	String() string
}](last T) enum.Names {
	names := enum.Names{""}
	for v := T(1); v <= last; v++ {
		names = append(names, v.String())
	}
	return names
}
