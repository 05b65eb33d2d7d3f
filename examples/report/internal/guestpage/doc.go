// Package guestpage writes guest.html: one guest as the front desk needs to see him or her, one page also on paper.
package guestpage
