package views

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Survey keeps the answers of the satisfaction survey.
type Survey interface {
	AddSurvey(ctx context.Context, sheets ...models.SurveySheet) (ids []string, err error)
	UndoSurvey(ctx context.Context, id string) error
	Survey(ctx context.Context, from, to string) (desk.SurveyResult, error)
}
