package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/survey"
	"frontdesk/internal/text"
)

func surveyCommand(c *call) *cobra.Command {
	return group("survey", "Survei kepuasan masyarakat (SKM)",
		surveyAddCommand(c), surveyImportCommand(c), surveyIndexCommand(c), surveyReportCommand(c))
}

type surveyStoredAnswer struct {
	Stored int `json:"stored"`
}

func surveyAddCommand(c *call) *cobra.Command {
	var sheet models.SurveySheet
	cmd := &cobra.Command{Use: "add [ANGKA…]", Args: atLeast(0),
		Short: "Simpan lembar: sembilan angka 1–4 tiap lembar, 0 tidak dijawab; tanpa angka dibaca dari masukan baku",
		RunE: func(cmd *cobra.Command, args []string) error {
			sheet.Source = models.SurveyPaper
			rows, err := surveyRows(args, os.Stdin)
			if err != nil {
				return err
			}
			return c.surveyAdd(cmd, sheet, rows)
		}}
	flags := cmd.Flags()
	flags.StringVar(&sheet.Agency, "agency", "", "kode instansi (bawaan: seluruh mal)")
	flags.StringVar(&sheet.Service, "service", "", "kode layanan")
	flags.StringVar(&sheet.BusinessDate, "date", "", "hari lembar diisi, YYYY-MM-DD (bawaan: hari ini)")
	flags.StringVar(&sheet.Suggestion, "suggestion", "", "saran tertulis; angkanya dibuang")
	addJSON(cmd, c)
	return cmd
}

// surveyRows are the sheets given as arguments, else the lines of the input.
func surveyRows(args []string, input io.Reader) ([]string, error) {
	if len(args) > 0 {
		return args, nil
	}
	var rows []string
	lines := bufio.NewScanner(input)
	for lines.Scan() {
		if row := strings.TrimSpace(lines.Text()); row != "" {
			rows = append(rows, row)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, models.Misuse("survey.digits", "", len(models.SurveyElements))
	}
	return rows, nil
}

// surveyAdd reads all sheets before it stores the first one.
func (c *call) surveyAdd(cmd *cobra.Command, like models.SurveySheet, rows []string) error {
	var sheets []models.SurveySheet
	for _, row := range rows {
		sheet := like
		var err error
		if sheet.Answers, err = survey.ParseDigits(row); err != nil {
			return err
		}
		sheets = append(sheets, sheet)
	}
	if len(sheets) == 0 {
		return models.Misuse("survey.nothing")
	}
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	if _, err := p.Desk.AddSurvey(cmd.Context(), sheets...); err != nil {
		return err
	}
	return c.surveyStored(len(sheets))
}

func (c *call) surveyStored(count int) error {
	return c.print(surveyStoredAnswer{count}, func(w io.Writer) { fmt.Fprintln(w, c.speak.T("survey.stored", count)) })
}

func surveyImportCommand(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "import BERKAS", Short: "Simpan jawaban dari tabel CSV, semua atau tidak sama sekali", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			sheets, err := readSurvey(args[0])
			if err != nil {
				return err
			}
			p, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			if err := p.Desk.ImportSurvey(cmd.Context(), sheets); err != nil {
				return err
			}
			return c.surveyStored(len(sheets))
		}}
	addJSON(cmd, c)
	return cmd
}

func readSurvey(path string) (sheets []models.SurveySheet, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, models.Misuse("survey.no_file", path)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return survey.Read(file)
}

// surveyAnswer is the index of the mall, of an agency, or of a file.
type surveyAnswer struct {
	From        string             `json:"from,omitempty"`
	To          string             `json:"to,omitempty"`
	Agency      string             `json:"agency,omitempty"`
	Index       *float64           `json:"ikm"` // null while an element has no answer
	Grade       *string            `json:"grade"`
	Respondents int                `json:"respondents"`
	Population  *int               `json:"population,omitempty"`
	SampleSize  *int               `json:"sample_size"` // of the population, by Krejcie and Morgan
	Means       map[string]float64 `json:"means"`       // NRR by element
	Agencies    []surveyAnswer     `json:"agencies,omitempty"`
	Suggestions []string           `json:"suggestions,omitempty"`
}

// surveyAsked is what index is to tell.
type surveyAsked struct {
	from, to, agency     string
	population           int
	rounded, suggestions bool
}

func (a surveyAsked) weight() survey.Weight {
	if a.rounded {
		return survey.Rounded
	}
	return survey.Ninth
}

func surveyIndexCommand(c *call) *cobra.Command {
	var asked surveyAsked
	cmd := &cobra.Command{Use: "index [BERKAS]", Short: "IKM dari jawaban yang tersimpan, atau dari berkas CSV", Args: atLeast(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return c.surveyIndex(cmd, asked)
			case 1:
				return c.surveyFileIndex(args[0], asked)
			}
			return wrongWords(cmd, args, errors.New("one file"))
		}}
	flags := cmd.Flags()
	flags.StringVar(&asked.from, "from", "", "hari pertama, YYYY-MM-DD (bawaan: awal tahun)")
	flags.StringVar(&asked.to, "to", "", "hari terakhir (bawaan: hari ini)")
	flags.StringVar(&asked.agency, "agency", "", "kode instansi (bawaan: mal dan semua instansi)")
	flags.IntVar(&asked.population, "population", 0, "jumlah yang dilayani, untuk ukuran sampel (bawaan: dari buku tamu)")
	flags.BoolVar(&asked.rounded, "rounded", false, "bobot 0,11 yang dipakai sebagian kantor, bukan 1/9")
	flags.BoolVar(&asked.suggestions, "suggestions", false, "sertakan saran tertulis, menurut abjad")
	addJSON(cmd, c)
	return cmd
}

func (c *call) surveyFileIndex(path string, asked surveyAsked) error {
	c.speak = text.MustLoad(text.Indonesian)
	sheets, err := readSurvey(path)
	if err != nil {
		return err
	}
	count := models.SurveyCount{Served: asked.population}
	for _, sheet := range sheets {
		count.Tally.Add(sheet.Answers)
	}
	return c.printSurvey(newSurveyAnswer(count, asked))
}

func (c *call) surveyIndex(cmd *cobra.Command, asked surveyAsked) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	if asked.agency != "" && p.Desk.Catalogue().Agency(asked.agency) == nil {
		return models.Misuse("survey.unknown_agency", asked.agency)
	}
	if err := p.reports().RollUp(cmd.Context()); err != nil {
		return err
	}
	result, err := p.Desk.Survey(cmd.Context(), asked.from, asked.to)
	if err != nil {
		return err
	}
	answer := surveyOf(p.Desk.Catalogue(), result, asked)
	if asked.suggestions {
		if answer.Suggestions, err = p.Desk.SurveySuggestions(cmd.Context(), result.From, result.To, asked.agency); err != nil {
			return err
		}
	}
	return c.printSurvey(answer)
}

func surveyOf(c *models.Catalogue, result desk.SurveyResult, asked surveyAsked) surveyAnswer {
	count := result.Mall()
	if asked.agency != "" {
		count = result.Counts[asked.agency]
	}
	if asked.population > 0 {
		count.Served = asked.population
	}
	answer := newSurveyAnswer(count, asked)
	answer.From, answer.To, answer.Agency = result.From, result.To, asked.agency
	for _, a := range c.Directory.Agencies {
		if of, some := result.Counts[a.Code]; some && asked.agency == "" {
			line := newSurveyAnswer(of, asked)
			line.Agency = a.Code
			answer.Agencies = append(answer.Agencies, line)
		}
	}
	return answer
}

func newSurveyAnswer(count models.SurveyCount, asked surveyAsked) surveyAnswer {
	answer := surveyAnswer{Respondents: count.Tally.Respondents, Means: map[string]float64{}}
	for _, e := range models.SurveyElements {
		answer.Means[string(e)] = count.Tally.Mean(e)
	}
	if index, ok := survey.Index(count.Tally, asked.weight()); ok {
		grade := string(survey.GradeOf(index))
		answer.Index, answer.Grade = &index, &grade
	}
	if count.Served > 0 {
		size := survey.SampleSize(count.Served)
		answer.Population, answer.SampleSize = &count.Served, &size
	}
	return answer
}

func (c *call) printSurvey(a surveyAnswer) error {
	return c.print(a, func(w io.Writer) {
		if a.From != "" {
			fmt.Fprintln(w, c.speak.T("survey.period", a.From, a.To))
		}
		if a.Index == nil {
			fmt.Fprintln(w, c.speak.T("survey.unanswered", a.Respondents))
		} else {
			fmt.Fprintln(w, c.speak.T("survey.index", fmt.Sprintf("%.2f", *a.Index), *a.Grade, a.Respondents))
		}
		if a.SampleSize != nil {
			fmt.Fprintln(w, c.speak.T("survey.served", *a.Population, *a.SampleSize))
		}
		for _, e := range models.SurveyElements {
			fmt.Fprintf(w, "  %-22s %.2f\n", c.speak.T("survey.element."+string(e)), a.Means[string(e)])
		}
		for _, of := range a.Agencies {
			fmt.Fprintln(w, c.surveyLine(of))
		}
		for _, suggestion := range a.Suggestions {
			fmt.Fprintf(w, "– %s\n", suggestion)
		}
	})
}

// surveyLine is an agency: its index and grade, its respondents and those
// needed.
func (c *call) surveyLine(of surveyAnswer) string {
	index, needed := c.speak.T("survey.none"), 0
	if of.Index != nil {
		index = fmt.Sprintf("%.2f %s", *of.Index, *of.Grade)
	}
	if of.SampleSize != nil {
		needed = *of.SampleSize
	}
	return fmt.Sprintf("%-5s %5d/%-5d %s", of.Agency, of.Respondents, needed, index)
}
