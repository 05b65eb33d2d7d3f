// Package loyalty runs a hotel loyalty programme whose rules are data: who has which status on which date, and why.
//
// # When to use it
//
// To answer "what tier was this guest on 3 March, under the rules then in force and as far as was then known", to show a
// member what is missing to the next tier, to warn before a status ends, and to see what new rules would have made of
// last year before they are announced. It is not a ledger: what points a member has is for a ledger to say, and status
// never depends on a balance.
//
// # Model
//
// A [Programme] is one JSON value, see below. [ParseProgramme] reads it, [Lint] says what is doubtful in it, [Compile]
// makes an [Engine] of it. A [Member] is an enrolment date, lines of [Activity] and grants. The [Status] on a date is a
// function of these and of two dates: the one asked for, and the one up to which lines and grants are known ([AsOf]).
//
// Every line counts under the version in force on its date. The rules look at the close of a day with activity, when all
// lines of that day are added up, so the order of lines with one date never matters; at the end of a cycle; and, for
// tiers for life, also when a calendar year has ended. On one day things happen in this order: a minimum given to all is
// noted, the old year is closed, a new version comes into force, promotions reached earlier begin, a status that is over
// lapses or is reviewed, grants without an end are made, and at last the day's activity counts.
//
// A tier that activity supports is supported to the end that its validity gives. The level is the highest tier reached;
// when it is over the member falls to the highest tier that is still supported, or as the downgrade rule says. Grants
// with an end, trials and minimums lie over the level, which goes on beneath them; the better of the two is the status.
//
// Dates are business dates of the house that made the line; the time zone is for the caller to settle. Spans are
// half-open: valid through 28 February 2027 is written to 2027-03-01. Months are clamped to the end of the month and
// counted from the original day.
//
// # Format of a programme
//
// Keys that are not listed are refused, and so are repeated keys, null, and numbers with an exponent. Dates are texts
// such as "2026-01-01". Every "to" is exclusive: the first day on which something is over. Keys marked * are needed.
//
//	programme
//	  format*     1
//	  id*         text
//	  name, nameZh, year, source, note
//	  currency*   ISO 4217; spend and thresholds of spend are in it, with no more decimal places than it has
//	  versions*   list of version; they must not overlap
//	  floors      list of {heldOn*, to*, note}: what was held on a day is the minimum to a date, for all
//
//	version
//	  id*         text, unlike the others'
//	  from, to    when it is in force; without from: always before, without to: for ever
//	  tiers*      list of tier, lowest first; the first is the same in every version and has no condition
//	  window      where conditions count that state no window; without it: the calendar year
//	  valid       how long tiers last that state no validity; without it: for ever
//	  downgrade   {to, floor}: to is supported (the default), one-step or none; who has reached floor never falls below it
//	  counters    keep (the default), or reset: zero on the day a promotion begins, but for lifetime counts
//	  rollover    {metric, from, cap, without}: nights above the threshold of the tier reached count in the next calendar
//	              year, once; metric: nights unless stated; from: lowest tier; cap: at most; without: kinds not carried
//	  stepwise    true: a day promotes by one tier at most
//	  effectiveAfterDays  a promotion begins so many days after it was reached, 0 to 7
//	  ignore      list of kinds of activity that do not count for status
//	  exclusive   true: the tiers are classes and the first may have a condition, too; lint looks for gaps and overlaps
//	  moves       list of {from*, to*}: holders of a tier get another on the day the version comes into force
//	  milestones, challenges, benefits   lists, see below
//	  expiry      of points: {lifeMonths, yearEnds, idleMonths, exempt, takeover}; the earliest counts; exempt: tiers whose
//	              points do not lapse for want of activity; takeover: true if points alive on from follow this rule
//	  freeNight   of award stays: {every*, tiers}: of each block of so many nights the cheapest is free
//
//	tier
//	  id*, name, nameZh
//	  promote     condition that reaches it; without one: by grant only
//	  retain      condition that keeps it; without one: as promote
//	  forLife     condition that gives it for ever; its window is lifetime unless stated
//	  valid       validity
//	  payRate     the part of the rate that is paid: 0.9 is 10 % off (打9折)
//
//	condition, one of
//	  {"all": [condition, ...]}     every one holds
//	  {"any": [condition, ...]}     one holds
//	  {"metric": ..., "atLeast": n, "atMost": n, "below": n}   one threshold or more
//	              metric: nights, stays, points (base points), spend, events, noShows, brands (different ones), or
//	              years with "tier": calendar years on whose last day that tier or a higher one was held
//	  "window" beside it: for this condition and those inside it
//
//	window        {kind, months, back, of}; d is the day on which the rule looks
//	  calendar-year     1 January to d
//	  rolling           (d - months, d]; months: 12 unless stated
//	  level             cycle of months, counted from the day on which the level began
//	  membership-year   cycle of months, counted from enrolment
//	  lifetime          everything up to d
//	  best-of           of: the condition holds if it holds in one of the windows listed
//	  back              1: the cycle before, of calendar-year, level and membership-year
//
//	validity      {kind, month, years, months, cycle, graceMonths}
//	  month-end         to the end of month (1 to 12), years after the year of the day it was earned
//	  months            for months from the day it begins
//	  cycle             to the end of the cycle, a window of kind level, membership-year or calendar-year; then the cycle
//	                    that has ended is judged by retain, under the rules of its last day
//	  for-ever
//	  graceMonths       the status is kept so much longer; a cycle is judged after the grace, but counts to its end
//
//	milestone     {id*, metric*, window, tier, at*, every, upTo, without, points, choices, choose, chooseDays, valid}
//	              reached at the count at, then every so many up to upTo, in each calendar year unless window says
//	              membership-year or lifetime; tier: lowest tier that takes part; without: kinds that do not count; points
//	              are given; of choices so many may be chosen within chooseDays; what was given is good as valid says
//	challenge     {id*, trial, days*, steps*}: trial is the tier held for so many days; steps: list of {when*, tier*, to*},
//	              each condition counts over the trial and gives its tier to a date
//	benefit       {id*, name, nameZh, properties, tiers*}: tiers: list of {tier*, given*, quantity, text, textZh}; given:
//	              none, on-request or given; a tier without an entry has that of the next lower one
//	kind          of activity: stay, award, bonus, event, no-show, correction, redemption (never counts)
//
// A small inn, whose friends come five nights in any twelve months and stay friends for a year:
//
//	{"format": 1, "id": "inn", "currency": "EUR", "versions": [{
//	  "id": "2026", "window": {"kind": "rolling", "months": 12}, "valid": {"kind": "months", "months": 12},
//	  "tiers": [{"id": "guest"}, {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}, "payRate": 0.95}]
//	}]}
//
// The folder testdata holds published programmes of hotel chains in this format, with year and source, and cases for
// each; they are read for the tests and are no statement of what is in force today.
//
// # Sources
//
// The shapes of the rules are those of the programmes in testdata, from the operators' own terms or the trade press as
// each file says. The guest classes, member rules and services are those of Gong (2009), section 4.3, tables 4-1 and 4-2.
package loyalty
