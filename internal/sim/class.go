package sim

// Class is how a guest comes to the hotel. A guest keeps the class over the years. The zero value is unset: an account
// has no class.
type Class uint8

// The source classes.
const (
	Direct    Class = iota + 1 // an individual who books with the hotel
	OTA                        // through an online travel agency
	Corporate                  // on the contract of a company
	Group                      // in the block of a group
	WalkIn                     // without a booking
)

const classCount = int(WalkIn) + 1

var classNames = [classCount]string{"unset", "direct", "ota", "corporate", "group", "walk-in"}

// String returns the name.
func (c Class) String() string { return classNames[c] }

// classRule is how the guests of a class behave. Distributions are quantiles over the guests or over their stays.
type classRule struct {
	homes   []int     // which property is home, per mille of the guests
	rates   quantiles // visits a year, in thousandths
	dropOut quantiles // chance to drop out after a visit, per mille
	nights  quantiles // hundredths of a night
	lead    quantiles // days from booking to arrival
	price   int       // per mille of the property's price
	member  int       // guests in the loyalty programme, per mille

	rateCode, market, source, channel string
}

var classShares = []int{0, 310, 400, 130, 100, 60} // per mille of the guests, in the order of Class

var classes = [classCount]classRule{
	Direct: {
		homes:   []int{380, 420, 200},
		rates:   quantiles{195, 290, 380, 470, 570, 680, 810, 950, 1110, 1300, 1530, 1820, 2210, 2730, 3640, 5460, 11700},
		dropOut: quantiles{30, 60, 82, 105, 127, 150, 172, 195, 220, 240, 260, 290, 320, 360, 410, 470, 600},
		nights:  quantiles{100, 110, 130, 150, 180, 200, 220, 240, 260, 290, 310, 340, 370, 410, 480, 600, 900},
		lead:    quantiles{0, 1, 3, 5, 8, 11, 15, 20, 26, 33, 41, 51, 63, 79, 102, 140, 240},
		price:   1040, member: 400,
		rateCode: "BAR", market: "RETAIL", source: "WEB", channel: "DIRECT",
	},
	OTA: {
		homes:   []int{450, 300, 250},
		rates:   quantiles{152, 230, 300, 380, 460, 550, 650, 760, 870, 1030, 1200, 1410, 1670, 2030, 2570, 3610, 7600},
		dropOut: quantiles{102, 176, 220, 270, 300, 330, 350, 380, 410, 440, 460, 490, 520, 540, 570, 610, 660},
		nights:  quantiles{100, 100, 110, 120, 140, 160, 190, 200, 220, 240, 270, 290, 320, 360, 420, 520, 750},
		lead:    quantiles{0, 1, 2, 4, 6, 9, 13, 17, 22, 29, 37, 46, 58, 74, 96, 130, 260},
		price:   960, member: 30,
		rateCode: "OTA", market: "DISCOUNT", source: "OTA",
	},
	Corporate: {
		homes:   []int{640, 60, 300},
		rates:   quantiles{500, 700, 950, 1200, 1500, 1900, 2300, 2800, 3400, 4100, 5000, 6100, 7600, 9800, 13000, 20000, 40000},
		dropOut: quantiles{3, 6, 10, 15, 20, 26, 33, 41, 50, 60, 72, 86, 103, 125, 155, 210, 400},
		nights:  quantiles{100, 100, 100, 110, 120, 140, 160, 180, 200, 210, 230, 250, 280, 300, 340, 400, 520},
		lead:    quantiles{0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 16, 20, 28, 60},
		price:   930, member: 550,
		rateCode: "CORP", market: "NEGOTIATED", source: "COMPANY", channel: "GDS",
	},
	Group: {
		homes:   []int{500, 420, 80},
		rates:   quantiles{90, 144, 198, 250, 310, 360, 430, 500, 590, 680, 790, 940, 1120, 1350, 1710, 2340, 3960},
		dropOut: quantiles{150, 240, 300, 350, 380, 410, 440, 470, 500, 530, 550, 580, 610, 640, 670, 700, 740},
		nights:  quantiles{100, 120, 160, 200, 210, 220, 230, 250, 270, 290, 300, 310, 320, 350, 390, 430, 600},
		lead:    quantiles{14, 25, 34, 43, 52, 61, 71, 81, 92, 104, 118, 133, 151, 173, 203, 248, 340},
		price:   820, member: 20,
		rateCode: "GRP", market: "GROUP", source: "SALES", channel: "SALES",
	},
	WalkIn: {
		homes:   []int{400, 150, 450},
		rates:   quantiles{102, 153, 220, 270, 340, 410, 490, 580, 680, 800, 940, 1110, 1330, 1630, 2110, 3060, 5950},
		dropOut: quantiles{150, 230, 280, 320, 360, 390, 420, 450, 480, 510, 530, 560, 590, 620, 650, 690, 740},
		nights:  quantiles{100, 100, 100, 100, 100, 100, 110, 120, 130, 140, 160, 180, 200, 220, 250, 310, 420},
		price:   1120, member: 20,
		rateCode: "RACK", market: "RETAIL", source: "WALKIN", channel: "FRONTDESK",
	},
}

// agents are the online travel agencies, with their share of the class's guests.
var (
	agents      = [...]string{"OTA-A", "OTA-B", "OTA-C", "OTA-D"}
	agentShares = []int{520, 280, 140, 60}
)

// spread is a guest's own price level, per mille of what the class pays.
var spread = quantiles{620, 730, 790, 830, 870, 900, 930, 955, 980, 1005, 1035, 1070, 1110, 1160, 1230, 1350, 1700}

// Satisfaction of a guest in [1, 5], and what it does to the drop-out chance, per mille: the content come back.
var (
	satisfactionShares = []int{50, 100, 250, 380, 220}
	satisfactionEffect = [5]int{1350, 1200, 1050, 930, 850}
)
