package sim

// property is one hotel of the group.
type property struct {
	code    string
	price   int     // usual room price a night, in cents
	stretch int     // length of stay against the class's usual one, per mille
	months  [12]int // demand by month, from January, 1000 on average
	week    [7]int  // demand by weekday of arrival, from Sunday, 1000 on average
	food    int64   // food and beverage, per mille of the room price, where there is any
	other   int64   // other departments, per mille of the room price, where there is any
	usage   int     // stays that use other departments, per mille
}

// The three hotels, in the order of the properties table.
const (
	city = iota
	resort
	airport
	propertyCount
)

var properties = [propertyCount]property{
	city: {
		code: "CITY", price: 13_500, stretch: 1000,
		months: [12]int{850, 950, 1050, 1000, 1100, 1100, 850, 750, 1200, 1200, 1100, 850},
		week:   [7]int{900, 1500, 1400, 1300, 900, 550, 450},
		food:   200, other: 110, usage: 350,
	},
	resort: {
		code: "RESORT", price: 16_500, stretch: 1900,
		months: [12]int{350, 400, 550, 850, 1100, 1600, 2050, 2100, 1300, 800, 400, 500},
		week:   [7]int{900, 700, 700, 800, 1000, 1500, 1400},
		food:   380, other: 220, usage: 650,
	},
	airport: {
		code: "AIRPORT", price: 9_800, stretch: 800,
		months: [12]int{950, 950, 1000, 1000, 1000, 1050, 1050, 1050, 1000, 1000, 950, 1000},
		week:   [7]int{1000, 1000, 1000, 1000, 1000, 1000, 1000},
		food:   140, other: 90, usage: 300,
	},
}
