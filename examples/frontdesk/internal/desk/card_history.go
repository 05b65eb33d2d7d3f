package desk

import "github.com/hotelcrm/hotelcrm"

// history is what one guest's stays come to.
type history struct {
	summary hotelcrm.Summary
	visits  *hotelcrm.Visits
}

// history returns the history of one guest, nil without a visit.
func (k *knowledge) history(guest string, stays []hotelcrm.Stay) (*history, error) {
	register, err := k.register()
	if err != nil {
		return nil, err
	}
	for i := range stays {
		if err := register.Add(stays[i]); err != nil {
			return nil, err
		}
	}
	var h history
	var found bool
	if h.summary, found, err = register.Summary(guest, k.House.BusinessDate, hotelcrm.Window{}); err != nil || !found {
		return nil, err
	}
	h.visits, err = register.Visits(k.House.BusinessDate, hotelcrm.Window{})
	return &h, err
}

// register returns an empty register of the house.
func (k *knowledge) register() (*hotelcrm.Register, error) {
	return hotelcrm.NewRegister(hotelcrm.Setup{Currency: k.House.Currency, Policy: k.House.Policy})
}
