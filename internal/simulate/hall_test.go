package simulate_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
	"frontdesk/internal/simulate"
	"frontdesk/internal/store"
)

func passages(t *testing.T, s *store.Store, r simulate.Result) []models.Passage {
	t.Helper()
	list, err := s.Passages(context.Background(), "MPP-6402", r.From, r.To, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestCountersServeOneVisitorAfterAnotherWithinTheirHours(t *testing.T) {
	s, db := simulator(t)
	r := mustRun(t, s, simulate.Plan{Days: 2, Visits: 100, Seed: 4, Until: sunday, Calls: true})
	catalogue := models.NewCatalogue(s.Directory)
	free, called := map[string]time.Time{}, 0
	list := passages(t, db, r)
	slices.SortFunc(list, func(a, b models.Passage) int { return a.Called.Compare(b.Called) })
	for _, p := range list {
		if p.Called.IsZero() {
			continue
		}
		called++
		if p.Called.Before(p.Queued) || p.Called.Before(free[p.Counter]) || p.Ended.Before(p.Called) {
			t.Errorf("%+v was called while the counter was busy until %v", p, free[p.Counter])
		}
		free[p.Counter] = p.Ended
		spans := desk.ServingSpans(s.Directory, catalogue.Agency(p.Agency), p.BusinessDate)
		if !slices.ContainsFunc(spans, func(s estimate.Span) bool { return !p.Called.Before(s.Opens) && p.Called.Before(s.Closes) }) {
			t.Errorf("%+v was called outside the hours", p)
		}
	}
	if share := float64(called) / float64(len(list)); share < 0.8 {
		t.Errorf("only %d of %d were called", called, len(list))
	}
}

func TestCallsFollowFromTheSeedAndChangeNoVisitor(t *testing.T) {
	run := func(calls bool) ([]models.Passage, simulate.Result) {
		s, db := simulator(t)
		r := mustRun(t, s, simulate.Plan{Days: 1, Visits: 60, Seed: 3, Until: sunday, Calls: calls})
		list := passages(t, db, r)
		for i := range list {
			list[i].Ticket = ""
		}
		return list, r
	}
	first, told := run(true)
	again, _ := run(true)
	if !slices.Equal(first, again) {
		t.Error("the same seed made other calls")
	}
	if _, without := run(false); told != without {
		t.Errorf("%+v with calls, %+v without", told, without)
	}
}
