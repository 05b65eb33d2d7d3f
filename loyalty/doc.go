// Package loyalty runs a hotel loyalty programme whose rules are data: who has which status on which date, and why.
//
// # When to use it
//
// To answer "what tier was this guest on 3 March, under the rules then in force and as far as was then known", to show a
// member what is missing to the next tier, to warn before a status ends, to say what a stay earns and by which rule, and
// to see what new rules would have made of last year before they are announced. It is not a ledger: what points a member
// has is for a ledger to say, and status never depends on a balance.
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
// A night more never lowers a tier where every condition asks for at least so much and counts over any window but level,
// retain asks no more than promote, the tiers of a version last for cycles of one kind, of years, or none of them does,
// versions let tiers last as long and fall as far as each other, promotions begin at once, moves keep the order of tiers,
// counters are kept, nothing rolls over, and the enrolment date is stated. Elsewhere it may: it can bring a promotion
// after which less is carried over, counters are zero or a level's cycle starts anew, let a status last into rules under
// which it falls deeper, pass an upper bound, or, before what was the first line, move the enrolment.
//
// Dates are business dates of the house that made the line; the time zone is for the caller to settle. Spans are
// half-open: valid through 28 February 2027 is written to 2027-03-01. Months are clamped to the end of the month and
// counted from the original day.
//
// # Stays and points
//
// A [Guest] is a member with folios, which are stays with a brand and a payer, and events. [Engine.Earn] makes of them
// the lines of activity that count for status, and the lines of points, [Credit], each with its rule, the version of the
// rules, the tier that paid, and the points before and after rounding. Every folio is counted or left out for one reason,
// see [Exclusion]. [Engine.EarnAll] does so for many guests and keeps the budgets of campaigns; [CompareGuests] replays
// their stays under other rules.
//
// Bookings of one guest that adjoin at one hotel are one stay, which ends with the last of them; its last departure is
// its activity date and chooses the rules. Rooms taken at once are one stay, too: for points so many of them count as one
// limit says, those that arrived first, then those recorded first; for the tier each night counts as many rooms as another
// limit says. What is delivered again under the same id and version, or with the same business key, counts once.
//
// Points of a stay are worked out in this order:
//
//	base points   for each rate: spend · points / per, rounded once at the stated point
//	cap           of base points
//	elite bonus   base points · rate of the tier, rounded
//	floor         what is missing to it, with the bonus
//	campaigns     each on base points or on a count, rounded; cap for a member
//	              budgets for all members, in the recorded order
//
// The tier is that of the day of check-in or check-out, by what was counted before the stay's activity date: a stay never
// raises its own bonus. Base points, after the cap, count for status; bonus, floor and campaigns do not, unless a campaign
// says so. Amounts are exact: an amount in another currency is converted with the rate given and rounded half-even to
// the programme's smallest unit, a share of several rooms is rounded down to it, and else nothing is rounded but points.
//
// # Format of a programme
//
// Keys that are not listed are refused, and so are repeated keys, null, and numbers with an exponent. Dates are texts
// such as "2026-01-01". Every "to" is exclusive: the first day on which something is over. Keys marked * are needed; a
// list so marked has one entry or more. A number may stand in quotes ("500.50"); it has 15 digits before the point and
// 9 after it at most, a whole number is at most 10¹². Names that tiers, brands, properties and codes go by are the
// caller's own and are compared letter by letter.
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
//	  id*, note   text; the id unlike the others'
//	  from, to    when it is in force; without from: always before, without to: for ever
//	  tiers*      list of tier, lowest first; the first is the same in every version and has no condition; a tier that a
//	              later version lacks is kept to its end, unless moves say otherwise
//	  window      where conditions count that state no window; without it: the calendar year
//	  valid       how long tiers last that state no validity; without it: for ever
//	  downgrade   {to, floor}: to is supported (the default), one-step or none; who has reached floor never falls below it
//	  counters    keep (the default), or reset: zero on the day a level above begins, but for lifetime counts; the activity
//	              that reached it counts no more
//	  rollover    {metric, from, cap, without}: nights above the threshold of the tier reached count in the next calendar
//	              year, once; metric: nights unless stated; from: lowest tier; cap: at most; without: kinds not carried
//	  stepwise    true: the activity of a day promotes to the next tier at most, or to one for life; only the next tier's
//	              condition is looked at
//	  effectiveAfterDays  a promotion begins so many days after it was reached, 0 to 7
//	  ignore      list of kinds of activity that do not count for status
//	  exclusive   true: the tiers are classes and the first may have a condition, too; lint looks for gaps and overlaps
//	  moves       list of {from*, to*}: holders of a tier get another on the day the version comes into force
//	  milestones, challenges, benefits   lists, see below
//	  stays, earn, campaigns   what of stays counts, what it earns, and what it earns for a time: see below
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
//	  rolling           (d - months, d]
//	  level             cycle of months, counted from the day on which the level began
//	  membership-year   cycle of months, counted from enrolment
//	  lifetime          everything up to d
//	  best-of           of: the condition holds if it holds in one of the windows listed, two or more
//	  months            of rolling, level and membership-year: 12 unless stated
//	  back              of calendar-year, level and membership-year: so many cycles before, 1 is the last full one
//
//	validity      {kind, month, years, months, cycle, graceMonths}
//	  month-end         to the end of month (1 to 12), years after the year of the day it was earned; without years to the
//	                    next end of that month
//	  months            for months from the day it begins
//	  cycle             to the end of the cycle, a window of kind level, membership-year or calendar-year; then the cycle
//	                    that has ended is judged by retain, under the rules of its last day
//	  for-ever
//	  graceMonths       the status is kept so much longer; a cycle is judged after the grace, but counts to its end; who
//	                    reaches the tier again in the grace keeps it for the cycle that runs
//
//	milestone     {id*, metric*, window, tier, at*, every, upTo, without, points, choices, choose, chooseDays, valid}
//	              reached at the count at, then every so many up to upTo, in each calendar year unless window says
//	              membership-year or lifetime; tier: lowest tier that takes part; without: kinds that do not count; points
//	              are given; of choices so many may be chosen within chooseDays; what was given is good as valid says
//	challenge     {id*, trial, days*, steps*}: trial is the tier held for so many days; steps: list of {when*, tier*, to*},
//	              each condition counts over the trial and gives its tier to a date
//	benefit       {id*, name, nameZh, properties, tiers*}: tiers: list of {tier*, given*, quantity, text, textZh}; given:
//	              none, on-request or given; a tier without an entry has that of the next lower one
//	stays         without it, and for each key that is missing, the default in brackets
//	  apart            true: bookings that adjoin at one hotel are stays of their own [one stay]
//	  roomsForPoints   rooms of one night that earn [all]; roomsForBonus: of these, rooms with elite bonus [all]
//	  roomsForTier     rooms of one night that count as nights [1]
//	  departments      whose revenue is eligible [all but fees]: rooms, food-beverage, other-operated, miscellaneous, fees
//	  roles, payers    who earns [primary], whose payment [guest]; roles: primary, sharer, accompanying,
//	                   account; payers: guest, company, agent, other
//	  dayUse           spend: it earns but is no stay [spend]; stay: a stay without a night; none: left out
//	  noShowEarns      true: the fee of a no-show is eligible
//	  enrolledBy       check-in or check-out: the day on which the guest must be a member [check-out]
//	  withoutRates, withoutMarkets, withoutChannels   codes of stays that do not count; "TOUR*" is any that begins so
//	  withoutCodes     revenue codes of charges that do not count
//
//	earn
//	  rates*       list of rate, one or more; the first that fits a department's revenue is used
//	  rounding     of all points, bonus and campaigns too: down (the default), half-up, half-even or up
//	  roundAt      stay (the default), folio or charge: what is rounded as one sum, for each rate
//	  bonus        list of {tier*, rate*}: 0.25 is 25 % of base points; a tier without an entry has that of the next lower one
//	  tierAt       check-in or check-out (the default): the day whose tier pays
//	  cap, floor   points of a stay: base points at most; base points and bonus at least, if it earns anything
//	  after        {days, workingDays}: when points may be used after the activity date
//	  cost         what a point costs, for a replay
//
//	rate          {id*, points*, per, whole, upTo, brands, properties, departments, tiers, kinds, noBonus}: points for each
//	              per of spend (1 unless stated), of whole pers only if whole; upTo: spend of a stay that earns at most;
//	              the lists say where it fits, without one everywhere; kinds: stay, award, event, no-show; noBonus: no
//	              elite bonus on it
//
//	campaign      a version has campaigns only beside earn
//	  id*, name, nameZh, from, to    by: check-in or check-out (the default) of a stay lies in from and to
//	  group, order   a stay counts for one campaign of a group: of those it meets the one with the lowest order
//	  register       before-stay or before-end: members must have entered
//	  tiers, brands, properties      where it runs, without one everywhere; kinds: stay (alone unless stated), award, event,
//	                                 no-show
//	  minNights, minSpend, minSpendPerNight    of a stay
//	  firstStays, firstMembers       only so many stays of each member, only so many members
//	  reward*        one of {"kind": "multiplier", "times": 2, "elite": true}: base points, with elite also the bonus, so
//	                 many times in all; {"kind": "fixed", "points": n} for each stay; {"kind": "every", "metric": ...,
//	                 "every": k, "points": n}; {"kind": "steps", "metric": ..., "steps": [{"at": k, "points": n}, ...]};
//	                 {"kind": "streak", "months": k, "points": n}: for so many calendar months in a row with a stay;
//	                 metric: nights, stays, points, spend, events, for steps also brands; each step is given once
//	  qualifies      true: its points count for status
//	  cap, budget    points for one member, for all members
//
//	kind          of activity: stay, award (a stay whose use is points), bonus, event, no-show, correction, redemption (never
//	              counts)
//
// A small inn, whose friends come five nights in any twelve months and stay friends for a year:
//
//	{"format": 1, "id": "inn", "currency": "EUR", "versions": [{
//	  "id": "2026", "window": {"kind": "rolling", "months": 12}, "valid": {"kind": "months", "months": 12},
//	  "tiers": [{"id": "guest"}, {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}, "payRate": 0.95}],
//	  "earn": {"rates": [{"id": "base", "points": 1}], "bonus": [{"tier": "friend", "rate": 0.5}]},
//	  "campaigns": [{"id": "november", "from": "2026-11-01", "to": "2026-12-01", "reward": {"kind": "multiplier", "times": 2}}]
//	}]}
//
// [Presets] lists published programmes of hotel chains in this format, with year and source, and [Preset] returns one, to
// be used or changed; the folder testdata holds their texts and cases for each. They are no statement of what is in force
// today.
//
// # Sources
//
// The shapes of the rules are those of the programmes in testdata, from the operators' own terms or the trade press as
// each file says. The guest classes, member rules and services are those of Gong (2009), section 4.3, tables 4-1 and 4-2.
package loyalty
