package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// uses are the use cases that need each right, called with what would be fine
// or wrong in itself: only the right is looked at.
var uses = map[models.Action][]func(context.Context, *desk.Desk, string) error{
	models.ActionCheckIn: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.CheckIn(ctx, desk.CheckIn{Errands: errands("POS-01")})
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error { _, err := d.Ask(ctx, "", false); return err },
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.TurnAway(ctx, "", models.TurnedAwayQuota)
			return err
		},
	},
	models.ActionForce: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			night := monday.Add(12 * time.Hour)
			_, err := d.CheckIn(ctx, desk.CheckIn{At: night, Errands: errands("POS-01"), Force: "darurat"})
			return err
		},
	},
	models.ActionQueue: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.Next(ctx, "POS-1", time.Time{})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.Call(ctx, desk.Step{Ticket: id})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.Recall(ctx, desk.Step{Ticket: id})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.Serve(ctx, desk.Step{Ticket: id})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.Done(ctx, desk.Step{Ticket: id})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.NoShow(ctx, desk.Step{Ticket: id})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.Return(ctx, desk.Step{Ticket: id})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.Park(ctx, desk.Step{Ticket: id}, time.Minute)
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.Transfer(ctx, desk.Step{Ticket: id}, desk.Target{})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.SecondService(ctx, desk.Step{Ticket: id}, "POS-01")
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.ParkTogether(ctx, nil, d.Now().Add(time.Minute))
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.TransferTogether(ctx, nil, desk.Target{})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.UndoStep(ctx, desk.Step{Ticket: id})
			return err
		},
	},
	models.ActionVoid: {
		func(ctx context.Context, d *desk.Desk, id string) error { return d.Void(ctx, id, "salah") },
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.VoidStep(ctx, desk.Step{Ticket: id, Reason: "salah"})
			return err
		},
		func(ctx context.Context, d *desk.Desk, id string) error { return d.UndoVoid(ctx, id) },
		func(ctx context.Context, d *desk.Desk, id string) error { return d.UndoChange(ctx, id, id) },
		func(ctx context.Context, d *desk.Desk, id string) error {
			_, err := d.ChangeService(ctx, id, "POS-01")
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error { return d.Undo(ctx, "none") },
		func(ctx context.Context, d *desk.Desk, id string) error { return d.VoidRecord(ctx, "", id, "salah") },
	},
	models.ActionPresence: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.MarkPresence(ctx, desk.PresenceMark{Agency: "POS", State: models.PresencePresent})
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error {
			return d.UndoPresence(ctx, models.Presence{RecordedAt: d.Now()})
		},
	},
	models.ActionPrint: {
		func(ctx context.Context, d *desk.Desk, id string) error { _, err := d.Reprint(ctx, id); return err },
	},
	models.ActionLookUp: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.Returning(ctx, models.ByNIK, "6402011203900001")
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.FindName(ctx, "nobody", desk.BookFilter{}, func(desk.NameSearch) {})
			return err
		},
	},
	models.ActionReveal: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.Reveal(ctx, "none", "uji")
			return err
		},
	},
	models.ActionGuestBook: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.Visits(ctx, "2026-11-23")
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.GuestBook(ctx, desk.BookFilter{})
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error { _, _, err := d.BookToday(ctx); return err },
		func(ctx context.Context, d *desk.Desk, _ string) error { _, err := d.Person(ctx, "none"); return err },
		func(ctx context.Context, d *desk.Desk, _ string) error { _, err := d.OpenRequests(ctx); return err },
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.RequestRight(ctx, "none", models.RequestStop, "uji")
			return err
		},
	},
	models.ActionCorrect: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.Correct(ctx, desk.Correction{VisitID: "none", Reason: "uji"})
			return err
		},
	},
	models.ActionPersonalData: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.ExportPerson(ctx, "none", "uji")
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.StopPerson(ctx, "none", "uji")
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.ErasePerson(ctx, "none", "uji")
			return err
		},
	},
	models.ActionExportMasked: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.ExportBook(ctx, desk.BookFilter{After: "x"}, false, "", nil)
			return err
		},
	},
	models.ActionExportFull: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.ExportBook(ctx, desk.BookFilter{}, true, "", nil)
			return err
		},
	},
	models.ActionReports: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.EstimateAccuracy(ctx, "", "")
			return err
		},
	},
	models.ActionLookUpLimit: {
		func(ctx context.Context, d *desk.Desk, _ string) error { return d.AllowLookUps(ctx, "receptionist") },
		func(ctx context.Context, d *desk.Desk, _ string) error { _, err := d.Staff(ctx); return err },
	},
	models.ActionSurveyAnswer: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.AddSurvey(ctx, models.SurveySheet{Source: models.SurveyPaper, Answers: models.SurveyAnswers{models.SurveyElements[0]: 3}})
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error { return d.UndoSurvey(ctx, "none") },
	},
	models.ActionSurveyManage: {
		func(ctx context.Context, d *desk.Desk, _ string) error { return d.ImportSurvey(ctx, nil) },
	},
	models.ActionOperators: {
		func(ctx context.Context, d *desk.Desk, _ string) error {
			_, err := d.AddOperator(ctx, desk.NewOperator{})
			return err
		},
		func(ctx context.Context, d *desk.Desk, _ string) error {
			return d.SetRole(ctx, "none", models.RoleGuide)
		},
		func(ctx context.Context, d *desk.Desk, _ string) error { return d.SetPIN(ctx, "none", ownPIN) },
		func(ctx context.Context, d *desk.Desk, _ string) error { return d.Disable(ctx, "none", true) },
	},
}

func TestEachRoleMayDoWhatTheTableOfRightsSays(t *testing.T) {
	b := staffed(t)
	ctx := context.Background()
	b.signIn(t, models.RoleReceptionist)
	ticket := b.mustCheckIn(t, desk.CheckIn{Errands: errands("POS-01")}).Tickets[0].ID
	for _, role := range models.Roles {
		b.signIn(t, role)
		for action, cases := range uses {
			if b.May(action) != desk.Allowed(role, action) {
				t.Errorf("%s: %s is not as the table says", role, action)
			}
			for i, use := range cases {
				refused := keyOf(use(ctx, b.Desk, ticket)) == "rights.refused"
				if refused == desk.Allowed(role, action) {
					t.Errorf("%s: use case %d of %s was refused: %v", role, i+1, action, refused)
				}
			}
		}
	}
	if err := b.SignOut(ctx); err != nil {
		t.Fatal(err)
	}
	for action, cases := range uses {
		for i, use := range cases {
			if key := keyOf(use(ctx, b.Desk, ticket)); key != "rights.nobody" {
				t.Errorf("nobody: use case %d of %s answered %q", i+1, action, key)
			}
		}
	}
}

func TestARefusalNamesRoleAndActionInBothLanguages(t *testing.T) {
	for _, language := range []text.Language{text.Indonesian, text.English} {
		speak := text.MustLoad(language)
		for _, action := range desk.Actions() {
			if !speak.Has("right." + string(action)) {
				t.Errorf("%s has no words for %s", language, action)
			}
		}
		for _, role := range models.Roles {
			if !speak.Has("role." + string(role)) {
				t.Errorf("%s has no words for %s", language, role)
			}
		}
	}
	b := staffed(t)
	b.signIn(t, models.RoleGuide)
	_, err := b.CheckIn(context.Background(), desk.CheckIn{Errands: errands("POS-01")})
	says := text.MustLoad(text.Indonesian).Error(err)
	if !strings.Contains(says, "Pemandu") || !strings.Contains(says, "menerima pengunjung") {
		t.Errorf("said %q", says)
	}
}

func TestTheAdministratorMayDoEverything(t *testing.T) {
	for _, action := range desk.Actions() {
		if !desk.Allowed(models.RoleAdministrator, action) {
			t.Errorf("not %s", action)
		}
	}
}
