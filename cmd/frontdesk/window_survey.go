package main

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/report"
)

// windowSurvey is the survey as the window asks for it: whom the answers stand
// for is told by the figures of the reports.
type windowSurvey struct {
	*desk.Desk
	reporter report.Reporter
}

// Survey brings the figures up to date first.
func (w windowSurvey) Survey(ctx context.Context, from, to string) (desk.SurveyResult, error) {
	if err := w.reporter.RollUp(ctx); err != nil {
		return desk.SurveyResult{}, err
	}
	return w.Desk.Survey(ctx, from, to)
}
