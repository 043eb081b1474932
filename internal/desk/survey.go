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

// SurveyPart is what was answered about an agency in a period, and how many it
// served; of the mall Agency is nil.
type SurveyPart struct {
	Agency *models.Agency
	models.SurveyCount
}

// SurveyResult is the survey of a period.
type SurveyResult struct {
	From, To string       // business dates, both included
	Mall     SurveyPart   // all answers
	Agencies []SurveyPart // those with answers or tickets, in the directory's order
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
	if err != nil {
		return SurveyResult{}, err
	}
	result := SurveyResult{From: query.From, To: query.To}
	result.Mall.Served = counts[""].Served
	for _, count := range counts {
		result.Mall.Tally.Join(count.Tally)
	}
	directory := d.Catalogue().Directory
	for i := range directory.Agencies {
		if count, some := counts[directory.Agencies[i].Code]; some {
			result.Agencies = append(result.Agencies, SurveyPart{&directory.Agencies[i], count})
		}
	}
	return result, nil
}

// Of is the part of one agency; nothing answered, nobody served, when there is
// none.
func (r SurveyResult) Of(agency string) SurveyPart {
	i := slices.IndexFunc(r.Agencies, func(p SurveyPart) bool { return p.Agency.Code == agency })
	if i < 0 {
		return SurveyPart{}
	}
	return r.Agencies[i]
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
