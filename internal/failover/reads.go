package failover

import (
	"context"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// The questions of desk.Store, each to the database that the Link works on. A
// new question of the desk is a line here.

// Directory reads the directory in use and its stamp.
func (l *Link) Directory(ctx context.Context, known int64) (*models.Directory, int64, error) {
	type answer struct {
		d     *models.Directory
		stamp int64
	}
	a, err := read(ctx, l, func(ctx context.Context, s *store.Store) (answer, error) {
		d, stamp, err := s.Directory(ctx, known)
		return answer{d, stamp}, err
	})
	return a.d, a.stamp, err
}

// Demand counts the valid tickets of a business date by agency; alone, on from
// what the whole mall had issued when it was seen last.
func (l *Link) Demand(ctx context.Context, mallID, date string) (map[string]models.Demand, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (map[string]models.Demand, error) {
		all, err := s.Demand(ctx, mallID, date)
		if err != nil || s != l.Own {
			return all, err
		}
		before, err := s.DemandBefore(ctx, mallID, date)
		for agency, d := range before {
			all[agency] = plus(all[agency], d)
		}
		return all, err
	})
}

// Presences gives the newest mark of each agency and counter.
func (l *Link) Presences(ctx context.Context, mallID, from, to string) ([]models.Presence, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.Presence, error) {
		return s.Presences(ctx, mallID, from, to)
	})
}

// WaitingTickets lists who waits for an agency.
func (l *Link) WaitingTickets(ctx context.Context, mallID, date, agency string) ([]models.Ticket, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.Ticket, error) {
		return s.WaitingTickets(ctx, mallID, date, agency)
	})
}

// Visits lists the visits of a business date.
func (l *Link) Visits(ctx context.Context, mallIDs []string, date string) ([]models.Visit, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.Visit, error) {
		return s.Visits(ctx, mallIDs, date)
	})
}

// Desks tells all desks by id.
func (l *Link) Desks(ctx context.Context) (map[string]models.Desk, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (map[string]models.Desk, error) { return s.Desks(ctx) })
}

// LastTickets lists the newest tickets of a business date.
func (l *Link) LastTickets(ctx context.Context, mallID, date string, limit int) ([]models.HeldTicket, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.HeldTicket, error) {
		return s.LastTickets(ctx, mallID, date, limit)
	})
}

// Favourites lists service codes by how often they were asked for.
func (l *Link) Favourites(ctx context.Context, mallID, from string, limit int) ([]string, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]string, error) {
		return s.Favourites(ctx, mallID, from, limit)
	})
}

// Known lists the newest visits with one of these indexes.
func (l *Link) Known(ctx context.Context, mallID string, by models.IdentityField, indexes []string, limit int) ([]models.Visit, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.Visit, error) {
		return s.Known(ctx, mallID, by, indexes, limit)
	})
}

// NumbersByDay counts the numbers of each business date.
func (l *Link) NumbersByDay(ctx context.Context, mallID, from, until string) (map[string]int, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (map[string]int, error) {
		return s.NumbersByDay(ctx, mallID, from, until)
	})
}

// Passages tells the passages of the newest tickets.
func (l *Link) Passages(ctx context.Context, mallID, from, until string, limit int) ([]models.Passage, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.Passage, error) {
		return s.Passages(ctx, mallID, from, until, limit)
	})
}

// Queue reads the running queue of a business date.
func (l *Link) Queue(ctx context.Context, q models.QueueQuery) (models.Queue, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (models.Queue, error) { return s.Queue(ctx, q) })
}

// Announcements lists the newest calls and recalls of a business date.
func (l *Link) Announcements(ctx context.Context, mallID, date string, since time.Time, limit int) ([]models.Announcement, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.Announcement, error) {
		return s.Announcements(ctx, mallID, date, since, limit)
	})
}

// Book reads a page of the guest book.
func (l *Link) Book(ctx context.Context, q models.BookQuery) (models.BookPage, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (models.BookPage, error) { return s.Book(ctx, q) })
}

// BookOf reads the rows of some visits.
func (l *Link) BookOf(ctx context.Context, visitIDs []string) ([]models.BookEntry, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.BookEntry, error) { return s.BookOf(ctx, visitIDs) })
}

// BookDay counts the visits of a business date, and those without an identity.
func (l *Link) BookDay(ctx context.Context, mallID, date string) (visits, anonymous int, err error) {
	counts, err := read(ctx, l, func(ctx context.Context, s *store.Store) ([2]int, error) {
		visits, anonymous, err := s.BookDay(ctx, mallID, date)
		return [2]int{visits, anonymous}, err
	})
	return counts[0], counts[1], err
}

// Kept lists visits whose identity is still kept.
func (l *Link) Kept(ctx context.Context, q models.BookQuery) ([]models.Visit, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.Visit, error) {
		return s.Kept(ctx, q)
	})
}

// VisitsOf lists the visits with any of these indexes.
func (l *Link) VisitsOf(ctx context.Context, mallID string, by models.IdentityField, indexes []string) ([]models.Visit, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.Visit, error) {
		return s.VisitsOf(ctx, mallID, by, indexes)
	})
}

// Trail tells what happened to the data of some visits.
func (l *Link) Trail(ctx context.Context, visitIDs []string) (models.Trail, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (models.Trail, error) { return s.Trail(ctx, visitIDs) })
}

// OpenRequests lists the requests that wait for an answer.
func (l *Link) OpenRequests(ctx context.Context, mallID string, limit int) ([]models.PersonRequest, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.PersonRequest, error) {
		return s.OpenRequests(ctx, mallID, limit)
	})
}

// MissedWords lists what is known of the marks in searches.
func (l *Link) MissedWords(ctx context.Context, mallID string) ([]models.MissedWord, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.MissedWord, error) {
		return s.MissedWords(ctx, mallID)
	})
}

// Operators lists who works in the mall.
func (l *Link) Operators(ctx context.Context) ([]models.StoredOperator, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]models.StoredOperator, error) { return s.Operators(ctx) })
}

// LookUps counts the look-ups of all operators.
func (l *Link) LookUps(ctx context.Context, since time.Time) (map[string]int, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (map[string]int, error) { return s.LookUps(ctx, since) })
}

// Survey sums the survey's answers up; those of the mall are on its server.
func (l *Link) Survey(ctx context.Context, q models.SurveyQuery) (map[string]models.SurveyCount, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (map[string]models.SurveyCount, error) {
		return s.Survey(ctx, q)
	})
}

// SurveySuggestions lists what visitors suggested.
func (l *Link) SurveySuggestions(ctx context.Context, q models.SurveyQuery, agency string) ([]string, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) ([]string, error) {
		return s.SurveySuggestions(ctx, q, agency)
	})
}

// epochs parts the revisions of one place of work from those of the next.
const epochs = 40 // bits

// Revision changes with every change of the records, and when the Link goes
// to another database.
func (l *Link) Revision(ctx context.Context) (int64, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (int64, error) {
		revision, err := s.Revision(ctx)
		return l.at.Load().epoch<<epochs + revision, err
	})
}

// LastPurge is the newest run of the retention where the records are read.
func (l *Link) LastPurge(ctx context.Context) (models.Purge, error) {
	return read(ctx, l, func(ctx context.Context, s *store.Store) (models.Purge, error) { return s.LastPurge(ctx) })
}
