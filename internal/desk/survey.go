package desk

import (
	"cmp"
	"context"
	"slices"

	"frontdesk/internal/models"
)

// AddSurvey stores what visitors answered, all or nothing, and gives the ids by
// which UndoSurvey takes it back. The visitor's own screen is open to all; what
// is typed in needs a right. Errors: KindUsage for an unknown agency, service
// or answer, and for a day that is still to come.
func (d *Desk) AddSurvey(ctx context.Context, sheets ...models.SurveySheet) (ids []string, err error) {
	sheets = slices.Clone(sheets)
	for i := range sheets {
		sheets[i].ID = d.randomID()
		ids = append(ids, sheets[i].ID)
	}
	return ids, d.addSurvey(ctx, sheets)
}

// ImportSurvey stores the sheets of a file, all or none. Errors: those of
// AddSurvey, and KindRefused when the same file is in the count already.
func (d *Desk) ImportSurvey(ctx context.Context, sheets []models.SurveySheet) error {
	if err := d.may(models.ActionSurveyManage); err != nil {
		return err
	}
	return d.addSurvey(ctx, sheets)
}

func (d *Desk) addSurvey(ctx context.Context, sheets []models.SurveySheet) error {
	typed := false
	ready := make([]models.SurveySheet, len(sheets))
	for i, sheet := range sheets {
		var err error
		if ready[i], err = d.readySheet(sheet); err != nil {
			return err
		}
		typed = typed || sheet.Source != models.SurveyScreen
	}
	if typed {
		if err := d.may(models.ActionSurveyAnswer); err != nil {
			return err
		}
	}
	return d.store.Write(ctx, func(tx models.Tx) error {
		if err := tx.AddSurveySheets(ready); err != nil || !typed {
			return err // a visitor's own answers leave no entry with an hour
		}
		return tx.NoteDeed(models.Deed{Kind: models.DeedSurvey, Entity: surveyEntity, RowID: ready[0].ID})
	})
}

const surveyEntity = "survey_answers"

// readySheet completes a sheet and refuses what no sheet can say.
func (d *Desk) readySheet(sheet models.SurveySheet) (models.SurveySheet, error) {
	today := d.BusinessDate(d.clock.Now())
	sheet.MallID, sheet.BusinessDate = d.mallID(), cmp.Or(sheet.BusinessDate, today)
	sheet.Suggestion = models.PlainWhy(sheet.Suggestion)
	if !sheet.Answers.Valid() {
		return sheet, models.Misuse("survey.nothing")
	}
	if _, ok := models.ParseDate(sheet.BusinessDate); !ok || sheet.BusinessDate > today {
		return sheet, models.Misuse("survey.day", sheet.BusinessDate)
	}
	if sheet.Service != "" {
		service, agency := d.Catalogue().Service(sheet.Service)
		if service == nil || sheet.Agency != "" && sheet.Agency != agency.Code {
			return sheet, models.Misuse("survey.unknown_service", sheet.Service)
		}
		sheet.Agency = agency.Code
	}
	if sheet.Agency != "" && d.Catalogue().Agency(sheet.Agency) == nil {
		return sheet, models.Misuse("survey.unknown_agency", sheet.Agency)
	}
	return sheet, nil
}

// UndoSurvey takes a sheet that was just typed in out of the count. Errors:
// KindRefused when it is not in the count.
func (d *Desk) UndoSurvey(ctx context.Context, id string) error {
	if err := d.may(models.ActionSurveyAnswer); err != nil {
		return err
	}
	return d.store.Write(ctx, func(tx models.Tx) error {
		found, err := tx.VoidSurveySheet(id)
		if err != nil {
			return err
		}
		if !found {
			return models.Refuse("survey.not_counted")
		}
		return tx.NoteDeed(models.Deed{Kind: models.DeedSurvey, Entity: surveyEntity, RowID: id})
	})
}

// SurveyResult is the survey of a period.
type SurveyResult struct {
	From, To string                        // business dates, both included
	Counts   map[string]models.SurveyCount // by agency; "" is the visits of the mall, and what was answered about it as a whole
}

// Survey sums up the answers of a period; no first day is that of the year of
// the last one, for an index is made once a year at least, and no last day is
// today. Errors: KindUsage for no dates.
func (d *Desk) Survey(ctx context.Context, from, to string) (SurveyResult, error) {
	query, err := d.surveyPeriod(from, to)
	if err != nil {
		return SurveyResult{}, err
	}
	counts, err := d.store.Survey(ctx, query)
	return SurveyResult{From: query.From, To: query.To, Counts: counts}, err
}

// Mall is what was answered in all, beside the visits of the mall.
func (r SurveyResult) Mall() models.SurveyCount {
	mall := models.SurveyCount{Served: r.Counts[""].Served}
	for _, count := range r.Counts {
		mall.Tally.Join(count.Tally)
	}
	return mall
}

// SurveySuggestions lists what visitors suggested in a period, of one agency or
// of all.
func (d *Desk) SurveySuggestions(ctx context.Context, from, to, agency string) ([]string, error) {
	query, err := d.surveyPeriod(from, to)
	if err != nil {
		return nil, err
	}
	return d.store.SurveySuggestions(ctx, query, agency)
}

func (d *Desk) surveyPeriod(from, to string) (models.SurveyQuery, error) {
	to = cmp.Or(to, d.BusinessDate(d.clock.Now()))
	last, ok := models.ParseDate(to)
	if !ok {
		return models.SurveyQuery{}, models.Misuse("visits.bad_date", to)
	}
	from = cmp.Or(from, last.Format("2006")+"-01-01")
	if _, ok := models.ParseDate(from); !ok || from > to {
		return models.SurveyQuery{}, models.Misuse("visits.bad_date", from)
	}
	return models.SurveyQuery{MallID: d.mallID(), From: from, To: to}, nil
}
