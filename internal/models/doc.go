// Package models is the vocabulary of the reception desk: what is stored, and
// the rules that need nothing but the values themselves.
//
// The flow of a visit through the program:
//
//	visitor speaks → finder → availability + routing → ticket → record → nightly sync
//	    (views)     (finder)         (desk)            (desk)   (store)   (nightly)
//
// A citizen says what she needs. The finder answers with services of the
// Directory. Status says whether their Agency takes visitors now, and FindWay
// how to get there. CheckIn stores a Visit with its Tickets and their
// TicketEvents in one transaction and returns a Receipt to show. Identity is
// sealed before it leaves the desk package.
//
// A ticket then lives on at the counters: ticket_life.go is the one table of
// what may follow what, TicketEvents tell who did it, when and where, and
// SpentBy sums them up to the times of the statistics.
//
// Records are archived or voided, never deleted. Instants are stored in UTC;
// the business date is the mall's local day and never changes.
package models
