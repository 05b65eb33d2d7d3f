module github.com/hotelcrm/hotelcrm/benchmarks/peers

go 1.26.0

require (
	github.com/hotelcrm/hotelcrm v0.0.0
	github.com/shopspring/decimal v1.6.0
)

require gonum.org/v1/gonum v0.17.0 // indirect

replace github.com/hotelcrm/hotelcrm => ../..
