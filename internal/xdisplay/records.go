package xdisplay

import (
	"encoding/json"
	"errors"
	"os/exec"
	"time"
)

// Ticket is a ticket as the program's own commands tell it.
type Ticket struct {
	Number string
	State  string
}

// Tickets asks the program, beside its open window, for the tickets of a day
// (YYYY-MM-DD) in the order of arrival.
func Tickets(program, folder, date string) ([]Ticket, error) {
	said, err := exec.Command(program, "visits", "--data", folder, "--date", date, "--json").Output()
	if err != nil {
		return nil, err
	}
	var answer struct {
		Visits []struct{ Tickets []Ticket }
	}
	if err := json.Unmarshal(said, &answer); err != nil {
		return nil, err
	}
	var tickets []Ticket
	for _, v := range answer.Visits {
		tickets = append(tickets, v.Tickets...)
	}
	return tickets, nil
}

// WaitForTicket waits until the nth ticket of the day is stored.
func WaitForTicket(program, folder, date string, nth int) (Ticket, error) {
	const limit = 20 * time.Second
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		tickets, err := Tickets(program, folder, date)
		if err != nil {
			return Ticket{}, err
		}
		if len(tickets) >= nth {
			return tickets[nth-1], nil
		}
	}
	return Ticket{}, errors.New("no ticket was issued")
}
