package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"frontdesk/internal/models"
	"frontdesk/internal/survey"
	"frontdesk/internal/text"
)

type surveyAnswer struct {
	Index       *float64           `json:"ikm"` // null while an element has no answer
	Grade       *string            `json:"grade"`
	Respondents int                `json:"respondents"`
	SampleSize  *int               `json:"sample_size"` // of --population, by Krejcie and Morgan
	Means       map[string]float64 `json:"means"`       // NRR by element
}

func surveyCommand(c *call) *cobra.Command {
	var population int
	var rounded bool
	index := &cobra.Command{Use: "index BERKAS", Short: "IKM dari jawaban di kertas (CSV)", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			weight := survey.Ninth
			if rounded {
				weight = survey.Rounded
			}
			return c.surveyIndex(args[0], weight, population)
		}}
	index.Flags().IntVar(&population, "population", 0, "jumlah pengunjung, untuk ukuran sampel")
	index.Flags().BoolVar(&rounded, "rounded", false, "bobot 0,11 yang dipakai sebagian kantor, bukan 1/9")
	addJSON(index, c)
	return group("survey", "Survei kepuasan masyarakat (SKM)", index)
}

func (c *call) surveyIndex(path string, weight survey.Weight, population int) error {
	c.speak = text.MustLoad(text.Indonesian)
	file, err := os.Open(path)
	if err != nil {
		return models.Misuse("survey.no_file", path)
	}
	defer file.Close()
	tally, err := survey.Read(file)
	if err != nil {
		return err
	}
	answer := surveyAnswer{Respondents: tally.Respondents, Means: map[string]float64{}}
	for _, e := range survey.Elements {
		answer.Means[string(e)] = tally.Mean(e)
	}
	if index, ok := tally.Index(weight); ok {
		grade := string(survey.GradeOf(index))
		answer.Index, answer.Grade = &index, &grade
	}
	if population > 0 {
		size := survey.SampleSize(population)
		answer.SampleSize = &size
	}
	return c.print(answer, func(w io.Writer) { c.printSurvey(w, answer) })
}

func (c *call) printSurvey(w io.Writer, a surveyAnswer) {
	if a.Index == nil {
		fmt.Fprintln(w, c.speak.T("survey.unanswered", a.Respondents))
	} else {
		fmt.Fprintln(w, c.speak.T("survey.index", fmt.Sprintf("%.2f", *a.Index), *a.Grade, a.Respondents))
	}
	if a.SampleSize != nil {
		fmt.Fprintln(w, c.speak.T("survey.sample", *a.SampleSize))
	}
}
