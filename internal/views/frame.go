package views

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// frame is what stands around the screens: header, rail and status bar.
type frame struct {
	program *program
	content *fyne.Container

	header   *kit.HeaderBar
	practice *kit.Panel
	alone    *kit.Note
	linked   models.MallLink // as it was painted last
	notices  *kit.Note
	rail     map[string]*kit.RailItem
	pages    map[string]fyne.CanvasObject // those that were opened
	stack    *fyne.Container              // of the pages, below cover and sheet
	sheet    *keySheet
	cover    fyne.CanvasObject // the page to sign in; nil: none
	onDuty   *kit.DutyTag      // nil: nobody signs in here
	status   *kit.StatusBar
}

// railIcons of the screens that work.
var railIcons = map[string]kit.Icon{stage.ScreenReception: kit.IconReception, stage.ScreenGuide: kit.IconSearch,
	stage.ScreenQueue: kit.IconQueue, stage.ScreenGuestbook: kit.IconBook, stage.ScreenToday: kit.IconCalendar, stage.ScreenReports: kit.IconChart, stage.ScreenSync: kit.IconSync,
	stage.ScreenSheets: kit.IconCheck, stage.ScreenSetup: kit.IconSliders}

// railKeys open the screens.
var railKeys = map[string]string{stage.ScreenReception: "F1", stage.ScreenGuide: "F2", stage.ScreenQueue: "F3", stage.ScreenGuestbook: "F4", stage.ScreenToday: "F5",
	stage.ScreenReports: "F6", stage.ScreenSync: "Ctrl S", stage.ScreenSheets: "Ctrl I", stage.ScreenSetup: "F10"}

func newFrame(p *program) *frame {
	f := &frame{program: p, rail: map[string]*kit.RailItem{}, pages: map[string]fyne.CanvasObject{}}
	f.header = kit.NewHeaderBar(f.headerTools(p)...)
	f.practice = practiceBar(p.speak)
	f.alone = kit.NewNote(kit.NoteWarn, "", "")
	f.notices = kit.NewNote(kit.NoteInfo, "", "")
	f.status = kit.NewStatusBar(kit.NewKeyHint(p.speak.T("frame.help"), p.toggleHelp, "F12"))
	if p.options.Touch {
		f.status = kit.NewStatusBar(nil)
	}
	f.sheet = newKeySheet(p)
	f.stack = container.NewStack()
	for _, name := range p.order {
		f.rail[name] = kit.NewRailItem(railIcons[name], p.speak.T("frame."+name), railKeys[name], func() { p.open(name) })
		if name == stage.ScreenSetup {
			f.rail[name].OnTapped = func() { p.open(p.section) }
		}
	}
	if p.lock != nil {
		f.cover = p.lock.Build(p.speak)
		f.stack.Add(f.cover)
	}
	f.stack.Add(f.sheet.content)
	if !p.covered() {
		f.open(p.current)
	}
	rail := kit.NewPanel(kit.ColorPage, kit.Inset{Top: 11, Bottom: 11}, kit.EdgeRight, f.railColumn())
	layout := &frameLayout{frame: f, alone: len(p.order) == 1, bare: p.options.Screen == stage.ScreenSurvey}
	f.content = container.New(layout, f.header, f.practice, f.alone, f.notices, rail, f.stack, f.status)
	f.setHeader()
	return f
}

// open makes the page of a screen when it is first shown.
func (f *frame) open(name string) {
	if f.pages[name] != nil {
		return
	}
	p := f.program
	if slices.Contains(p.setup, name) {
		f.pages[name] = p.sectionPage(name)
	} else {
		f.pages[name] = p.screens[name].Build(p.speak)
	}
	f.stack.Objects = slices.Insert(f.stack.Objects, 0, f.pages[name])
	f.pages[name].Resize(f.stack.Size())
}

// languageSwitch changes the language with the mouse; a key does the same.
func languageSwitch(p *program) fyne.CanvasObject {
	choice := kit.NewSegmented(func(i int) { p.setLanguage(stage.Languages[i]) }, "ID", "EN")
	if !p.options.Touch {
		choice.Compact()
	}
	choice.SetSelected(slices.Index(stage.Languages, p.speak.Language()))
	choice.OnKey = p.press
	return choice
}

// practiceBar says that nothing here is real.
func practiceBar(speak *text.Speaker) *kit.Panel {
	return kit.NewPanel(kit.ColorWarnSoft, kit.Sides(6, 18), kit.EdgeBottom, kit.NewStatusLine(kit.Status{
		Shape: kit.ShapeTriangle, Colour: kit.ColorWarn,
		Word: speak.T("frame.practice"), Detail: speak.T("frame.practice_detail"),
	}))
}

func (f *frame) setHeader() {
	p := f.program
	f.header.SetPlace(p.options.Desk.Catalogue().Directory.Mall.ShortName, f.placeName())
	f.refreshClock()
	f.refreshDuty()
}

// PlaceName says whose window this is.
func (f *frame) placeName() string {
	p, self := f.program, f.program.options.Desk.Self()
	switch {
	case p.options.Counter != "":
		return p.counterPlace()
	case p.reception == nil:
		return p.speak.T("frame.guide_alone")
	}
	return stage.DeskName(p.speak, self)
}

// refreshClock paints date and time.
func (f *frame) refreshClock() {
	now, speak := f.program.options.Desk.Now(), f.program.speak
	f.header.SetTime(speak.LongDate(now), speak.Clock(now), text.Zone(now))
}

// refresh paints what changes with the screen shown.
func (f *frame) refresh() {
	p := f.program
	if !p.covered() {
		f.open(p.current)
	}
	for name, item := range f.rail {
		item.SetSelected(p.inSetup(name))
	}
	for name, page := range f.pages {
		stage.SetVisible(page, name == p.current && !p.help && !p.covered())
	}
	if f.cover != nil {
		stage.SetVisible(f.cover, p.covered() && !p.help)
	}
	f.sheet.show(p.help)
	f.refreshStatus()
	stage.SetVisible(f.practice, p.options.Desk.Practice())
	f.linked = p.linkState()
	f.refreshAlone()
	f.refreshNotices()
	f.content.Refresh()
}

// refreshNotices says what there is to say at the start, until a key is
// pressed.
func (f *frame) refreshNotices() {
	p := f.program
	stage.SetVisible(f.notices, len(p.said) > 0)
	words := make([]string, len(p.said))
	for i, notice := range p.said {
		words[i] = p.speak.Say(notice)
	}
	kind := kit.NoteInfo
	if p.options.Warns {
		kind = kit.NoteWarn
	}
	f.notices.Set(kind, "", strings.Join(words, "\n"))
}

// awaken makes the drawings of all that is shown. The toolkit forgets those of
// a page that was hidden for a minute, and then does not find its fields to
// put the focus there; asking where the last part stands walks past them all.
func (f *frame) awaken() { fyne.CurrentApp().Driver().AbsolutePositionForObject(f.status) }

// frameLayout sets header, practice bar, rail, pages and status bar.
type frameLayout struct {
	frame *frame
	alone bool // one screen needs no rail
	bare  bool // the visitors' own screen has nothing around it
}

// smallestTablet is the least width and height of the visitors' own screen.
const smallestTablet = 600

// compactBelow is the width in units below which the rail shows icons alone.
const compactBelow = 1100

// Layout places the parts; a narrow window has a narrow rail.
func (l *frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	header, rail, pages, status := objects[0], objects[4], objects[5], objects[6]
	if l.bare {
		for _, o := range objects {
			stage.SetVisible(o, o == pages)
		}
		stage.Set(pages, 0, 0, size.Width, size.Height)
		return
	}
	top := header.MinSize().Height
	stage.Set(header, 0, 0, size.Width, top)
	for _, bar := range objects[1:4] {
		if bar.Visible() {
			height := kit.HeightFor(bar, size.Width)
			stage.Set(bar, 0, top, size.Width, height)
			top += height
		}
	}
	foot := status.MinSize().Height
	stage.Set(status, 0, size.Height-foot, size.Width, foot)
	left := l.railWidth(size.Width)
	stage.SetVisible(rail, left > 0)
	stage.Set(rail, 0, top, left, size.Height-top-foot)
	stage.Set(pages, left, top, size.Width-left, size.Height-top-foot)
}

func (l *frameLayout) railWidth(width float32) float32 {
	if l.alone {
		return 0
	}
	compact := width < stage.Units(compactBelow)
	for _, item := range l.frame.rail {
		item.SetCompact(compact)
	}
	if compact {
		return theme.Size(kit.WidthRailCompact)
	}
	return theme.Size(kit.WidthRail)
}

// MinSize is the smallest usable window.
func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.bare || l.frame.program.options.Touch {
		return fyne.NewSize(smallestTablet, smallestTablet)
	}
	unit := theme.Size(kit.Unit)
	return fyne.NewSize(min(stage.SmallestWidth, stage.SmallestWidth*unit), min(stage.SmallestHeight, stage.SmallestHeight*unit))
}
