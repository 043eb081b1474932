package kit

import "fyne.io/fyne/v2"

// Colours of the look, by what they are for.
const (
	ColorPage        fyne.ThemeColorName = "frontdesk.page"    // behind everything
	ColorSurface     fyne.ThemeColorName = "frontdesk.surface" // lit pane, cards, fields
	ColorRaised      fyne.ThemeColorName = "frontdesk.raised"  // quiet pane
	ColorSunken      fyne.ThemeColorName = "frontdesk.sunken"  // strips, disabled buttons
	ColorLine        fyne.ThemeColorName = "frontdesk.line"    // decor only
	ColorEdge        fyne.ThemeColorName = "frontdesk.edge"    // outline of controls
	ColorInk         fyne.ThemeColorName = "frontdesk.ink"
	ColorMuted       fyne.ThemeColorName = "frontdesk.muted"
	ColorFaint       fyne.ThemeColorName = "frontdesk.faint"
	ColorAccent      fyne.ThemeColorName = "frontdesk.accent" // "you": focus, selection, the filled button
	ColorOnAccent    fyne.ThemeColorName = "frontdesk.onAccent"
	ColorSoft        fyne.ThemeColorName = "frontdesk.soft"  // ground of the selection
	ColorPlate       fyne.ThemeColorName = "frontdesk.plate" // a place of the building
	ColorPlateEdge   fyne.ThemeColorName = "frontdesk.plateEdge"
	ColorPlateNumber fyne.ThemeColorName = "frontdesk.plateNumber"
	ColorPlateText   fyne.ThemeColorName = "frontdesk.plateText"
	ColorPlateMuted  fyne.ThemeColorName = "frontdesk.plateMuted"
	ColorOpen        fyne.ThemeColorName = "frontdesk.open"
	ColorWarn        fyne.ThemeColorName = "frontdesk.warn"
	ColorStop        fyne.ThemeColorName = "frontdesk.stop"
	ColorOff         fyne.ThemeColorName = "frontdesk.off"
	ColorOpenSoft    fyne.ThemeColorName = "frontdesk.openSoft"
	ColorWarnSoft    fyne.ThemeColorName = "frontdesk.warnSoft"
	ColorStopSoft    fyne.ThemeColorName = "frontdesk.stopSoft"

	// The visitors' display is the same in every look.
	ColorBoard         fyne.ThemeColorName = "frontdesk.board"
	ColorBoardSide     fyne.ThemeColorName = "frontdesk.boardSide"
	ColorBoardLine     fyne.ThemeColorName = "frontdesk.boardLine"
	ColorBoardText     fyne.ThemeColorName = "frontdesk.boardText"
	ColorBoardMuted    fyne.ThemeColorName = "frontdesk.boardMuted"
	ColorBoardNumber   fyne.ThemeColorName = "frontdesk.boardNumber"
	ColorBoardOnNumber fyne.ThemeColorName = "frontdesk.boardOnNumber" // on a ground of boardNumber
	ColorBoardOpen     fyne.ThemeColorName = "frontdesk.boardOpen"
	ColorBoardWarn     fyne.ThemeColorName = "frontdesk.boardWarn"
	ColorBoardStop     fyne.ThemeColorName = "frontdesk.boardStop"
)

// Sizes of type.
const (
	TextFloor   fyne.ThemeSizeName = "frontdesk.text.floor"   // floor on a plate
	TextKey     fyne.ThemeSizeName = "frontdesk.text.key"     // key caps
	TextCaption fyne.ThemeSizeName = "frontdesk.text.caption" // labels above fields
	TextDetail  fyne.ThemeSizeName = "frontdesk.text.detail"  // second lines
	TextBody    fyne.ThemeSizeName = "frontdesk.text.body"
	TextButton  fyne.ThemeSizeName = "frontdesk.text.button"
	TextField   fyne.ThemeSizeName = "frontdesk.text.field"
	TextResult  fyne.ThemeSizeName = "frontdesk.text.result"  // a name in a list
	TextService fyne.ThemeSizeName = "frontdesk.text.service" // heading of a pane
	TextWay     fyne.ThemeSizeName = "frontdesk.text.way"     // the way in words
	TextSearch  fyne.ThemeSizeName = "frontdesk.text.search"
	TextPlate   fyne.ThemeSizeName = "frontdesk.text.plate" // number on a plate
	TextTitle   fyne.ThemeSizeName = "frontdesk.text.title" // heading of the guide
	TextStat    fyne.ThemeSizeName = "frontdesk.text.stat"  // a figure of a report
	TextPlace   fyne.ThemeSizeName = "frontdesk.text.place" // counter and floor on the banner
	TextStation fyne.ThemeSizeName = "frontdesk.text.station"
	TextSign    fyne.ThemeSizeName = "frontdesk.text.sign"   // number on the guide's sign
	TextBanner  fyne.ThemeSizeName = "frontdesk.text.banner" // ticket number

	TextBannerLow fyne.ThemeSizeName = "frontdesk.text.bannerLow" // the same in a narrow window
	TextNumbers   fyne.ThemeSizeName = "frontdesk.text.numbers"   // one of several ticket numbers
)

// Spaces, corners, lines and heights.
const (
	SpaceNone  fyne.ThemeSizeName = "frontdesk.space.0"
	SpaceField fyne.ThemeSizeName = "frontdesk.space.11" // beside the words in a field

	CornerBox    fyne.ThemeSizeName = "frontdesk.corner.box"    // key caps, tick boxes
	CornerField  fyne.ThemeSizeName = "frontdesk.corner.field"  // fields, plates
	CornerButton fyne.ThemeSizeName = "frontdesk.corner.button" // buttons, rows, search
	CornerCard   fyne.ThemeSizeName = "frontdesk.corner.card"

	LineThin  fyne.ThemeSizeName = "frontdesk.line.thin"  // does not grow with the text
	LineFocus fyne.ThemeSizeName = "frontdesk.line.focus" // does not grow with the text

	HeightHeader  fyne.ThemeSizeName = "frontdesk.height.header"
	HeightStatus  fyne.ThemeSizeName = "frontdesk.height.status"
	HeightButton  fyne.ThemeSizeName = "frontdesk.height.button"
	HeightCompact fyne.ThemeSizeName = "frontdesk.height.compact"
	HeightField   fyne.ThemeSizeName = "frontdesk.height.field"
	HeightSearch  fyne.ThemeSizeName = "frontdesk.height.search"
	HeightBanner  fyne.ThemeSizeName = "frontdesk.height.banner"
	HeightStrip   fyne.ThemeSizeName = "frontdesk.height.strip"

	WidthRail        fyne.ThemeSizeName = "frontdesk.width.rail"
	WidthRailCompact fyne.ThemeSizeName = "frontdesk.width.railCompact"

	// Unit is one unit at the present text size; every other measure of a
	// widget is a multiple of it.
	Unit fyne.ThemeSizeName = "frontdesk.unit"
)

// textSizes at a text size of 100 %.
var textSizes = map[fyne.ThemeSizeName]float32{
	TextFloor: 11, TextKey: 11.5, TextCaption: 12.5, TextDetail: 13.5, TextBody: 14,
	TextButton: 15, TextField: 16, TextResult: 16.5, TextService: 19, TextWay: 21, TextSearch: 22,
	TextPlate: 23, TextTitle: 30, TextStat: 32, TextPlace: 34, TextStation: 40, TextSign: 62, TextBanner: 86, TextBannerLow: 72, TextNumbers: 48,
}

// measures at a text size of 100 %.
var measures = map[fyne.ThemeSizeName]float32{
	SpaceNone: 0, SpaceField: 11,
	CornerBox: 4, CornerField: 6, CornerButton: 8, CornerCard: 10,

	HeightHeader: 48, HeightStatus: 32, HeightButton: 44, HeightCompact: 34, HeightField: 42,
	HeightSearch: 54, HeightBanner: 148, HeightStrip: 42,
	WidthRail: 172, WidthRailCompact: 64,
	Unit: 1,
}
