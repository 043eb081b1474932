package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// surveyRow is a sheet of the survey; it has no origin, for it is anonymous.
type surveyRow struct {
	ID           string `gorm:"primaryKey"`
	MallID       string
	BusinessDate string
	Agency       string
	Service      string
	Source       string
	Requirements *int
	Procedure    *int
	Time         *int
	Cost         *int
	Product      *int
	Competence   *int
	Behaviour    *int
	Complaints   *int
	Facilities   *int
	Suggestion   string
}

func (surveyRow) TableName() string { return "survey_answers" }

func surveyRowOf(s models.SurveySheet) surveyRow {
	of := func(e models.SurveyElement) *int { return some(s.Answers[e]) }
	return surveyRow{ID: s.ID, MallID: s.MallID, BusinessDate: s.BusinessDate, Agency: s.Agency, Service: s.Service,
		Source: string(s.Source), Suggestion: s.Suggestion,
		Requirements: of(models.SurveyRequirements), Procedure: of(models.SurveyProcedure), Time: of(models.SurveyTime),
		Cost: of(models.SurveyCost), Product: of(models.SurveyProduct), Competence: of(models.SurveyCompetence),
		Behaviour: of(models.SurveyBehaviour), Complaints: of(models.SurveyComplaints), Facilities: of(models.SurveyFacilities)}
}

// surveyBatch is how many sheets go with one statement.
const surveyBatch = 500

func (t tx) AddSurveySheets(sheets []models.SurveySheet) error {
	rows := make([]surveyRow, len(sheets))
	for i, s := range sheets {
		rows[i] = surveyRowOf(s)
	}
	err := t.db.CreateInBatches(rows, surveyBatch).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return models.Refuse("survey.twice")
	}
	return err
}

func (t tx) VoidSurveySheet(id string) (bool, error) {
	done := t.db.Exec(`UPDATE survey_answers SET voided = 1 WHERE id = ? AND voided = 0`, id)
	return done.RowsAffected == 1, done.Error
}

// surveySums are the count and the sum of each element, in their order.
var surveySums = func() string {
	columns := make([]string, len(models.SurveyElements))
	for i, e := range models.SurveyElements {
		columns[i] = fmt.Sprintf(`count(%s), CAST(coalesce(sum(%s), 0) AS BIGINT)`, e, e)
	}
	return strings.Join(columns, ", ")
}()

// Survey sums the answers of a period up by agency, and tells whom each stands
// for by the figures as they were rolled up last; "" is what was answered for
// the mall as a whole, beside the visits of the mall.
func (s *Store) Survey(ctx context.Context, q models.SurveyQuery) (map[string]models.SurveyCount, error) {
	var counts map[string]models.SurveyCount
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		tallies, err := surveyTallies(db, q, `agency`)
		if err != nil {
			return err
		}
		counts = map[string]models.SurveyCount{}
		for agency, tally := range tallies {
			counts[agency] = models.SurveyCount{Tally: tally}
		}
		return countServed(db, q, counts)
	})
	return counts, s.fault(err)
}

// SurveyTallies sums the answers of a period up by agency.
func (s *Store) SurveyTallies(ctx context.Context, q models.SurveyQuery) (map[string]models.SurveyTally, error) {
	tallies, err := surveyTallies(s.read.WithContext(ctx), q, `agency`)
	return tallies, s.fault(err)
}

// ServiceTallies sums the answers of a period that name a service up by it.
func (s *Store) ServiceTallies(ctx context.Context, q models.SurveyQuery) (map[string]models.SurveyTally, error) {
	tallies, err := surveyTallies(s.read.WithContext(ctx), q, `service`)
	delete(tallies, "")
	return tallies, s.fault(err)
}

// surveyTallies sums the answers up by a column.
func surveyTallies(db *gorm.DB, q models.SurveyQuery, by string) (map[string]models.SurveyTally, error) {
	query := `SELECT ` + by + `, count(*), ` + surveySums + ` FROM survey_answers
		WHERE mall_id = ? AND business_date BETWEEN ? AND ? AND voided = 0 GROUP BY ` + by
	rows, err := db.Raw(query, q.MallID, q.From, q.To).Rows()
	if err != nil {
		return nil, err
	}
	tallies := map[string]models.SurveyTally{}
	for rows.Next() {
		var agency string
		var respondents int
		given := make([]int, 2*len(models.SurveyElements))
		into := []any{&agency, &respondents}
		for i := range given {
			into = append(into, &given[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		tally := models.SurveyTally{Respondents: respondents,
			Count: map[models.SurveyElement]int{}, Sum: map[models.SurveyElement]int{}}
		for i, e := range models.SurveyElements {
			tally.Count[e], tally.Sum[e] = given[2*i], given[2*i+1]
		}
		tallies[agency] = tally
	}
	return tallies, errors.Join(rows.Err(), rows.Close())
}

func countServed(db *gorm.DB, q models.SurveyQuery, counts map[string]models.SurveyCount) error {
	days := periods(q.From, q.To)
	const query = `SELECT '' AS agency, CAST(coalesce(sum(n), 0) AS BIGINT) FROM figures
			WHERE mall_id = ? AND period IN ? AND measure = ? AND agency = '' AND service = '' AND label = ?
		UNION ALL SELECT agency, CAST(sum(n) AS BIGINT) FROM figures
			WHERE mall_id = ? AND period IN ? AND measure = ? AND agency <> '' GROUP BY agency`
	rows, err := db.Raw(query, q.MallID, days, string(models.MeasureVisits), string(models.VisitService), q.MallID, days, string(models.MeasureErrands)).Rows()
	if err != nil {
		return err
	}
	for rows.Next() {
		var agency string
		var served int
		if err := rows.Scan(&agency, &served); err != nil {
			return errors.Join(err, rows.Close())
		}
		count := counts[agency]
		count.Served = served
		counts[agency] = count
	}
	return errors.Join(rows.Err(), rows.Close())
}

// SurveySuggestions lists what visitors suggested in a period, by the
// alphabet, so that their order tells no time.
func (s *Store) SurveySuggestions(ctx context.Context, q models.SurveyQuery, agency string) ([]string, error) {
	query := `SELECT suggestion FROM survey_answers
		WHERE mall_id = ? AND business_date BETWEEN ? AND ? AND voided = 0 AND suggestion <> ''`
	args := []any{q.MallID, q.From, q.To}
	if agency != "" {
		query, args = query+` AND agency = ?`, append(args, agency)
	}
	var list []string
	err := s.read.WithContext(ctx).Raw(query+` ORDER BY suggestion`, args...).Scan(&list).Error
	return list, s.fault(err)
}
