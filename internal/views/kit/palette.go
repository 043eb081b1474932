package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
)

type palette map[fyne.ThemeColorName]color.NRGBA

// rgb reads a colour written as in the design: 0x0A655C.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

var light = palette{
	ColorPage: rgb(0xEDF1F0), ColorSurface: rgb(0xFFFFFF), ColorRaised: rgb(0xF6F8F7), ColorSunken: rgb(0xE4EAE8),
	ColorLine: rgb(0xD3DBD8), ColorEdge: rgb(0x74847F),
	ColorInk: rgb(0x12201D), ColorMuted: rgb(0x43534F), ColorFaint: rgb(0x596965),
	ColorAccent: rgb(0x0A655C), ColorOnAccent: rgb(0xFFFFFF), ColorSoft: rgb(0xDCEEEA),
	ColorPlate: rgb(0x131C1A), ColorPlateEdge: rgb(0x131C1A),
	ColorPlateNumber: rgb(0xFFC72E), ColorPlateText: rgb(0xF4F7F6), ColorPlateMuted: rgb(0xB1BFBB),
	ColorOpen: rgb(0x17693A), ColorWarn: rgb(0x854800), ColorStop: rgb(0xA8201A), ColorOff: rgb(0x55645F),
	ColorOpenSoft: rgb(0xE0F1E6), ColorWarnSoft: rgb(0xFCECD2), ColorStopSoft: rgb(0xFBE5E2),
}

var dark = palette{
	ColorPage: rgb(0x0E1514), ColorSurface: rgb(0x161F1D), ColorRaised: rgb(0x1B2523), ColorSunken: rgb(0x111918),
	ColorLine: rgb(0x2B3835), ColorEdge: rgb(0x71827D),
	ColorInk: rgb(0xE9EFED), ColorMuted: rgb(0xB1BFBB), ColorFaint: rgb(0x93A29D),
	ColorAccent: rgb(0x56C7B8), ColorOnAccent: rgb(0x04211D), ColorSoft: rgb(0x17352F),
	ColorPlate: rgb(0x070B0A), ColorPlateEdge: rgb(0x42524E),
	ColorPlateNumber: rgb(0xFFC72E), ColorPlateText: rgb(0xF4F7F6), ColorPlateMuted: rgb(0xB1BFBB),
	ColorOpen: rgb(0x72D196), ColorWarn: rgb(0xF3B55C), ColorStop: rgb(0xFF958B), ColorOff: rgb(0xA3B1AD),
	ColorOpenSoft: rgb(0x16301F), ColorWarnSoft: rgb(0x36280F), ColorStopSoft: rgb(0x3B1B18),
}

var contrast = palette{
	ColorPage: rgb(0x000000), ColorSurface: rgb(0x000000), ColorRaised: rgb(0x000000), ColorSunken: rgb(0x000000),
	ColorLine: rgb(0xFFFFFF), ColorEdge: rgb(0xFFFFFF),
	ColorInk: rgb(0xFFFFFF), ColorMuted: rgb(0xFFFFFF), ColorFaint: rgb(0xE6E6E6),
	ColorAccent: rgb(0x5FF0DE), ColorOnAccent: rgb(0x000000), ColorSoft: rgb(0x00302B),
	ColorPlate: rgb(0xFFD400), ColorPlateEdge: rgb(0xFFD400),
	ColorPlateNumber: rgb(0x000000), ColorPlateText: rgb(0x000000), ColorPlateMuted: rgb(0x000000),
	ColorOpen: rgb(0x7DFFA6), ColorWarn: rgb(0xFFC46B), ColorStop: rgb(0xFFA8A0), ColorOff: rgb(0xE6E6E6),
	ColorOpenSoft: rgb(0x000000), ColorWarnSoft: rgb(0x000000), ColorStopSoft: rgb(0x000000),
}

// board is the palette of the visitors' display in every look.
var board = palette{
	ColorBoard: rgb(0x131C1A), ColorBoardSide: rgb(0x1D2725), ColorBoardLine: rgb(0x33403C),
	ColorBoardText: rgb(0xF4F7F6), ColorBoardMuted: rgb(0xB1BFBB),
	ColorBoardNumber: rgb(0xFFC72E), ColorBoardOnNumber: rgb(0x131C1A),
	ColorBoardOpen: rgb(0x72D196), ColorBoardWarn: rgb(0xF3B55C), ColorBoardStop: rgb(0xFF958B),
}
