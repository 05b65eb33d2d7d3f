package loyalty

import "github.com/hotelcrm/hotelcrm/internal/enum"

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
}

// words lists the leaves that hold one of a list of names.
var words = map[string]enum.Names{
	"metric": metricNames, "kind": kindNames, "windowKind": windowNames, "validityKind": validityNames,
	"downgradeKind": downgradeNames, "counters": counterNames, "given": givenNames,
}
