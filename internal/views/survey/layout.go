package survey

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Measures of the survey in units. What a finger touches is at least 52 high.
const (
	surveyEdge      float32 = 36
	surveyTopHigh   float32 = 64
	surveyFootHigh  float32 = 64
	surveyGap       float32 = 16
	surveyChoiceLow float32 = 52
	surveyChoiceTop float32 = 76 // no choice is higher
	surveyChoice    float32 = 210
	surveyNamed     float32 = 480 // beside the long names of services
)

// surveyTop sets the mall, whom it is about, and the language.
type surveyTop struct{}

// Layout leaves the right to the language.
func (surveyTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	mall, about, tongue := objects[0], objects[1], objects[2]
	x, right := stage.Units(surveyEdge), size.Width-stage.Units(surveyEdge)
	middle := func(o fyne.CanvasObject, x, width float32) {
		height := o.MinSize().Height
		stage.Set(o, x, (size.Height-height)/2, width, height)
	}
	button := tongue.MinSize().Width
	middle(tongue, right-button, button)
	own := min(mall.MinSize().Width, (right-button-x)/2)
	middle(mall, x, own)
	x += own + stage.Units(surveyGap)
	middle(about, x, max(0, right-button-stage.Units(surveyGap)-x))
}

// MinSize is the height of the bar.
func (surveyTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(300), stage.Units(surveyTopHigh))
}

// surveyPages lays the pages over each other, within the same edges.
type surveyPages struct{}

// Layout fills each page.
func (surveyPages) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	edge := stage.Units(surveyEdge)
	for _, o := range objects {
		stage.Set(o, edge, edge*2/3, size.Width-2*edge, size.Height-edge*4/3)
	}
}

// MinSize leaves the size to the window.
func (surveyPages) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// surveyStartLayout sets title and sentence above the choices.
type surveyStartLayout struct{ grid *surveyGrid }

// Layout gives the choices what is left.
func (l surveyStartLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects[:2] {
		height := kit.HeightFor(o, size.Width)
		stage.Set(o, 0, y, size.Width, height)
		y += height + stage.Units(surveyGap/2)
	}
	y += stage.Units(surveyGap / 2)
	l.grid.room = max(0, size.Height-y)
	stage.Set(objects[2], 0, y, size.Width, max(0, size.Height-y))
}

// MinSize leaves the size to the window.
func (surveyStartLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// surveyGrid sets the choices in as many columns as they fit.
type surveyGrid struct {
	least   float32 // width of a choice at least, in units
	columns int
	room    float32 // height to be filled, as far as fingers need it
}

// Layout fills row after row.
func (l *surveyGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.columns = max(1, min(len(objects), int(size.Width/stage.Units(l.least))))
	gap := stage.Units(8)
	rows := (len(objects) + l.columns - 1) / l.columns
	width := (size.Width - gap*float32(l.columns-1)) / float32(l.columns)
	height := (size.Height - gap*float32(rows-1)) / float32(max(1, rows))
	for i, o := range objects {
		stage.Set(o, float32(i%l.columns)*(width+gap), float32(i/l.columns)*(height+gap), width, height)
	}
}

// MinSize asks for rows that a finger meets, and for the room there is.
func (l *surveyGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rows := float32((len(objects) + max(1, l.columns) - 1) / max(1, l.columns))
	gap := stage.Units(8)
	least, most := rows*(stage.Units(surveyChoiceLow)+gap)-gap, rows*(stage.Units(surveyChoiceTop)+gap)-gap
	return fyne.NewSize(min(stage.Units(l.least), stage.Units(surveyChoice)), max(least, min(most, l.room-gap)))
}

// columns is how many choices stand side by side.
func (s *Screen) columns() int {
	if s.state.step == surveyService {
		return max(1, s.which.grid.columns)
	}
	return max(1, s.choiceGrid.columns)
}

// surveyAsking sets the count, the bar and the question above the answers, and
// the way back and on below them.
type surveyAsking struct{}

// Layout gives the answers what is left.
func (surveyAsking) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	count, bar, question, cards := objects[0], objects[1], objects[2], objects[3]
	note, leaving, back, skip := objects[4], objects[5], objects[6], objects[7]
	gap, y := stage.Units(surveyGap), float32(0)
	put := func(o fyne.CanvasObject, height, after float32) {
		stage.Set(o, 0, y, size.Width, height)
		y += height + after
	}
	put(count, count.MinSize().Height, gap/2)
	put(bar, bar.MinSize().Height, gap)
	put(question, kit.HeightFor(question, size.Width), gap)
	foot := size.Height - stage.Units(surveyFootHigh)
	width := min(stage.Units(240), (size.Width-gap)/2)
	stage.Set(back, 0, foot, width, stage.Units(surveyFootHigh))
	stage.Set(skip, size.Width-width, foot, width, stage.Units(surveyFootHigh))
	bottom := foot - gap
	line := leaving.MinSize().Height
	if between := size.Width - 2*(width+gap); between >= stage.Units(260) {
		stage.Set(leaving, width+gap, foot+(stage.Units(surveyFootHigh)-line)/2, between, line)
	} else {
		stage.Set(leaving, 0, bottom-line, size.Width, line)
		bottom -= line + gap/2
	}
	if note.Visible() {
		height := kit.HeightFor(note, size.Width)
		bottom -= height
		stage.Set(note, 0, bottom, size.Width, height)
		bottom -= gap
	}
	stage.Set(cards, 0, y, size.Width, max(0, bottom-y))
}

// MinSize leaves the size to the window.
func (surveyAsking) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// surveyCards sets the four answers in a row, or two and two where the page is
// higher than wide.
type surveyCards struct{}

// Layout keeps the answers in their order, row by row.
func (surveyCards) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	columns := len(objects)
	if size.Height > size.Width*0.75 {
		columns = (columns + 1) / 2
	}
	gap := stage.Units(surveyGap)
	rows := (len(objects) + columns - 1) / columns
	width := (size.Width - gap*float32(columns-1)) / float32(columns)
	height := min((size.Height-gap*float32(rows-1))/float32(rows), width*1.25)
	top := (size.Height - height*float32(rows) - gap*float32(rows-1)) / 2
	for i, o := range objects {
		stage.Set(o, float32(i%columns)*(width+gap), top+float32(i/columns)*(height+gap), width, height)
	}
}

// MinSize leaves the size to the window.
func (surveyCards) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// surveyThanksLayout sets face, thanks, sentence and button in the middle.
type surveyThanksLayout struct{}

// Layout centres the column.
func (surveyThanksLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	face, button, gap := stage.Units(132), stage.Units(240), stage.Units(surveyGap)
	heights, total := make([]float32, len(objects)), float32(0)
	for i, o := range objects {
		heights[i] = kit.HeightFor(o, size.Width)
		if i == 0 {
			heights[i] = face
		}
		total += heights[i] + gap
	}
	y := max(0, (size.Height-total-gap)/2)
	for i, o := range objects {
		x, width := float32(0), size.Width
		switch i {
		case 0:
			x, width = (size.Width-face)/2, face
		case len(objects) - 1:
			x, width = (size.Width-button)/2, button
			y += gap
		}
		stage.Set(o, x, y, width, heights[i])
		y += heights[i] + gap
	}
}

// MinSize leaves the size to the window.
func (surveyThanksLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
