package kit

import (
	"bytes"
	"embed"
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"frontdesk/internal/models"
)

//go:embed icons/*.svg
var iconFiles embed.FS

// Icon names one of the line icons.
type Icon string

// The icons.
const (
	IconNone       Icon = ""
	IconReception  Icon = "reception"
	IconSearch     Icon = "search"
	IconQueue      Icon = "queue"
	IconBook       Icon = "book"
	IconCalendar   Icon = "calendar"
	IconChart      Icon = "chart"
	IconSliders    Icon = "sliders"
	IconLock       Icon = "lock"
	IconLeft       Icon = "left"
	IconRight      Icon = "right"
	IconUp         Icon = "up"
	IconDown       Icon = "down"
	IconLift       Icon = "lift"
	IconStairs     Icon = "stairs"
	IconToilet     Icon = "toilet"
	IconWheelchair Icon = "wheelchair"
	IconPrayer     Icon = "prayer"
	IconLactation  Icon = "lactation"
	IconPlayroom   Icon = "playroom"
	IconCanteen    Icon = "canteen"
	IconATM        Icon = "atm"
	IconPhotocopy  Icon = "photocopy"
	IconParking    Icon = "parking"
	IconSmoking    Icon = "smoking"
	IconSeats      Icon = "seats"
	IconInfo       Icon = "info"
	IconWarning    Icon = "warning"
	IconCheck      Icon = "check"
	IconClear      Icon = "clear"
	IconExpand     Icon = "expand"
	IconNext       Icon = "next"
	IconPrinter    Icon = "printer"
	IconComputer   Icon = "computer"
	IconCentre     Icon = "centre"
	IconSync       Icon = "sync"
)

// AppIcon is the program's own mark, in its own colours.
func AppIcon() fyne.Resource {
	return fyne.NewStaticResource("frontdesk.svg", drawing("app"))
}

// IconOfPlace gives the pictogram of a place; none for places known by name.
func IconOfPlace(kind models.PlaceKind) Icon { return placeIcons[kind] }

var placeIcons = map[models.PlaceKind]Icon{
	models.PlaceStairs:           IconStairs,
	models.PlaceLift:             IconLift,
	models.PlaceToilet:           IconToilet,
	models.PlaceAccessibleToilet: IconWheelchair,
	models.PlaceLactation:        IconLactation,
	models.PlacePlayroom:         IconPlayroom,
	models.PlacePrayer:           IconPrayer,
	models.PlaceCanteen:          IconCanteen,
	models.PlaceATM:              IconATM,
	models.PlacePhotocopy:        IconPhotocopy,
	models.PlaceParking:          IconParking,
	models.PlaceSmoking:          IconSmoking,
}

// IconOfStep gives the arrow of a leg of the way.
func IconOfStep(kind models.WayStepKind) Icon { return stepIcons[kind] }

var stepIcons = map[models.WayStepKind]Icon{
	models.WayLift:     IconLift,
	models.WayStairs:   IconStairs,
	models.WayLeft:     IconLeft,
	models.WayRight:    IconRight,
	models.WayStraight: IconUp,
}

// drawing reads an icon's file; every Icon constant has one, as a test proves.
func drawing(name string) []byte {
	svg, err := iconFiles.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil
	}
	return svg
}

// tints keeps the coloured drawings: few icons in few colours.
var tints sync.Map

// tinted gives the icon in a colour.
func (i Icon) tinted(c color.Color) fyne.Resource {
	r, g, b, _ := c.RGBA()
	hex := fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
	key := string(i) + hex
	if found, ok := tints.Load(key); ok {
		return found.(fyne.Resource)
	}
	svg := bytes.ReplaceAll(drawing(string(i)), []byte("currentColor"), []byte(hex))
	resource := fyne.NewStaticResource(key+".svg", svg)
	tints.Store(key, resource)
	return resource
}

// Pictogram is an icon in a colour of the theme.
type Pictogram struct {
	widget.BaseWidget

	icon   Icon
	colour fyne.ThemeColorName
	side   float32
	image  *canvas.Image
	drawn  fyne.Resource
}

// NewPictogram makes an icon with a side in units of the design.
func NewPictogram(icon Icon, colour fyne.ThemeColorName, side float32) *Pictogram {
	p := &Pictogram{icon: icon, colour: colour, side: side, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	p.ExtendBaseWidget(p)
	return p
}

// Set shows another icon in another colour.
func (p *Pictogram) Set(icon Icon, colour fyne.ThemeColorName) {
	if p.icon == icon && p.colour == colour {
		return
	}
	p.icon, p.colour = icon, colour
	p.Refresh()
}

// CreateRenderer draws the icon.
func (p *Pictogram) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return newRenderer(p, p.image)
}

func (p *Pictogram) paint() {
	show(p.image, p.icon != IconNone)
	if p.icon == IconNone {
		return
	}
	resource := p.icon.tinted(named(p.colour))
	if resource == p.drawn {
		return
	}
	p.drawn, p.image.Resource = resource, resource
	p.image.Refresh()
}

func (p *Pictogram) measure() fyne.Size { return fyne.NewSquareSize(units(p.side)) }

func (p *Pictogram) arrange(size fyne.Size) { place(p.image, 0, 0, size.Width, size.Height) }
