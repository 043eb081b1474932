package report

import "strings"

// Rows of a table on paper in millimetres.
const (
	rowHigh   = 5.4
	moreHigh  = 3.5  // for each line of a cell after the first
	titleHigh = 3.2  // a line of the head
	figure    = 11.6 // width of a column of figures beside many others
	middling  = 15.0 // beside some
	wide      = 26.0 // and beside few
)

// textShares part the room of the texts among their columns.
var textShares = map[Of]float64{OfAgency: 1, OfService: 1.7, OfItem: 1.7}

// mostRows is how much of a list goes on paper; the workbook has all of it.
const mostRows = 40

// keptRows is how many rows at least stand on the page of what comes below.
const keptRows = 3

// keptHigh is their room when each has two lines and an agency of its own.
const keptHigh = keptRows * (2*rowHigh + moreHigh)

// table sets a section with rows, the last ones on a page that has room for so
// many millimetres below them. Where the rows are services, each agency is a
// line of its own above them.
func (p *paper) table(s Section, below float64) {
	grouped := len(s.Columns) > 2 && s.Columns[0].Of == OfAgency && s.Columns[1].Of == OfService && s.Columns[2].Of == OfFigure
	rows, left := s.Rows, 0
	if !grouped && len(rows) > mostRows {
		rows, left = rows[:mostRows], len(rows)-mostRows
	}
	start := 30 + 3*rowHigh
	if len(rows) <= keptRows {
		start += below
	}
	p.need(start)
	p.heading(s.Title, s.Note)
	t := tableOnPaper{paper: p, section: s, grouped: grouped}
	t.head()
	agency := ""
	for i, row := range rows {
		if i > 0 && i == len(rows)-keptRows {
			t.room(keptHigh + below)
		}
		if grouped && (i == 0 || row[0].Text != agency) {
			agency = row[0].Text
			t.group(agency)
		}
		t.row(row)
	}
	if left > 0 {
		p.set(margin, p.GetY()+1, inside, 8, false, inkMuted, "L", p.words.t("more", p.speak.Count(left)))
		p.SetY(p.GetY() + 5)
	}
}

type tableOnPaper struct {
	*paper
	section Section
	grouped bool
}

// widths are those of the section's columns; that of a group has none.
func (t tableOnPaper) widths() []float64 {
	figures, texts := 0, 0.0
	for i, c := range t.section.Columns {
		switch {
		case c.Of == OfFigure:
			figures++
		case i > 0 || !t.grouped:
			texts += textShares[c.Of]
		}
	}
	each := wide
	switch {
	case figures > 9:
		each = figure
	case figures > 3:
		each = middling
	}
	widths := make([]float64, len(t.section.Columns))
	for i, c := range t.section.Columns {
		switch {
		case c.Of == OfFigure:
			widths[i] = each
		case i > 0 || !t.grouped:
			widths[i] = (inside - each*float64(figures)) * textShares[c.Of] / texts
		}
	}
	return widths
}

// head names the columns, a word a line where they are narrow.
func (t tableOnPaper) head() {
	t.SetFont(face, "B", 6.3)
	t.colour(inkAccent)
	titles, widths, lines := make([][]string, len(t.section.Columns)), t.widths(), 1
	for i, c := range t.section.Columns {
		titles[i] = []string{c.Title}
		if t.GetStringWidth(c.Title) > widths[i]-2 {
			titles[i] = strings.Fields(c.Title)
		}
		if widths[i] > 0 {
			lines = max(lines, len(titles[i]))
		}
	}
	y, x := t.GetY(), margin
	for i, width := range widths {
		if width == 0 {
			continue
		}
		for n, word := range titles[i] {
			t.SetXY(x, y+float64(lines-len(titles[i])+n)*titleHigh)
			t.CellFormat(width, titleHigh, t.fit(word, width-1), "", 0, t.align(i), false, 0, "")
		}
		x += width
	}
	y += float64(lines)*titleHigh + 0.8
	t.rule(y, inkAccent, 0.35)
	t.SetY(y + 0.6)
}

func (t tableOnPaper) align(column int) string {
	if t.section.Columns[column].Of == OfFigure {
		return "R"
	}
	return "L"
}

// room begins a new page, with the head again, when a row does not fit.
func (t tableOnPaper) room(height float64) {
	if t.GetY()+height > pageHeight-footHigh-4 {
		t.AddPage()
		t.SetY(margin)
		t.head()
	}
}

func (t tableOnPaper) group(agency string) {
	t.room(2 * rowHigh)
	y := t.GetY()
	t.SetFillColor(inkSoft[0], inkSoft[1], inkSoft[2])
	t.Rect(margin, y, inside, rowHigh, "F")
	t.set(margin, y+0.9, inside, 8, true, inkBlack, "L", agency)
	t.SetY(y + rowHigh)
}

// row sets the cells of a row; a text that is too long goes on in a second
// line.
func (t tableOnPaper) row(cells []Cell) {
	widths, lines, high := t.widths(), make([][]string, len(cells)), rowHigh
	t.SetFont(face, "", 8)
	for i, width := range widths {
		if width == 0 {
			continue
		}
		lines[i] = t.lines(t.words.written(cells[i]), width-2.2)
		high = max(high, rowHigh+float64(len(lines[i])-1)*moreHigh)
	}
	t.room(high)
	y, x := t.GetY(), margin
	for i, width := range widths {
		for n, line := range lines[i] {
			t.set(x, y+0.9+float64(n)*moreHigh, width, 8, false, inkBlack, t.align(i), line)
		}
		x += width
	}
	t.rule(y+high, inkLine, 0.15)
	t.SetY(y + high)
}

// lines parts words into two lines at most.
func (t tableOnPaper) lines(words string, width float64) []string {
	if t.GetStringWidth(words) <= width {
		return []string{words}
	}
	first := t.SplitText(words, width)[0]
	return []string{first, t.fit(strings.TrimSpace(strings.TrimPrefix(words, first)), width)}
}
