package today

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
)

// todayGroup is a part of the list of F5.
type todayGroup int

const (
	groupAttention   todayGroup = iota // somebody should look at it
	groupOpen                          // as scheduled
	groupLater                         // opens later today
	groupClosed                        // no more today
	groupUnscheduled                   // does not come today; named below the list
)

// fewLeft is how many numbers of a quota are few.
const fewLeft = 3

// groupOf tells where an agency stands at an instant.
func groupOf(a desk.AgencyStatus, at time.Time) todayGroup {
	s := a.Status
	switch {
	case marked(a, at), overdue(a, at), s.State == models.StateUnknown:
		return groupAttention
	case s.Open && (s.Reason.Key == finds.LastTicketReason || s.QuotaLeft >= 0 && s.QuotaLeft <= fewLeft || a.Staffed(at) == 0):
		return groupAttention
	case s.Open:
		return groupOpen
	case s.State == models.StateQuotaGone, s.State == models.StateLastTicketPassed:
		if a.Demand.Waiting > 0 {
			return groupAttention
		}
		return groupClosed
	case s.State == models.StateNotYet, s.State == models.StateBreak:
		return groupLater
	case !s.Scheduled:
		return groupUnscheduled
	}
	return groupClosed
}

// marked tells that the status is what somebody marked.
func marked(a desk.AgencyStatus, at time.Time) bool {
	if !a.Presence.Away(at) {
		return false
	}
	switch a.Status.State {
	case models.StateLate, models.StateAbsent, models.StateOutage:
		return true
	case models.StateBreak:
		return a.Presence.State == models.PresenceBreak
	}
	return false
}

// overdue tells that somebody should have come by now and that nobody said so.
func overdue(a desk.AgencyStatus, at time.Time) bool {
	switch a.Presence.State {
	case models.PresenceLate, models.PresenceAbsent, models.PresenceOutage, models.PresenceBreak:
		return a.Status.Open && a.Presence.Over(at)
	}
	return false
}

// todayRow is an agency in its group.
type todayRow struct {
	desk.AgencyStatus
	group todayGroup
}

// todayRows orders agencies: by group, and in it by how many wait. A search
// keeps those whose name, prefix or counter fits, also who does not come today.
func todayRows(all []desk.AgencyStatus, query string, at time.Time) []todayRow {
	query = strings.ToLower(strings.TrimSpace(query))
	var rows []todayRow
	for _, a := range all {
		row := todayRow{a, groupOf(a, at)}
		if query == "" && row.group != groupUnscheduled || query != "" && fitsAgency(a.Agency, query) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b todayRow) int {
		return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(b.Demand.Waiting, a.Demand.Waiting),
			cmp.Compare(a.Agency.TicketPrefix, b.Agency.TicketPrefix))
	})
	return rows
}

func fitsAgency(a *models.Agency, query string) bool {
	for _, word := range []string{a.ShortName, a.Name, a.TicketPrefix, a.Code} {
		if strings.Contains(strings.ToLower(word), query) {
			return true
		}
	}
	return false
}
