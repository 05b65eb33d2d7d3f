package hotelcrm

import (
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/shopspring/decimal"
)

// Revenue is what a stay brought, by department of the Uniform System of Accounts for the Lodging Industry (USALI,
// 11th and 12th edition), net of tax and of whatever the hotel only passes on (city tax, gratuities, deposits,
// payments). Amounts may be negative after refunds. The zero value is no revenue.
//
// Where a package price is not split by the source, all of it goes to Rooms.
type Revenue struct {
	Rooms         decimal.Decimal `json:"rooms"`         // schedule 1
	FoodBeverage  decimal.Decimal `json:"foodBeverage"`  // schedule 2
	OtherOperated decimal.Decimal `json:"otherOperated"` // schedule 3
	Miscellaneous decimal.Decimal `json:"miscellaneous"` // schedule 4
	Fees          decimal.Decimal `json:"fees"`          // no-show and cancellation charges
}

// Of returns the revenue of the departments in the set. The empty set gives zero.
func (r Revenue) Of(departments DepartmentSet) decimal.Decimal {
	var sum Sum
	for i, amount := range r.amounts() {
		if departments.Has(Department(i + 1)) {
			sum.Add(amount)
		}
	}
	return sum.Decimal()
}

func (r Revenue) amounts() [departmentCount]decimal.Decimal {
	return [departmentCount]decimal.Decimal{r.Rooms, r.FoodBeverage, r.OtherOperated, r.Miscellaneous, r.Fees}
}

const departmentCount = 5

// Department is a revenue department. The zero value is unset.
type Department uint8

// The departments, in the order of the USALI schedules; Fees are kept apart.
const (
	Rooms Department = iota + 1
	FoodBeverage
	OtherOperated
	Miscellaneous
	Fees
)

var departmentNames = enum.Names{"", "rooms", "food-beverage", "other-operated", "miscellaneous", "fees"}

// String returns the name, "unset" for the zero value.
func (d Department) String() string { return departmentNames.String(uint8(d)) }

// ParseDepartment returns the department named by text, as [Department.String] writes it.
//
// Errors: a [*ParamError] that lists the names.
func ParseDepartment(text string) (Department, error) {
	return parseEnum[Department](departmentNames, "department", text)
}

// MarshalText returns the name, empty for the zero value.
func (d Department) MarshalText() ([]byte, error) {
	return marshalEnum(departmentNames, "department", d)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (d *Department) UnmarshalText(text []byte) error {
	return unmarshalEnum(departmentNames, "department", text, d)
}

// DepartmentSet is a set of departments. In a [Policy] the empty set means the default: all but Fees.
type DepartmentSet uint8

// Departments returns the set of the departments given. Values that are no department are left out.
func Departments(list ...Department) DepartmentSet {
	var s DepartmentSet
	for _, d := range list {
		if d >= Rooms && d <= Fees {
			s |= 1 << d
		}
	}
	return s
}

// AllButFees is the default of a [Policy].
const AllButFees = DepartmentSet(1<<Rooms | 1<<FoodBeverage | 1<<OtherOperated | 1<<Miscellaneous)

// Has reports whether d is in the set.
func (s DepartmentSet) Has(d Department) bool { return d <= Fees && s>>d&1 == 1 }

// String returns the names joined by commas.
func (s DepartmentSet) String() string { return departmentNames.SetText(enum.Set(s)) }

// MarshalText returns the names joined by commas, empty for the empty set. The error is always nil.
func (s DepartmentSet) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads names joined by commas.
//
// Errors: a [*ParamError]; s is then unchanged.
func (s *DepartmentSet) UnmarshalText(text []byte) error {
	set, ok := departmentNames.Set(string(text))
	if !ok {
		return refuse("departments", string(text), "a list of "+departmentNames.Allowed())
	}
	*s = DepartmentSet(set)
	return nil
}
