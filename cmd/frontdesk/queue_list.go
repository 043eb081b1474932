package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/models"
)

type queueAnswer struct {
	Date     string           `json:"date"`
	Revision int64            `json:"revision"`
	Tickets  []queuedAnswer   `json:"tickets"`  // not over yet, by arrival
	Finished []finishedAnswer `json:"finished"` // the last ones, newest first
	Calls    map[string]int   `json:"calls"`    // by counter
}

// finishedAnswer adds the times of a ticket that is done.
type finishedAnswer struct {
	queuedAnswer
	WaitedSeconds int `json:"waited_seconds"`
	WalkedSeconds int `json:"walked_seconds"` // from the last call to the counter
	ServedSeconds int `json:"served_seconds"`
}

func queueListCommand(c *call) *cobra.Command {
	var counter, agency string
	cmd := &cobra.Command{Use: "list", Short: "Antrean hari ini", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			at, err := c.instant(p)
			if err != nil {
				return err
			}
			if err := checkList(p, counter, agency); err != nil {
				return err
			}
			queue, err := p.Desk.QueueOf(cmd.Context(), at)
			if err != nil {
				return err
			}
			shown := func(t models.QueuedTicket) bool {
				return (agency == "" || t.Agency == agency) && (counter == "" || t.AtCounter == counter || p.Desk.MayCall(counter, t.Ticket))
			}
			return c.printQueue(p, p.Desk.BusinessDate(at), queue, shown)
		}}
	cmd.Flags().StringVar(&counter, "counter", "", "kode loket: hanya yang bisa dipanggilnya")
	cmd.Flags().StringVar(&agency, "agency", "", "kode instansi")
	addMoment(cmd, c)
	return cmd
}

func checkList(p *Program, counter, agency string) error {
	if known, _ := p.Desk.Catalogue().Counter(counter); counter != "" && known == nil {
		return models.Misuse("queue.unknown_counter", counter)
	}
	if agency != "" && p.Desk.Catalogue().Agency(agency) == nil {
		return models.Misuse("queue.unknown_agency", agency)
	}
	return nil
}

func (c *call) printQueue(p *Program, date string, queue models.Queue, shown func(models.QueuedTicket) bool) error {
	answer := queueAnswer{Date: date, Revision: queue.Revision, Tickets: []queuedAnswer{}, Finished: []finishedAnswer{}, Calls: queue.Calls}
	numbers := map[string]string{}
	for _, t := range queue.Active {
		numbers[t.ID] = t.Number
	}
	for _, t := range queue.Active {
		if shown(t) {
			answer.Tickets = append(answer.Tickets, c.listed(p, t, numbers[t.Follows]))
		}
	}
	for _, t := range queue.Finished {
		if shown(t) {
			answer.Finished = append(answer.Finished, finishedAnswer{c.listed(p, t, ""), seconds(t.Spent.Waiting), seconds(t.Spent.Walking), seconds(t.Spent.Serving)})
		}
	}
	return c.print(answer, func(w io.Writer) {
		for _, t := range queue.Active {
			if shown(t) {
				line := c.queuedLine(p, t.Ticket)
				if t.Held() {
					line += "  " + c.speak.T("wait.follows", numbers[t.Follows])
				}
				fmt.Fprintf(w, "%s  %s\n", t.IssuedAt.In(p.Desk.Now().Location()).Format("15.04"), line)
			}
		}
	})
}

// listed is a ticket in a list; before is the number that it waits for.
func (c *call) listed(p *Program, t models.QueuedTicket, before string) queuedAnswer {
	answer := c.queued(p, t.Ticket)
	answer.Priorities, answer.Follows = t.Priorities, orNull(before)
	return answer
}

func seconds(d time.Duration) int { return int(d / time.Second) }
