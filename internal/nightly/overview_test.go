package nightly

import (
	"context"
	"testing"

	"frontdesk/internal/models"
)

func TestTheOverviewNamesWhatWaitsAndWhatIsSetAside(t *testing.T) {
	desk, centre := newBranch(t, 1), newFileCentre(t)
	ctx := context.Background()
	must(t, centre.Enrol(ctx, desk.self))
	desk.checkIn("word")
	before, err := desk.store.SyncOverview(ctx)
	must(t, err)
	if before.Waiting != 4 || len(before.WaitingBy) != 4 || !before.LastSuccess.IsZero() || before.Health(monday) != models.SyncStale {
		t.Errorf("before the first run: %+v", before)
	}
	must(t, centre.db.Exec(`CREATE TRIGGER strict BEFORE INSERT ON centre_records WHEN NEW.entity <> 'desks'
		BEGIN SELECT RAISE(ABORT, 'no room'); END`).Error)
	desk.syncTo(centre)
	after, err := desk.store.SyncOverview(ctx)
	must(t, err)
	if after.Waiting != 0 || after.Quarantined != 3 || len(after.Aside) != 3 || len(after.History) != 1 || !after.LastSuccess.Equal(monday) {
		t.Fatalf("after it: %+v", after)
	}
	for _, row := range after.Aside {
		if row.Label != "1A-001" || row.Reason != models.RefusedDatabase || !row.At.Equal(monday) {
			t.Errorf("set aside: %+v", row)
		}
	}
}
