package store_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
	"frontdesk/internal/survey"
)

// sheetOf reads nine digits.
func sheetOf(t testing.TB, digits, agency string, source models.SurveySource) models.SurveySheet {
	t.Helper()
	answers, err := survey.ParseDigits(digits)
	if err != nil {
		t.Fatal(err)
	}
	return models.SurveySheet{Agency: agency, Source: source, Answers: answers}
}

func (b *bench) mustAnswer(t testing.TB, sheets ...models.SurveySheet) []string {
	t.Helper()
	ids, err := b.AddSurvey(context.Background(), sheets...)
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func (b *bench) mustSurvey(t testing.TB, from, to string) desk.SurveyResult {
	t.Helper()
	b.rollUp(t)
	result, err := b.Survey(context.Background(), from, to)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestAnswersAreSummedUpByAgencyBesideWhomItServed(t *testing.T) {
	b := openDesk(t, 1)
	for range 3 {
		b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	}
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02", "POS-01")})
	b.mustAnswer(t, sheetOf(t, "444444444", "DUK", models.SurveyScreen), sheetOf(t, "2000 00000", "DUK", models.SurveyPaper),
		sheetOf(t, "111111111", "", models.SurveyPaper))
	result := b.mustSurvey(t, "", "")
	if result.From != "2026-01-01" || result.To != "2026-11-23" {
		t.Errorf("from %s to %s", result.From, result.To)
	}
	if mall := result.Mall(); mall.Tally.Respondents != 3 || mall.Served != 4 || mall.Tally.Count[models.SurveyCost] != 2 {
		t.Errorf("the mall: %+v", mall)
	}
	duk := result.Counts["DUK"]
	if duk.Served != 4 || duk.Tally.Respondents != 2 || duk.Tally.Mean(models.SurveyRequirements) != 3 {
		t.Errorf("DUK: %+v", duk)
	}
	if index, ok := survey.Index(duk.Tally, survey.Ninth); !ok || index != 97.22 {
		t.Errorf("IKM %v %v", index, ok)
	}
	if pos := result.Counts["POS"]; pos.Served != 1 || pos.Tally.Respondents != 0 {
		t.Errorf("POS: %+v", pos)
	}
	if before := b.mustSurvey(t, "2025-01-01", "2025-12-31"); before.Mall().Tally.Respondents != 0 || before.Counts["DUK"].Served != 0 {
		t.Errorf("the year before: %+v", before)
	}
}

func TestASheetThatWasTakenBackIsNotCounted(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	ids := b.mustAnswer(t, sheetOf(t, "444444444", "DUK", models.SurveyPaper), sheetOf(t, "111111111", "DUK", models.SurveyPaper))
	if err := b.UndoSurvey(ctx, ids[1]); err != nil {
		t.Fatal(err)
	}
	if tally := b.mustSurvey(t, "", "").Mall().Tally; tally.Respondents != 1 || tally.Sum[models.SurveyTime] != 4 {
		t.Errorf("%+v", tally)
	}
	if err := b.UndoSurvey(ctx, ids[1]); models.SaysOf(err).Key != "survey.not_counted" {
		t.Errorf("got %v", err)
	}
}

func TestAFileIsCountedOnceAndWholeOrNotAtAll(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	read := func(file string) []models.SurveySheet {
		sheets, err := survey.Read(strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		return sheets
	}
	whole := read("agency,date,cost,suggestion\nDUK,2026-11-20,4,telepon 0812345678\nPOS,2026-11-21,3,\n")
	if err := b.ImportSurvey(ctx, whole); err != nil {
		t.Fatal(err)
	}
	if err := b.ImportSurvey(ctx, whole); models.SaysOf(err).Key != "survey.twice" {
		t.Errorf("twice: %v", err)
	}
	for _, file := range []string{"agency,cost\nDUK,4\nXXX,4\n", "cost,date\n4,2026-11-20\n4,2026-11-24\n", "cost,service\n4,DUK-02\n4,NO-1\n"} {
		if err := b.ImportSurvey(ctx, read(file)); models.KindOf(err) != models.KindUsage {
			t.Errorf("%q: %v", file, err)
		}
	}
	result := b.mustSurvey(t, "2026-11-20", "2026-11-20")
	if result.Mall().Tally.Respondents != 1 || b.mustSurvey(t, "", "").Mall().Tally.Respondents != 2 {
		t.Errorf("%+v", result)
	}
	said, err := b.SurveySuggestions(ctx, "", "", "DUK")
	if err != nil || !slices.Equal(said, []string{"telepon"}) {
		t.Errorf("%q, %v", said, err)
	}
}

// What a visitor answers leads to no visit: no instant, desk or operator stands
// beside it, it enters no feed, and no entry of the audit chain has its hour.
func TestAnAnswerLeadsToNoVisit(t *testing.T) {
	folder := t.TempDir()
	b := &bench{now: monday, storeNow: monday}
	b.setUp(t, openStore(t, folder, stopped(monday)), 1)
	b.sign()
	before := len(b.changes(t))
	b.mustAnswer(t, sheetOf(t, "443344434", "DUK", models.SurveyScreen))
	if len(b.changes(t)) != before {
		t.Error("it entered the feed")
	}
	if list := b.chain(t); len(list) != 0 {
		t.Errorf("the chain tells %+v", list)
	}
	db, err := sql.Open("sqlite3", filepath.Join(folder, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(`SELECT name FROM pragma_table_info('survey_answers')`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var column string
		if err := rows.Scan(&column); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(column, "_at") || column == "at" || column == "desk_id" || column == "operator_id" || column == "visit_id" || column == "ticket_id" {
			t.Errorf("the column %s ties it to a visit", column)
		}
	}
	b.mustAnswer(t, sheetOf(t, "443344434", "DUK", models.SurveyPaper))
	if list := b.chain(t); len(list) != 1 || list[0].Kind != models.DeedSurvey {
		t.Errorf("what was typed in is noted as %+v", list)
	}
}

func TestStoredAnswersNeverChange(t *testing.T) {
	b := openDesk(t, 1)
	b.mustAnswer(t, sheetOf(t, "443344434", "DUK", models.SurveyScreen))
	for _, change := range []string{"DELETE FROM survey_answers", "UPDATE survey_answers SET cost = 1", "UPDATE survey_answers SET agency = 'POS'"} {
		if err := b.store.ExecForTest(change); err == nil {
			t.Errorf("%s went through", change)
		}
	}
}

func TestPracticeAnswersAreCountedApart(t *testing.T) {
	b := openDesk(t, 1)
	if _, err := b.practising().AddSurvey(context.Background(), sheetOf(t, "111111111", "DUK", models.SurveyScreen)); err != nil {
		t.Fatal(err)
	}
	if tally := b.mustSurvey(t, "", "").Mall().Tally; tally.Respondents != 0 {
		t.Errorf("%+v", tally)
	}
}
