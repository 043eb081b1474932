package bookfile

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"frontdesk/internal/desk"
	"frontdesk/internal/fonts"
	"frontdesk/internal/models"
)

type personFile struct {
	Mall     string        `json:"mall"`
	MadeAt   string        `json:"made_at"`
	Visits   []personVisit `json:"visits"`
	Opened   []personTrace `json:"opened"`
	Changed  []personTrace `json:"corrected"`
	Requests []personTrace `json:"requests"`
}

type personVisit struct {
	ArrivedAt  string   `json:"arrived_at"`
	Number     string   `json:"number,omitempty"`
	Agency     string   `json:"agency,omitempty"`
	Service    string   `json:"service"`
	State      string   `json:"state"`
	Name       string   `json:"name"`
	NIK        string   `json:"nik"`
	Phone      string   `json:"phone"`
	Purpose    string   `json:"purpose,omitempty"`
	Priorities []string `json:"priorities"`
}

type personTrace struct {
	At   string `json:"at"`
	What string `json:"what,omitempty"`
	By   string `json:"by"`
	Why  string `json:"why"`
}

// WritePersonJSON writes what is stored of a person for programs.
func WritePersonJSON(out io.Writer, data desk.PersonData, words Words) error {
	file := personFile{Mall: data.Mall, MadeAt: words.instant(data.MadeAt), Visits: []personVisit{},
		Opened: []personTrace{}, Changed: []personTrace{}, Requests: []personTrace{}}
	for _, v := range data.Visits {
		visit := personVisit{ArrivedAt: words.instant(v.Visit.ArrivedAt), Number: v.Ticket.Number, Service: words.ownService(v.BookRow),
			State: words.State(v.BookRow), Name: v.Identity.Name, NIK: v.Identity.NIK, Phone: v.Identity.Phone,
			Purpose: v.Identity.Purpose, Priorities: []string{}}
		if v.Agency != nil {
			visit.Agency = v.Agency.ShortName
		}
		for _, p := range v.Visit.Priorities {
			visit.Priorities = append(visit.Priorities, string(p))
		}
		file.Visits = append(file.Visits, visit)
	}
	for _, o := range data.Trail.Openings {
		file.Opened = append(file.Opened, personTrace{At: words.instant(o.At), By: o.OperatorID, Why: o.Why})
	}
	for _, c := range data.Trail.Corrections {
		file.Changed = append(file.Changed, personTrace{At: words.instant(c.At), What: string(c.Field), By: c.OperatorID, Why: c.Reason})
	}
	for _, r := range data.Trail.Requests {
		file.Requests = append(file.Requests, personTrace{At: words.instant(r.At), What: string(r.Kind), By: r.OperatorID, Why: r.Reason})
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(file)
}

func (w Words) instant(t time.Time) string { return t.In(w.Zone).Format(time.RFC3339) }

// ownService names a service to the person herself, a sensitive one too.
func (w Words) ownService(r desk.BookRow) string {
	if r.Service != nil {
		return r.Service.Name
	}
	return w.Service(r)
}

// Measures of the page in millimetres and points.
const (
	pageEdge  = 20.0
	pageWide  = 210 - 2*pageEdge
	lineHigh  = 5.2
	textPoint = 10
)

// WritePersonPDF writes what is stored of a person as pages that she can read.
func WritePersonPDF(out io.Writer, data desk.PersonData, words Words) error {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes("inter", "", fonts.Regular)
	pdf.AddUTF8FontFromBytes("inter", "B", fonts.SemiBold)
	pdf.SetMargins(pageEdge, pageEdge, pageEdge)
	pdf.SetAutoPageBreak(true, pageEdge)
	pdf.SetTitle(words.Speak.T("person.file.title"), true)
	pdf.SetCreationDate(data.MadeAt)
	pdf.AddPage()
	p := personPage{pdf, words}
	p.line("B", 16, words.Speak.T("person.file.title"))
	pdf.Ln(1)
	at := data.MadeAt.In(words.Zone)
	p.line("", textPoint, words.Speak.T("person.file.intro", data.Mall, at, at))
	p.visits(data.Visits)
	p.openings(data.Trail.Openings)
	p.corrections(data.Trail.Corrections)
	p.requests(data.Trail.Requests)
	return pdf.Output(out)
}

type personPage struct {
	*fpdf.Fpdf
	words Words
}

func (p personPage) line(style string, point float64, words string) {
	p.SetFont("inter", style, point)
	p.MultiCell(pageWide, lineHigh*point/textPoint, words, "", "L", false)
}

func (p personPage) title(key string, none bool) {
	p.Ln(5)
	p.line("B", 12, p.words.Speak.T(key))
	p.Ln(1)
	if none {
		p.line("", textPoint, p.words.Speak.T("person.file.none"))
	}
}

func (p personPage) visits(list []desk.PersonVisit) {
	p.title("person.file.visits", len(list) == 0)
	w := p.words
	for _, v := range list {
		at := v.Visit.ArrivedAt.In(w.Zone)
		p.line("B", textPoint, joined(w.Speak.PlainDate(at)+" "+w.Speak.Clock(at), v.Ticket.Number, w.ownService(v.BookRow), w.State(v.BookRow)))
		p.line("", textPoint, joined(told(w, "name", v.Identity.Name), told(w, "nik", v.Identity.NIK), told(w, "phone", v.Identity.Phone),
			v.Identity.Purpose, w.priorities(v.Visit.Priorities)))
		p.Ln(1.5)
	}
}

func told(w Words, column, value string) string {
	if value == "" {
		return ""
	}
	return w.Speak.T("book.column."+column) + " " + value
}

// joined sets what is there beside each other.
func joined(parts ...string) string {
	var some []string
	for _, part := range parts {
		if part != "" {
			some = append(some, part)
		}
	}
	return strings.Join(some, " · ")
}

func (p personPage) openings(list []models.Opening) {
	p.title("person.file.openings", len(list) == 0)
	for _, o := range list {
		p.line("", textPoint, p.words.Speak.T("person.file.opened", o.At.In(p.words.Zone), o.OperatorID, p.words.why(o.Why)))
	}
}

func (p personPage) corrections(list []models.Correction) {
	p.title("person.file.corrections", len(list) == 0)
	for _, c := range list {
		p.line("", textPoint, p.words.Speak.T("person.file.changed", c.At.In(p.words.Zone),
			p.words.Speak.T("person.field."+string(c.Field)), c.OperatorID, c.Reason))
	}
}

func (p personPage) requests(list []models.PersonRequest) {
	p.title("person.file.requests", len(list) == 0)
	for _, r := range list {
		p.line("", textPoint, p.words.Speak.T("person.file.asked", r.At.In(p.words.Zone),
			p.words.Speak.T("person.kind."+string(r.Kind)), r.Reason))
	}
}

// why puts what an identity was opened for into words; a sentence that somebody
// typed stays as it is.
func (w Words) why(reason string) string {
	if key := "reveal." + reason; w.Speak.Has(key) {
		return w.Speak.T(key)
	}
	return reason
}
